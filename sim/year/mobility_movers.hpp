// Which children want to leave their school in the middle of the year, and where they go.
#pragma once

#include <array>
#include <span>

#include "sim/year/mobility.hpp"

namespace homeroom {

/// A child who wants to leave, with all that a school's door asks of it: gathered while its row is
/// at hand.
struct Mover {
  std::uint32_t row;
  std::uint32_t generation;  ///< with the row its name in the dice
  std::uint32_t word;        ///< of the draw that made it move: its turn at the doors
  std::uint32_t place;       ///< among all movers by row
  std::uint16_t home;
  std::uint16_t from;
  std::uint16_t grade;
};

/// All movers, grade by grade: nobody asks for a desk of another grade.
struct Movers {
  std::vector<std::vector<Mover>> by_row;          ///< slice by slice of all rows
  std::vector<Mover> mover;                        ///< by grade, then by row
  std::array<std::uint32_t, kGrades + 1> first{};  ///< of each grade

  std::size_t size() const { return mover.size(); }
  std::span<const Mover> of(int grade) const {
    const auto g = static_cast<std::size_t>(grade);
    return {mover.data() + first[g], mover.data() + first[g + 1]};
  }
};

Movers find_movers(const World& world, const Law& law, const MobilityParameters& nature,
                   const Dice& dice);

/// Who knocks at doors after whom: by the words that made them move, then by row.
class Turns {
 public:
  /// `movers` stand by row.
  void put_in_order(std::span<const Mover> movers);
  std::span<const Mover> all() const { return turns_; }

 private:
  std::vector<Mover> turns_;
  std::vector<std::uint32_t> next_;
};

/// Doors at which movers knock.
class Doors {
 public:
  Doors(const World& world, const Law& law, const MobilityParameters& nature);

  /// Lets the movers of each grade knock one after the other and writes where each goes to
  /// `to[mover.place]`, if anywhere: a desk that one leaves is there for those who come later, and
  /// whoever finds none stays. Grades have nothing to do with each other.
  void let_in(const Dice& dice, const Movers& movers, std::vector<std::uint16_t>& to);

 private:
  const World& world_;
  const MobilityParameters& nature_;
  /// By grade and school: desks that no one holds, below 0 where a school is over capacity, and
  /// whether movers are taken at all. Examination schools do not.
  std::vector<int> free_;
  std::vector<std::uint8_t> takes_;
  std::vector<std::uint32_t> name_;  ///< by school: its row, marked where it has its own lottery
};

}  // namespace homeroom
