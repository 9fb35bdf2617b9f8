#include "analysis/report/table_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "analysis/report/html_text.hpp"
#include "analysis/report/number_text.hpp"

namespace homeroom::report {
namespace {

/// Letters of a cell that needs no room for several lines, and for many.
constexpr std::size_t kLongestOneLine = 45, kLongestFewLines = 120;

std::string cell_text(const Cell& cell) {
  if (const double* number = std::get_if<double>(&cell)) return number_text(*number);
  if (const std::string* text = std::get_if<std::string>(&cell)) return escaped(*text);
  return "";
}

/// A column in which no row has anything is left out; the download has it.
std::vector<std::size_t> told_columns(const Figure& figure) {
  std::vector<std::size_t> told;
  for (std::size_t j = 0; j < figure.columns.size(); ++j) {
    for (const std::vector<Cell>& row : figure.rows) {
      if (cell_text(row[j]).empty()) continue;
      told.push_back(j);
      break;
    }
  }
  return told;
}

std::string heading_of(const FigureColumn& column) {
  const std::string unit =
      column.unit.empty() || column.label == column.unit ? "" : fmt::format(" [{}]", column.unit);
  return fmt::format("<th scope=\"col\"{}>{}</th>", column.is_number ? " class=\"number\"" : "",
                     escaped(column.label + unit));
}

const char* class_of(const FigureColumn& column, const std::string& text) {
  if (column.is_number) return " class=\"number\"";
  if (text.size() > kLongestFewLines) return " class=\"long\"";
  return text.size() > kLongestOneLine ? " class=\"words\"" : "";
}

/// Place of the column that stands below each row; past the last where none does.
std::size_t place_below(const Figure& figure) {
  const auto hint = figure.hints.find("below");
  const auto found =
      std::find_if(figure.columns.begin(), figure.columns.end(), [&](const FigureColumn& column) {
        return hint != figure.hints.end() && column.key == hint->second;
      });
  return static_cast<std::size_t>(found - figure.columns.begin());
}

std::string row_html(const Figure& figure, const std::vector<Cell>& row,
                     const std::vector<std::size_t>& told) {
  std::string out = "<tr>";
  for (const std::size_t j : told) {
    const std::string text = cell_text(row[j]);
    out += fmt::format("<td{}>{}</td>", class_of(figure.columns[j], text), text);
  }
  return out + "</tr>\n";
}

}  // namespace

std::string table_html(const Figure& figure) {
  const std::size_t below = place_below(figure);
  std::vector<std::size_t> told = told_columns(figure);
  std::erase(told, below);
  std::string out = fmt::format(
      "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table: {}\"><table>"
      "<thead><tr>",
      escaped(figure.title));
  for (const std::size_t j : told) out += heading_of(figure.columns[j]);
  out += "</tr></thead><tbody>\n";
  for (const std::vector<Cell>& row : figure.rows) {
    out += row_html(figure, row, told);
    if (below == figure.columns.size()) continue;
    out += fmt::format("<tr class=\"below\"><td colspan=\"{}\">{}</td></tr>\n", told.size(),
                       cell_text(row[below]));
  }
  return out + "</tbody></table></div>\n";
}

}  // namespace homeroom::report
