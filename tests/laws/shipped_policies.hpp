// Policies of scenarios/policies by name.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

inline const std::filesystem::path kScenarios =
    std::filesystem::path(HOMEROOM_SOURCE_DIR) / "scenarios";

inline PolicyFiles shipped(std::initializer_list<const char*> names) {
  PolicyFiles policies;
  for (const char* name : names) {
    policies.files.push_back(kScenarios / "policies" / (std::string(name) + ".toml"));
  }
  return policies;
}

}  // namespace homeroom
