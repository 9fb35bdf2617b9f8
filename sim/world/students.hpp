// Students: one row per seat in a household, so the number of rows is fixed. A child holds the row
// until it graduates or its family leaves; the next child of the row has another year of arrival.
// (row, arrived) names a child in every policy: birth attributes and dice hang on it alone.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/vocabulary/entities.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom {

/// Race/ethnicity groups in the order of the tables' columns.
enum class Group : std::uint8_t { Black, Hispanic, White, Asian, Other };
inline constexpr int kGroups = 5;

/// How a child came to its present school.
enum class Arrival : std::uint8_t {
  Assigned,   ///< took no part, or got nothing on its list
  Chosen,     ///< got a school of its list; the rank stands beside it
  Moved,      ///< moved in the middle of a year
  Displaced,  ///< its school closed
  Continued,  ///< stays where it was
};

/// Bits of `traits`.
namespace trait {
inline constexpr std::uint16_t kGroupMask = 0x7;  ///< bits 0-2: Group
inline constexpr std::uint16_t kLowIncome = 1u << 3;
inline constexpr std::uint16_t kEnglishLearner = 1u << 4;
inline constexpr std::uint16_t kSpecialModerate = 1u << 5;
inline constexpr std::uint16_t kSpecialSevere = 1u << 6;
inline constexpr std::uint16_t kSpecial = kSpecialModerate | kSpecialSevere;
inline constexpr std::uint16_t kSibling = 1u << 7;  ///< one family with the other row of its pair
inline constexpr std::uint16_t kLearner = 1u << 8;  ///< the learner type whom distinct designs suit
}  // namespace trait

/// No school: a child who is not seated yet, a teacher who left none.
inline constexpr std::uint16_t kNoSchool = 0xffff;
/// A score that was not taken.
inline constexpr std::int16_t kNoScore = -32768;
/// Scale points of one state SD in stored scores.
inline constexpr float kScorePoints = 1000.0f;
/// No list, or nothing on it.
inline constexpr std::uint8_t kNoRank = 255;

struct Students {
  // What a child always was.
  std::vector<std::int16_t> arrived;      ///< first school year in the city
  std::vector<std::uint16_t> home;        ///< neighbourhood of the household
  std::vector<std::uint16_t> traits;      ///< group and flags, see `trait`
  std::vector<std::uint8_t> information;  ///< how well the family knows its options [1/255]
  std::vector<std::uint8_t> housing;      ///< how settled the family's housing is [1/255]
  std::vector<std::int8_t> drive;         ///< engagement that it comes back to [1/32 SD]
  // What it is now.
  std::vector<std::uint8_t> grade;
  PerSubject<std::vector<float>> baseline;      ///< B, family baseline [state SD]
  PerSubject<std::vector<float>> durable;       ///< K_d, durable school-made stock [state SD]
  PerSubject<std::vector<float>> fleeting;      ///< K_f, fast-fading stock [state SD]
  PerSubject<std::vector<float>> transient;     ///< v [state SD]
  PerSubject<std::vector<std::int16_t>> score;  ///< last measured score [1/1000 SD]
  PerSubject<std::vector<std::int16_t>> score_before;  ///< the one a year before
  std::vector<std::int8_t> engagement;                 ///< [1/32 SD]
  std::vector<std::uint16_t> school;  ///< row of the school, every child in exactly one
  std::vector<std::uint8_t> section;  ///< class section within school and grade
  std::vector<Arrival> arrival;
  std::vector<std::uint8_t> rank;   ///< rank of the present school on its list, or kNoRank
  std::vector<std::uint8_t> moved;  ///< 1: moved within this year or displaced before it

  std::size_t size() const { return arrived.size(); }
  void resize(std::size_t rows);

  Group group(std::size_t row) const { return static_cast<Group>(traits[row] & trait::kGroupMask); }
  bool has(std::size_t row, std::uint16_t flags) const { return (traits[row] & flags) != 0; }
  SchoolId school_of(std::size_t row) const { return SchoolId{school[row]}; }
  /// The high word of the child's name in the dice (the low word is its row).
  std::uint32_t generation(std::size_t row) const {
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(arrived[row]));
  }
};

/// Resident bytes of state per student, the sum over the columns above.
inline constexpr std::size_t kBytesPerStudent =
    2 + 2 + 2 + 1 + 1 + 1 + 1 + 2 * (4 * 4 + 2 * 2) + 1 + 2 + 1 + 1 + 1 + 1;
static_assert(kBytesPerStudent <= 72, "a student may take at most 72 bytes");

}  // namespace homeroom
