// Questions about who sits where that several chapters ask.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/world/world.hpp"

namespace homeroom {

/// The cell of a school and grade: rows of tables kept by school and grade.
inline std::size_t cell_of(std::size_t school, int grade) {
  return school * kGrades + static_cast<std::size_t>(grade);
}

/// Number of sections that a cell's posts make: 0 where it has none.
inline int sections_in(const Posts& posts, std::size_t cell) {
  const std::uint32_t first = posts.first[cell], past = posts.first[cell + 1];
  if (first == past) return 0;
  const auto count = static_cast<int>(past - first);
  return posts.post[first] == Post::Both ? count : count / 2;
}

/// This year's low-income share, else last year's; `unknown` for a school that had no children.
inline double low_income_share(const World& world, SchoolId school, double unknown) {
  for (const Results* of : {&world.results, &world.last}) {
    if (school.row() >= of->school.size()) continue;
    const SchoolYear& year = of->school[school];
    if (year.enrolment > 0) return static_cast<double>(year.low_income) / year.enrolment;
  }
  return unknown;
}

}  // namespace homeroom
