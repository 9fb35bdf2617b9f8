#include "sim/records/table.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iterator>
#include <limits>

#include "sim/core/contracts.hpp"
#include "sim/records/csv_number.hpp"

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

Batch& Batch::add_missing() {
  switch (next_kind()) {
    case ColumnKind::Whole:
      return add(kNoWhole);
    case ColumnKind::Number:
      return add(std::numeric_limits<double>::quiet_NaN());
    case ColumnKind::Text:
      return add(std::string_view());
  }
  return *this;
}

void Batch::end_row() {
  HOMEROOM_EXPECT(next_ == definition_->columns.size());
  next_ = 0;
  ++rows_;
}

void Batch::put(std::size_t column, std::vector<std::int64_t> values) {
  HOMEROOM_EXPECT(rows_ == 0 && definition_->columns[column].kind == ColumnKind::Whole);
  wholes_[column] = std::move(values);
}

void Batch::put(std::size_t column, std::vector<double> values) {
  HOMEROOM_EXPECT(rows_ == 0 && definition_->columns[column].kind == ColumnKind::Number);
  numbers_[column] = std::move(values);
}

void Batch::end_columns() {
  const auto rows_of = [&](std::size_t column) {
    return definition_->columns[column].kind == ColumnKind::Whole ? wholes_[column].size()
                                                                  : numbers_[column].size();
  };
  rows_ = rows_of(0);
  for (std::size_t c = 0; c < definition_->columns.size(); ++c) {
    HOMEROOM_EXPECT(rows_of(c) == rows_);
  }
}

void Batch::clear() {
  rows_ = next_ = 0;
  for (auto& column : wholes_) column.clear();
  for (auto& column : numbers_) column.clear();
  for (auto& column : texts_) column.clear();
}

int decimals_of(std::string_view unit) {
  struct Decimals {
    std::string_view unit;
    int count;
  };
  static constexpr std::array<Decimals, 10> kDecimals = {{{"%", 4},
                                                          {"km", 3},
                                                          {"percentile", 4},
                                                          {"by event", 4},
                                                          {"share", 6},
                                                          {"state SD", 6},
                                                          {"SD", 6},
                                                          {"SD/year", 9},
                                                          {"USD", 2},
                                                          {"USD/student", 2}}};
  for (const Decimals& known : kDecimals) {
    if (known.unit == unit) return known.count;
  }
  return 8;  // lottery numbers: single precision in (0,1)
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

/// Writes a number as a whole number of its last decimals, which is faster; false where rounding
/// could go the other way than in the exact decimal expansion.
bool append_as_whole(std::string& to, double value, int decimals) {
  static constexpr std::array<double, 10> kPowers = {1e0, 1e1, 1e2, 1e3, 1e4,
                                                     1e5, 1e6, 1e7, 1e8, 1e9};
  const double scaled = std::abs(value) * kPowers[static_cast<std::size_t>(decimals)];
  if (!(scaled < 1e12)) return false;  // up to here the product is wrong by less than 2^-13
  auto whole = static_cast<std::uint64_t>(scaled);
  const double beyond = scaled - static_cast<double>(whole);
  if (std::abs(beyond - 0.5) < 0.001) return false;
  whole += beyond > 0.5;
  const bool negative = value < 0.0 && whole > 0;
  for (; decimals > 0 && whole % 10 == 0; --decimals) whole /= 10;
  std::array<char, 24> digits;
  auto at = digits.end();
  const auto put_last_digit = [&] {
    *--at = static_cast<char>('0' + whole % 10);
    whole /= 10;
  };
  if (decimals > 0) {
    for (int digit = 0; digit < decimals; ++digit) put_last_digit();
    *--at = '.';
  }
  do put_last_digit();
  while (whole > 0);
  if (negative) *--at = '-';
  to.append(at, digits.end());
  return true;
}

}  // namespace

void append_csv_number(std::string& to, double value, int decimals) {
  if (std::isnan(value) || append_as_whole(to, value, decimals)) return;
  const std::size_t begin = to.size();
  fmt::format_to(std::back_inserter(to), "{:.{}f}", value, decimals);
  to.erase(to.find_last_not_of('0') + 1);
  if (to.back() == '.') to.pop_back();
  if (to.compare(begin, std::string::npos, "-0") == 0) to.erase(begin, 1);
}

namespace {

void append_whole(std::string& to, std::int64_t value) {
  if (value == kNoWhole) return;
  const fmt::format_int digits(value);
  to.append(digits.data(), digits.size());
}

}  // namespace

void append_csv(std::string& text, const Batch& batch) { append_csv(text, batch, 0, batch.rows()); }

void append_csv(std::string& text, const Batch& batch, std::size_t first, std::size_t past) {
  const auto& columns = batch.definition().columns;
  std::vector<int> decimals;
  for (const ColumnDefinition& column : columns) decimals.push_back(decimals_of(column.unit));
  for (std::size_t row = first; row < past; ++row) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (c > 0) text += ',';
      switch (columns[c].kind) {
        case ColumnKind::Whole:
          append_whole(text, batch.wholes(c)[row]);
          break;
        case ColumnKind::Number:
          append_csv_number(text, batch.numbers(c)[row], decimals[c]);
          break;
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
