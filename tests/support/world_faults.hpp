// What must be true of any city at the end of any year, asked of the columns themselves.
#pragma once

#include <string>

#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"
#include "sim/year/learning.hpp"

namespace homeroom::testing {

/// The children of a year ago and of now: who went on, who graduated, who left, who came, and that
/// what a child always was did not change.
std::string children_fault(const Students& before, const World& world);
/// Every child sits in one section of one grade of one school that taught this year, and the
/// schools' counts are those of the children.
std::string seating_fault(const World& world);
/// No seat is given twice: a grade of a school has no more children than seats, or than it had
/// children to go on with from last year, but for those who are counted as unassigned.
std::string capacity_fault(const Students& before, const World& world, const Law& law);
/// Every number of the world is finite and every share lies in [0,1].
std::string number_fault(const World& world);
/// The terms of growth that are recorded by school sum to what its children, who were `before`,
/// gain in a year of learning.
std::string growth_fault(const Students& before, const World& world,
                         const LearningParameters& nature, const LearningOutcome& outcome);

}  // namespace homeroom::testing
