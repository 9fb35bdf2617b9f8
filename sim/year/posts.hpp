// Posts: one for every class section.
//
//   "So many children in a grade, so many sections; so many sections, so many teachers."
//
// Sections of a grade = ceil(enrolment / class size). A section of grades K-5 has one post for both
// subjects, a section of grades 6-12 one for mathematics and one for ELA.
#pragma once

#include <vector>

#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

/// The last grade whose sections have one teacher for both subjects.
inline constexpr int kLastElementaryGrade = 5;
inline constexpr int kPostKinds = 3;

/// Children in a section of the grade, by the law of `year`; before its first date the first holds.
double class_size(int grade, const StaffingLaw& law, int year);

/// Sections that `children` of a grade make.
int sections_of(int grade, int children, const StaffingLaw& law, int year);

/// Posts for the enrolment by grade (`results[s].by_grade`) of `year`, all of them empty.
Posts lay_posts(const Column<SchoolRow, SchoolYear>& results, const StaffingLaw& law, int year);

/// Gives every teacher in a school a post there: in the own grade, else in the nearest grade with
/// an empty post of the same kind. Where a grade has too few, those with the largest `claim` (by
/// teacher row) stay. Returns the teachers left over, who still name their school.
std::vector<TeacherId> take_posts(Teachers& teachers, Posts& posts,
                                  const std::vector<float>& claim);

/// Makes the posts of current enrolment and gives teachers theirs by seniority; those left over go
/// to the pool if the district employs them, else out.
void build_posts(World& world, const Law& law);

}  // namespace homeroom
