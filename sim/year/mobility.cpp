#include "sim/year/mobility.hpp"

#include <algorithm>

#include "sim/core/buffer.hpp"
#include "sim/world/enrolment.hpp"
#include "sim/year/child_dice.hpp"
#include "sim/year/cohort.hpp"
#include "sim/year/mobility_movers.hpp"
#include "sim/year/seats.hpp"

namespace homeroom {
namespace {

/// Desks that no one holds, by cell of school and grade; below 0 where a school is over capacity.
std::vector<int> free_desks(const World& world, const Law& law) {
  std::vector<int> free(world.schools.size() * kGrades);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolYear& year = world.results.school[SchoolId{s}];
    for (int grade = 0; grade < kGrades; ++grade) {
      free[cell_of(s, grade)] = seats_open(world, law, SchoolId{s}, grade) - year.by_grade[grade];
    }
  }
  return free;
}

MobilityOutcome nobody_moves(const World& world) {
  const Students& students = world.students;
  return {students.school,
          students.arrival,
          students.rank,
          students.moved,
          std::vector<int>(world.schools.size(), 0),
          std::vector<int>(world.schools.size(), 0)};
}

/// A mover at the doors, by whose turn it is.
struct Knock {
  std::uint32_t row, grade, from;
  const std::uint16_t* target;
};

/// Gathers what lies scattered before anyone knocks: who waits for whom is a chain, and would wait
/// for memory as well.
std::vector<Knock> in_turn(const Students& students, const Movers& movers) {
  std::vector<Knock> knocks(movers.size());
  for (std::size_t turn = 0; turn < knocks.size(); ++turn) {
    const std::uint32_t i = movers.order[turn];
    const std::uint32_t row = movers.row[i];
    knocks[turn] = {row, students.grade[row], students.school[row],
                    movers.target.data() + i * movers.width};
  }
  return knocks;
}

void move(const Knock& knock, std::uint16_t to, MobilityOutcome& outcome) {
  ++outcome.moved_out[knock.from];
  ++outcome.moved_in[to];
  outcome.school[knock.row] = to;
  outcome.arrival[knock.row] = Arrival::Moved;
  outcome.rank[knock.row] = kNoRank;
  outcome.moved[knock.row] = 1;
}

/// Movers knock one after the other over the year: a desk that one leaves is there for those who
/// come later, and whoever finds none stays.
void admit(const World& world, const Law& law, const Movers& movers, MobilityOutcome& outcome) {
  constexpr std::size_t kAhead = 16;
  std::vector<int> free = free_desks(world, law);
  const std::vector<Knock> knocks = in_turn(world.students, movers);
  for (std::size_t turn = 0; turn < knocks.size(); ++turn) {
    __builtin_prefetch(knocks[std::min(turn + kAhead, knocks.size() - 1)].target);
    const Knock& knock = knocks[turn];
    const auto grade = static_cast<int>(knock.grade);
    for (std::size_t t = 0; t < movers.width && knock.target[t] != kNoSchool; ++t) {
      int& desks = free[cell_of(knock.target[t], grade)];
      if (desks <= 0) continue;
      --desks;
      ++free[cell_of(knock.from, grade)];
      move(knock, knock.target[t], outcome);
      break;
    }
  }
}

/// Children new to the city, but kindergartners; without branches, since its neighbours tell
/// nothing about a child.
std::vector<std::uint32_t> newcomers(const World& world) {
  const std::int16_t* const arrived = world.students.arrived.data();
  const std::uint8_t* const grade = world.students.grade.data();
  Buffer<std::uint32_t> rows(world.students.size());
  std::size_t count = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    rows[count] = static_cast<std::uint32_t>(row);
    count += static_cast<std::size_t>((arrived[row] == world.year) & (grade[row] != kKindergarten));
  }
  return {rows.begin(), rows.begin() + count};
}

/// Of the children new to the city a share came after the year began; kindergartners and the
/// children of the first year did not.
void arrive_late(const World& world, const MobilityParameters& nature, const Dice& dice,
                 MobilityOutcome& outcome) {
  if (world.year == world.founded) return;
  const std::vector<std::uint32_t> rows = newcomers(world);
  const ChildDice words(world, dice, Die::LateArrival, rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (open_unit(words[i]) >= static_cast<float>(nature.late_arrival)) continue;
    outcome.moved[rows[i]] = 1;
    ++outcome.moved_in[world.students.school[rows[i]]];
  }
}

}  // namespace

MobilityOutcome decide_mobility(const World& world, const Law& law,
                                const MobilityParameters& nature, const Dice& dice) {
  MobilityOutcome outcome = nobody_moves(world);
  Movers movers = find_movers(world, law, nature, dice);
  rank_targets(world, law, nature, dice, movers);
  admit(world, law, movers, outcome);
  arrive_late(world, nature, dice, outcome);
  return outcome;
}

}  // namespace homeroom
