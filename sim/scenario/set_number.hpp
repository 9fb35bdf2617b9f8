// One number of a typed scenario, set by its key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

enum class NumberSet {
  Done,
  Same,  ///< it had that value
  OutOfRange,
  NoNumber
};

/// Sets the number or lever at `key`, a lever from `from_year` on as a policy does, without one for
/// always; it stays as it is where `value` lies outside its declared range, or where `key` names no
/// number of the scenario.
NumberSet set_number(Scenario& scenario, std::string_view key, double value,
                     std::optional<int> from_year = std::nullopt);

}  // namespace homeroom
