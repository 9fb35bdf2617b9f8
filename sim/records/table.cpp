#include "sim/records/table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <limits>

#include "sim/core/contracts.hpp"

namespace homeroom {

Batch::Batch(const TableDefinition& definition)
    : definition_(&definition),
      wholes_(definition.columns.size()),
      numbers_(definition.columns.size()),
      texts_(definition.columns.size()) {}

ColumnKind Batch::next_kind() const {
  HOMEROOM_EXPECT(next_ < definition_->columns.size());
  return definition_->columns[next_].kind;
}

Batch& Batch::add(std::int64_t value) {
  if (next_kind() == ColumnKind::Number) return add(static_cast<double>(value));
  HOMEROOM_EXPECT(next_kind() == ColumnKind::Whole);
  wholes_[next_++].push_back(value);
  return *this;
}

Batch& Batch::add(double value) {
  HOMEROOM_EXPECT(next_kind() == ColumnKind::Number);
  HOMEROOM_EXPECT(!std::isinf(value));
  numbers_[next_++].push_back(value);
  return *this;
}

Batch& Batch::add(std::string_view value) {
  HOMEROOM_EXPECT(next_kind() == ColumnKind::Text);
  texts_[next_++].emplace_back(value);
  return *this;
}

Batch& Batch::add_missing() { return add(std::numeric_limits<double>::quiet_NaN()); }

void Batch::end_row() {
  HOMEROOM_EXPECT(next_ == definition_->columns.size());
  next_ = 0;
  ++rows_;
}

std::string csv_header(const TableDefinition& definition) {
  std::string line;
  for (const ColumnDefinition& column : definition.columns) {
    if (!line.empty()) line += ',';
    line += column.name;
  }
  return line + '\n';
}

namespace {

void append_text(std::string& to, const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) {
    to += text;
    return;
  }
  to += '"';
  for (char c : text) {
    if (c == '"') to += '"';
    to += c;
  }
  to += '"';
}

}  // namespace

void append_csv(std::string& text, const Batch& batch) {
  const auto& columns = batch.definition().columns;
  for (std::size_t row = 0; row < batch.rows(); ++row) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (c > 0) text += ',';
      switch (columns[c].kind) {
        case ColumnKind::Whole:
          fmt::format_to(std::back_inserter(text), "{}", batch.wholes(c)[row]);
          break;
        case ColumnKind::Number: {
          const double value = batch.numbers(c)[row];
          if (!std::isnan(value)) fmt::format_to(std::back_inserter(text), "{}", value);
          break;
        }
        case ColumnKind::Text:
          append_text(text, batch.texts(c)[row]);
          break;
      }
    }
    text += '\n';
  }
}

std::vector<ColumnDefinition> with_key(std::vector<ColumnDefinition> columns) {
  std::vector<ColumnDefinition> all = {
      {"scenario", ColumnKind::Text, "", "name of the scenario"},
      {"replicate", ColumnKind::Whole, "", "replicate, counted from 1"},
      {"year", ColumnKind::Whole, "year", "spring of the school year"}};
  all.insert(all.end(), columns.begin(), columns.end());
  return all;
}

}  // namespace homeroom
