#include "sim/run/outcome.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "sim/core/number_from.hpp"
#include "sim/core/words.hpp"
#include "sim/records/hidden/hidden_tables.hpp"
#include "sim/records/public_tables.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kYear = 2;   // scenario, replicate, year
constexpr std::size_t kModel = 3;  // where a table has models

/// A table with a row a year, or one for each model.
struct OutcomeTable {
  const TableDefinition* definition;
  const Batch ReplicateRecords::*batch;
  bool by_model, whole_city;  ///< rows of models; a row without model for the city
};

const std::vector<OutcomeTable>& tables() {
  static const std::vector<OutcomeTable> all = {
      {&district_table(), &ReplicateRecords::district, false, true},
      {&models_table(), &ReplicateRecords::models, true, false},
      {&sustainability_table(), &ReplicateRecords::sustainability, true, true},
      {&truth_models_table(), &ReplicateRecords::truth_models, true, true},
      {&hidden_sustainability_table(), &ReplicateRecords::hidden_sustainability, true, true}};
  return all;
}

std::size_t keys_of(const OutcomeTable& table) { return table.by_model ? kModel + 1 : kYear + 1; }

std::vector<std::string> columns_of(const OutcomeTable& table) {
  std::vector<std::string> names;
  const auto& columns = table.definition->columns;
  for (std::size_t i = keys_of(table); i < columns.size(); ++i) {
    if (columns[i].kind != ColumnKind::Text) names.emplace_back(columns[i].name);
  }
  return names;
}

constexpr std::array<std::pair<std::string_view, OutcomeWhen>, 5> kWhens = {
    {{"last", OutcomeWhen::Last},
     {"first", OutcomeWhen::First},
     {"mean", OutcomeWhen::Mean},
     {"sum", OutcomeWhen::Sum},
     {"change", OutcomeWhen::Change}}};

/// False where `word` names neither a way nor a year.
bool read_when(const std::string& word, Outcome& outcome) {
  for (const auto& [name, when] : kWhens) {
    if (word != name) continue;
    outcome.when = when;
    return true;
  }
  outcome.when = OutcomeWhen::Year;
  outcome.year = number_from<int>(word).value_or(0);
  return outcome.year >= 1000;
}

OutcomeReading wrong(const std::string& what, const std::vector<std::string>& allowed,
                     const std::string& word) {
  return {{}, what, listed(allowed), nearest_of(word, allowed)};
}

std::string place_text(const OutcomeTable& table) {
  const std::string_view name = table.definition->name;
  if (!table.by_model) return fmt::format("{}.COLUMN", name);
  return fmt::format("{}.COLUMN.MODEL{}", name, table.whole_city ? ", or without a model" : "");
}

std::optional<double> cell(const Batch& batch, std::size_t column, std::size_t row) {
  if (batch.definition().columns[column].kind == ColumnKind::Whole) {
    const std::int64_t value = batch.wholes(column)[row];
    return value == kNoWhole ? std::nullopt : std::optional(static_cast<double>(value));
  }
  const double value = batch.numbers(column)[row];
  return value != value ? std::nullopt : std::optional(value);
}

std::optional<double> value_in(const ReplicateRecords& year, const Outcome& outcome) {
  const OutcomeTable& table = tables()[outcome.table];
  const Batch& batch = year.*table.batch;
  for (std::size_t row = 0; row < batch.rows(); ++row) {
    if (table.by_model && batch.texts(kModel)[row] != outcome.model) continue;
    if (outcome.when == OutcomeWhen::Year && batch.wholes(kYear)[row] != outcome.year) continue;
    return cell(batch, outcome.column, row);
  }
  return std::nullopt;
}

}  // namespace

OutcomeReading read_outcome(const std::string& name) {
  OutcomeReading read;
  read.outcome.name = name;
  const std::vector<std::string> sides = split_at(name, '@');
  const std::vector<std::string> parts = split_at(sides[0], '.');
  std::vector<std::string> known;
  for (const OutcomeTable& table : tables()) known.emplace_back(table.definition->name);
  const auto found = std::find(known.begin(), known.end(), parts[0]);
  if (found == known.end()) return wrong("is of no table", known, parts[0]);
  read.outcome.table = static_cast<std::size_t>(found - known.begin());
  const OutcomeTable& table = tables()[read.outcome.table];
  const bool model_named = parts.size() == 3;
  if (parts.size() < 2 || parts.size() > 3 || (model_named ? !table.by_model : !table.whole_city)) {
    return {{}, "is no column of that table", place_text(table), {}};
  }
  const std::vector<std::string> columns = columns_of(table);
  if (std::find(columns.begin(), columns.end(), parts[1]) == columns.end()) {
    return wrong(fmt::format("is no number of {}", parts[0]), columns, parts[1]);
  }
  if (model_named) read.outcome.model = parts[2];
  const auto& all = table.definition->columns;
  while (all[read.outcome.column].name != parts[1]) ++read.outcome.column;
  read.outcome.unit = all[read.outcome.column].unit;
  read.outcome.meaning = all[read.outcome.column].meaning;
  if (sides.size() > 2 || (sides.size() == 2 && !read_when(sides[1], read.outcome))) {
    return {{}, "has no such time", "@last, @first, @mean, @sum, @change, or a year", {}};
  }
  return read;
}

std::vector<Outcome> known_outcomes() {
  std::vector<Outcome> all;
  for (const OutcomeTable& table : tables()) {
    for (const std::string& column : columns_of(table)) {
      const std::string model = table.whole_city ? "" : ".MODEL";
      Outcome outcome =
          read_outcome(fmt::format("{}.{}{}", table.definition->name, column, model)).outcome;
      all.push_back(std::move(outcome));
    }
  }
  return all;
}

OutcomeReader::OutcomeReader(const std::vector<Outcome>& outcomes)
    : outcomes_(outcomes), series_(outcomes.size(), Series{kNone, kNone, 0.0}) {}

void OutcomeReader::add(const ReplicateRecords& year) {
  for (std::size_t i = 0; i < outcomes_.size(); ++i) {
    Series& series = series_[i];
    const std::optional<double> value = value_in(year, outcomes_[i]);
    if (!begun_) series.first = value.value_or(kNone);
    if (value || outcomes_[i].when != OutcomeWhen::Year) series.last = value.value_or(kNone);
    if (!value) continue;
    series.sum += *value;
    ++series.count;
  }
  begun_ = true;
}

std::vector<double> OutcomeReader::values() const {
  std::vector<double> values;
  for (std::size_t i = 0; i < outcomes_.size(); ++i) {
    const Series& series = series_[i];
    switch (outcomes_[i].when) {
      case OutcomeWhen::Last:
      case OutcomeWhen::Year:
        values.push_back(series.last);
        break;
      case OutcomeWhen::First:
        values.push_back(series.first);
        break;
      case OutcomeWhen::Mean:
        values.push_back(series.count > 0 ? series.sum / series.count : kNone);
        break;
      case OutcomeWhen::Sum:
        values.push_back(series.count > 0 ? series.sum : kNone);
        break;
      case OutcomeWhen::Change:
        values.push_back(series.last - series.first);
        break;
    }
  }
  return values;
}

}  // namespace homeroom
