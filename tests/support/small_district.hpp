// A district small enough to know by heart: six schools of two models, about sixty posts, every
// post filled. Larger ones for laws and calibration come from the same builder.
#pragma once

#include "sim/chance/draw.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"
#include "sim/year/climate.hpp"
#include "sim/year/leadership.hpp"
#include "sim/year/staffing.hpp"

namespace homeroom::testing {

struct SmallDistrict {
  World world;
  Law law;
  StaffingParameters staffing;
  LeadershipParameters leadership;
  ClimateParameters climate;
  Dice dice;

  /// `schools` cycle through elementary, middle and high; models 0 (ordinary) and 1 (free).
  explicit SmallDistrict(int schools = 6, int children_per_grade = 44, std::uint64_t seed = 1);

  SchoolModel& ordinary() { return law.models[0]; }
  SchoolModel& free() { return law.models[1]; }
  void hold(SchoolId school, Right right, double share) {
    world.schools.held[school][static_cast<std::size_t>(index_of(right))] = share;
  }
  StaffingOutcome decide() const { return decide_staffing(world, law, staffing, dice); }
  /// A year of the three chapters; enrolment stays as it is.
  void pass_year();
  /// Begins the next year: results become last year's, enrolment is kept.
  void turn_year();
};

}  // namespace homeroom::testing
