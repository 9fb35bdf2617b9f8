#include "sim/scenario/model_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "sim/scenario/toml_text.hpp"

namespace homeroom {

double score_in(const SchoolModel& model, int year) {
  PerRight<double> rights{};
  for (std::size_t right = 0; right < rights.size(); ++right) {
    rights[right] = model.paper[right].in(year);
  }
  return autonomy_score(rights);
}

namespace {

/// Ordinary practice is what the report measures levels against.
std::string level_of(const SchoolModel& model, double score) {
  if (model.origin == Origin::Ordinary) return "baseline";
  constexpr std::array<const char*, 4> kNames = {"low", "mid", "high", "above high"};
  return kNames[static_cast<std::size_t>(autonomy_level(score))];
}

int rights_with(const Scenario& scenario, const SchoolModel& model, std::string_view status) {
  return static_cast<int>(
      std::count_if(kRightNames.begin(), kRightNames.end(), [&](const RightName& right) {
        const auto noted =
            scenario.provenance.find(fmt::format("models.{}.{}", model.key, right.code));
        return noted != scenario.provenance.end() && noted->second.status == status;
      }));
}

/// How many rights a source states; the others are proposed. A model of whose rights no source
/// states any has no score but the proposed one.
std::string sources_of(const Scenario& scenario, const SchoolModel& model) {
  const int stated = rights_with(scenario, model, "measured");
  if (stated > 0) return fmt::format("{} stated, {} proposed", stated, kRights - stated);
  const int proposed = rights_with(scenario, model, "assumed");
  return proposed > 0 ? fmt::format("{} proposed: no score in the source", proposed) : "no source";
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
  const double first = model.first_review_years.in(year);
  if (years <= 0) return "none";
  const std::string later = years == 1 ? "every year" : "every " + toml_literal(years) + " years";
  return first > 0 && first != years ? "year " + toml_literal(first) + ", then " + later : later;
}

ModelLine row_of(const Scenario& scenario, const SchoolModel& model, int year) {
  const double score = score_in(model, year);
  return {model.key,
          model.city.empty() ? "-" : model.city,
          fmt::format("{:.2f}", score),
          level_of(model, score),
          sources_of(scenario, model),
          name_in(employer_names(), model.employer),
          name_in(guarantee_names(), model.guarantee),
          approval(model, year),
          review(model, year),
          name_in(consequence_names(), model.consequence)};
}

}  // namespace

ModelLine model_columns() {
  return {"model",    "city",       "score",       "autonomy", "rights",
          "employer", "secured by", "approved by", "reviewed", "failure leads to"};
}

int year_of_models(const Scenario& scenario) {
  return scenario.run.first_year + scenario.run.policy_years - 1;
}

std::vector<ModelLine> model_lines(const Scenario& scenario, int year) {
  std::vector<const SchoolModel*> models;
  for (const SchoolModel& model : scenario.law.models) models.push_back(&model);
  std::sort(models.begin(), models.end(), [&](const SchoolModel* a, const SchoolModel* b) {
    const auto place = [&](const SchoolModel& m) {
      return std::tuple(m.city, -score_in(m, year), m.key);
    };
    return place(*a) < place(*b);
  });
  std::vector<ModelLine> rows;
  for (const SchoolModel* model : models) rows.push_back(row_of(scenario, *model, year));
  return rows;
}

}  // namespace homeroom
