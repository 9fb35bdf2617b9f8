#include "analysis/report/figure.hpp"

#include <cmath>

namespace homeroom::report {
namespace {

constexpr bool kText = false;

FigureColumn words(const char* key, const char* label) { return {key, label, "", kText}; }

}  // namespace

Cell cell_of(double number) { return std::isfinite(number) ? Cell(number) : Cell(); }

Figure panels(std::string id, std::string title, std::string about, std::string axis,
              const std::string& x, const std::string& band) {
  Figure figure{
      std::move(id), "panels", std::move(title), std::move(about), std::move(axis), {}, {}};
  figure.columns = {words("series", "schools"),
                    words("line", "line"),
                    {"x", x, ""},
                    {"y", "mean", figure.axis},
                    {"low", "low, " + band, figure.axis},
                    {"high", "high, " + band, figure.axis},
                    {"error", "Monte Carlo error of the mean, one standard error", figure.axis},
                    {"replicates", "replicates", ""}};
  return figure;
}

Figure intervals(std::string id, std::string title, std::string about, std::string axis) {
  Figure figure{
      std::move(id), "intervals", std::move(title), std::move(about), std::move(axis), {}, {}};
  figure.columns = {words("panel", "panel"),
                    words("label", "whose"),
                    {"value", "value", figure.axis},
                    {"low", "low, 95 % interval", figure.axis},
                    {"high", "high, 95 % interval", figure.axis}};
  return figure;
}

Figure waterfall(std::string id, std::string title, std::string about, std::string axis) {
  Figure figure{
      std::move(id), "waterfall", std::move(title), std::move(about), std::move(axis), {}, {}};
  figure.columns = {words("panel", "panel"),
                    words("label", "term"),
                    words("role", "role"),
                    {"value", "value", figure.axis},
                    {"error", "Monte Carlo error, one standard error", figure.axis}};
  return figure;
}

Figure table_of(std::string id, std::string title, std::string about,
                std::vector<FigureColumn> columns) {
  return {std::move(id), "", std::move(title), std::move(about), "", std::move(columns), {}};
}

}  // namespace homeroom::report
