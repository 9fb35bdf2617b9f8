// The cities of claims, read as they are.
#pragma once

#include <optional>
#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

/// A city by its name; nothing after its faults were printed.
std::optional<const Scenario> read_city(const std::string& name);

}  // namespace homeroom::app
