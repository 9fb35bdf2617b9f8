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
  std::vector<Won> won;
  std::vector<std::uint8_t> place;  ///< place in the list that won, 0 is best
  std::vector<int> left;            ///< by cell of school and grade; below 0: over capacity

  /// Children who hold a seat keep it; the others have none.
  Seating(const SchoolsSeen& seen, const Families& families);

  bool seated(std::size_t family) const { return school[family] != kNoSchool; }
  /// Utility of the seat held, or of what is expected without one, before any lottery.
  float worth(std::size_t family, const Filed& filed) const {
    const bool listed = won[family] == Won::District && filed.district.count[family] > 0;
    const float* const here =
        filed.district.utility.data() + filed.district.at(family, place[family]);
    return *(listed ? here : &filed.fallback[family]);
  }
  /// Gives the old seat back and takes a new one.
  void take(std::size_t family, int grade, std::uint16_t new_school) {
    if (seated(family)) ++left[cell_of(school[family], grade)];
    school[family] = new_school;
    --left[cell_of(new_school, grade)];
  }
  /// The same for a school that stands at a place of a list.
  void win(std::size_t family, int grade, std::uint16_t new_school, std::size_t place_won,
           Won from) {
    take(family, grade, new_school);
    won[family] = from;
    place[family] = static_cast<std::uint8_t>(place_won);
  }
};

}  // namespace homeroom::choice
