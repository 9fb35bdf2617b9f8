// How many children a school may take in a grade this year, and how it lets them in.
#pragma once

#include <cstdint>

#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// How a child gets into a school.
enum class Gate : std::uint8_t { Shut, Assignment, Examination, Lottery, Placement };

/// Examination schools belong to the district's round whatever else their model says. Into schools
/// of special education the district places children; no list names them.
Gate gate_of(const World& world, const Law& law, SchoolId school);

/// Seats of `school` in `grade` this year: 0 outside its span, while it is not open, and in grades
/// that a school growing one grade a year has not reached.
int seats_open(const World& world, const Law& law, SchoolId school, int grade);

/// A district must seat every child: where the seats listed for a grade are fewer than its children
/// and a little room, its ordinary schools add sections. The factor by grade, for this year.
PerGrade<double> stretch_needed(const World& world, const Law& law);

}  // namespace homeroom
