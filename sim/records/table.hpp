// A table's definition, a batch of its rows in memory, and its text.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace homeroom {

enum class ColumnKind { Whole, Number, Text };

/// A word that a cell may hold, and what it says.
struct Code {
  std::string_view word, meaning;
};

/// A column is declared once: writers, the data dictionary and the codebook of a run all come from
/// that declaration.
struct ColumnDefinition {
  std::string_view name;
  ColumnKind kind;
  std::string_view unit;  ///< decides the decimals that are written, see decimals_of
  std::string_view meaning;
  std::string_view empty = {};   ///< what an empty cell says; nothing: no cell is ever empty
  std::vector<Code> codes = {};  ///< the words it may hold; none: any
  ColumnDefinition or_empty(std::string_view why) && {
    empty = why;
    return std::move(*this);
  }
  ColumnDefinition in_words(std::vector<Code> words) && {
    codes = std::move(words);
    return std::move(*this);
  }
};

struct TableDefinition {
  std::string_view name;  ///< file name without ending
  std::vector<ColumnDefinition> columns;
  std::string_view row = {};  ///< what one row is
};

/// Decimals that a number of this unit is written with at most: finer than anything it can mean.
int decimals_of(std::string_view unit);

/// A whole number that is missing.
inline constexpr std::int64_t kNoWhole = std::numeric_limits<std::int64_t>::min();

/// Rows of one table, column by column. What is missing is NaN, kNoWhole or "" in memory and an
/// empty cell in text.
class Batch {
 public:
  explicit Batch(const TableDefinition& definition);

  /// One row, cell by cell in the order of the definition; `end_row` checks that none is missing.
  Batch& add(std::int64_t value);
  Batch& add(int value) { return add(static_cast<std::int64_t>(value)); }
  Batch& add(double value);
  Batch& add(std::string_view value);
  Batch& add_missing();
  void end_row();

  /// A whole column of a batch without rows; all columns have one length, and `end_columns` checks
  /// that none is missing. For tables of many rows.
  void put(std::size_t column, std::vector<std::int64_t> values);
  void put(std::size_t column, std::vector<double> values);
  void end_columns();

  /// Leaves no row, and keeps the memory for as many more.
  void clear();

  const TableDefinition& definition() const { return *definition_; }
  std::size_t rows() const { return rows_; }
  const std::vector<std::int64_t>& wholes(std::size_t column) const { return wholes_[column]; }
  const std::vector<double>& numbers(std::size_t column) const { return numbers_[column]; }
  const std::vector<std::string>& texts(std::size_t column) const { return texts_[column]; }

 private:
  ColumnKind next_kind() const;
  const TableDefinition* definition_;
  std::size_t rows_ = 0, next_ = 0;
  std::vector<std::vector<std::int64_t>> wholes_;
  std::vector<std::vector<double>> numbers_;
  std::vector<std::vector<std::string>> texts_;
};

/// The header line of a table.
std::string csv_header(const TableDefinition& definition);
/// Appends the rows as comma-separated text; numbers with the decimals of their unit, none of them
/// a trailing 0.
void append_csv(std::string& text, const Batch& batch);
/// The same of rows [first, past).
void append_csv(std::string& text, const Batch& batch, std::size_t first, std::size_t past);

/// The key columns with which every table begins.
struct RowKey {
  std::string_view scenario;
  std::uint32_t replicate;
  int year;
};
std::vector<ColumnDefinition> with_key(std::vector<ColumnDefinition> columns);
inline Batch& add_key(Batch& batch, const RowKey& key) {
  return batch.add(key.scenario).add(static_cast<std::int64_t>(key.replicate)).add(key.year);
}

}  // namespace homeroom
