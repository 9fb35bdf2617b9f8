#include "sim/mechanism/deferred_acceptance.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/mechanism_market.hpp"

namespace homeroom::mechanism {
namespace {

using examples::market_from;
using examples::programs_of;
using Programs = std::vector<std::uint32_t>;

TEST(DeferredAcceptance, GivesProposersTheirFirstChoicesInExample1) {
  EXPECT_EQ(deferred_acceptance(examples::gale_shapley_1()).matching.rank,
            (std::vector<std::int32_t>{0, 0, 0}));
}

TEST(DeferredAcceptance, FindsTheOnlyStableMatchingOfExample2) {
  const Market market = examples::gale_shapley_2();
  EXPECT_EQ(programs_of(market, deferred_acceptance(market).matching), (Programs{2, 3, 0, 1}));
}

TEST(DeferredAcceptance, PutsStabilityBeforeEfficiency) {
  // The swap of applicants 0 and 1 would please both and harm no one, but violates a priority.
  const Market market = examples::abdulkadiroglu_sonmez();
  EXPECT_EQ(programs_of(market, deferred_acceptance(market).matching), (Programs{0, 1, 2}));
}

TEST(DeferredAcceptance, CutoffsAreTheWorstHeldOfFullPrograms) {
  const Market market = market_from({{0}, {0}, {0}, {1}, {2}}, {{2, 0, 1}, {3}, {4}}, {2, 2, 0});
  const DeferredAcceptance result = deferred_acceptance(market);
  EXPECT_EQ(result.matching.rank, (std::vector<std::int32_t>{0, -1, 0, 0, -1}));
  EXPECT_EQ(result.cutoff, (std::vector<std::uint64_t>{1, kOpen, 0}));
}

TEST(DeferredAcceptance, AProgramExactlyFullHasACutoff) {
  EXPECT_EQ(deferred_acceptance(market_from({{0}, {0}}, {{1, 0}}, {2})).cutoff,
            (std::vector<std::uint64_t>{1}));
}

TEST(DeferredAcceptance, AcceptsMarketsWithoutAnyone) {
  EXPECT_TRUE(deferred_acceptance(market_from({}, {{}}, {3})).matching.rank.empty());
  EXPECT_EQ(deferred_acceptance(market_from({{}}, {}, {})).matching.rank,
            std::vector<std::int32_t>{kUnmatched});
}

TEST(DeferredAcceptance, RefusesToDecideATie) {
  Market market = market_from({{0}, {0}}, {{0, 1}}, {1});
  market.priority = {5, 5};
  EXPECT_THROW(deferred_acceptance(market), std::logic_error);
}

}  // namespace
}  // namespace homeroom::mechanism
