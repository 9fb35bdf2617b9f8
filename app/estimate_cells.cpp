#include "app/estimate_cells.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/core/number_from.hpp"

namespace homeroom::app {
namespace {

using lists::Weight;

std::string shortened(std::string_view cell) {
  constexpr std::size_t kShown = 40;
  return std::string(cell.substr(0, kShown)) + (cell.size() > kShown ? "..." : "");
}

bool may_be_words(const AskedColumn& column) {
  return column.role == Role::On || column.role == Role::Control;
}

/// Rows whose cell is neither missing nor a number.
struct Texts {
  std::string first;
  std::vector<int> lines;
  std::size_t numbers = 0;  ///< how many cells hold one
};

Texts texts_of(const AskedCells& cells, const AskedColumn& column) {
  Texts texts;
  if (!column.word.empty()) return texts;
  for (std::size_t i = 0; i < cells.csv.rows(); ++i) {
    const std::string_view one = cells.at(i, column);
    if (is_missing(one)) continue;
    if (number_in(one)) {
      ++texts.numbers;
      continue;
    }
    if (texts.lines.empty()) texts.first = shortened(one);
    texts.lines.push_back(cells.csv.line(i));
  }
  return texts;
}

void name_texts(const AskedColumn& column, const Texts& texts, const std::string& file,
                lists::Remarks& remarks) {
  const std::string what = fmt::format("is \"{}\", which is no number{}", texts.first,
                                       texts.lines.size() == 1 ? "" : " (the first of these)");
  const char* allowed = may_be_words(column) ? "numbers with a point, or words alone; --factor "
                                               "takes numbers as words"
                                             : "numbers with a point; COLUMN=WORD is 1 where it is "
                                               "the word";
  for (const int line : texts.lines) {
    remarks.at(Weight::Fault, file, line, column.name, what, allowed);
  }
}

}  // namespace

std::string_view AskedCells::value(std::size_t row, const AskedColumn& column) const {
  const std::string_view cell = at(row, column);
  if (column.word.empty() || is_missing(cell)) return cell;
  return (cell == column.word) != column.is_not ? "1" : "0";
}

bool is_missing(std::string_view cell) {
  return cell.empty() || cell == "." || cell == "NA" || cell == "N/A" || cell == "NaN" ||
         cell == "nan" || cell == "NULL";
}

std::optional<double> number_in(std::string_view cell) {
  if (cell.size() > 1 && cell.front() == '+' && cell[1] != '-') cell.remove_prefix(1);
  const std::optional<double> value = number_from<double>(cell);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::set<std::string> columns_of_words(const AskedCells& cells, const std::string& file,
                                       lists::Remarks& remarks) {
  std::set<std::string> words;
  for (const AskedColumn& column : cells.asked) {
    if (is_of_words(column.role)) continue;
    if (column.factor) {
      words.insert(column.name);
      continue;
    }
    const Texts texts = texts_of(cells, column);
    if (may_be_words(column) && texts.numbers == 0 && !texts.lines.empty()) {
      words.insert(column.name);
      continue;
    }
    if (!texts.lines.empty()) name_texts(column, texts, file, remarks);
    if (may_be_words(column) && !column.base.empty()) {
      remarks.about(Weight::Fault, file, column.name,
                    "is a column of numbers, which has no base; --factor makes it one of words");
    }
  }
  return words;
}

}  // namespace homeroom::app
