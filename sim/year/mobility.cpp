#include "sim/year/mobility.hpp"

#include <utility>

#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/child_dice.hpp"
#include "sim/year/mobility_movers.hpp"

namespace homeroom {
namespace {

/// Children new to the city among rows [first, past), but kindergartners; without branches, since
/// its neighbours tell nothing about a child.
std::vector<std::uint32_t> newcomers(const World& world, std::size_t first, std::size_t past) {
  const std::int16_t* const arrived = world.students.arrived.data();
  const std::uint8_t* const grade = world.students.grade.data();
  const int year = world.year;
  Buffer<std::uint32_t> rows(past - first);
  std::uint32_t* const found = rows.data();
  std::size_t count = 0;
  for (std::size_t row = first; row < past; ++row) {
    found[count] = static_cast<std::uint32_t>(row);
    count += static_cast<std::size_t>((arrived[row] == year) & (grade[row] != kKindergarten));
  }
  return {found, found + count};
}

/// Of the children new to the city a share came after the year began; kindergartners and the
/// children of the first year did not.
void arrive_late(const World& world, const MobilityParameters& nature, const Dice& dice,
                 MobilityOutcome& outcome) {
  if (world.year == world.founded) return;
  const auto share = static_cast<float>(nature.late_arrival);
  std::vector<std::vector<std::uint32_t>> late(slices_of(world.students.size()));
  for_slices(world.students.size(), [&](std::size_t first, std::size_t past, std::size_t slice) {
    std::vector<std::uint32_t> rows = newcomers(world, first, past);
    const ChildDice words(world, dice, Die::LateArrival, rows);
    std::size_t count = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[count] = rows[i];
      count += open_unit(words[i]) < share;
    }
    rows.resize(count);
    late[slice] = std::move(rows);
  });
  for (const std::vector<std::uint32_t>& rows : late) {
    outcome.late.insert(outcome.late.end(), rows.begin(), rows.end());
    for (const std::uint32_t row : rows) ++outcome.moved_in[world.students.school[row]];
  }
}

/// Movers knock one after the other over the year, in each grade by itself.
void change_schools(const World& world, const Law& law, const MobilityParameters& nature,
                    const Dice& dice, MobilityOutcome& outcome) {
  const Movers movers = find_movers(world, law, nature, dice);
  std::vector<std::uint16_t> to(movers.size(), kNoSchool);
  Doors(world, law, nature).let_in(dice, movers, to);
  // Without branches: whether one finds a desk tells nothing about the next.
  outcome.changes.resize(movers.size());
  std::size_t count = 0;
  for (const std::vector<Mover>& here : movers.by_row) {
    for (const Mover& mover : here) {
      outcome.changes[count] = {mover.row, mover.from, to[mover.place]};
      count += to[mover.place] != kNoSchool;
    }
  }
  outcome.changes.resize(count);
  for (const SchoolChange& change : outcome.changes) {
    ++outcome.moved_out[change.from];
    ++outcome.moved_in[change.to];
  }
}

}  // namespace

MobilityOutcome decide_mobility(const World& world, const Law& law,
                                const MobilityParameters& nature, const Dice& dice) {
  MobilityOutcome outcome;
  outcome.moved_in.assign(world.schools.size(), 0);
  outcome.moved_out.assign(world.schools.size(), 0);
  change_schools(world, law, nature, dice, outcome);
  arrive_late(world, nature, dice, outcome);
  return outcome;
}

}  // namespace homeroom
