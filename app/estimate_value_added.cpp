#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/estimators/dummies.hpp"
#include "analysis/estimators/student_t.hpp"
#include "analysis/estimators/text_cells.hpp"
#include "analysis/estimators/value_added.hpp"
#include "app/estimate_vectors.hpp"
#include "app/estimated.hpp"
#include "app/option_checks.hpp"

namespace homeroom::app {
namespace {

using estimators::SchoolEffect;
using estimators::SchoolEffects;

/// A school's effect with its interval, and its level where an index was asked for.
struct School {
  std::string name;
  SchoolEffect of;
  double low = 0, high = 0;
  int level = 0;
};

std::vector<estimators::Column> columns_of(const EstimateTable& table) {
  std::vector<estimators::Column> scores;
  for (const TableColumn* prior : table.all_named_by("--prior")) {
    refuse_constant(*prior, "hold equal");
    scores.emplace_back(prior->name, vector_of(prior->numbers));
  }
  std::vector<estimators::Column> columns = estimators::with_squares(std::move(scores));
  for (auto& column : regressors_of(table)) columns.push_back(std::move(column));
  return columns;
}

/// In the order of their names, as a factor has it.
std::vector<School> schools_of(const EstimateOptions& options,
                               const std::vector<std::string>& levels,
                               const SchoolEffects& effects) {
  const double reach = estimators::t_within(estimators::kConfidence, effects.degrees);
  std::vector<School> schools;
  for (const SchoolEffect& one : effects.schools) {
    School school{levels[static_cast<std::size_t>(one.school)], one, 0, 0, 0};
    school.low = one.effect - reach * one.error;
    school.high = one.effect + reach * one.error;
    if (!options.cuts.empty()) {
      const auto [near, far] = *cuts_in(options.cuts);
      school.level = estimators::value_added_level(one.effect, one.error, {near, far});
    }
    schools.push_back(std::move(school));
  }
  return schools;
}

std::string level_text(int level) { return level == 0 ? "-" : std::to_string(level); }

std::string text_of(const EstimateOptions& options, const std::vector<School>& schools,
                    const SchoolEffects& effects, std::size_t rows) {
  using estimators::number_text;
  const bool with_level = !options.cuts.empty();
  std::size_t width = estimators::width_of(options.school);
  for (const School& one : schools) width = std::max(width, estimators::width_of(one.name));
  std::string text = fmt::format(
      "{}  {:>8}  {:>11}  {:>10}  {:>10}  {:>10}{}\n", estimators::padded(options.school, width),
      "children", "value added", "std. error", "95 % low", "high", with_level ? "  level" : "");
  for (const School& one : schools) {
    text += fmt::format("{}  {:>8}  {:>11}  {:>10}  {:>10}  {:>10}{}\n",
                        estimators::padded(one.name, width), one.of.children,
                        number_text(one.of.effect), number_text(one.of.error), number_text(one.low),
                        number_text(one.high),
                        with_level ? fmt::format("  {:>5}", level_text(one.level)) : "");
  }
  return text + fmt::format(
                    "{} children in {} schools, {:g} degrees of freedom; against the mean "
                    "child's school, not shrunken\nspread of true effects {}, of children "
                    "about them {}\n",
                    rows, schools.size(), effects.degrees, number_text(effects.school_sd),
                    number_text(effects.residual_sd));
}

std::string csv_of(const EstimateOptions& options, const std::vector<School>& schools,
                   const SchoolEffects& effects) {
  using estimators::csv_cell;
  const bool with_level = !options.cuts.empty();
  std::string text = fmt::format(
      "school,children,value_added,standard_error,low,high,school_sd,residual_sd,degrees{}\n",
      with_level ? ",level" : "");
  for (const School& one : schools) {
    text += fmt::format("{},{},{},{},{},{},{},{},{}", csv_cell(one.name), one.of.children,
                        csv_cell(one.of.effect), csv_cell(one.of.error), csv_cell(one.low),
                        csv_cell(one.high), csv_cell(effects.school_sd),
                        csv_cell(effects.residual_sd), csv_cell(effects.degrees));
    if (with_level) text += "," + (one.level == 0 ? "" : std::to_string(one.level));
    text += "\n";
  }
  return text;
}

}  // namespace

Estimated estimate_value_added(const EstimateOptions& options, const EstimateTable& table) {
  const TableColumn &score = *table.named_by("--value-added"),
                    &school = *table.named_by("--school");
  refuse_constant(score, "explain");
  const std::vector<std::string> levels = estimators::levels_of(school.words);
  std::map<std::string, int> numbers;
  for (std::size_t i = 0; i < levels.size(); ++i) numbers[levels[i]] = static_cast<int>(i);
  std::vector<int> of_row;
  for (const std::string& word : school.words) of_row.push_back(numbers.at(word));
  const SchoolEffects effects =
      estimators::value_added_among(vector_of(score.numbers), columns_of(table), of_row);
  const std::vector<School> schools = schools_of(options, levels, effects);
  Estimated estimated;
  estimated.warnings = effects.warnings;
  estimated.text = text_of(options, schools, effects, table.lines.size()) + about_bases(table);
  estimated.csv = csv_of(options, schools, effects);
  return estimated;
}

}  // namespace homeroom::app
