#include "sim/year/choice_choosers.hpp"

#include "sim/year/child_dice.hpp"

namespace homeroom::choice {
namespace {

/// Rows of a choosers that must choose (bit kSeatless), ask for a transfer (bit kDistrict), or
/// could apply to an entry grade elsewhere (0).
Choosers may_choose(const World& world, const Dice& dice, const Wishes& wishes, std::size_t first,
                    std::size_t past) {
  const std::size_t rows = past - first;
  Buffer<std::uint8_t> wishes_of(rows), may(rows);
  if (wishes.has_transfers()) {
    const ChildDice transfer(world, dice, Die::Transfer, first, past);
    wishes.look_at(first, past, transfer.words(Die::Transfer), wishes_of.data(), may.data());
  } else {
    const std::vector<std::uint32_t> nothing(rows, 0);
    wishes.look_at(first, past, nothing.data(), wishes_of.data(), may.data());
  }
  // Without branches: which of its neighbours chooses tells nothing about a child.
  Choosers choosers;
  choosers.row.resize(rows);
  choosers.wish.resize(rows);
  std::uint32_t* __restrict const row = choosers.row.data();
  std::uint8_t* __restrict const wish = choosers.wish.data();
  const std::uint8_t* const wished = wishes_of.data();
  const std::uint8_t* const can = may.data();
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    row[chosen] = static_cast<std::uint32_t>(first + i);
    wish[chosen] = wished[i];
    chosen += can[i];
  }
  choosers.row.resize(chosen);
  choosers.wish.resize(chosen);
  return choosers;
}

/// Drops children who hold a seat and file nothing.
void decide_wishes(const World& world, const Dice& dice, const Wishes& wishes, Choosers& choosers) {
  const ChildDice part(world, dice, Die::Participate, choosers.row);
  wishes.ask(choosers.row, part, choosers.wish);
  // Children of other grades cost no dice.
  const ExamGrades exam_grades = wishes.exam_grades(choosers.row);
  wishes.ask_for_exams(exam_grades, ChildDice(world, dice, Die::ExamApply, exam_grades.row),
                       choosers.wish);
  std::size_t kept = 0;
  choosers.lottery.resize(choosers.row.size());
  choosers.cell.resize(choosers.row.size());
  const Students& students = world.students;
  const auto neighbourhoods = static_cast<std::uint32_t>(world.places.x.size());
  for (std::size_t i = 0; i < choosers.row.size(); ++i) {
    choosers.row[kept] = choosers.row[i];
    choosers.wish[kept] = choosers.wish[i];
    choosers.lottery[kept] = part.of(Die::Lottery, i);
    const std::uint32_t row = choosers.row[i];
    choosers.cell[kept] = students.grade[row] * neighbourhoods + students.home[row];
    kept += choosers.wish[i] != 0;
  }
  choosers.row.resize(kept);
  choosers.wish.resize(kept);
  choosers.lottery.resize(kept);
  choosers.cell.resize(kept);
}

}  // namespace

Choosers choosers_in(const World& world, const Dice& dice, const Wishes& wishes, std::size_t first,
                     std::size_t past) {
  Choosers choosers = may_choose(world, dice, wishes, first, past);
  decide_wishes(world, dice, wishes, choosers);
  return choosers;
}

}  // namespace homeroom::choice
