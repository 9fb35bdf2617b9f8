#include <fmt/format.h>

#include <algorithm>

#include "analysis/report/document.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/table_html.hpp"

namespace homeroom::report {
namespace {

std::string paragraphs(const std::vector<std::string>& texts, const char* kind = "") {
  std::string out;
  for (const std::string& text : texts) out += fmt::format("<p{}>{}</p>\n", kind, escaped(text));
  return out;
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
