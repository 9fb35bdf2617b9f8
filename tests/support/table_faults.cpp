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
  // What is none is an empty cell: no code for it hides among the numbers.
  if (unit == "percentile" && column.kind == ColumnKind::Whole) return {1.0, 99.0};
  if (unit == "1-5") return {1.0, 5.0};
  if (column.name == "rank") return {1.0, 30.0};
  for (const char* counted : {"school_id", "school_before", "section", "home"}) {
    if (column.name == counted) return {0.0, 60000.0};
  }
  if (unit == "%" || unit == "percentile") return {0.0, 100.0};
  if (unit == "grade") return {0.0, 12.0};
  if (unit == "state SD") return {-12.0, 12.0};
  if (unit == "SD/year") return {-5.0, 5.0};
  for (const char* counted : {"students", "teachers", "schools", "posts", "seats", "years"}) {
    if (unit == counted) return {0.0, kLargest};
  }
  return {-kLargest, kLargest};
}

/// Columns that miss a value only where this count is 0. Others that declare what an empty cell
/// says may miss one for a reason that stands in no column.
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
      {"novice_share", "teachers"},
      {"spending_per_pupil", "enrolment"},
      {"mobility_rate", "enrolment"},
      {"first_choice", "participants"},
      {"top_three", "participants"},
      {"cost_per_pupil", "enrolment"}};
  return columns;
}

std::optional<std::size_t> column_named(const TableDefinition& table, std::string_view name) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].name == name) return c;
  }
  return std::nullopt;
}

bool may_miss_in(const Batch& batch, std::size_t column, std::size_t row) {
  if (batch.definition().columns[column].empty.empty()) return false;
  const auto allowed = may_miss().find(batch.definition().columns[column].name);
  if (allowed == may_miss().end()) return true;
  const auto whole = column_named(batch.definition(), allowed->second);
  return !whole || batch.wholes(*whole)[row] == 0;
}

std::string at(const Batch& batch, std::size_t column, std::size_t row, const std::string& what) {
  return fmt::format("{}.csv, row {}, {}: {}", batch.definition().name, row,
                     batch.definition().columns[column].name, what);
}

bool is_missing(const Batch& batch, std::size_t column, std::size_t row) {
  switch (batch.definition().columns[column].kind) {
    case ColumnKind::Whole:
      return batch.wholes(column)[row] == kNoWhole;
    case ColumnKind::Number:
      return std::isnan(batch.numbers(column)[row]);
    case ColumnKind::Text:
      return batch.texts(column)[row].empty();
  }
  return true;
}

/// A word that the column does not declare.
std::string word_fault(const Batch& batch, std::size_t column, std::size_t row) {
  const std::vector<Code>& codes = batch.definition().columns[column].codes;
  const std::string& word = batch.texts(column)[row];
  const bool declared =
      codes.empty() ||
      std::any_of(codes.begin(), codes.end(), [&](const Code& code) { return code.word == word; });
  return declared ? "" : at(batch, column, row, fmt::format("\"{}\" is not declared", word));
}

std::string cell_fault(const Batch& batch, std::size_t column, std::size_t row) {
  const ColumnDefinition& definition = batch.definition().columns[column];
  if (is_missing(batch, column, row)) {
    return may_miss_in(batch, column, row) ? "" : at(batch, column, row, "is missing");
  }
  if (definition.kind == ColumnKind::Text) return word_fault(batch, column, row);
  const bool whole = definition.kind == ColumnKind::Whole;
  const double value =
      whole ? static_cast<double>(batch.wholes(column)[row]) : batch.numbers(column)[row];
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
    for (std::size_t row = 0; row < batch.rows(); ++row) {
      std::string fault = cell_fault(batch, column, row);
      if (!fault.empty()) return fault;
    }
  }
  return {};
}

}  // namespace homeroom::testing
