// What a list of schools tells of a city before its households are drawn: where the schools stand
// and who lives around them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "sim/world/students.hpp"

namespace homeroom {

struct Site {
  double x_km = 0, y_km = 0;
};

using GroupShares = std::array<double, kGroups>;

/// Columns are empty where the list does not tell; then the city's marginals decide.
struct Settlement {
  std::vector<std::optional<Site>> sites;  ///< by listed school
  std::vector<GroupShares> groups;         ///< by neighbourhood
  std::vector<double> low_income;          ///< by neighbourhood
};

}  // namespace homeroom
