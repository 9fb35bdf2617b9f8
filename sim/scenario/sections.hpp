// The parts of a scenario and where each stands in a file. Reader, writer, reference and schema all
// walk this one list.
#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// Calls `each(chapter, levers)` for every chapter of the law.
template <class Each>
void law_chapters(Law& law, Each&& each) {
  each("governance", law.governance);
  each("authorization", law.authorization);
  each("choice", law.choice);
  each("budget", law.budget);
  each("staffing", law.staffing);
  each("accountability", law.accountability);
  each("testing", law.testing);
  each("counterfactual", law.counterfactual);
}

/// Calls `each(key, described)` for every described part, items of lists by position.
template <class Each>
void scenario_sections(Scenario& scenario, Each&& each) {
  const auto list = [&](const std::string& key, auto& items) {
    for (std::size_t i = 0; i < items.size(); ++i) each(key + "." + std::to_string(i), items[i]);
  };
  each(std::string("run"), scenario.run);
  each(std::string("place"), scenario.place);
  list("place.schools", scenario.place.schools);
  list("place.school_list", scenario.place.school_list);
  if (scenario.nation) {
    each(std::string("nation"), *scenario.nation);
    list("nation.classes", scenario.nation->classes);
  }
  law_chapters(scenario.law, [&](const char* chapter, auto& levers) {
    each(std::string("law.") + chapter, levers);
  });
  list("law.selections", scenario.law.selections);
  for (SchoolModel& model : scenario.law.models) each("models." + model.key, model);
  scenario.nature.chapters([&](const char* chapter, auto& parameters) {
    each(std::string("nature.") + chapter, parameters);
  });
}

}  // namespace homeroom
