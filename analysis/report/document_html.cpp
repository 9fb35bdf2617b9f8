#include <fmt/format.h>

#include <algorithm>

#include "analysis/report/document.hpp"
#include "analysis/report/number_text.hpp"

namespace homeroom::report {
namespace {

/// Letters of a cell that needs no room for several lines, and for many.
constexpr std::size_t kLongestOneLine = 45, kLongestFewLines = 120;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += letter;
    }
  }
  return out;
}

/// Data inside a script element must not end it.
std::string inside_a_script(std::string text) {
  for (std::size_t at = 0; (at = text.find('<', at)) != std::string::npos;) {
    text.replace(at, 1, "\\u003c");
  }
  return text;
}

std::string paragraphs(const std::vector<std::string>& texts, const char* kind = "") {
  std::string out;
  for (const std::string& text : texts) out += fmt::format("<p{}>{}</p>\n", kind, escaped(text));
  return out;
}

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

std::string table_html(const Figure& figure) {
  const std::vector<std::size_t> told = told_columns(figure);
  std::string out = fmt::format(
      "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table: {}\"><table>"
      "<thead><tr>",
      escaped(figure.title));
  for (const std::size_t j : told) out += heading_of(figure.columns[j]);
  out += "</tr></thead><tbody>\n";
  for (const std::vector<Cell>& row : figure.rows) {
    out += "<tr>";
    for (const std::size_t j : told) {
      const std::string text = cell_text(row[j]);
      out += fmt::format("<td{}>{}</td>", class_of(figure.columns[j], text), text);
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

/// A table that opens where it is asked to, and is not printed.
std::string closed_table(const Figure& figure, const char* name) {
  return fmt::format(
      "<details><summary>{} ({} rows)</summary>\n"
      "<div class=\"table-tools\"></div>\n{}</details>",
      name, figure.rows.size(), table_html(figure));
}

/// Nothing of it is printed: a table that is closed.
bool is_for_screens(const Figure& figure) {
  return figure.kind.empty() && figure.hints.count("closed") > 0;
}

std::string figure_html(const Figure& figure) {
  const std::string about = figure.about.empty() ? "" : "<p>" + escaped(figure.about) + "</p>";
  std::string out =
      fmt::format("<figure id=\"{}\"{}><figcaption><h3>{}</h3>{}</figcaption>\n", figure.id,
                  is_for_screens(figure) ? " class=\"screen\"" : "", escaped(figure.title), about);
  if (is_for_screens(figure)) return out + closed_table(figure, "Table") + "</figure>\n";
  if (figure.kind.empty()) {
    return out + table_html(figure) + "<div class=\"table-tools\"></div></figure>\n";
  }
  const std::string words = escaped("Figure: " + figure.title + ". " + figure.about);
  return out + fmt::format("<div class=\"drawing\" aria-label=\"{}\"></div>\n{}</figure>\n", words,
                           closed_table(figure, "Table of this figure"));
}

bool is_for_screens(const Section& section) {
  return section.paragraphs.empty() && section.missing.empty() && section.commands.empty() &&
         std::all_of(section.figures.begin(), section.figures.end(),
                     [](const Figure& figure) { return is_for_screens(figure); });
}

std::string section_html(const Section& section) {
  std::string out = fmt::format(
      "<section id=\"part-{0}\"{2} aria-labelledby=\"part-{0}-name\">\n"
      "<h2 id=\"part-{0}-name\">{1}</h2>\n",
      section.id, escaped(section.heading), is_for_screens(section) ? " class=\"screen\"" : "");
  out += paragraphs(section.paragraphs);
  out += paragraphs(section.missing, " class=\"missing\"");
  for (const std::string& command : section.commands) {
    out += fmt::format("<pre tabindex=\"0\">{}</pre>\n", escaped(command));
  }
  for (const Figure& figure : section.figures) out += figure_html(figure);
  return out + "</section>\n";
}

std::string contents_html(const Document& document) {
  std::string out = "<nav class=\"contents\" aria-label=\"Sections\"><ul>\n";
  for (const Section& section : document.sections) {
    out +=
        fmt::format("<li><a href=\"#part-{}\">{}</a></li>\n", section.id, escaped(section.heading));
  }
  return out + "</ul></nav>\n";
}

}  // namespace

std::string page_html(const Document& document, std::string_view script, std::string_view styles) {
  std::string out = fmt::format(
      "{}\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:\">\n"
      "<link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n<style>{}</style></head><body>\n",
      kPageHead, escaped(document.title), styles);
  out += fmt::format("<header><h1>{}</h1>\n{}", escaped(document.title),
                     paragraphs(document.asked, " class=\"asked\""));
  out += paragraphs(document.notices, " class=\"missing\"");
  if (!document.answer.empty()) {
    out +=
        fmt::format("<div class=\"answer\" role=\"group\" aria-label=\"The answer\">\n{}</div>\n",
                    paragraphs(document.answer));
  }
  out +=
      "<noscript><p>Scripts are off, so no figure is drawn; every number stands in the tables "
      "below each heading.</p></noscript>\n";
  out += contents_html(document) + "</header>\n<main>\n";
  for (const Section& section : document.sections) out += section_html(section);
  out += fmt::format("</main>\n<footer><p>{}</p></footer>\n", escaped(document.made_by));
  out += fmt::format("<script type=\"application/json\" id=\"report-data\">{}</script>\n",
                     inside_a_script(figures_json(document)));
  return out + fmt::format("<script>{}</script>\n</body></html>\n", script);
}

}  // namespace homeroom::report
