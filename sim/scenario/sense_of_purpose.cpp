// What is allowed and yet hardly meant.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/model_lines.hpp"
#include "sim/scenario/purpose.hpp"
#include "sim/scenario/sections.hpp"
#include "sim/scenario/sense.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

namespace {

/// Calls `each(key, lever)` for every dated number of a described part.
template <class Each>
class DatedFields final : public FieldVisitor {
 public:
  DatedFields(std::string prefix, Each& each) : prefix_(std::move(prefix)), each_(each) {}
  void dated(const Meaning& meaning, Dated& field) override {
    each_(prefix_ + "." + std::string(meaning.key), field);
  }
  void number(const Meaning&, double&) override {}
  void number_if_known(const Meaning&, std::optional<double>&) override {}
  void integer(const Meaning&, int&) override {}
  void numbers(const Meaning&, std::vector<double>&) override {}
  void flag(std::string_view, std::string_view, bool&) override {}
  void text(std::string_view, std::string_view, std::string&) override {}
  void choice(std::string_view, const std::vector<std::string_view>&, std::string_view,
              int&) override {}

 private:
  std::string prefix_;
  Each& each_;
};

/// Steps of a lever that no year of the run meets.
void warn_of_dates(const std::string& key, const Dated& lever, const RunPlan& run, const Node& root,
                   Faults& warnings) {
  const int first = run.first_year - run.burn_in_years;
  const int last = run.first_year + run.policy_years - 1;
  const auto& steps = lever.steps();
  if (!of_own_file(locate(root, key), root)) return;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto [since, value] = steps[i];
    const bool late = since > last;
    const bool replaced = i + 1 < steps.size() && steps[i + 1].first <= first;
    if (!late && !replaced) continue;
    warnings.add(
        locate(root, fmt::format("{}.{}", key, since)), key,
        late
            ? fmt::format("{} = {} comes after the last year, {}: it changes nothing", since,
                          toml_literal(value), last)
            : fmt::format("{} = {} is replaced by {} before the first year, {}: it changes nothing",
                          since, toml_literal(value), steps[i + 1].first, first));
  }
}

/// A run that was shortened on the command line leaves later years out on purpose.
bool shortened(const Node& root) {
  const Node* years = find_path(root, "run.policy_years");
  return years && years->at.file_name().starts_with("--");
}

bool states_a_right(const Node& root, const std::string& model) {
  return std::any_of(kRightNames.begin(), kRightNames.end(), [&](const RightName& right) {
    return find_path(root, fmt::format("models.{}.{}", model, right.code)) != nullptr;
  });
}

void warn_of_models(const Scenario& scenario, const Node& root, Faults& warnings) {
  const std::set<std::string> used = models_in_use(scenario, root);
  const SchoolModel& ordinary = scenario.law.model(scenario.law.ordinary);
  const double ordinary_score = score_in(ordinary, scenario.run.first_year);
  for (const SchoolModel& model : scenario.law.models) {
    const std::string key = "models." + model.key;
    const Spot at = locate(root, key);
    if (!of_own_file(at, root)) continue;
    if (used.count(model.key) == 0) {
      warnings.add(at, key, "no school group, selection or lever uses this model");
    } else if (model.key != ordinary.key && !states_a_right(root, model.key)) {
      warnings.add(at, key,
                   fmt::format("no right is set: autonomy {:.2f}, ordinary practice has {:.2f}",
                               score_in(model, scenario.run.first_year), ordinary_score));
    }
  }
}

}  // namespace

bool of_own_file(const Spot& at, const Node& root) {
  return at.file_name() == root.at.file_name() || at.file_name().starts_with("--");
}

std::set<std::string> models_in_use(const Scenario& scenario, const Node& root) {
  const Law& law = scenario.law;
  std::set<std::string> used = {law.authorization.opening_model, law.authorization.conversion_model,
                                law.governance.zone_model,       law.accountability.takeover_model,
                                law.accountability.escape_model, law.authorization.network_model};
  if (const Node* ordinary = find_path(root, "law.ordinary")) used.insert(ordinary->text);
  if (scenario.nation) used.insert({scenario.nation->model, scenario.nation->choice_model});
  for (const SchoolGroup& group : scenario.place.schools) {
    used.insert({group.model, group.second_model});
  }
  for (const ListedSchool& school : scenario.place.school_list) {
    used.insert({school.model, school.second_model});
  }
  for (const Selection& selection : law.selections) {
    used.insert({selection.model, selection.from, selection.double_from});
  }
  for (const SchoolModel& model : law.models) used.insert(model.restart_model);
  return used;
}

std::vector<Fault> warnings_about(Scenario& scenario, const Node& root,
                                  const std::vector<Node>& lower_selections) {
  Faults warnings;
  if (!shortened(root)) {
    auto each = [&](const std::string& key, const Dated& lever) {
      warn_of_dates(key, lever, scenario.run, root, warnings);
    };
    scenario_sections(scenario, [&](const std::string& key, auto& described) {
      DatedFields<decltype(each)> fields(key, each);
      described.describe(fields);
    });
  }
  warn_of_models(scenario, root, warnings);
  warn_of_idle_levers(scenario, root, warnings);
  warn_of_lost_selections(lower_selections, root, warnings);
  return warnings.sorted();
}

}  // namespace homeroom
