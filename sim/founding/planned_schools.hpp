// The schools that a place is to have, each by itself: those of its groups, the listed ones, then
// the slots in which schools may open.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/founding/place.hpp"
#include "sim/founding/settlement.hpp"
#include "sim/policy/law.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom {

struct PlannedSchool {
  std::string name, model, second_model, zone;
  GradeSpan span;
  double students = 0;           ///< in all grades
  std::vector<double> by_grade;  ///< from the lowest grade on; empty: evenly
  double further_seats = 0;
  double affluence = 0;  ///< stands in better-off neighbourhoods [SD]
  bool selective = false;
  bool special_school = false;
  int opened = 0;
  std::optional<Site> site;  ///< where it stands, if that is known
  bool slot = false;
};

std::vector<PlannedSchool> planned_schools(const Place& place, const Settlement& settlement,
                                           const Law& law, const Dice& dice);

}  // namespace homeroom
