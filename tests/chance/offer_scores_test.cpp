// Chances of an offer, told from one draw's records, against the same market drawn again and again.
// Each comparison allows 4.5 standard errors (tests/chance/README.md), and in assignments beside it
// one over the number of applicants, the order of what the theorem for large markets misses.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "analysis/estimators/moments.hpp"
#include "analysis/estimators/offer_scores.hpp"
#include "tests/support/drawn_market.hpp"
#include "tests/support/false_alarm.hpp"

namespace homeroom::estimators {
namespace {

/// What applicants of one kind list: schools 0 and 1 are asked about. Class 0 is served before 1.
const ListsOfPlaces kKinds = {
    {{0, 1}, {2, 1}, {3, 1}},          // likes 0 best
    {{2, 1}, {0, 1}, {1, 1}, {3, 1}},  // 0 after another
    {{1, 1}, {0, 1}, {3, 1}},          // both
    {{2, 0}, {1, 1}, {3, 1}},          // priority where it likes best: always seated there
    {{2, 1}, {0, 0}, {3, 1}},          // priority at 0
    {{1, 0}, {3, 1}},                  // some with priority compete for 1 among themselves
};
/// Of ten of each kind: 1 is full of its first class, 0 and 2 in their second, 3 has seats for all.
constexpr std::array<int, 4> kSeatsOfTen = {19, 7, 16, 60};

struct Drawn {
  std::vector<Moments> offers, gaps;  ///< by kind
};

Drawn draw_again(int copies, int times, Assignment assignment, TieBreaking ties) {
  ListsOfPlaces lists;
  for (const auto& kind : kKinds) lists.insert(lists.end(), static_cast<std::size_t>(copies), kind);
  std::vector<int> seats;
  for (const int of_ten : kSeatsOfTen) seats.push_back(of_ten * copies / 10);
  Drawn drawn{std::vector<Moments>(kKinds.size()), std::vector<Moments>(kKinds.size())};
  for (int draw = 0; draw < times; ++draw) {
    panel::Year year;
    year.applications = draw_assignment(lists, seats, assignment, ties,
                                        Dice(20181001, static_cast<std::uint32_t>(draw)));
    const OfferScores found = offer_scores(year, {0, 1}, assignment);
    EXPECT_TRUE(found.warnings.empty());
    EXPECT_EQ(found.ties, ties);
    std::vector<double> offered(kKinds.size()), chance(kKinds.size());
    for (const OfferScore& one : found.applicants) {
      const auto kind = static_cast<std::size_t>(one.student / copies);
      offered[kind] += one.offered;
      chance[kind] += one.at_once;
    }
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
      drawn.offers[kind].add(offered[kind] / copies);
      drawn.gaps[kind].add((offered[kind] - chance[kind]) / copies);
    }
  }
  return drawn;
}

void expect_chances(int copies, int times, Assignment assignment, TieBreaking ties) {
  const Drawn drawn = draw_again(copies, times, assignment, ties);
  int at_risk = 0;
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
    const double error = drawn.gaps[kind].sd() / std::sqrt(times);
    EXPECT_NEAR(drawn.gaps[kind].mean(), 0.0,
                testing::kErrors * error + 1.0 / (copies * static_cast<double>(kKinds.size())))
        << "kind " << kind << ", offered " << drawn.offers[kind].mean();
    at_risk += drawn.offers[kind].mean() > 0.02 && drawn.offers[kind].mean() < 0.98;
  }
  EXPECT_GE(at_risk, 3);
}

TEST(OfferScores, AreTheChancesOfDeferredAcceptance) {
  for (const TieBreaking ties : {TieBreaking::Single, TieBreaking::BySchool}) {
    expect_chances(10, 10000, Assignment::DeferredAcceptance, ties);
    expect_chances(100, 1000, Assignment::DeferredAcceptance, ties);
  }
}

TEST(OfferScores, AreTheChancesOfImmediateAcceptance) {
  for (const TieBreaking ties : {TieBreaking::Single, TieBreaking::BySchool}) {
    expect_chances(100, 1000, Assignment::ImmediateAcceptance, ties);
  }
}

// Here the chance is exact, however few there are: two lotteries, one of whose first classes are
// all served.
TEST(OfferScores, AreTheChancesOfSeparateLotteries) {
  const ListsOfPlaces lists = {{{0, 0}},         {{0, 0}, {1, 1}}, {{0, 1}},
                               {{0, 1}, {1, 1}}, {{0, 1}, {1, 0}}, {{1, 0}},
                               {{1, 0}},         {{1, 1}, {0, 1}}, {{0, 1}}};
  constexpr int kTimes = 20000;
  std::vector<double> offered(lists.size()), chance(lists.size());
  for (int draw = 0; draw < kTimes; ++draw) {
    panel::Year year;
    year.lotteries =
        draw_lotteries(lists, {4, 2}, Dice(20181002, static_cast<std::uint32_t>(draw)));
    const OfferScores found = offer_scores(year, {0, 1}, Assignment::DeferredAcceptance);
    for (const OfferScore& one : found.applicants) {
      offered[static_cast<std::size_t>(one.student)] += one.offered;
      if (draw > 0) {
        EXPECT_EQ(chance[static_cast<std::size_t>(one.student)], one.at_once);
      }
      chance[static_cast<std::size_t>(one.student)] = one.at_once;
    }
  }
  // Siblings at 0 get two of four seats, five others the rest; 1 has two seats for three siblings.
  EXPECT_DOUBLE_EQ(chance[0], 1.0);
  EXPECT_DOUBLE_EQ(chance[2], 2.0 / 5.0);
  EXPECT_DOUBLE_EQ(chance[4], 1.0 - (1.0 - 2.0 / 5.0) * (1.0 - 2.0 / 3.0));
  for (std::size_t i = 0; i < lists.size(); ++i) {
    EXPECT_NEAR(offered[i] / kTimes, chance[i],
                testing::kErrors * testing::share_error(chance[i], kTimes) + 1e-12);
  }
}

}  // namespace
}  // namespace homeroom::estimators
