// What a page asks for, as settings of a scenario.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/workshop/city.hpp"
#include "app/workshop/state.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom::workshop {

/// How keys begin: of a scenario's own policy, of the levers that all autonomous models share.
inline const std::string kPolicyPrefix = "policy.", kAutonomousPrefix = "autonomous.";

/// Settings by key, "policy.law.choice.list_length", as TOML writes them.
using Values = std::map<std::string, std::string>;

/// The same as --set takes them.
std::vector<std::string> as_list(const Values& values);

/// Years and seed, but for what is the city's own anyway: states that ask the same have one key.
std::vector<std::string> run_settings(const City& city, const State& state);

/// A policy's levers as settings of its city.
Values settings_of(const City& city, const PolicyState& policy);

/// What presets move, as settings of the scenario's own policy; false where such cannot say it:
/// lists of selections, and models that a preset brings.
bool as_settings(const Scenario& scenario, Values& settings);

/// Settings that make one model, in all that could make children learn, what another is.
void take_after(const Scenario& scenario, const std::string& model, const std::string& other,
                Values& settings);

}  // namespace homeroom::workshop
