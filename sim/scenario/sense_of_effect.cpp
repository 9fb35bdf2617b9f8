// Levers that are set and change nothing, since another lever leaves them no work.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/purpose.hpp"

namespace homeroom {

bool ever_in_run(const Dated& lever, const RunPlan& run) {
  for (int year = run.first_year - run.burn_in_years; year < run.first_year + run.policy_years;
       ++year) {
    if (lever.in(year) > 0.0) return true;
  }
  return false;
}

namespace {

/// Levers that idle while something holds.
struct Idle {
  std::vector<std::string> levers;
  bool holds;
  std::string why;
};

bool admits_by(Admission admission, const Scenario& scenario, const std::set<std::string>& used) {
  return std::any_of(scenario.law.models.begin(), scenario.law.models.end(),
                     [&](const SchoolModel& model) {
                       return model.admission == admission && used.count(model.key) > 0;
                     });
}

/// Examination schools are asked for on the district's list, under any assignment.
bool has_examinations(const Scenario& scenario, const std::set<std::string>& used) {
  const auto selects = [](const auto& schools) { return schools.selective; };
  const auto& groups = scenario.place.schools;
  const auto& list = scenario.place.school_list;
  return admits_by(Admission::Examination, scenario, used) ||
         std::any_of(groups.begin(), groups.end(), selects) ||
         std::any_of(list.begin(), list.end(), selects);
}

std::vector<Idle> idle_levers(const Scenario& scenario, const Node& root) {
  const Law& law = scenario.law;
  const std::set<std::string> used = models_in_use(scenario, root);
  const bool neighbourhood = law.choice.assignment == Assignment::Neighbourhood;
  const bool lotteries = admits_by(Admission::Lottery, scenario, used);
  const bool lists = ever_in_run(law.accountability.takeover_list_years, scenario.run);
  const bool threat = ever_in_run(law.governance.takeover_threat, scenario.run);
  const std::vector<std::string> on_list = {
      "law.accountability.takeover_share", "law.accountability.takeover_rate",
      "law.accountability.takeover_model", "law.accountability.escape_rate",
      "law.accountability.escape_model"};
  const std::string assigned = "law.choice.assignment is \"neighbourhood\"";
  return {{{"law.choice.tie_breaking", "law.choice.zone_priority"}, neighbourhood, assigned},
          {{"law.choice.list_length"},
           neighbourhood && !has_examinations(scenario, used),
           assigned + " and no school admits by examination"},
          {{"law.choice.waiting_list_rounds", "law.choice.lottery_applications"},
           !lotteries,
           "no model in use has a lottery of its own (admission = \"lottery\")"},
          {on_list, !lists, "law.accountability.takeover_list_years is 0"},
          {on_list, lists && !threat, "law.governance.takeover_threat is 0"},
          {{"law.accountability.takeover_list_years"},
           lists && !threat,
           "law.governance.takeover_threat is 0"}};
}

/// One file that says everything, nature included, such as a resolved scenario, is itself a record.
bool is_record(const Node& root) {
  const Node* nature = find_path(root, "nature");
  if (!nature) return false;
  for (const auto& [chapter, parameters] : nature->members) {
    for (const auto& [key, parameter] : parameters.members) {
      if (parameter.at.file_name() != root.at.file_name()) return false;
    }
  }
  return true;
}

}  // namespace

void warn_of_idle_levers(const Scenario& scenario, const Node& root, Faults& warnings) {
  const bool record = is_record(root);
  for (const Idle& idle : idle_levers(scenario, root)) {
    if (!idle.holds) continue;
    for (const std::string& key : idle.levers) {
      const Node* lever = find_path(root, key);
      if (!lever || !of_own_file(lever->at, root)) continue;
      if (record && lever->at.file_name() == root.at.file_name()) continue;
      warnings.add(lever->at, key, "changes nothing while " + idle.why);
    }
  }
}

}  // namespace homeroom
