#include "app/model_years.hpp"

namespace homeroom::app {
namespace {

/// Models that have a first school in `year` where anything comes of the law.
void add_begun(const Law& law, int year, std::set<std::string>& models) {
  const auto add_where = [&](double how_much, const std::string& model) {
    if (how_much > 0.0 && !model.empty()) models.insert(model);
  };
  const AuthorizationLaw& founding = law.authorization;
  add_where(founding.openings_per_year.in(year), founding.opening_model);
  add_where(founding.conversions_per_year.in(year), founding.conversion_model);
  add_where(law.accountability.takeover_rate.in(year), law.accountability.takeover_model);
  add_where(law.accountability.escape_rate.in(year), law.accountability.escape_model);
  for (const Selection& selection : law.selections) {
    if (selection.year == year) models.insert(selection.model);
  }
}

}  // namespace

std::set<std::string> models_of(const Place& place) {
  std::set<std::string> models;
  for (const SchoolGroup& group : place.schools) models.insert(group.model);
  for (const ListedSchool& school : place.school_list) models.insert(school.model);
  return models;
}

double model_years(const Scenario& scenario, const Place& place, int first_year) {
  const RunPlan& run = scenario.run;
  std::set<std::string> models = models_of(place);
  double rows = 0.0;
  for (int year = run.first_year - run.burn_in_years; year <= run.last_year(); ++year) {
    add_begun(scenario.law_in(year), year, models);
    if (year >= first_year) rows += static_cast<double>(models.size());
  }
  return rows;
}

}  // namespace homeroom::app
