#include "sim/mechanism/stability.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/mechanism_market.hpp"

namespace homeroom::mechanism {
namespace {

using Pairs = std::vector<BlockingPair>;

TEST(Stability, HoldsForTheThreeMatchingsOfExample1) {
  const Market market = examples::gale_shapley_1();
  for (const std::int32_t rank : {0, 1, 2}) {
    EXPECT_EQ(blocking_pairs(market, Matching{{rank, rank, rank}}), Pairs{}) << rank;
  }
}

TEST(Stability, NamesThePairThatWouldElope) {
  // All others of the six matchings of example 1 are unstable; this one exchanges two applicants.
  const Market market = examples::gale_shapley_1();
  EXPECT_EQ(blocking_pairs(market, Matching{{0, 1, 2}}), (Pairs{{2, 0}}));
}

TEST(Stability, AFreeSeatBlocks) {
  const Market market = examples::market_from({{0, 1}, {0}}, {{1, 0}, {}}, {1, 2});
  EXPECT_EQ(blocking_pairs(market, Matching{{1, kUnmatched}}), (Pairs{{0, 0}, {1, 0}}));
  EXPECT_EQ(blocking_pairs(market, Matching{{kUnmatched, 0}}), (Pairs{{0, 1}}));
}

TEST(Stability, CountsSeatsAndRefusesOneTooMany) {
  const Market market = examples::market_from({{0}, {0}}, {{}}, {1});
  EXPECT_EQ(seats_taken(market, Matching{{0, 0}}), std::vector<std::uint32_t>{2});
  EXPECT_FALSE(is_feasible(market, Matching{{0, 0}}));
  EXPECT_FALSE(is_feasible(market, Matching{{0}}));
  EXPECT_FALSE(is_feasible(market, Matching{{0, 1}}));
  EXPECT_FALSE(is_feasible(market, Matching{{0, -2}}));
  EXPECT_TRUE(is_feasible(market, Matching{{0, kUnmatched}}));
  EXPECT_THROW(blocking_pairs(market, Matching{{0, 0}}), std::logic_error);
}

}  // namespace
}  // namespace homeroom::mechanism
