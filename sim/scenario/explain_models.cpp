#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/scenario/explain.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

namespace {

constexpr std::size_t kColumns = 9;
using Row = std::array<std::string, kColumns>;

PerRight<double> rights_in(const SchoolModel& model, int year) {
  PerRight<double> rights{};
  for (std::size_t right = 0; right < rights.size(); ++right) {
    rights[right] = model.paper[right].in(year);
  }
  return rights;
}

const char* name_of(AutonomyLevel level) {
  constexpr std::array<const char*, 4> kNames = {"low", "mid", "high", "maximum"};
  return kNames[static_cast<std::size_t>(level)];
}

template <class Enum>
std::string name_in(const std::vector<std::string_view>& names, Enum value) {
  return std::string(names[static_cast<std::size_t>(value)]);
}

std::string approval(const SchoolModel& model, int year) {
  const double bodies = model.approval_bodies.in(year);
  const double vote = model.conversion_threshold.in(year);
  std::string text =
      bodies > 0 ? toml_literal(bodies) + (bodies == 1 ? " body" : " bodies") : "nobody";
  if (vote > 0) text += fmt::format(", vote of {:.0f}%", 100 * vote);
  return text;
}

std::string review(const SchoolModel& model, int year) {
  const double years = model.review_years.in(year);
  return years > 0 ? "every " + toml_literal(years) + " years" : "none";
}

Row row_of(const SchoolModel& model, int year) {
  const double score = autonomy_score(rights_in(model, year));
  return {model.key,
          model.label,
          fmt::format("{:.2f}", score),
          name_of(autonomy_level(score)),
          name_in(employer_names(), model.employer),
          name_in(guarantee_names(), model.guarantee),
          approval(model, year),
          review(model, year),
          name_in(consequence_names(), model.consequence)};
}

std::string aligned(const std::vector<Row>& rows) {
  std::array<std::size_t, kColumns> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < kColumns; ++i) line += fmt::format("{:<{}}  ", row[i], widths[i]);
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace

std::string explain_models(const Scenario& scenario) {
  std::vector<Row> rows = {{"model", "label", "score", "autonomy", "employer", "guarantee",
                            "approval", "review", "consequence"}};
  for (const SchoolModel& model : scenario.law.models) {
    rows.push_back(row_of(model, scenario.run.first_year));
  }
  return aligned(rows);
}

}  // namespace homeroom
