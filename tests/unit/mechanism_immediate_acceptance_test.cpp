#include "sim/mechanism/immediate_acceptance.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "tests/unit/mechanism_market.hpp"

namespace homeroom::mechanism {
namespace {

using examples::market_from;
using examples::programs_of;
using Programs = std::vector<std::uint32_t>;

TEST(ImmediateAcceptance, NeverTakesASeatBack) {
  // Applicant 1 has the best priority at program 1 but asks a round too late.
  const Market market = examples::abdulkadiroglu_sonmez();
  EXPECT_EQ(programs_of(market, immediate_acceptance(market)), (Programs{1, 2, 0}));
}

TEST(ImmediateAcceptance, RewardsListingAnotherProgramFirst) {
  Market market = examples::abdulkadiroglu_sonmez();
  market.choice = {1, 0, 2, 1, 0, 2, 0, 1, 2};
  std::swap(market.priority[3], market.priority[4]);
  EXPECT_EQ(programs_of(market, immediate_acceptance(market))[1], 1u);  // truly second, not third
}

TEST(ImmediateAcceptance, ServesPriorityWithinARoundAndLosesRoundsAtFullPrograms) {
  const Market market =
      market_from({{0, 1}, {0, 1, 2}, {1, 2}, {0}}, {{3, 0, 1}, {1, 2, 0}, {1, 2}}, {1, 1, 1});
  EXPECT_EQ(immediate_acceptance(market).rank, (std::vector<std::int32_t>{-1, 2, 0, 0}));
}

TEST(ImmediateAcceptance, FillsSeveralSeatsOverSeveralRounds) {
  const Market market =
      market_from({{1, 0}, {1, 0}, {0}, {1, 0}}, {{3, 1, 0, 2}, {0, 1, 3}}, {2, 1});
  EXPECT_EQ(immediate_acceptance(market).rank, (std::vector<std::int32_t>{0, -1, 0, 1}));
}

}  // namespace
}  // namespace homeroom::mechanism
