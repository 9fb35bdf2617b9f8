#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <map>
#include <stdexcept>

#include "analysis/estimators/linear_text.hpp"
#include "analysis/estimators/report_rows.hpp"
#include "app/estimate_models.hpp"
#include "app/estimate_vectors.hpp"
#include "app/estimated.hpp"

namespace homeroom::app {
namespace {

using Columns = std::vector<const TableColumn*>;

/// Rows of a table gathered into schools; faults where a school has two rows for one year.
class Schools {
 public:
  Schools(const EstimateTable& table, ValueFaults& faults)
      : table_(table),
        faults_(faults),
        outcomes_(table.all_named_by("--report")),
        tested_(table.all_named_by("--tested")),
        shares_(table.all_named_by("--shares")),
        enrolment_(table.named_by("--enrolment")),
        school_(*table.named_by("--school")),
        year_(table.named_by("--year")) {
    refuse_other_count();
    refuse_not_five("--shares", shares_);
  }

  std::map<int, estimators::ReportRow> gather(const std::vector<std::string>& words) {
    const std::vector<int> number = numbers_of(school_.words);
    for (std::size_t i = 0; i < table_.lines.size(); ++i) {
      if (!is_first_of_its_year(i, number[i])) continue;
      estimators::ReportRow& row = rows_[number[i]];
      row.name = fmt::format("{} {}", school_.name, school_.words[i]);
      add(i, row);
      // The model is that of the last year.
      const auto [last, fresh] = last_.try_emplace(number[i], year_of(i));
      if (!fresh && year_of(i) < last->second) continue;
      last->second = year_of(i);
      row.word = words[i];
    }
    return rows_;
  }

  /// Schools of which nothing is known, by name.
  std::vector<std::string> without_outcome() const {
    std::vector<std::string> names;
    for (const auto& [number, row] : rows_) {
      if (!(row.tested > 0.0)) names.push_back(row.name);
    }
    return names;
  }

  estimators::ReportNames names(const std::string& model) const {
    estimators::ReportNames names{outcomes_.front()->name, model, {}};
    for (std::size_t i = 1; i < outcomes_.size(); ++i) names.outcome += "+" + outcomes_[i]->name;
    for (std::size_t k = 0; k < estimators::kShares; ++k) names.shares[k] = shares_[k]->name;
    return names;
  }

 private:
  double year_of(std::size_t i) const { return year_ ? year_->numbers[i] : 0.0; }

  void add(std::size_t i, estimators::ReportRow& row) const {
    for (std::size_t k = 0; k < tested_.size(); ++k) {
      const TableColumn& outcome = *outcomes_[outcomes_.size() == 1 ? 0 : k];
      row.add_outcome(outcome.numbers[i], tested_[k]->numbers[i]);
    }
    estimators::Shares shares{};
    for (std::size_t k = 0; k < shares.size(); ++k) shares[k] = shares_[k]->numbers[i];
    row.add_shares(shares, enrolment_ ? enrolment_->numbers[i] : 1.0);
  }

  bool is_first_of_its_year(std::size_t i, int school) {
    const auto [seen, fresh] = seen_.try_emplace({school, year_of(i)}, table_.lines[i]);
    if (fresh) return true;
    const std::string which = year_ ? fmt::format(" for {:g}", year_of(i)) : std::string();
    faults_.at(
        i, school_.name,
        fmt::format("{} has a row{} in line {} already", school_.words[i], which, seen->second),
        year_ ? "a row for each school and year"
              : "a row for each school; --year and --enrolment pool years");
    return false;
  }

  void refuse_other_count() const {
    if (outcomes_.size() == 1 || outcomes_.size() == tested_.size()) return;
    throw std::invalid_argument(fmt::format(
        "--report names {} outcomes and --tested {} columns (allowed: as many, or one outcome)",
        outcomes_.size(), tested_.size()));
  }

  const EstimateTable& table_;
  ValueFaults& faults_;
  Columns outcomes_, tested_, shares_;
  const TableColumn* enrolment_;
  const TableColumn& school_;
  const TableColumn* year_;
  std::map<int, estimators::ReportRow> rows_;
  std::map<std::pair<int, double>, int> seen_;
  std::map<int, double> last_;
};

}  // namespace

Estimated estimate_report(const EstimateOptions& options, const EstimateTable& table) {
  const TableColumn& model = *table.named_by("--model");
  const estimators::ModelComparison comparison = comparison_of(options, model);
  ValueFaults faults(options, table);
  Schools schools(table, faults);
  const auto rows = schools.gather(compared_words(model, comparison));
  Estimated estimated;
  estimated.faults = faults.take();
  if (!estimated.faults.empty()) return estimated;
  const std::vector<std::string> without = schools.without_outcome();
  if (!without.empty()) {
    estimated.warnings.push_back(
        fmt::format("no outcome and no part in the estimate: {}", fmt::join(without, ", ")));
  }
  const estimators::LinearFit fit =
      estimators::fit_report(report_model_of(rows, schools.names(model.name), comparison));
  for (const std::string& warning : fit.warnings) estimated.warnings.push_back(warning);
  estimated.text = text_of(fit) + about_reference(options, comparison);
  estimated.csv = csv_of(fit);
  return estimated;
}

}  // namespace homeroom::app
