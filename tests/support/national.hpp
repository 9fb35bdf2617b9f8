// The shipped nation, with settings laid over it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace homeroom::testing {

inline Scenario national(const std::vector<std::string>& settings = {}) {
  Reading reading =
      read_scenario(std::string(HOMEROOM_SOURCE_DIR) + "/scenarios/national.toml", settings);
  EXPECT_EQ(format_faults(reading.faults), "");
  return std::move(reading.scenario.value());
}

}  // namespace homeroom::testing
