// Policies over futures by pairs, against numbers worked out by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/decisions/policy_pairs.hpp"
#include "analysis/estimators/student_t.hpp"
#include "tests/unit/decisions_values.hpp"

namespace homeroom::decisions {
namespace {

TEST(PolicyLives, LeaveOutPairwiseWhatIsMissing) {
  const PolicyLives lives = lives_of({{{1, 2, kMissing}, {4}}, {{3, kMissing, 5}, {7}}});
  EXPECT_EQ(lives.missing(0), 1u);
  EXPECT_EQ(lives.missing(1), 1u);
  EXPECT_EQ(lives.replicates(), 3u);
  const Advantages of = advantages(lives, 1, 0, Better::Higher);
  EXPECT_EQ(of.pairs, 2u);
  EXPECT_EQ(of.alone, 2u);
  ASSERT_EQ(of.by_future[0].size(), 1u);
  EXPECT_EQ(of.by_future[0][0].value, 2.0);
  EXPECT_EQ(of.by_future[1][0].value, 3.0);
}

TEST(PolicyLives, RefuseWhatIsToldTwiceOrOfNobody) {
  PolicyOutcomes twice = outcomes_of({{{1, 2}}});
  twice.rows.push_back(twice.rows[1]);
  EXPECT_THROW(PolicyLives{twice}, std::invalid_argument);
  PolicyOutcomes nobody = outcomes_of({{{1, 2}}});
  nobody.rows[0].policy = 1;
  EXPECT_THROW(PolicyLives{nobody}, std::invalid_argument);
  PolicyOutcomes infinite = outcomes_of({{{1, 2}}});
  infinite.rows[0].value = std::numeric_limits<double>::infinity();
  EXPECT_THROW(PolicyLives{infinite}, std::invalid_argument);
  PolicyOutcomes unfit = outcomes_of({{{1, 2}}});
  unfit.factors.push_back({"x", {1, 2}, {}});
  EXPECT_THROW(PolicyLives{unfit}, std::invalid_argument);
}

TEST(PolicyLives, KnowDrawsWhereTheyTellSomething) {
  PolicyOutcomes of = outcomes_of({{{1}, {2}, {3}, {4}}});
  const auto kept = [&](std::vector<std::size_t> draws) {
    of.draws = std::move(draws);
    return PolicyLives(of).draws();
  };
  EXPECT_EQ(kept({0, 0, 1, 1}), (std::vector<std::size_t>{0, 0, 1, 1}));
  EXPECT_TRUE(kept({0, 0, 0, 0}).empty());
  EXPECT_TRUE(kept({3, 2, 1, 0}).empty());
  EXPECT_THROW(kept({0, 1}), std::invalid_argument);
}

// Two draws of two futures: means 2 and 6, whose standard error is 2 with one degree of freedom.
TEST(FuturesMean, HasTheErrorOfItsDraws) {
  const PolicyLives lives = lives_of({{{1}, {3}, {4}, {8}}});
  const FuturesMean of = futures_mean(lives.of(0), {0, 0, 1, 1});
  EXPECT_EQ(of.mean, 4.0);
  EXPECT_NEAR(of.error, 2.0, 1e-12);
  EXPECT_EQ(of.degrees, 1.0);
  EXPECT_EQ(of.futures, 4u);
  EXPECT_EQ(futures_mean(lives.of(0), {7, 7, 7, 7}).error, futures_mean(lives.of(0)).error);
}

TEST(Resample, DrawsFuturesOfADrawTogether) {
  PolicyOutcomes outcomes = outcomes_of({{{1}, {2}, {3}, {4}, {5}, {6}}});
  outcomes.draws = {0, 1, 2, 0, 1, 2};
  const PolicyLives lives(outcomes);
  for (std::uint64_t number = 0; number < 20; ++number) {
    const Resample of = resample_of(lives, number);
    ASSERT_EQ(of.futures.size(), 6u);
    EXPECT_EQ(of.draws, (std::vector<std::size_t>{0, 0, 1, 1, 2, 2}));
    for (std::size_t i = 0; i < 6; i += 2) EXPECT_EQ(of.futures[i + 1], of.futures[i] + 3);
  }
}

// Of 40 places about one is drawn the same by chance, and six once in 1,700 programs.
TEST(Resample, DrawsReplicatesApartFromFutures) {
  const PolicyLives lives = lives_of({Values::value_type(40, std::vector<double>(40, 1.0))});
  const Resample of = resample_of(lives, 1);
  int same = 0;
  for (std::uint32_t place = 0; place < 40; ++place) {
    const auto& places = of.places[of.futures[place]];
    same += std::find(places.begin(), places.end(), place) != places.end();
  }
  EXPECT_LT(same, 6);
}

// Mean squares of futures 4, replicates 9, rest 1.
TEST(CrossedVariance, IsTheAnalysisOfVarianceOfAWholeTable) {
  const FuturesMean of = futures_mean(lives_of({{{1, 3}, {2, 6}}}).of(0));
  EXPECT_NEAR(of.variance.futures, 1.5, 1e-12);
  EXPECT_NEAR(of.variance.dice, 4.0, 1e-12);
  EXPECT_NEAR(of.variance.rest, 1.0, 1e-12);
  EXPECT_NEAR(of.variance.chance, 5.0, 1e-12);
  EXPECT_DOUBLE_EQ(of.mean, 3.0);
  EXPECT_NEAR(of.error, std::sqrt(3.0), 1e-12);
  EXPECT_NEAR(of.degrees, 144.0 / 98.0, 1e-12);
}

TEST(CrossedVariance, HoldsWhereValuesAreLargeBesideTheirDifferences) {
  const CrossedVariance of =
      crossed_variance(lives_of({{{1e9 + 1, 1e9 + 3}, {1e9 + 2, 1e9 + 6}}}).of(0));
  EXPECT_NEAR(of.futures, 1.5, 1e-6);
  EXPECT_NEAR(of.rest, 1.0, 1e-6);
}

TEST(CrossedVariance, WeighsFuturesAlikeWhateverTheyLack) {
  EXPECT_DOUBLE_EQ(
      futures_mean(lives_of({{{1, 3, 5, 7}, {10, kMissing, kMissing, kMissing}}}).of(0)).mean, 7.0);
}

TEST(CrossedVariance, SaysWhatOneFutureOrOneReplicateCannotTell) {
  const FuturesMean one_future = futures_mean(lives_of({{{1, 2, 3}}}).of(0));
  EXPECT_TRUE(std::isnan(one_future.variance.futures));
  EXPECT_DOUBLE_EQ(one_future.variance.chance, 1.0);
  EXPECT_NEAR(one_future.error, std::sqrt(1.0 / 3.0), 1e-12);
  const FuturesMean one_replicate = futures_mean(lives_of({{{1}, {2}, {3}}}).of(0));
  EXPECT_TRUE(std::isnan(one_replicate.variance.chance));
  EXPECT_TRUE(std::isnan(one_replicate.variance.futures));
  EXPECT_NEAR(one_replicate.error, std::sqrt(1.0 / 3.0), 1e-12);
  const FuturesMean one_life = futures_mean(lives_of({{{4}}}).of(0));
  EXPECT_DOUBLE_EQ(one_life.mean, 4.0);
  EXPECT_TRUE(std::isnan(one_life.error));
  const FuturesMean none = futures_mean(lives_of({{{kMissing}}}).of(0));
  EXPECT_EQ(none.futures, 0u);
  EXPECT_TRUE(std::isnan(none.mean));
}

TEST(WinProbability, IsAShareOfLivesWithFuturesWeighingTheSame) {
  // Advantages: 1 -1 1 1 in the first future, 2 in the second.
  const WinProbability of = win_probability({{{0, 1}, {1, -1}, {2, 1}, {3, 1}}, {{0, 2}}});
  EXPECT_DOUBLE_EQ(of.life.better, 0.5 * 0.75 + 0.5);
  EXPECT_DOUBLE_EQ(of.seen.better, 1.0);
}

// Lives lie nearer to their own mean than to what they are drawn about: 0.2 of 4, 4, 4 and 0.2 is
// 2.85 below it, and by sqrt(4 / 3) as much below nought.
TEST(WinProbability, GivesLuckBackWhatTheMeanOfFewTakes) {
  const std::vector<Life> lives = {{0, 4}, {1, 4}, {2, 4}, {3, 0.2}};
  const WinProbability of = win_probability({lives, lives});
  EXPECT_DOUBLE_EQ(of.luck.better, 0.75);
  EXPECT_DOUBLE_EQ(of.life.better, 1.0);
}

TEST(WinProbability, HoldsLuckAndParametersApart) {
  // Futures differ, lives of a future do not: +1, +1, +1, -1.
  const WinProbability parameters =
      win_probability({{{0, 1}, {1, 1}}, {{0, 1}, {1, 1}}, {{0, 1}, {1, 1}}, {{0, -1}, {1, -1}}});
  EXPECT_DOUBLE_EQ(parameters.expected.better, 0.75);
  EXPECT_DOUBLE_EQ(parameters.luck.better, 1.0);
  EXPECT_DOUBLE_EQ(parameters.life.better, 0.75);
  // Lives differ, futures do not: +3, +3, +3, -1 with mean 2; about it, stretched by sqrt(4 / 3).
  const std::vector<Life> lives = {{0, 3}, {1, 3}, {2, 3}, {3, -1}};
  const WinProbability luck = win_probability({lives, lives, lives, lives, lives, lives});
  EXPECT_DOUBLE_EQ(luck.luck.better, 0.75);
  EXPECT_DOUBLE_EQ(luck.life.better, 0.75);
  // Six futures with the same four dice are four independent lives: error of the mean 1, with three
  // degrees of freedom, of which Student's t is 1/2 + (x / (1 + x^2) + atan x) / pi, x = t /
  // sqrt 3.
  const double x = 2.0 / std::sqrt(3.0);
  EXPECT_NEAR(luck.expected.better, 0.5 + (x / (1.0 + x * x) + std::atan(x)) / std::acos(-1.0),
              1e-12);
}

// Three degrees of freedom are looked up, six and eleven expanded.
TEST(WinProbability, IsStudentsForFewReplicatesAndForMore) {
  for (const std::uint32_t replicates : {4u, 7u, 12u}) {
    std::vector<Life> lives;
    for (std::uint32_t r = 0; r < replicates; ++r) lives.push_back({r, r % 2 == 0 ? 2.0 : -1.0});
    const WinProbability of = win_probability({lives, lives});
    const FuturesMean mean = futures_mean({lives, lives});
    EXPECT_EQ(mean.degrees, replicates - 1.0);
    EXPECT_NEAR(of.expected.better, estimators::t_above(-mean.mean / mean.error, mean.degrees),
                2e-7);
  }
}

TEST(WinProbability, TellsATieAsATie) {
  const PolicyLives lives = lives_of({{{1, 2}, {3, 5}}, {{1, 2}, {3, 5}}});
  const PolicyPair pair = compare_pair(lives, 1, 0, Better::Higher);
  EXPECT_EQ(pair.advantage.mean, 0.0);
  EXPECT_EQ(pair.advantage.error, 0.0);
  EXPECT_EQ(pair.probability.life.better, 0.0);
  EXPECT_EQ(pair.probability.life.alike, 1.0);
  EXPECT_EQ(pair.probability.expected.alike, 1.0);
  EXPECT_EQ(pair.probability.luck.alike, 1.0);
}

// Nothing is lost to rounding where futures have different numbers of lives.
TEST(WinProbability, IsWholeWhereAllLivesAgree) {
  LivesByFuture same(7), better(7);
  for (std::uint32_t f = 0; f < 7; ++f) {
    for (std::uint32_t r = 0; r < 1 + f % 3; ++r) {
      same[f].push_back({r, 0.0});
      better[f].push_back({r, 1.0});
    }
  }
  EXPECT_EQ(win_probability(same).life.alike, 1.0);
  EXPECT_EQ(win_probability(better).life.better, 1.0);
  EXPECT_EQ(win_probability(better).luck.better, 1.0);
  EXPECT_EQ(win_probability(better).seen.better, 1.0);
}

TEST(WinProbability, IsUnknownWithoutPairs) {
  const PolicyPair pair =
      compare_pair(lives_of({{{1, kMissing}}, {{kMissing, 2}}}), 1, 0, Better::Higher);
  EXPECT_EQ(pair.pairs, 0u);
  EXPECT_EQ(pair.alone, 2u);
  EXPECT_TRUE(std::isnan(pair.probability.life.better));
  EXPECT_TRUE(std::isnan(pair.life_better.error));
}

TEST(PolicyPairs, TurnWithWhatIsBetter) {
  const PolicyLives lives = lives_of({{{1, 2}, {4, 3}}, {{2, 4}, {5, 7}}});
  const PolicyPair higher = compare_pair(lives, 1, 0, Better::Higher, 20);
  const PolicyPair lower = compare_pair(lives, 1, 0, Better::Lower, 20);
  EXPECT_DOUBLE_EQ(higher.advantage.mean, 2.0);
  EXPECT_DOUBLE_EQ(lower.advantage.mean, -2.0);
  EXPECT_EQ(higher.probability.life.better, 1.0);
  EXPECT_EQ(lower.probability.life.better, 0.0);
  EXPECT_EQ(ranked_policies(lives, Better::Higher).front().policy, 1u);
  EXPECT_EQ(ranked_policies(lives, Better::Lower).front().policy, 0u);
}

}  // namespace
}  // namespace homeroom::decisions
