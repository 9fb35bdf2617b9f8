#include "sim/mechanism/market.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/mechanism_market.hpp"

namespace homeroom::mechanism {
namespace {

using examples::market_from;

TEST(Market, NamesTheProgramHeld) {
  const Market market = market_from({{2, 0}, {1}, {}}, {{}, {}, {}}, {1, 1, 1});
  const Matching matching{{1, kUnmatched, kUnmatched}};
  EXPECT_EQ(program_of(market, matching, 0), 0u);
  EXPECT_EQ(program_of(market, matching, 1), kNoProgram);
  EXPECT_EQ(market.applicants(), 3u);
  EXPECT_EQ(market.list_length(2), 0u);
}

TEST(Market, RefusesOffsetsThatDoNotCoverTheLists) {
  Market market = market_from({{0}, {0}}, {{}}, {1});
  EXPECT_NO_THROW(expect_lists(market));
  market.first = {0, 1};
  EXPECT_THROW(expect_lists(market), std::logic_error);
  market.first = {1, 1, 2};
  EXPECT_THROW(expect_lists(market), std::logic_error);
  market.first = {0, 3, 2};
  EXPECT_THROW(expect_lists(market), std::logic_error);
  market.first = {};
  EXPECT_THROW(expect_lists(market), std::logic_error);
}

TEST(Market, RefusesUnknownPrograms) {
  Market market = market_from({{0}, {0}}, {{}}, {1});
  market.choice[1] = 1;
  EXPECT_THROW(expect_lists(market), std::logic_error);
}

TEST(Market, RefusesTheReservedPriority) {
  Market market = market_from({{0}, {0}}, {{}}, {1});
  EXPECT_NO_THROW(expect_priorities(market));
  market.priority[1] = kOpen;
  EXPECT_THROW(expect_priorities(market), std::logic_error);
  market.priority.pop_back();
  EXPECT_THROW(expect_priorities(market), std::logic_error);
}

TEST(Market, FindsTiesWithinAProgramOnly) {
  Market market = market_from({{0, 1}, {1, 0}}, {{0, 1}, {0, 1}}, {1, 1});
  EXPECT_EQ(market.priority[0], market.priority[1]);  // equal, but in different programs
  EXPECT_TRUE(has_strict_priorities(market));
  market.priority[3] = market.priority[0];
  EXPECT_FALSE(has_strict_priorities(market));
}

}  // namespace
}  // namespace homeroom::mechanism
