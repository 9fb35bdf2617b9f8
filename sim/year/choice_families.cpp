#include "sim/year/choice_families.hpp"

#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/child_dice.hpp"
#include "sim/year/choice_wishes.hpp"

namespace homeroom::choice {
namespace {

/// A child who may choose, before it is known whether the family does.
struct Slice {
  std::vector<std::uint32_t> row;
  std::vector<std::uint8_t> wish;
  std::vector<std::uint32_t> lottery;
};

/// Rows of a slice that must choose (bit kSeatless), ask for a transfer (bit kDistrict), or could
/// apply to an entry grade elsewhere (0).
Slice candidates_in(const World& world, const Dice& dice, const Wishes& wishes, std::size_t first,
                    std::size_t past) {
  const ChildDice transfer(world, dice, Die::Transfer, first, past);
  const std::size_t rows = past - first;
  Buffer<std::uint8_t> wishes_of(rows), may(rows);
  wishes.look_at(first, past, transfer.words(Die::Transfer), wishes_of.data(), may.data());
  // Without branches: which of its neighbours chooses tells nothing about a child.
  Slice slice;
  slice.row.resize(rows);
  slice.wish.resize(rows);
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    slice.row[chosen] = static_cast<std::uint32_t>(first + i);
    slice.wish[chosen] = wishes_of[i];
    chosen += may[i];
  }
  slice.row.resize(chosen);
  slice.wish.resize(chosen);
  return slice;
}

/// Rows of a slice whose grade examination schools admit to, so that others cost no dice.
std::vector<std::uint32_t> exam_grade_rows(const World& world, const Wishes& wishes,
                                           const std::vector<std::uint32_t>& rows) {
  std::vector<std::uint32_t> chosen(rows.size());
  std::size_t count = 0;
  for (const std::uint32_t row : rows) {
    chosen[count] = row;
    count += wishes.is_exam_grade(world.students.grade[row]);
  }
  chosen.resize(count);
  return chosen;
}

/// Drops children who hold a seat and file nothing.
void decide_wishes(const World& world, const Dice& dice, const Wishes& wishes, Slice& slice) {
  const ChildDice part(world, dice, Die::Participate, slice.row);
  const ChildDice exam(world, dice, Die::ExamApply, exam_grade_rows(world, wishes, slice.row));
  wishes.decide(slice.row, part, exam, slice.wish);
  std::size_t kept = 0;
  slice.lottery.resize(slice.row.size());
  for (std::size_t i = 0; i < slice.row.size(); ++i) {
    slice.row[kept] = slice.row[i];
    slice.wish[kept] = slice.wish[i];
    slice.lottery[kept] = part.of(Die::Lottery, i);
    kept += slice.wish[i] != 0;
  }
  slice.row.resize(kept);
  slice.wish.resize(kept);
  slice.lottery.resize(kept);
}

/// A sibling counts where it goes on: both rows of a household pair are one family.
std::uint16_t sibling_school(const World& world, const SchoolsSeen& seen, std::size_t row) {
  const std::size_t other = row ^ 1u;
  const Students& students = world.students;
  if (!students.has(row, trait::kSibling) || other >= students.size()) return kNoSchool;
  if (!students.has(other, trait::kSibling) || !holds_seat(world, seen, other)) return kNoSchool;
  return students.school[other];
}

bool is_displaced(const World& world, std::size_t row) {
  const std::uint16_t school = world.students.school[row];
  if (school == kNoSchool || world.schools.is_open(SchoolId{school})) return false;
  return world.schools.span[SchoolId{school}].has(world.students.grade[row]);
}

void list_by_grade(Families& families) {
  for (std::size_t cell = 0; cell + 1 < families.first.size(); ++cell) {
    auto& in_grade = families.in_grade[cell % kGrades];
    for (std::uint32_t f = families.first[cell]; f < families.first[cell + 1]; ++f) {
      in_grade.push_back(f);
    }
  }
}

/// Puts families in order of their home cell; the order of rows is kept within a cell.
Families sorted_by_cell(const World& world, const SchoolsSeen& seen,
                        const std::vector<Slice>& slices) {
  Families families;
  const Students& students = world.students;
  families.first.assign(world.places.x.size() * kGrades + 1, 0);
  for (const Slice& slice : slices) {
    for (const std::uint32_t row : slice.row) {
      ++families.first[home_cell(students.home[row], students.grade[row]) + 1];
    }
  }
  for (std::size_t cell = 1; cell < families.first.size(); ++cell) {
    families.first[cell] += families.first[cell - 1];
  }
  const std::size_t count = families.first.back();
  families.row.resize(count);
  families.generation.resize(count);
  families.own.resize(count);
  families.sibling.resize(count);
  families.lottery.resize(count);
  families.wish.resize(count);
  families.grade.resize(count);
  families.home.resize(count);
  list_by_grade(families);
  std::vector<std::uint32_t> next(families.first.begin(), families.first.end() - 1);
  for (const Slice& slice : slices) {
    for (std::size_t i = 0; i < slice.row.size(); ++i) {
      const std::uint32_t row = slice.row[i];
      const std::uint8_t wish = slice.wish[i], grade = students.grade[row];
      const std::uint16_t home = students.home[row];
      const std::size_t at = next[home_cell(home, grade)]++;
      const bool seatless = (wish & wish::kSeatless) != 0;
      const bool displaced = seatless && is_displaced(world, row);
      families.row[at] = row;
      families.generation[at] = students.generation(row);
      families.own[at] = seatless ? kNoSchool : students.school[row];
      families.sibling[at] = sibling_school(world, seen, row);
      families.lottery[at] = slice.lottery[i];
      families.home[at] = home;
      families.wish[at] = static_cast<std::uint8_t>(wish | (displaced ? wish::kDisplaced : 0));
      families.grade[at] = grade;
    }
  }
  return families;
}

/// Children with a seat to keep, by cell; those without a school are counted past the last cell and
/// left away, so that there is no branch.
std::vector<int> count_holders(const Students& students, const SchoolsSeen& seen) {
  const std::size_t cells = seen.seats.size();
  std::vector<int> holders = count_by_parts(
      students.size(), cells + 1, [&](std::size_t first, std::size_t past, std::vector<int>& here) {
        for (std::size_t row = first; row < past; ++row) {
          ++here[std::min(cell_of(students.school[row], students.grade[row]), cells)];
        }
      });
  holders.pop_back();
  for (std::size_t cell = 0; cell < cells; ++cell) {
    if (seen.seats[cell] <= 0) holders[cell] = 0;
  }
  return holders;
}

}  // namespace

bool holds_seat(const World& world, const SchoolsSeen& seen, std::size_t row) {
  const std::uint16_t school = world.students.school[row];
  return school != kNoSchool && seen.seats[cell_of(school, world.students.grade[row])] > 0;
}

Families find_families(const World& world, const Law& law, const ChoiceParameters& nature,
                       const Dice& dice, const SchoolsSeen& seen, bool founding) {
  const Wishes wishes(world, law, nature, seen, founding);
  const std::size_t rows = world.students.size();
  std::vector<Slice> slices(slices_of(rows));
  for_slices(rows, [&](std::size_t first, std::size_t past, std::size_t slice) {
    slices[slice] = candidates_in(world, dice, wishes, first, past);
    decide_wishes(world, dice, wishes, slices[slice]);
  });
  Families families = sorted_by_cell(world, seen, slices);
  families.holders = count_holders(world.students, seen);
  return families;
}

}  // namespace homeroom::choice
