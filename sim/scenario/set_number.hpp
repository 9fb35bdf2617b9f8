// One number of a typed scenario, set by its key.
#pragma once

#include <string>
#include <string_view>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

enum class NumberSet { Done, OutOfRange, NoNumber };

/// Sets the number or lever (in force always) at `key`; it stays as it is where `value` lies
/// outside its declared range, or where `key` names no number of the scenario.
NumberSet set_number(Scenario& scenario, std::string_view key, double value);

}  // namespace homeroom
