#include "app/claims_joint_space.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "app/find_scenario.hpp"
#include "sim/vocabulary/autonomies.hpp"

namespace homeroom::app {
namespace {

constexpr double kStep = 0.25;  // of the report's coding of rights

/// Models that a school of the city has or may take by a selection.
std::set<std::string> models_of(const Scenario& scenario) {
  std::set<std::string> models;
  for (const SchoolGroup& group : scenario.place.schools) models.insert(group.model);
  for (const ListedSchool& school : scenario.place.school_list) models.insert(school.model);
  for (const Selection& selection : scenario.law.selections) models.insert(selection.model);
  return models;
}

void add_cell(const Scenario& scenario, const std::string& key, SweepDesign& design) {
  const auto noted = scenario.provenance.find(key);
  if (noted == scenario.provenance.end() || noted->second.status != "assumed") return;
  double value = 0;
  try {
    std::size_t read = 0;
    value = std::stod(noted->second.value, &read);
    if (read != noted->second.value.size()) return;  // a lever with dates
  } catch (const std::exception&) {
    return;
  }
  SweepFactor factor;
  factor.name = key;
  factor.key = key;
  factor.spread = Spread::Uniform;
  factor.low = std::max(0.0, value - kStep);
  factor.high = std::min(1.0, value + kStep);
  design.factors.push_back(std::move(factor));
}

}  // namespace

bool read_joint_space(SweepDesign& space) {
  SweepReading reading = read_sweep_design(scenarios_folder() / "sweeps" / "joint_space.toml");
  fmt::print(stderr, "{}", format_faults(reading.faults));
  space = std::move(reading.design);
  return reading.faults.empty();
}

std::vector<std::string> keys_of(const SweepDesign& design) {
  std::vector<std::string> keys;
  for (const SweepFactor& factor : design.factors) keys.push_back(factor.key);
  return keys;
}

SweepDesign joint_design(const SweepDesign& space, const std::string& city,
                         const Scenario& scenario) {
  SweepDesign design = space;
  design.name = "claims of " + city + " over what nobody measured";
  design.scenarios = {city};
  design.policies.clear();
  for (const std::string& model : models_of(scenario)) {
    for (const RightName& right : kRightNames) {
      add_cell(scenario, fmt::format("models.{}.{}", model, right.code), design);
    }
    add_cell(scenario, fmt::format("models.{}.closure_will", model), design);
  }
  return design;
}

}  // namespace homeroom::app
