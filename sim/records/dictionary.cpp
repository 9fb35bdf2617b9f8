#include "sim/records/dictionary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/words.hpp"
#include "sim/records/csv_cell.hpp"

namespace homeroom {
namespace {

std::string_view kind_of(const ColumnDefinition& column) {
  switch (column.kind) {
    case ColumnKind::Whole:
      return "whole";
    case ColumnKind::Number:
      return "number";
    case ColumnKind::Text:
      return "text";
  }
  return "";
}

/// No column of numbers is without: a pure number has the unit 1, what only names something is an
/// id.
std::string_view unit_of(const ColumnDefinition& column) {
  if (!column.unit.empty() || column.kind == ColumnKind::Text) return column.unit;
  return column.kind == ColumnKind::Whole ? "id" : "1";
}

/// As a reader of the page would say it.
std::string_view type_of(const ColumnDefinition& column) {
  if (column.unit == "0/1") return "0 or 1";
  return column.kind == ColumnKind::Text && !column.codes.empty() ? "word" : kind_of(column);
}

std::string words_of(const ColumnDefinition& column, std::string_view quote) {
  std::string text;
  for (const Code& code : column.codes) {
    text += fmt::format("{}{}{}{}: {}", text.empty() ? "" : "; ", quote, code.word, quote,
                        code.meaning);
  }
  return text;
}

/// The words alone, in their order, for whoever makes levels of a factor of them.
std::string levels_of(const ColumnDefinition& column) {
  std::string text;
  for (const Code& code : column.codes)
    text += fmt::format("{}{}", text.empty() ? "" : " ", code.word);
  return text;
}

/// A bar would end the cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '|') safe += '\\';
    safe += letter;
  }
  return safe;
}

}  // namespace

const TableDefinition* find_table(const Tables& tables, std::string_view name) {
  if (name.ends_with(".csv")) name.remove_suffix(4);
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const TableDefinition* table) {
    return table->name == name;
  });
  return found == tables.end() ? nullptr : *found;
}

std::string list_of_tables(const Tables& tables) {
  std::string text;
  for (const TableDefinition* table : tables) {
    text += fmt::format("{:<18}{:>3} columns, one row per {}\n", fmt::format("{}.csv", table->name),
                        table->columns.size(), table->row);
  }
  return text;
}

namespace {

/// Meaning, words, and what an empty cell says, beside the name in `width` letters.
std::string column_text(const ColumnDefinition& column, std::size_t width) {
  std::string text = fmt::format("  {:<{}}  {}", column.name, width, column.meaning);
  if (!column.unit.empty()) text += fmt::format(" [{}]", column.unit);
  text += '\n';
  for (const Code& code : column.codes) {
    text += fmt::format("  {:<{}}    {}: {}\n", "", width, code.word, code.meaning);
  }
  if (!column.empty.empty())
    text += fmt::format("  {:<{}}    empty: {}\n", "", width, column.empty);
  return text;
}

}  // namespace

std::string explain_table(const TableDefinition& table) {
  std::size_t width = 0;
  for (const ColumnDefinition& column : table.columns) width = std::max(width, column.name.size());
  std::string text = fmt::format("{}.csv: one row per {}\n\n", table.name, table.row);
  for (const ColumnDefinition& column : table.columns) text += column_text(column, width);
  return text;
}

std::string explain_column(const Tables& tables, std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  const TableDefinition* table = find_table(tables, name.substr(0, dot));
  if (!table) return {};
  for (const ColumnDefinition& column : table->columns) {
    if (column.name != name.substr(dot + 1)) continue;
    return fmt::format("{}.csv: one row per {}\n{}", table->name, table->row,
                       column_text(column, column.name.size()));
  }
  return {};
}

std::string columns_about(const Tables& tables, std::string_view words) {
  const std::vector<std::string> asked = words_in(words);
  std::string text;
  for (const TableDefinition* table : tables) {
    for (const ColumnDefinition& column : table->columns) {
      if (!mentions(fmt::format("{} {}", column.name, column.meaning), asked)) continue;
      text += fmt::format("  {}.csv {}  # {}{}\n", table->name, column.name, column.meaning,
                          column.unit.empty() ? "" : fmt::format(" [{}]", column.unit));
    }
  }
  return text;
}

std::string dictionary_markdown(const Tables& tables) {
  std::string text;
  for (const TableDefinition* table : tables) {
    text += fmt::format("\n## {}.csv\nOne row per {}.\n\n", table->name, table->row);
    text += "| column | type | unit | meaning | an empty cell says |\n";
    text += "| --- | --- | --- | --- | --- |\n";
    for (const ColumnDefinition& column : table->columns) {
      std::string meaning = cell(column.meaning);
      if (!column.codes.empty()) meaning += ". " + cell(words_of(column, "`"));
      text += fmt::format("| `{}` | {} | {} | {} | {} |\n", column.name, type_of(column),
                          cell(unit_of(column)), meaning, cell(column.empty));
    }
  }
  return text;
}

std::string codebook_csv(const Tables& tables) {
  std::string text = "table,column,kind,unit,meaning,words,empty,levels\n";
  for (const TableDefinition* table : tables) {
    for (const ColumnDefinition& column : table->columns) {
      text += fmt::format("{},{},{},{},{},{},{},{}\n", table->name, csv_cell(column.name),
                          kind_of(column), csv_quoted(unit_of(column)), csv_quoted(column.meaning),
                          csv_quoted(words_of(column, "")), csv_quoted(column.empty),
                          csv_quoted(levels_of(column)));
    }
  }
  return text;
}

}  // namespace homeroom
