// A report before it is a page: sections of sentences and figures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/figure.hpp"

namespace homeroom::report {

struct Section {
  std::string id, heading;
  std::vector<std::string> paragraphs = {};
  std::vector<Figure> figures = {};
  std::vector<std::string> missing = {};   ///< what could not be shown, and why; each a sentence
  std::vector<std::string> commands = {};  ///< lines to type, as they are
};

struct Document {
  std::string title;
  std::vector<std::string> asked;    ///< what was asked, in sentences
  std::vector<std::string> answer;   ///< the answer, in sentences
  std::vector<std::string> notices;  ///< what a reader must know before all else
  std::vector<std::string> series;  ///< names that keep their colour on every figure, in order; the
                                    ///< first is the whole city
  std::vector<Section> sections;
  std::string made_by;  ///< program, version, date
};

/// How the first line of every report begins, by which one is known.
inline constexpr const char* kPageHead = "<!doctype html><!-- homeroom report -->";

/// What the page draws: names of series, and every figure with its rows.
std::string figures_json(const Document& document);

/// One file that asks nothing of any other: words, tables, data, and what draws them.
std::string page_html(const Document& document, std::string_view script, std::string_view styles);

}  // namespace homeroom::report
