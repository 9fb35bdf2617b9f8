// Regret and the ranking so far, against numbers worked out by hand.
#include <gtest/gtest.h>

#include "analysis/decisions/ranking_so_far.hpp"
#include "analysis/decisions/regret.hpp"
#include "tests/unit/decisions_values.hpp"

namespace homeroom::decisions {
namespace {

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

}  // namespace
}  // namespace homeroom::decisions
