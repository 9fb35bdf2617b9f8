// A question about a school's staff that several chapters ask.
#pragma once

#include <vector>

#include "sim/world/schools.hpp"
#include "sim/world/teachers.hpp"

namespace homeroom {

/// Share of each school's teachers who were placed there without consent; 0 without teachers.
inline std::vector<double> placed_shares(const Teachers& teachers, std::size_t schools) {
  std::vector<int> staff(schools, 0), placed(schools, 0);
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (!teachers.in_school(row)) continue;
    ++staff[teachers.school[row]];
    placed[teachers.school[row]] += teachers.hired[row] == Hire::Forced;
  }
  std::vector<double> share(schools, 0.0);
  for (std::size_t s = 0; s < schools; ++s) {
    if (staff[s] > 0) share[s] = static_cast<double>(placed[s]) / staff[s];
  }
  return share;
}

}  // namespace homeroom
