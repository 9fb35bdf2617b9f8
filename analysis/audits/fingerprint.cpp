#include "analysis/audits/fingerprint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace homeroom::audits {
namespace {

constexpr std::size_t kKeys = 3;  // scenario, replicate, year

std::uint64_t bits_of(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return value != value ? 0x7ff8000000000000ULL : bits;  // one NaN is as good as another
}
std::uint64_t bits_of(std::int64_t value) { return static_cast<std::uint64_t>(value); }

/// SplitMix64's finish: every bit of what went in moves half of those that come out.
std::uint64_t mixed(std::uint64_t word) {
  word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9ULL;
  word = (word ^ (word >> 27)) * 0x94d049bb133111ebULL;
  return word ^ (word >> 31);
}
std::uint64_t chained(std::uint64_t before, std::uint64_t word) {
  return mixed(before + 0x9e3779b97f4a7c15ULL + mixed(word));
}

std::uint64_t bits_of(std::string_view text) {
  std::uint64_t hash = text.size();
  while (!text.empty()) {
    std::uint64_t word = 0;
    const std::size_t taken = std::min(text.size(), sizeof word);
    std::memcpy(&word, text.data(), taken);
    hash = chained(hash, word);
    text.remove_prefix(taken);
  }
  return hash;
}

template <class Cells>
std::uint64_t hash_of(const Cells& cells) {
  std::uint64_t hash = cells.size();
  for (const auto& cell : cells) hash = chained(hash, bits_of(cell));
  return hash;
}

/// Calls `use` with the cells of a column, whatever their kind.
template <class Use>
auto with_column(const Batch& table, std::size_t column, Use&& use) {
  switch (table.definition().columns[column].kind) {
    case ColumnKind::Whole:
      return use(table.wholes(column));
    case ColumnKind::Number:
      return use(table.numbers(column));
    case ColumnKind::Text:
      break;
  }
  return use(table.texts(column));
}

std::string text_of(const std::string& cell) { return cell.empty() ? "nothing" : cell; }
std::string text_of(std::int64_t cell) {
  return cell == kNoWhole ? "nothing" : std::to_string(cell);
}
std::string text_of(double cell) { return cell != cell ? "nothing" : fmt::format("{}", cell); }

std::string cell_text(const Batch& table, std::size_t column, std::size_t row) {
  return with_column(table, column, [&](const auto& cells) { return text_of(cells[row]); });
}

std::uint64_t cell_bits(const Batch& table, std::size_t column, std::size_t row) {
  return with_column(table, column, [&](const auto& cells) { return bits_of(cells[row]); });
}

std::string name_of_row(const Batch& table, std::size_t row) {
  const auto& columns = table.definition().columns;
  std::string name;
  for (std::size_t column = kKeys; column < std::min(columns.size(), kKeys + 2); ++column) {
    name += fmt::format("{}{} {}", name.empty() ? "" : ", ", columns[column].name,
                        cell_text(table, column, row));
  }
  return name;
}

}  // namespace

Fingerprint fingerprint_of(const Batch& table) {
  Fingerprint print;
  print.rows = table.rows();
  for (std::size_t column = 0; column < table.definition().columns.size(); ++column) {
    print.columns.push_back(
        with_column(table, column, [](const auto& cells) { return hash_of(cells); }));
  }
  return print;
}

std::optional<CellDifference> first_difference(const Batch& one, const Batch& other) {
  const auto& columns = one.definition().columns;
  const std::size_t rows = std::min(one.rows(), other.rows());
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (cell_bits(one, column, row) == cell_bits(other, column, row)) continue;
      return CellDifference{row, name_of_row(one, row), std::string(columns[column].name),
                            cell_text(one, column, row), cell_text(other, column, row)};
    }
  }
  if (one.rows() == other.rows()) return std::nullopt;
  const Batch& longer = one.rows() > other.rows() ? one : other;
  return CellDifference{rows, name_of_row(longer, rows), "", fmt::format("{} rows", one.rows()),
                        fmt::format("{} rows", other.rows())};
}

}  // namespace homeroom::audits
