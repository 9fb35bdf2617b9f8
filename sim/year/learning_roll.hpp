// The roll: how many children sit in each school, grade and section, and from what families.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/world/enrolment.hpp"

namespace homeroom::learning {

/// Sections stand in one table, those of a cell side by side; a cell without posts has one, which
/// has a substitute.
struct Roll {
  std::vector<std::uint32_t> first;  ///< by cell: its first section; one more than cells
  std::vector<int> pupils;           ///< by section
  std::vector<int> children;         ///< by cell
  std::vector<double> baseline;      ///< by cell: mean family baseline, 0 without children

  std::size_t section_of(const Students& students, std::size_t row) const {
    return first[cell_of(students.school[row], students.grade[row])] + students.section[row];
  }
};

Roll call_roll(const World& world);

}  // namespace homeroom::learning
