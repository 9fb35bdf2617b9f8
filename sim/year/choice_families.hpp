// Who chooses this year: children without a seat to keep, and those who ask for another one.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/core/buffer.hpp"
#include "sim/year/choice.hpp"
#include "sim/year/choice_schools.hpp"
#include "sim/year/cohort.hpp"

namespace homeroom::choice {

/// Bits of what a family does this year.
namespace wish {
inline constexpr std::uint8_t kSeatless = 1;   ///< holds no seat that it could keep
inline constexpr std::uint8_t kDisplaced = 2;  ///< its school closed
inline constexpr std::uint8_t kDistrict = 4;   ///< files the district's list
inline constexpr std::uint8_t kExam = 8;       ///< puts examination schools on it
inline constexpr std::uint8_t kLottery = 16;   ///< enters separate lotteries
inline constexpr std::uint8_t kFiles = kDistrict | kExam | kLottery;
}  // namespace wish

/// Bits of what else counts when a family compares schools.
namespace kind {
inline constexpr std::uint8_t kGroup = 0x7;        ///< Group
inline constexpr std::uint8_t kLearner = 1u << 3;  ///< the learner type whom distinct designs suit
inline constexpr std::uint8_t kSpecial = 1u << 4;  ///< special needs
}  // namespace kind

/// Neighbouring families.
struct FamilyRange {
  std::uint32_t first = 0, past = 0;
  std::uint32_t size() const { return past - first; }
  bool empty() const { return first == past; }
};

/// One row per choosing child: grade after grade, since nobody asks for a seat of another grade, so
/// that each is a market of its own; within it neighbourhood after neighbourhood, and there by row
/// of the student table.
struct Families {
  Buffer<std::uint32_t> row;
  Buffer<std::uint32_t> generation;
  Buffer<std::uint16_t> own;      ///< school of the seat held, or kNoSchool
  Buffer<std::uint16_t> sibling;  ///< school in which a sibling goes on, or kNoSchool
  Buffer<std::uint32_t> lottery;  ///< word of the district's lottery
  Buffer<std::uint8_t> wish;
  Buffer<std::uint8_t> grade;
  Buffer<std::uint8_t> kind;   ///< see `kind`
  Buffer<float> picture;       ///< weight of a school's public picture
  Buffer<std::uint16_t> home;  ///< neighbourhood
  std::size_t neighbourhoods = 0;
  std::vector<std::uint32_t> first;  ///< by grade and neighbourhood, and one more
  std::vector<int> holders;          ///< by cell of school and grade: children with a seat to keep

  std::size_t size() const { return row.size(); }
  FamilyRange in_grade(int grade) const {
    const std::size_t cell = static_cast<std::size_t>(grade) * neighbourhoods;
    return {first[cell], first[cell + neighbourhoods]};
  }
  /// Those of a grade who live in a neighbourhood.
  FamilyRange in_cell(std::size_t neighbourhood, int grade) const {
    const std::size_t cell = static_cast<std::size_t>(grade) * neighbourhoods + neighbourhood;
    return {first[cell], first[cell + 1]};
  }
  bool has(std::size_t family, std::uint8_t bits) const { return (wish[family] & bits) != 0; }
  std::uint64_t who(std::size_t family) const { return who_of(row[family], generation[family]); }
};

/// `founding`: nobody holds a seat, so that every grade is an entry grade.
Families find_families(const World& world, const Law& law, const ChoiceParameters& nature,
                       const Dice& dice, const SchoolsSeen& seen, bool founding);

}  // namespace homeroom::choice
