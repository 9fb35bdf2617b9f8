#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/explain.hpp"
#include "sim/scenario/model_lines.hpp"
#include "sim/scenario/reference.hpp"

namespace homeroom {

namespace {

std::string aligned(const std::vector<ModelLine>& rows) {
  std::array<std::size_t, kModelColumns> widths{};
  for (const ModelLine& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const ModelLine& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += fmt::format("{:<{}}  ", row[i], widths[i]);
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string barred(const ModelLine& row) {
  std::string line = "|";
  for (const std::string& cell : row) line += fmt::format(" {} |", cell);
  return line + "\n";
}

}  // namespace

std::string explain_models(const Scenario& scenario) {
  const int year = year_of_models(scenario);
  std::vector<ModelLine> rows = model_lines(scenario, year);
  rows.insert(rows.begin(), model_columns());
  return aligned(rows) +
         fmt::format(
             "\nrights on paper in {}: scored by rank of the autonomies; stated are those that a "
             "source states\nhomeroom explain models.KEY shows one model\n",
             year);
}

std::string models_table_markdown(const Scenario& scenario) {
  std::string text = barred(model_columns()) + "|";
  for (std::size_t i = 0; i < kModelColumns; ++i) text += " --- |";
  text += "\n";
  for (ModelLine row : model_lines(scenario, year_of_models(scenario))) {
    row.front() = "`" + row.front() + "`";
    text += barred(row);
  }
  return text;
}

}  // namespace homeroom
