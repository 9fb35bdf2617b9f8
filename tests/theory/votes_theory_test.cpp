// A staff vote is so many independent ballots: their count is binomial, and a threshold passes with
// the binomial's tail. Limits of chance: tests/support/false_alarm.hpp.
#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/arithmetic.hpp"
#include "sim/year/authorization_vote.hpp"
#include "tests/support/false_alarm.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using namespace testing;

double binomial(int n, int k, double p) {
  return std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) +
                  k * std::log(p) + (n - k) * std::log(1.0 - p));
}

constexpr int kVotes = 4000;
constexpr int kFrom = 7, kTo = 17;  // rarer counts join the ends

/// Yes votes of a staff of twenty whose members say yes with probability `p`.
std::vector<authorization::Ballots> votes(double p) {
  GovernedCity city(1);
  auto& nature = city.authorization;
  nature.vote_noise = nature.vote_tenure = nature.vote_hours = nature.vote_climate = 0;
  nature.vote_stance = 1.0;
  city.world.teachers_union.stance = logit(p);
  std::vector<authorization::Ballots> all;
  for (int year = 0; year < kVotes; ++year) {
    city.world.year = year;
    all.push_back(authorization::vote(city.world, city.law, nature, city.dice, SchoolId{0},
                                      city.model(kFree)));
  }
  return all;
}

TEST(StaffVote, CountsAreBinomial) {
  constexpr double kYes = 0.6;
  std::vector<int> counts(kTo - kFrom + 1, 0);
  std::vector<double> expected(counts.size(), 0.0);
  const auto cell = [](int yes) {
    return static_cast<std::size_t>(std::min(std::max(yes, kFrom), kTo) - kFrom);
  };
  for (const auto& ballots : votes(kYes)) ++counts[cell(static_cast<int>(ballots.yes))];
  for (int yes = 0; yes <= kTeachersEach; ++yes) {
    expected[cell(yes)] += kVotes * binomial(kTeachersEach, yes, kYes);
  }
  EXPECT_LT(chi_square(counts, expected), chi_square_limit(kTo - kFrom));
}

TEST(StaffVote, AThresholdPassesWithTheBinomialsTail) {
  const auto all = votes(0.6);
  for (const auto& [threshold, needed] :
       std::vector<std::pair<double, int>>{{0.5, 10}, {0.6, 12}, {0.667, 14}, {0.75, 15}}) {
    int passed = 0;
    for (const auto& ballots : all) passed += authorization::reaches(ballots, threshold);
    double tail = 0;
    for (int yes = needed; yes <= kTeachersEach; ++yes) tail += binomial(kTeachersEach, yes, 0.6);
    EXPECT_NEAR(passed / static_cast<double>(kVotes), tail, kErrors * share_error(tail, kVotes))
        << threshold;
  }
}

}  // namespace
}  // namespace homeroom
