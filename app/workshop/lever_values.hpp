// The value of every lever of a city in its first policy year.
#pragma once

#include <map>
#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom::workshop {

struct LeverValue {
  std::string json;      ///< a number, true, false or a word
  bool changes = false;  ///< another value follows in a later policy year
};

/// By key, models' levers as "models.pilot.S1".
std::map<std::string, LeverValue> lever_values(const Scenario& scenario);

}  // namespace homeroom::workshop
