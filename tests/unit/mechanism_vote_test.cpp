#include "sim/mechanism/vote.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

namespace homeroom::mechanism {
namespace {

using Seats = std::vector<std::uint32_t>;
constexpr BallotRule kTwoThirds{.threshold = {2, 3}};
constexpr BallotRule kMajority{.threshold = {1, 2}, .needed = Needed::kMoreThan};

TEST(Vote, TwoOfThreeIsTwoThirds) {
  EXPECT_TRUE(passes({.eligible = 3, .cast = 3, .yes = 2}, kTwoThirds));
  EXPECT_FALSE(passes({.eligible = 100, .cast = 100, .yes = 66}, kTwoThirds));
  EXPECT_TRUE(passes({.eligible = 100, .cast = 100, .yes = 67}, kTwoThirds));
}

TEST(Vote, HalfIsNoMajority) {
  EXPECT_FALSE(passes({.eligible = 10, .cast = 10, .yes = 5}, kMajority));
  EXPECT_TRUE(passes({.eligible = 10, .cast = 10, .yes = 6}, kMajority));
}

TEST(Vote, ThresholdMayCountThoseWhoStayedAway) {
  BallotRule rule = kTwoThirds;
  EXPECT_TRUE(passes({.eligible = 30, .cast = 15, .yes = 10}, rule));
  rule.counted = Counted::kEligible;
  EXPECT_FALSE(passes({.eligible = 30, .cast = 15, .yes = 10}, rule));
  EXPECT_TRUE(passes({.eligible = 30, .cast = 25, .yes = 20}, rule));
}

TEST(Vote, NeedsItsQuorumAndAtLeastOneVote) {
  BallotRule rule = kMajority;
  rule.quorum = {1, 2};
  EXPECT_FALSE(passes({.eligible = 9, .cast = 4, .yes = 4}, rule));
  EXPECT_TRUE(passes({.eligible = 9, .cast = 5, .yes = 5}, rule));
  EXPECT_FALSE(passes({.eligible = 9, .cast = 0, .yes = 0}, {.threshold = {0, 1}}));
}

TEST(Vote, CountsWithoutOverflow) {
  constexpr std::uint32_t all = std::numeric_limits<std::uint32_t>::max();
  EXPECT_TRUE(passes({.eligible = all, .cast = all, .yes = all}, {.threshold = {all, all}}));
  EXPECT_FALSE(passes({.eligible = all, .cast = all, .yes = all - 1}, {.threshold = {all, all}}));
}

TEST(Vote, RefusesImpossibleBallots) {
  EXPECT_THROW(passes({.eligible = 3, .cast = 4, .yes = 1}, kMajority), std::logic_error);
  EXPECT_THROW(passes({.eligible = 4, .cast = 3, .yes = 4}, kMajority), std::logic_error);
  EXPECT_THROW(passes({.eligible = 1, .cast = 1, .yes = 1}, {.threshold = {1, 0}}),
               std::logic_error);
  EXPECT_THROW(passes({.eligible = 1, .cast = 1, .yes = 1}, {.threshold = {3, 2}}),
               std::logic_error);
}

TEST(StaggeredSeats, StandInTurn) {
  const StaggeredSeats board{.seats = 7, .term_years = 4, .years_between_elections = 2};
  EXPECT_EQ(seats_up(board, 2024), (Seats{0, 2, 4, 6}));
  EXPECT_EQ(seats_up(board, 2025), Seats{});
  EXPECT_EQ(seats_up(board, 2026), (Seats{1, 3, 5}));
  EXPECT_EQ(seats_up(board, -2), (Seats{1, 3, 5}));
}

TEST(StaggeredSeats, RefuseElectionsThatDoNotFitTheTerm) {
  EXPECT_THROW(seats_up({.seats = 7, .term_years = 4, .years_between_elections = 3}, 2024),
               std::logic_error);
  EXPECT_THROW(seats_up({.seats = 7, .term_years = 0}, 2024), std::logic_error);
}

TEST(Winners, HaveTheMostVotes) {
  EXPECT_EQ(winners(Seats{10, 30, 20, 30}, 3), (Seats{1, 3, 2}));
  EXPECT_EQ(winners(Seats{5}, 3), (Seats{0}));
}

}  // namespace
}  // namespace homeroom::mechanism
