// Which schools a family considers: the nearest of the district, the zoned one, examination schools
// that take beginners in the grade, and the nearest with a lottery of their own.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/year/choice_families.hpp"

namespace homeroom::choice {

/// The cell of a neighbourhood and grade: families of one cell face the same schools.
inline std::size_t home_cell(std::size_t neighbourhood, int grade) {
  return neighbourhood * kGrades + static_cast<std::size_t>(grade);
}

struct Candidates {
  /// By home cell: [first, exam) district schools, [exam, lottery) examination schools,
  /// [lottery, backfill) schools with their own lottery at an entry grade, [backfill, next first)
  /// those that offer vacant seats above.
  std::vector<std::uint32_t> first, exam, lottery, backfill;
  std::vector<std::uint16_t> school;
};

/// Seats that a school with a lottery of its own offers in a grade, of those that are `vacant`: all
/// at entry grades, a share of them above.
int lottery_seats_of(const World& world, const ChoiceParameters& nature, std::size_t school,
                     int grade, int vacant, bool founding);

/// Seats that all such schools offer, by cell of school and grade, when `holders` keep theirs.
std::vector<int> lottery_seats(const World& world, const ChoiceParameters& nature,
                               const SchoolsSeen& seen, const std::vector<int>& holders,
                               bool founding);

/// Seats that anyone may ask for, by cell of school and grade: those of `lottery_seats`, vacant
/// ones of examination schools at entry grades, of others in every grade.
std::vector<int> places_on_offer(const World& world, const ChoiceParameters& nature,
                                 const SchoolsSeen& seen, const std::vector<int>& holders,
                                 bool founding);

Candidates find_candidates(const World& world, const ChoiceParameters& nature, const Zones& zones,
                           const SchoolsSeen& seen, const Families& families, bool founding);

}  // namespace homeroom::choice
