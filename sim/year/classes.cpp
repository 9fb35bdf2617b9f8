#include "sim/year/classes.hpp"

#include <numeric>

namespace homeroom {
namespace {

/// Words of the section with which each cell begins to count.
std::vector<std::uint32_t> starts(std::size_t cells, int year, const Dice& dice) {
  static_assert(static_cast<std::uint32_t>(Die::ClassStart) % 4 == 0);
  std::vector<std::uint32_t> cell(cells), none(cells, 0), drawn(2 * cells);
  std::iota(cell.begin(), cell.end(), 0u);
  std::uint32_t* const other = drawn.data() + cells;
  std::uint32_t* const lanes[4] = {drawn.data(), other, other, other};
  dice.block(Die::ClassStart, year, cell.data(), none.data(), 0, static_cast<int>(cells), lanes);
  drawn.resize(cells);
  return drawn;
}

}  // namespace

ClassesOutcome decide_classes(const World& world, const Dice& dice) {
  const std::size_t cells = world.schools.size() * kGrades;
  std::vector<std::uint16_t> turn(cells), sections(cells);
  const std::vector<std::uint32_t> start = starts(cells, world.year, dice);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    const int count = sections_in(world.posts, cell);
    sections[cell] = static_cast<std::uint16_t>(count > 0 ? count : 1);
    turn[cell] = static_cast<std::uint16_t>(start[cell] % sections[cell]);
  }
  const Students& students = world.students;
  ClassesOutcome outcome;
  outcome.section.resize(students.size());
  // Named once: a column of bytes might be anything, for all that the compiler knows.
  const std::uint16_t* const school = students.school.data();
  const std::uint8_t* const grade = students.grade.data();
  std::uint8_t* __restrict const section = outcome.section.data();
  for (std::size_t row = 0; row < students.size(); ++row) {
    const std::size_t cell = cell_of(school[row], grade[row]);
    std::uint16_t& next = turn[cell];
    section[row] = static_cast<std::uint8_t>(next);
    // A mask, since branches would be guessed wrong.
    const unsigned goes_on = next + 1u != sections[cell];
    next = static_cast<std::uint16_t>((next + 1u) & (0u - goes_on));
  }
  return outcome;
}

void enact(World& world, ClassesOutcome&& outcome) { world.students.section.swap(outcome.section); }

}  // namespace homeroom
