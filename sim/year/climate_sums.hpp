// What climate looks at in a school's people: sums over teachers and children.
#pragma once

#include <vector>

#include "sim/world/world.hpp"

namespace homeroom {

struct StaffSums {
  int teachers = 0, forced = 0, tenured = 0;
  double fit = 0, fit_squared = 0;

  double share(int of) const { return teachers > 0 ? static_cast<double>(of) / teachers : 0.0; }
  double forced_share() const { return share(forced); }
  double tenured_share() const { return share(tenured); }
  double mean_fit() const { return teachers > 0 ? fit / teachers : 0.0; }
  /// SD of fit between the teachers; 1, the SD of the unselected, where there are fewer than two.
  double spread_of_fit() const;
};

std::vector<StaffSums> sum_staff(const Teachers& teachers, std::size_t schools);

/// Mean engagement of each school's children [SD]; 0 without any.
std::vector<double> mean_engagement(const Students& students, std::size_t schools);

}  // namespace homeroom
