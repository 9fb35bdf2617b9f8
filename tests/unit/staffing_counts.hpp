// What tests of staffing count in an outcome, and districts that they begin with.
#pragma once

#include <algorithm>
#include <utility>

#include "sim/year/staffing_book.hpp"
#include "tests/support/small_district.hpp"

namespace homeroom::examples {

using testing::SmallDistrict;

inline constexpr SchoolId kFirst{std::size_t{0}};   // elementary, ordinary model
inline constexpr SchoolId kSecond{std::size_t{1}};  // middle school, free model

inline int departures(const StaffingOutcome& outcome) {
  int all = 0;
  for (const SchoolStaffing& school : outcome.school) all += school.departures;
  return all;
}

inline int moves(const StaffingOutcome& outcome, Departure why) {
  return static_cast<int>(std::count_if(outcome.moves.begin(), outcome.moves.end(),
                                        [&](const TeacherMove& m) { return m.why == why; }));
}

inline int hires(const StaffingOutcome& outcome, Hire how) {
  return static_cast<int>(
      std::count_if(outcome.moves.begin(), outcome.moves.end(),
                    [&](const TeacherMove& m) { return m.to && m.how == how; }));
}

inline int all_dismissed(const StaffingOutcome& outcome) {
  return moves(outcome, Departure::DismissedPerformance) + moves(outcome, Departure::DismissedFit);
}

/// A world whose teachers have been watched for some years.
inline SmallDistrict watched(int schools = 30) {
  SmallDistrict d(schools);
  for (int year = 0; year < 4; ++year) {
    d.pass_year();
    d.turn_year();
  }
  return d;
}

/// Departures of two otherwise equal districts: the second after `change`.
template <class Change>
std::pair<int, int> departures_after(Change&& change) {
  SmallDistrict before(60), after(60);
  change(after);
  return {departures(before.decide()), departures(after.decide())};
}

}  // namespace homeroom::examples
