#include "sim/mechanism/waiting_lists.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/mechanism_market.hpp"

namespace homeroom::mechanism {
namespace {

using examples::market_from;
using examples::programs_of;
using Bytes = std::vector<std::uint8_t>;
using Ranks = std::vector<std::int32_t>;

/// Applicant 0 wins both lotteries; seats move down one applicant at a time.
Market one_winner() { return market_from({{1, 0}, {0, 1}, {0}}, {{0, 1, 2}, {0, 1}}, {1, 1}); }

TEST(WaitingLists, EndBestForProgramsInExample1) {
  const Market market = examples::gale_shapley_1();
  EXPECT_EQ(programs_of(market, waiting_lists(market, kUntilNoOffer).matching),
            (std::vector<std::uint32_t>{2, 0, 1}));
}

TEST(WaitingLists, WithoutRoundsLeaveRefusedSeatsEmpty) {
  const WaitingLists result = waiting_lists(one_winner(), 0);
  EXPECT_EQ(result.matching.rank, (Ranks{0, kUnmatched, kUnmatched}));
  EXPECT_EQ(result.ever_offer, (Bytes{1, 1, 0, 0, 0}));
  EXPECT_EQ(result.initial_offer, result.ever_offer);
}

TEST(WaitingLists, OfferARefusedSeatTheRoundAfter) {
  const WaitingLists result = waiting_lists(one_winner(), 1);
  EXPECT_EQ(result.matching.rank, (Ranks{0, 0, kUnmatched}));
  EXPECT_EQ(result.ever_offer, (Bytes{1, 1, 1, 0, 0}));
  EXPECT_EQ(result.initial_offer, (Bytes{1, 1, 0, 0, 0}));
}

TEST(WaitingLists, DoNotOfferInTheSameRoundASeatLeftInIt) {
  // Round 0: program 1 gets applicant 0; applicant 2 prefers program 2 to program 0. Round 1:
  // program 0 draws applicant 0 away from program 1, whose seat must wait for round 2 although it
  // is numbered later.
  const Market market = market_from({{0, 1}, {1}, {2, 0}}, {{2, 0}, {0, 1}, {2}}, {1, 1, 1});
  EXPECT_EQ(waiting_lists(market, 1).matching.rank, (Ranks{0, kUnmatched, 0}));
  EXPECT_EQ(waiting_lists(market, 2).matching.rank, (Ranks{0, 0, 0}));
}

TEST(WaitingLists, RefuseOffersNoBetterThanTheOutside) {
  const Market market = market_from({{0, 1}, {1}}, {{}, {0, 1}}, {0, 1});
  const WaitingLists result = waiting_lists(market, 1, std::vector<std::uint32_t>{1, 5});
  EXPECT_EQ(result.matching.rank, (Ranks{kUnmatched, 0}));
  EXPECT_EQ(result.ever_offer, (Bytes{0, 1, 1}));
  EXPECT_EQ(result.initial_offer, (Bytes{0, 1, 0}));
}

TEST(WaitingLists, WantOneOutsideRankPerApplicant) {
  EXPECT_THROW(waiting_lists(one_winner(), 1, std::vector<std::uint32_t>{1}), std::logic_error);
}

}  // namespace
}  // namespace homeroom::mechanism
