#include "tests/support/table_faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace homeroom::testing {
namespace {

struct Bounds {
  double low, high;
};

constexpr double kLargest = 1e12;  // dollars of a small city stay far below

Bounds bounds_of(const ColumnDefinition& column) {
  const std::string_view unit = column.unit;
  // Children may come and go in one year: more moves than children.
  if (column.name == "mobility_rate") return {0.0, kLargest};
  if (unit == "share" || unit == "0/1") return {0.0, 1.0};
  if (unit == "%" || unit == "percentile") return {0.0, 100.0};
  if (unit == "grade") return {0.0, 12.0};
  if (unit == "state SD") return {-12.0, 12.0};
  if (unit == "SD/year") return {-5.0, 5.0};
  for (const char* counted : {"students", "teachers", "schools", "posts", "seats", "years"}) {
    if (unit == counted) return {0.0, kLargest};
  }
  return {-kLargest, kLargest};
}

/// Columns that may miss a value, and the count that must then be 0; none: there may be no value
/// for a reason that stands in no column.
const std::map<std::string_view, std::string_view>& may_miss() {
  static const std::map<std::string_view, std::string_view> columns = {
      {"pct_low_income", "enrolment"},
      {"pct_english_learner", "enrolment"},
      {"pct_special_education", "enrolment"},
      {"pct_black", "enrolment"},
      {"pct_hispanic", "enrolment"},
      {"pct_white", "enrolment"},
      {"pct_asian", "enrolment"},
      {"proficiency_math", "n_tested_math"},
      {"proficiency_ela", "n_tested_ela"},
      {"mean_score_math", "n_tested_math"},
      {"mean_score_ela", "n_tested_ela"},
      {"median_sgp_math", ""},
      {"median_sgp_ela", ""},
      {"value_added", "value_added_level"},
      {"rating", ""},
      {"novice_share", "teachers"},
      {"teacher_turnover", ""},
      {"spending_per_pupil", "enrolment"},
      {"first_choice_share", ""},
      {"mobility_rate", "enrolment"},
      {"first_choice", "participants"},
      {"top_three", "participants"},
      {"score_math", ""},
      {"score_ela", ""}};
  return columns;
}

std::optional<std::size_t> column_named(const TableDefinition& table, std::string_view name) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].name == name) return c;
  }
  return std::nullopt;
}

bool may_miss_in(const Batch& batch, std::size_t column, std::size_t row) {
  const auto allowed = may_miss().find(batch.definition().columns[column].name);
  if (allowed == may_miss().end()) return false;
  const auto whole = column_named(batch.definition(), allowed->second);
  return !whole || batch.wholes(*whole)[row] == 0;
}

std::string at(const Batch& batch, std::size_t column, std::size_t row, const std::string& what) {
  return fmt::format("{}.csv, row {}, {}: {}", batch.definition().name, row,
                     batch.definition().columns[column].name, what);
}

std::string cell_fault(const Batch& batch, std::size_t column, std::size_t row) {
  const ColumnDefinition& definition = batch.definition().columns[column];
  const bool whole = definition.kind == ColumnKind::Whole;
  const double value =
      whole ? static_cast<double>(batch.wholes(column)[row]) : batch.numbers(column)[row];
  if (std::isnan(value)) {
    return may_miss_in(batch, column, row) ? "" : at(batch, column, row, "is missing");
  }
  const Bounds bounds = bounds_of(definition);
  // A sum of shares in another order may pass 1 by rounding.
  const double rounding = 1e-9 * std::max(1.0, bounds.high);
  const bool inside = value >= bounds.low - rounding && value <= bounds.high + rounding;
  return inside ? "" : at(batch, column, row, fmt::format("{}", value));
}

}  // namespace

std::string table_fault(const Batch& batch) {
  const auto& columns = batch.definition().columns;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (columns[column].kind == ColumnKind::Text) continue;
    for (std::size_t row = 0; row < batch.rows(); ++row) {
      std::string fault = cell_fault(batch, column, row);
      if (!fault.empty()) return fault;
    }
  }
  return {};
}

}  // namespace homeroom::testing
