// Sums over schools from which the tables' shares and means are made.
#pragma once

#include <limits>
#include <vector>

#include "sim/world/world.hpp"

namespace homeroom {

/// A part over a whole; missing where there is no whole, so that no table prints a quotient of 0.
inline double ratio_of(double part, double whole) {
  return whole > 0.0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}
inline double percent_of(double part, double whole) { return 100.0 * ratio_of(part, whole); }

struct SchoolSums {
  int schools = 0, enrolment = 0, low_income = 0;
  PerSubject<double> tested{}, proficient{}, score{}, sgp{}, sgp_weight{};
  double value_added = 0, value_added_weight = 0;
  int teachers = 0, novices = 0, departures = 0, staff_before = 0;
  int with_past = 0,
      new_principals = 0;  ///< schools that had a staff last year; with a new principal
  int vacancies = 0, late_hires = 0;
  double spending = 0, fund_balance = 0;

  void add(const Schools& schools_table, SchoolId school, const SchoolYear& year);
  void add(const SchoolSums& others);
};

/// Sums over the schools that taught in the year: of each model, and of all.
struct SumsByModel {
  std::vector<SchoolSums> of_model;  ///< in the law's order
  SchoolSums all;
};
SumsByModel sums_by_model(const World& world, std::size_t models);

}  // namespace homeroom
