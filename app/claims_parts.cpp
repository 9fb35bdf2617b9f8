#include "app/claims_parts.hpp"

#include "app/claims_joint_space.hpp"
#include "app/find_scenario.hpp"
#include "sim/scenario/scenario_source.hpp"

namespace homeroom::app {
namespace {

constexpr int kQuickPart = 4;  // as of the joint space

/// A scenario that cannot be read is told when it is lived.
int part_of(const std::string& scenario) {
  const ScenarioSource source(named_scenario(scenario), {}, {});
  return source.base().scenario ? part_of_large(*source.base().scenario) : 1;
}

}  // namespace

std::vector<CityPart> CityParts::of(const SweepDesign& design, bool quick, bool whole) {
  if (design.divide > 1) return {{design.scenarios, design.divide}};
  std::map<int, CityPart> parts;  // by divide
  for (const std::string& scenario : design.scenarios) {
    const auto known = divide_.find(scenario);
    const int usual =
        known != divide_.end() ? known->second : divide_[scenario] = part_of(scenario);
    const int divide = (quick ? kQuickPart : 1) * (whole ? 1 : usual);
    CityPart& part = parts[divide];
    part.divide = divide;
    part.scenarios.push_back(scenario);
  }
  std::vector<CityPart> listed;
  for (auto& [divide, part] : parts) listed.push_back(std::move(part));
  return listed;
}

}  // namespace homeroom::app
