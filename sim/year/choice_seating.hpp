// Who holds which seat while the rounds go on, and how many seats are left.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/year/choice_lists.hpp"

namespace homeroom::choice {

/// The list from which a seat was won.
enum class Won : std::uint8_t { Nothing, District, Lottery };

struct Seating {
  std::vector<std::uint16_t> school;  ///< by family; kNoSchool: none yet
  std::vector<float> worth;           ///< utility of the seat held, or of what is expected
  std::vector<Won> won;
  std::vector<std::uint8_t> place;  ///< place in the list that won, 0 is best
  std::vector<int> left;            ///< by cell of school and grade; below 0: over capacity

  /// Children who hold a seat keep it; the others have none.
  Seating(const SchoolsSeen& seen, const Families& families, const Filed& filed);

  bool seated(std::size_t family) const { return school[family] != kNoSchool; }
  /// Gives the old seat back and takes a new one.
  void take(std::size_t family, int grade, std::uint16_t new_school);
  /// The same for a place of a list.
  void win(std::size_t family, int grade, const Lists& lists, std::size_t place_won, Won from);
};

}  // namespace homeroom::choice
