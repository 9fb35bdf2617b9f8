#include "sim/records/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>

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

/// Letters that make a text stand in quotes.
constexpr auto kQuoted = [] {
  std::array<bool, 256> quoted{};
  for (const unsigned char letter : {',', '"', '\n', '\r'}) quoted[letter] = true;
  return quoted;
}();

void append_text(std::string& to, const std::string& text) {
  const bool quotes =
      std::any_of(text.begin(), text.end(), [](unsigned char letter) { return kQuoted[letter]; });
  if (!quotes) {
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

/// A number's amount in units of its last decimal, which is faster to write; nothing where rounding
/// could go the other way than in the exact decimal expansion.
std::optional<std::uint64_t> in_last_decimals(double value, int decimals) {
  static constexpr std::array<double, 10> kPowers = {1e0, 1e1, 1e2, 1e3, 1e4,
                                                     1e5, 1e6, 1e7, 1e8, 1e9};
  const double scaled = std::abs(value) * kPowers[static_cast<std::size_t>(decimals)];
  if (!(scaled < 1e12)) return std::nullopt;  // so far the product is wrong by less than 2^-13
  const auto whole = static_cast<std::uint64_t>(scaled);
  const double beyond = scaled - static_cast<double>(whole);
  if (std::abs(beyond - 0.5) < 0.001) return std::nullopt;
  return whole + (beyond > 0.5);
}

/// Writes `whole` with its point before the last `decimals` digits, of which it leaves out zeros at
/// the end.
void append_with_point(std::string& to, bool negative, std::uint64_t whole, int decimals) {
  const fmt::format_int text(whole);
  const int past_all = static_cast<int>(text.size()), point = past_all - decimals;
  // A small number lacks digits before its first, which are 0.
  const auto digit = [&](int at) { return at < 0 ? '0' : text.data()[at]; };
  int past = past_all;
  while (past > point && digit(past - 1) == '0') --past;
  std::array<char, 24> written;
  char* end = written.data();
  if (negative && whole > 0) *end++ = '-';
  if (point <= 0) *end++ = '0';
  for (int at = 0; at < point; ++at) *end++ = digit(at);
  if (past > point) *end++ = '.';
  for (int at = point; at < past; ++at) *end++ = digit(at);
  to.append(written.data(), static_cast<std::size_t>(end - written.data()));
}

}  // namespace

void append_csv_number(std::string& to, double value, int decimals) {
  if (std::isnan(value)) return;
  if (const auto whole = in_last_decimals(value, decimals)) {
    append_with_point(to, value < 0.0, *whole, decimals);
    return;
  }
  const std::size_t begin = to.size();
  fmt::format_to(std::back_inserter(to), "{:.{}f}", value, decimals);
  if (decimals > 0) to.erase(to.find_last_not_of('0') + 1);
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
