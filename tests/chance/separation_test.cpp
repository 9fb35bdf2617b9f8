// All dice are even, and no draw knows its neighbour: not the next die, year, person, generation,
// alternative, replicate or seed, nor two of them that move against each other. False alarms:
// tests/chance/README.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "sim/chance/draw.hpp"
#include "tests/support/false_alarm.hpp"

namespace homeroom {
namespace {

using testing::chi_square;
using testing::chi_square_limit;

/// Where a draw stands.
struct Place {
  std::uint64_t seed = 20180901;
  std::uint32_t replicate = 1;
  std::uint32_t die = static_cast<std::uint32_t>(Die::Taste);
  int year = 2014;
  std::uint64_t who = 0;
  std::uint32_t alternative = 3;
  std::uint32_t word() const {
    return Dice(seed, replicate).word(Die{die}, year, who, alternative);
  }
};

/// Chi-square of the pairs (here, there) over 8 x 8 equal cells, `draws` people in a row.
template <class Move>
double pairs(Move&& move, int draws = 64000) {
  std::vector<int> cells(64, 0);
  for (int i = 0; i < draws; ++i) {
    Place here;
    here.who = static_cast<std::uint64_t>(i);
    Place there = here;
    move(there);
    ++cells[(here.word() >> 29) * 8 + (there.word() >> 29)];
  }
  return chi_square(cells, std::vector<double>(64, draws / 64.0));
}

TEST(Separation, EveryDieIsEven) {
  constexpr std::uint32_t kDice = 1000;
  constexpr int kDraws = 4000, kCells = 20;
  double sum = 0, worst = 0;
  for (std::uint32_t die = 0; die < kDice; ++die) {
    std::vector<int> cells(kCells, 0);
    for (int i = 0; i < kDraws; ++i) {
      Place place;
      place.die = die;
      place.who = static_cast<std::uint64_t>(i);
      ++cells[static_cast<std::uint64_t>(place.word()) * kCells >> 32];
    }
    const double chi = chi_square(cells, std::vector<double>(kCells, kDraws / double{kCells}));
    sum += chi;
    worst = std::max(worst, chi);
  }
  EXPECT_LT(sum, chi_square_limit(kDice * (kCells - 1.0)));
  // The largest of a thousand: 5.6 deviates, exceeded by one of them in a hundred million.
  EXPECT_LT(worst, chi_square_limit(kCells - 1, 5.6));
}

TEST(Separation, NoDrawKnowsItsNeighbour) {
  const double limit = chi_square_limit(63);
  EXPECT_LT(pairs([](Place& p) { p.die += 1; }), limit) << "the next lane of a block";
  EXPECT_LT(pairs([](Place& p) { p.die += 4; }), limit) << "the next block";
  EXPECT_LT(pairs([](Place& p) { p.year += 1; }), limit);
  EXPECT_LT(pairs([](Place& p) { p.who += 1; }), limit);
  EXPECT_LT(pairs([](Place& p) { p.who += std::uint64_t{1} << 32; }), limit) << "generation";
  EXPECT_LT(pairs([](Place& p) { p.alternative += 1; }), limit);
  EXPECT_LT(pairs([](Place& p) { p.replicate += 1; }), limit);
  EXPECT_LT(pairs([](Place& p) { p.seed += 1; }), limit);
  EXPECT_LT(pairs([](Place& p) { p.seed += std::uint64_t{1} << 32; }), limit);
}

// Whoever adds coordinates up would find these equal, not only related.
TEST(Separation, NoTwoCoordinatesStandInForEachOther) {
  const double limit = chi_square_limit(63);
  const auto against = [&](auto&& up, auto&& down) {
    return pairs([&](Place& p) {
      up(p);
      down(p);
    });
  };
  const auto seed = [](Place& p) { p.seed += 1; };
  const auto less_replicate = [](Place& p) { p.replicate -= 1; };
  const auto year = [](Place& p) { p.year += 1; };
  const auto less_who = [](Place& p) { p.who -= 1; };
  const auto less_year = [](Place& p) { p.year -= 1; };
  const auto alternative = [](Place& p) { p.alternative += 1; };
  const auto less_die = [](Place& p) { p.die -= 4; };
  EXPECT_LT(against(seed, less_replicate), limit);
  EXPECT_LT(against(seed, less_year), limit);
  EXPECT_LT(against(year, less_who), limit);
  EXPECT_LT(against(alternative, less_year), limit);
  EXPECT_LT(against(alternative, less_who), limit);
  EXPECT_LT(against(year, less_die), limit);
}

}  // namespace
}  // namespace homeroom
