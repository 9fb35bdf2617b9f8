// Where a scenario's value comes from.
#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// What was noted of a key; null where there is no scenario, or none of this key.
inline const Noted* noted_at(const Scenario* scenario, const std::string& key) {
  if (!scenario) return nullptr;
  const auto found = scenario->provenance.find(key);
  return found == scenario->provenance.end() ? nullptr : &found->second;
}

}  // namespace homeroom
