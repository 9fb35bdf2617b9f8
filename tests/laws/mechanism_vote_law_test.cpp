// What must hold of choices and votes whatever the numbers.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "sim/mechanism/discrete_choice.hpp"
#include "sim/mechanism/vote.hpp"

namespace homeroom::mechanism {
namespace {

using Indices = std::vector<std::uint32_t>;

/// Whoever is above the floor, sorted and cut to `k`, then kNoCandidate.
Indices sorted_above(const std::vector<float>& utility, float floor, std::size_t k) {
  Indices best(utility.size());
  std::iota(best.begin(), best.end(), 0u);
  best.erase(std::remove_if(best.begin(), best.end(),
                            [&](std::uint32_t i) { return utility[i] <= floor; }),
             best.end());
  std::stable_sort(best.begin(), best.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return utility[a] > utility[b]; });
  best.resize(k, kNoCandidate);
  return best;
}

RC_GTEST_PROP(DiscreteChoiceLaw, IsAStableSortAboveTheFloorCutShort, ()) {
  const auto size = *rc::gen::elementOf(std::vector<std::size_t>{0, 1, 2, 30, 63, 64, 65, 200});
  const auto k = *rc::gen::inRange<std::size_t>(0, 20);
  const auto values =
      *rc::gen::container<std::vector<int>>(size * kSideBySide, rc::gen::inRange(-50, 50));
  const auto floors = *rc::gen::container<std::vector<int>>(kSideBySide, rc::gen::inRange(-60, 50));
  const std::vector<float> utility(values.begin(), values.end());
  const std::vector<float> floor(floors.begin(), floors.end());
  Indices best(k * kSideBySide);
  top_choices_side_by_side(utility.data(), size, floor.data(), k, best.data());
  for (std::size_t lane = 0; lane < kSideBySide; ++lane) {
    std::vector<float> own;
    Indices listed;
    for (std::size_t i = 0; i < size; ++i) own.push_back(utility[i * kSideBySide + lane]);
    for (std::size_t i = 0; i < k; ++i) listed.push_back(best[i * kSideBySide + lane]);
    RC_ASSERT(listed == sorted_above(own, floor[lane], k));
  }
}

RC_GTEST_PROP(VoteLaw, PassesFromTheFirstWholeNumberThatReachesTheShare, ()) {
  const auto cast = *rc::gen::inRange<std::uint32_t>(1, 1000000);
  const auto whole = *rc::gen::inRange<std::uint32_t>(1, 1000);
  const auto part = *rc::gen::inRange<std::uint32_t>(0, whole + 1);
  const auto enough = static_cast<std::uint32_t>((std::uint64_t{cast} * part + whole - 1) / whole);
  const BallotRule rule{.threshold = {part, whole}};
  RC_ASSERT(passes({.eligible = cast, .cast = cast, .yes = enough}, rule));
  if (enough > 0) RC_ASSERT(!passes({.eligible = cast, .cast = cast, .yes = enough - 1}, rule));
}

RC_GTEST_PROP(StaggeredSeatsLaw, EverySeatStandsOnceATermAndElectionsAreEven, ()) {
  const auto between = *rc::gen::inRange<std::uint32_t>(1, 4);
  const StaggeredSeats body{.seats = *rc::gen::inRange<std::uint32_t>(0, 20),
                            .term_years = between * *rc::gen::inRange<std::uint32_t>(1, 5),
                            .years_between_elections = between};
  const auto start = *rc::gen::inRange(-50, 2100);
  std::vector<int> stood(body.seats, 0);
  std::size_t fewest = body.seats, most = 0;
  for (int year = start; year < start + int(body.term_years); ++year) {
    const auto up = seats_up(body, year);
    for (const std::uint32_t seat : up) ++stood[seat];
    if (year % int(between) != 0) RC_ASSERT(up.empty());
    if (year % int(between) != 0) continue;
    fewest = std::min(fewest, up.size());
    most = std::max(most, up.size());
  }
  RC_ASSERT(std::count(stood.begin(), stood.end(), 1) == int(body.seats));
  RC_ASSERT(most - fewest <= 1u);
}

}  // namespace
}  // namespace homeroom::mechanism
