// Policies over futures, against numbers worked out by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/decisions/decision_text.hpp"
#include "analysis/estimators/student_t.hpp"

namespace homeroom::decisions {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Values by policy, future and replicate.
using Values = std::vector<std::vector<std::vector<double>>>;

PolicyOutcomes outcomes_of(const Values& values, Better better = Better::Higher) {
  PolicyOutcomes of;
  of.outcome = "y";
  of.better = better;
  of.futures = values.front().size();
  for (std::size_t p = 0; p < values.size(); ++p) {
    of.policies.push_back(std::string(1, static_cast<char>('A' + p)));
    for (std::size_t f = 0; f < values[p].size(); ++f) {
      for (std::size_t r = 0; r < values[p][f].size(); ++r) {
        of.rows.push_back({p, f, static_cast<std::uint32_t>(10 * r), values[p][f][r]});
      }
    }
  }
  return of;
}

PolicyLives lives_of(const Values& values) { return PolicyLives(outcomes_of(values)); }

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

// Means by future: A 5 1 3, B 4 4 3, C 3 2 0 (C lacks nothing that moves them).
TEST(Regret, IsWhatTheBestWouldHaveGiven) {
  const PolicyLives lives =
      lives_of({{{4, 6}, {1, 1}, {3, 3}}, {{4, 4}, {4, 4}, {2, 4}}, {{3, 3}, {2, 2}, {0, 0}}});
  const Regrets all = regrets(lives, Better::Higher);
  EXPECT_EQ(all.futures, 3u);
  EXPECT_DOUBLE_EQ(all.policies[0].mean.value, 1.0);
  EXPECT_DOUBLE_EQ(all.policies[0].greatest.value, 3.0);
  EXPECT_DOUBLE_EQ(all.policies[0].high.value, 0.2 * 0 + 0.8 * 3);  // of 0, 0, 3
  EXPECT_DOUBLE_EQ(all.policies[1].mean.value, 1.0 / 3.0);
  EXPECT_DOUBLE_EQ(all.policies[1].greatest.value, 1.0);
  EXPECT_EQ(all.policies[0].best, 1u);
  EXPECT_EQ(all.policies[0].tied, 1u);
  EXPECT_EQ(all.policies[1].best, 1u);
  EXPECT_EQ(all.policies[2].best, 0u);
  EXPECT_EQ(all.minimax, std::vector<std::size_t>{1});
  EXPECT_EQ(all.least_mean, std::vector<std::size_t>{1});
  EXPECT_LE(all.policies[0].mean.spread.low, 1.0);
  EXPECT_GE(all.policies[0].mean.spread.high, 1.0);
}

TEST(Regret, TakesOnlyReplicatesThatAllHave) {
  const Regrets all = regrets(lives_of({{{1, 100}, {1, 1}}, {{2, kMissing}, {kMissing, kMissing}}}),
                              Better::Higher);
  EXPECT_EQ(all.futures, 1u);
  EXPECT_EQ(all.left_out, 1u);
  EXPECT_DOUBLE_EQ(all.policies[0].mean.value, 1.0);
}

TEST(Regret, OfOnePolicyIsNought) {
  const Regrets all = regrets(lives_of({{{1, 2}, {3, 4}}}), Better::Lower);
  EXPECT_EQ(all.policies[0].greatest.value, 0.0);
  EXPECT_EQ(all.policies[0].best, 2u);
}

TEST(RankingSoFar, IsOfMeansOverFuturesByReplicate) {
  const RankingSoFar of = ranking_so_far(
      lives_of({{{1, 2}, {3, 4}}, {{2, 4}, {6, 5}}, {{0, 0}, {0, 0}}}), Better::Higher);
  EXPECT_EQ(of.first, 1u);
  EXPECT_EQ(of.rivals, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(of.advantages[0], (std::vector<double>{2.0, 1.5}));
  EXPECT_EQ(of.advantages[1], (std::vector<double>{4.0, 4.5}));
  const RankingSoFar lower =
      ranking_so_far(lives_of({{{1, 2}, {3, 4}}, {{2, 4}, {6, 5}}}), Better::Lower);
  EXPECT_EQ(lower.first, 0u);
  EXPECT_EQ(lower.advantages[0], (std::vector<double>{2.0, 1.5}));
}

TEST(RankingSoFar, LeavesOutReplicatesOrFuturesWhicheverLeavesMore) {
  const RankingSoFar by_future =
      ranking_so_far(lives_of({{{1, 2, 3}, {kMissing, 1, 1}, {1, 1, 1}},
                               {{0, 0, 0}, {0, 0, kMissing}, {0, 0, 0}}}),
                     Better::Higher);
  EXPECT_EQ(by_future.futures, 2u);
  EXPECT_EQ(by_future.replicates, 3u);
  EXPECT_EQ(by_future.advantages[0], (std::vector<double>{1.0, 1.5, 2.0}));
  const RankingSoFar by_replicate = ranking_so_far(
      lives_of({{{1, 2, 3}, {kMissing, 1, 1}}, {{0, 0, 0}, {0, 0, 0}}}), Better::Higher);
  EXPECT_EQ(by_replicate.futures, 2u);
  EXPECT_EQ(by_replicate.advantages[0], (std::vector<double>{1.5, 2.0}));
  const RankingSoFar none = ranking_so_far(lives_of({{{kMissing}}, {{1}}}), Better::Higher);
  EXPECT_TRUE(none.advantages[0].empty());
}

/// Twenty futures: B is better by 1 where x is below .55, worse by 1 above.
PolicyOutcomes split_world() {
  Values values(2, std::vector<std::vector<double>>(20, std::vector<double>(3, 0.0)));
  Factor x{"x", {}, {}};
  for (std::size_t f = 0; f < 20; ++f) {
    x.numbers.push_back(0.05 * static_cast<double>(f));
    for (double& value : values[1][f]) value = f <= 10 ? 1.0 : -1.0;
  }
  PolicyOutcomes of = outcomes_of(values);
  of.factors.push_back(x);
  return of;
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST(DecisionText, ReadsAsSentences) {
  const PolicyOutcomes outcomes = split_world();
  const ReportAsked asked{0, 0.95, 0.5};
  const DecisionReport report = decision_report(outcomes, asked);
  const std::string text = decision_text(outcomes, report, asked);
  EXPECT_TRUE(says(text, "B comes first with 0.10 (-0.38 to 0.58), then A with 0.\n")) << text;
  EXPECT_TRUE(says(text,
                   "B loses to A where x above 0.53: 9 of 9 such futures (45 % of all), "
                   "100 % of the 9 in which it does."))
      << text;
  EXPECT_TRUE(says(text, "A regrets more than 0.5 where x below 0.53: 11 of 11")) << text;
  const std::string csv = decision_csv(outcomes, report);
  EXPECT_TRUE(says(csv, "pair,B,A,probability_by_both,0.55")) << csv;
  EXPECT_TRUE(says(csv, "loses_box_1,B,A,density,1,,,,\n")) << csv;
}

TEST(DecisionText, TurnsWithWhatIsBetter) {
  PolicyOutcomes outcomes = split_world();
  outcomes.better = Better::Lower;
  const ReportAsked asked;
  const DecisionReport report = decision_report(outcomes, asked);
  const std::string text = decision_text(outcomes, report, asked);
  EXPECT_TRUE(says(text, "A comes first with 0, then B with 0.10")) << text;
  EXPECT_TRUE(says(text, "B is better than A where x above 0.53: 9 of 9")) << text;
}

TEST(DecisionText, SaysOfOnePolicyThatItStandsAlone) {
  const PolicyOutcomes alone = outcomes_of({{{1, 2}, {3, 4}}});
  const std::string text = decision_text(alone, decision_report(alone, {}), {});
  EXPECT_TRUE(says(text, "A stands alone with 2.5")) << text;
}

TEST(DecisionText, SaysOfTwinsThatTheyAreAlike) {
  const PolicyOutcomes twins = outcomes_of({{{1, 2}, {3, 4}}, {{1, 2}, {3, 4}}});
  const std::string text = decision_text(twins, decision_report(twins, {}), {});
  EXPECT_TRUE(says(text, "A and B are alike in every life.")) << text;
  EXPECT_TRUE(says(text, "least under A and B, alike")) << text;
}

TEST(DecisionText, CountsWhatIsMissing) {
  const PolicyOutcomes lossy = outcomes_of({{{1, kMissing}, {3, 4}}, {{2, 3}, {kMissing, 6}}});
  const std::string text = decision_text(lossy, decision_report(lossy, {}), {});
  EXPECT_TRUE(says(text, "6 lives, 2 more without a value")) << text;
  EXPECT_TRUE(says(text, "B over A: 2 lives of one of the two alone are left out.")) << text;
  const PolicyOutcomes nothing = outcomes_of({{{kMissing}}, {{kMissing}}});
  EXPECT_THROW(decision_report(nothing, {}), std::invalid_argument);
  const PolicyOutcomes apart = outcomes_of({{{1, kMissing}}, {{kMissing, 2}}});
  const std::string strangers = decision_text(apart, decision_report(apart, {}), {});
  EXPECT_TRUE(says(strangers, "have no life in common")) << strangers;
}

TEST(DecisionText, LivesWithOneFutureAndOneReplicate) {
  const PolicyOutcomes one = outcomes_of({{{1}}, {{2}}, {{kMissing}}});
  const std::string text = decision_text(one, decision_report(one, {}), {});
  EXPECT_TRUE(says(text, "B comes first with 2, then A with 1 and C with no value.")) << text;
}

TEST(DecisionText, SaysWhatIntervalsDoNotHold) {
  const auto text_of = [](const PolicyOutcomes& outcomes, bool until_certain) {
    ReportAsked asked;
    asked.until_certain = until_certain;
    return decision_text(outcomes, decision_report(outcomes, asked), asked);
  };
  const auto with = [](std::vector<double> replicates) {
    std::vector<double> better = replicates;
    for (double& value : better) value = 2 * value + 1;
    return outcomes_of({{replicates, replicates}, {better, replicates}});
  };
  const std::string one = text_of(with({1}), false), few = text_of(with({1, 2}), false);
  EXPECT_TRUE(says(one, "With one replicate all holds for its dice alone")) << one;
  EXPECT_FALSE(says(one, "95 of 100 sweeps")) << one;
  EXPECT_TRUE(says(few, "with no more than 2 replicates in fewer")) << few;
  const std::string many = text_of(with({1, 2, 4, 3, 5}), false);
  EXPECT_TRUE(says(many, "in 95 of 100 sweeps.\n")) << many;
  EXPECT_FALSE(says(many, "until the ranking was certain")) << many;
  EXPECT_TRUE(says(text_of(with({1, 2, 4, 3, 5}), true), "told rather too large")) << many;
}

}  // namespace
}  // namespace homeroom::decisions
