#include <nlohmann/json.hpp>

#include "analysis/report/document.hpp"

namespace homeroom::report {
namespace {

using Json = nlohmann::ordered_json;

Json cell_json(const Cell& cell) {
  if (const double* number = std::get_if<double>(&cell)) return *number;
  if (const std::string* text = std::get_if<std::string>(&cell)) return *text;
  return nullptr;
}

Json figure_json(const Figure& figure) {
  Json columns = Json::array(), rows = Json::array();
  for (const FigureColumn& column : figure.columns) {
    columns.push_back({{"key", column.key}, {"label", column.label}, {"unit", column.unit}});
  }
  for (const std::vector<Cell>& cells : figure.rows) {
    Json row = Json::array();
    for (const Cell& cell : cells) row.push_back(cell_json(cell));
    rows.push_back(std::move(row));
  }
  Json hints = Json::object();
  for (const auto& [key, value] : figure.hints) hints[key] = value;
  return {{"id", figure.id},     {"kind", figure.kind}, {"title", figure.title},
          {"axis", figure.axis}, {"columns", columns},  {"rows", rows},
          {"hints", hints}};
}

}  // namespace

std::string figures_json(const Document& document) {
  Json figures = Json::array();
  for (const Section& section : document.sections) {
    for (const Figure& figure : section.figures) figures.push_back(figure_json(figure));
  }
  const Json page = {{"series", document.series}, {"figures", figures}};
  // Names need not be UTF-8; a page must be.
  return page.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace homeroom::report
