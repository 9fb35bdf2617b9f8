// The value that a scenario gives a key, as a claim looks at it.
#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

struct SetValue {
  double value = 0;  ///< in the first policy year; NaN of what is no number
  std::string told;  ///< with unit, city, status and source
};

SetValue set_value(const Scenario& scenario, const std::string& key);

}  // namespace homeroom::app
