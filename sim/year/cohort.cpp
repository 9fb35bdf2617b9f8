#include "sim/year/cohort.hpp"

#include <array>
#include <cstdint>

#include "sim/core/arithmetic.hpp"
#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/child_dice.hpp"

namespace homeroom {
namespace {

// Housing is centred on 1/2, so that the city's rate of leaving stays its own.
double leaving_rate(const World& world, const CohortParameters& nature, int housing) {
  const double unsettled = 0.5 - housing / 255.0;
  return world.city.leave_rate * (1.0 + 2.0 * nature.leave_unsettled * unsettled);
}

bool leaves(double rate, std::int64_t word) {
  return (static_cast<double>(word) + 0.5) * 0x1p-32 < rate;
}

/// By how settled a family's housing is: how many of the 2^32 words make it leave. The words that
/// do are the smallest ones.
using LeavingWords = std::array<std::uint64_t, 256>;

LeavingWords leaving_words(const World& world, const CohortParameters& nature) {
  constexpr std::int64_t kWords = std::int64_t{1} << 32;
  LeavingWords leaving{};
  for (int housing = 0; housing < 256; ++housing) {
    // The rate itself says how many; rounding may put it beside that.
    const double rate = leaving_rate(world, nature, housing);
    auto words = static_cast<std::int64_t>(clamp_to(rate * 0x1p32, 0.0, 0x1p32));
    while (words > 0 && !leaves(rate, words - 1)) --words;
    while (words < kWords && leaves(rate, words)) ++words;
    leaving[static_cast<std::size_t>(housing)] = static_cast<std::uint64_t>(words);
  }
  return leaving;
}

struct SliceOutcome {
  std::vector<std::uint32_t> newcomers;
  int graduated = 0, left = 0;
};

}  // namespace

CohortOutcome decide_cohort(const World& world, const CohortParameters& nature, const Dice& dice) {
  const Students& students = world.students;
  const std::size_t rows = students.size();
  CohortOutcome outcome;
  outcome.grade.resize(rows);
  const LeavingWords leaving = leaving_words(world, nature);
  std::vector<SliceOutcome> slices(slices_of(rows));
  for_slices(rows, [&](std::size_t first, std::size_t past, std::size_t slice) {
    SliceOutcome& here = slices[slice];
    const ChildDice words(world, dice, Die::LeaveCity, first, past);
    Buffer<std::uint32_t> replaced(past - first);
    // Named once: a column of bytes might be anything, for all that the compiler knows.
    const std::uint8_t* const grade = students.grade.data();
    const std::uint8_t* const housing = students.housing.data();
    std::uint8_t* __restrict const next_grade = outcome.grade.data();
    std::uint32_t* __restrict const newcomer = replaced.data();
    std::size_t newcomers = 0, graduated = 0;
    for (std::size_t row = first; row < past; ++row) {
      const bool done = grade[row] == kLastGrade;
      const bool gone = words[row - first] < leaving[housing[row]];
      // A mask, since branches would be guessed wrong.
      static_assert(kKindergarten == 0);
      next_grade[row] = static_cast<std::uint8_t>((grade[row] + 1u) & (std::uint32_t{done} - 1u));
      newcomer[newcomers] = static_cast<std::uint32_t>(row);
      newcomers += static_cast<std::size_t>(done | gone);
      graduated += done;
    }
    here.newcomers.assign(newcomer, newcomer + newcomers);
    here.graduated = static_cast<int>(graduated);
    here.left = static_cast<int>(newcomers - graduated);
  });
  for (const SliceOutcome& here : slices) {
    outcome.graduated += here.graduated;
    outcome.left += here.left;
    outcome.newcomers.insert(outcome.newcomers.end(), here.newcomers.begin(), here.newcomers.end());
  }
  return outcome;
}

void enact(World& world, CohortOutcome&& outcome, const CohortParameters& nature,
           const Dice& dice) {
  world.students.grade.swap(outcome.grade);
  settle_children(world, nature, dice, world.year, outcome.newcomers);
  world.results.graduated = outcome.graduated;
  world.results.left_city = outcome.left;
  world.results.arrived = static_cast<int>(outcome.newcomers.size());
}

}  // namespace homeroom
