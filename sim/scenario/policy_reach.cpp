#include "sim/scenario/policy_reach.hpp"

#include <algorithm>

#include "sim/scenario/purpose.hpp"

namespace homeroom {

namespace {

using Keys = std::set<std::string>;

Keys founded(const Scenario& scenario, const Law& law) {
  Keys keys;
  if (law.ordinary) keys.insert(law.model(law.ordinary).key);
  if (scenario.nation) keys.insert({scenario.nation->model, scenario.nation->choice_model});
  for (const SchoolGroup& group : scenario.place.schools) {
    keys.insert({group.model, group.second_model});
  }
  for (const ListedSchool& school : scenario.place.school_list) {
    keys.insert({school.model, school.second_model});
  }
  return keys;
}

void add_taken_up(const Law& law, const RunPlan& run, Keys& keys) {
  const auto add = [&](const std::string& model, bool sought) {
    if (sought) keys.insert(model);
  };
  for (const Selection& selection : law.selections) {
    add(selection.model, selection.count > 0 || selection.volunteers > 0.0);
  }
  const AuthorizationLaw& authorization = law.authorization;
  add(authorization.opening_model, ever_in_run(authorization.openings_per_year, run));
  add(authorization.conversion_model, ever_in_run(authorization.conversions_per_year, run) ||
                                          ever_in_run(authorization.answer_to_pressure, run));
  add(authorization.network_model, true);
  add(law.governance.zone_model, ever_in_run(law.governance.zone_voice, run));
  add(law.accountability.takeover_model, ever_in_run(law.accountability.takeover_rate, run));
  add(law.accountability.escape_model, ever_in_run(law.accountability.escape_rate, run));
}

/// A restart under another model may lead to a further one.
void add_restarts(const Law& law, Keys& keys) {
  for (std::size_t known = 0; known != keys.size();) {
    known = keys.size();
    for (const SchoolModel& model : law.models) {
      if (model.consequence == Consequence::Restart && keys.count(model.key) > 0) {
        keys.insert(model.restart_model);
      }
    }
  }
}

}  // namespace

std::set<std::string> models_in_reach(const Scenario& scenario, const Law& law) {
  Keys keys = founded(scenario, law);
  add_taken_up(law, scenario.run, keys);
  add_restarts(law, keys);
  keys.erase("");
  return keys;
}

bool moves_nothing_in_reach(const Scenario& scenario) {
  if (!scenario.policy) return false;
  Keys reach = models_in_reach(scenario, scenario.law);
  reach.merge(models_in_reach(scenario, scenario.policy->law));
  const std::string law = "policy.law.", models = "policy.models.";
  bool moves = false;
  for (const auto& [key, noted] : scenario.provenance) {
    if (key.starts_with(law)) return false;
    if (!key.starts_with(models)) continue;
    moves = true;
    const std::size_t end = key.find('.', models.size());
    if (reach.count(key.substr(models.size(), end - models.size())) > 0) return false;
  }
  return moves;
}

}  // namespace homeroom
