// What must hold of choices and votes whatever the numbers.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "sim/mechanism/discrete_choice.hpp"
#include "sim/mechanism/vote.hpp"

namespace homeroom::mechanism {
namespace {

RC_GTEST_PROP(DiscreteChoiceLaw, IsAStableSortCutShort, ()) {
  const auto size = *rc::gen::elementOf(std::vector<std::size_t>{0, 1, 2, 30, 63, 64, 65, 200});
  const auto values = *rc::gen::container<std::vector<int>>(size, rc::gen::inRange(-50, 50));
  const std::vector<float> utility(values.begin(), values.end());
  std::vector<std::uint32_t> sorted(size);
  std::iota(sorted.begin(), sorted.end(), 0u);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return utility[a] > utility[b]; });
  std::vector<std::uint32_t> best(*rc::gen::inRange<std::size_t>(0, 220));
  sorted.resize(std::min(size, best.size()));
  best.resize(top_choices(utility, best));
  RC_ASSERT(best == sorted);
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
