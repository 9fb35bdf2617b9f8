#include <fmt/format.h>

#include <cmath>
#include <map>

#include "analysis/estimators/difference_in_differences.hpp"
#include "analysis/estimators/event_study.hpp"
#include "analysis/estimators/linear_text.hpp"
#include "analysis/estimators/text_cells.hpp"
#include "app/estimate_cells.hpp"
#include "app/estimated.hpp"

namespace homeroom::app {
namespace {

using estimators::Adoption;
using estimators::EventYear;

constexpr double kConfidence = 0.95;

bool is_year(double value) { return std::floor(value) == value && std::abs(value) < 1e6; }

/// The first year in a cell; empty and 0 say that it never began, as Stata's and R's programs have
/// it.
int first_year(double cell) {
  return std::isnan(cell) || cell == 0.0 ? estimators::kNever : static_cast<int>(cell);
}

/// Rows as units and years; faults where these are no such rows.
class Rows {
 public:
  Rows(const EstimateTable& table, ValueFaults& faults)
      : table_(table),
        faults_(faults),
        outcome_(*table.named_by("--difference")),
        unit_(*table.named_by("--unit")),
        year_(*table.named_by("--year")),
        first_(*table.named_by("--first")) {}

  Adoption read() {
    Adoption adoption;
    adoption.outcome = outcome_.name;
    for (std::size_t i = 0; i < table_.lines.size(); ++i) {
      if (!years_are_whole(i) || !names_a_row(i)) continue;
      const int unit =
          units_.try_emplace(unit_.words[i], static_cast<int>(units_.size())).first->second;
      const int year = static_cast<int>(year_.numbers[i]), first = first_year(first_.numbers[i]);
      tell_second(i, unit, year);
      tell_other_first(i, unit, first);
      adoption.first.try_emplace(unit, first);
      adoption.rows.push_back({unit, year, outcome_.numbers[i]});
    }
    return adoption;
  }

 private:
  bool years_are_whole(std::size_t i) {
    bool whole = true;
    for (const TableColumn* column : {&year_, &first_}) {
      const double value = column->numbers[i];
      if (!std::isfinite(value) || is_year(value)) continue;
      faults_.at(i, column->name, fmt::format("is {:g}, which is no year", value), "whole numbers");
      whole = false;
    }
    return whole;
  }

  /// Whose cells are at fault already is no row to compare others with.
  bool names_a_row(std::size_t i) const {
    return std::isfinite(year_.numbers[i]) && !std::isinf(first_.numbers[i]) &&
           !is_missing(unit_.words[i]);
  }

  void tell_second(std::size_t i, int unit, int year) {
    const auto [seen, fresh] = seen_.try_emplace({unit, year}, table_.lines[i]);
    if (fresh) return;
    faults_.at(
        i, unit_.name,
        fmt::format("{} has a row for {} in line {} already", unit_.words[i], year, seen->second),
        "a row for each unit and year");
  }

  void tell_other_first(std::size_t i, int unit, int first) {
    const auto [known, fresh] = first_of_.try_emplace(unit, first, table_.lines[i]);
    if (fresh || known->second.first == first) return;
    faults_.at(
        i, first_.name,
        fmt::format("of {} is another than in line {}", unit_.words[i], known->second.second),
        "one first year for each unit; empty or 0: never");
  }

  const EstimateTable& table_;
  ValueFaults& faults_;
  const TableColumn &outcome_, &unit_, &year_, &first_;
  std::map<std::string, int> units_;
  std::map<std::pair<int, int>, int> seen_;
  struct Known {
    int first, second;
    Known(int year, int line) : first(year), second(line) {}
  };
  std::map<int, Known> first_of_;
};

std::vector<estimators::Column> controls_of(const EstimateTable& table) {
  std::vector<estimators::Column> controls;
  for (const TableColumn& one : table.columns) {
    if (one.is_words) {
      throw std::invalid_argument(fmt::format(
          "--controls {}: is a column of words; numbers are wanted beside --difference", one.name));
    }
    controls.emplace_back(
        one.name, Eigen::Map<const Eigen::VectorXd>(one.numbers.data(),
                                                    static_cast<Eigen::Index>(one.numbers.size())));
  }
  return controls;
}

std::string line_of(const EventYear& year, const std::string& name) {
  using estimators::number_text;
  return fmt::format("{:>10}  {:>7}  {:>6}  {:>8}  {:>10}  {:>10}  {:>6}  {:>10}  {:>10}\n", name,
                     year.cohorts, year.units, year.controls, number_text(year.effect.estimate),
                     number_text(year.effect.error), estimators::p_text(year.effect.p),
                     number_text(year.effect.low), number_text(year.effect.high));
}

std::string csv_line(const EventYear& year, const std::string& name) {
  using estimators::csv_cell;
  return fmt::format("{},{},{},{},{},{},{},{},{},{}\n", name, year.cohorts, year.units,
                     year.controls, csv_cell(year.effect.estimate), csv_cell(year.effect.error),
                     csv_cell(year.effect.t), csv_cell(year.effect.p), csv_cell(year.effect.low),
                     csv_cell(year.effect.high));
}

Estimated event_study_of(const EstimateOptions& options, const Adoption& adoption) {
  const auto controls = options.event_study == "never" ? estimators::Controls::NeverBegan
                                                       : estimators::Controls::NotYetBegan;
  const estimators::EventStudy study = estimators::event_study(adoption, controls, kConfidence);
  Estimated estimated;
  estimated.warnings = study.warnings;
  estimated.text = fmt::format(
      "{}: change since the year before it began, against units in which {}\n", adoption.outcome,
      options.event_study == "never" ? "it never began" : "it had not begun");
  estimated.text += fmt::format(
      "{:>10}  {:>7}  {:>6}  {:>8}  {:>10}  {:>10}  {:>6}  {:>10}  {:>10}\n", "years since",
      "cohorts", "units", "controls", "estimate", "std. error", "p", "95 % low", "high");
  estimated.csv = "since,cohorts,units,controls,estimate,standard_error,t,p,low,high\n";
  for (const EventYear& year : study.years) {
    estimated.text += line_of(year, std::to_string(year.since));
    estimated.csv += csv_line(year, std::to_string(year.since));
  }
  estimated.text += line_of(study.after, "all after");
  estimated.csv += csv_line(study.after, "after");
  return estimated;
}

}  // namespace

std::vector<Fault> difference_faults(const EstimateOptions& options, const EstimateTable& table) {
  ValueFaults faults(options, table);
  Rows(table, faults).read();
  return faults.take();
}

Estimated estimate_difference(const EstimateOptions& options, const EstimateTable& table) {
  Estimated estimated;
  ValueFaults faults(options, table);
  const Adoption adoption = Rows(table, faults).read();
  if (faults.any()) {
    estimated.faults = faults.take();
    return estimated;
  }
  refuse_constant(*table.named_by("--difference"), "explain");
  if (!options.event_study.empty()) return event_study_of(options, adoption);
  const estimators::LinearFit fit =
      estimators::difference_in_differences(adoption, controls_of(table));
  estimated.warnings = fit.warnings;
  estimated.text = text_of(fit);
  estimated.csv = csv_of(fit);
  return estimated;
}

}  // namespace homeroom::app
