// What all births of a year look up.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "sim/year/cohort.hpp"

namespace homeroom {

/// Traits that the baseline depends on, as they stand in the lowest bits.
inline constexpr std::size_t kTraitsOfBaseline = 128;

/// Tables in place of branches: which of its neighbours is poor tells nothing about a child, so
/// that branches would be guessed wrong.
struct BirthTables {
  double ela, engagement, transient;  ///< parts that are not shared
  std::array<double, kTraitsOfBaseline> expected;
  std::array<double, trait::kGroupMask + 1> learner{};  ///< chance of learning English, by group
  std::array<double, 2> information, housing;           ///< means by low income
  PerGrade<double> noise{};                             ///< SD of v
  std::vector<double> poverty, field;                   ///< terms of the baseline, by home
  BirthTables(const World& world, const CohortParameters& nature);
};

}  // namespace homeroom
