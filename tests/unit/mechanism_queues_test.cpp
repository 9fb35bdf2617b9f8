// Whom queues call next, however often and however many are asked for.
#include "sim/mechanism/queues.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "sim/mechanism/waiting_lists.hpp"
#include "tests/unit/mechanism_market.hpp"

namespace homeroom::mechanism {
namespace {

/// `applicants` who all list program 1 alone, with priorities that are no order of their numbers.
Market one_queue(std::uint32_t applicants) {
  Market market;
  market.capacity = {5, 5, 5};
  market.first = {0};
  for (std::uint32_t i = 0; i < applicants; ++i) {
    market.choice.push_back(1);
    market.priority.push_back((i * 7919ull + 13) % 10007);
    market.first.push_back(i + 1);
  }
  return market;
}

std::set<std::uint32_t> called(Queues& queues, std::size_t count) {
  std::set<std::uint32_t> applicants;
  for (const Waiting& next : queues.next(1, count)) {
    EXPECT_EQ(next.index, next.applicant);
    applicants.insert(next.applicant);
  }
  return applicants;
}

/// The applicants from place `first` on in the order of priorities, `count` of them.
std::set<std::uint32_t> in_order(const Market& market, std::size_t first, std::size_t count) {
  std::vector<std::uint32_t> order(market.applicants());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return market.priority[a] < market.priority[b];
  });
  const auto past = std::min(order.size(), first + count);
  return {order.begin() + static_cast<std::ptrdiff_t>(first),
          order.begin() + static_cast<std::ptrdiff_t>(past)};
}

TEST(Queues, CallInTheOrderOfPriorities) {
  for (const std::uint32_t applicants : {1u, 7u, 14u, 15u, 16u, 100u, 1000u}) {
    const Market market = one_queue(applicants);
    for (const std::size_t step : {1u, 2u, 13u, 60u, 333u, 1001u}) {
      Queues queues(market);
      for (std::size_t reached = 0; reached < applicants; reached += step) {
        ASSERT_EQ(called(queues, step), in_order(market, reached, step))
            << applicants << " applicants, " << step << " at a time, after " << reached;
      }
      EXPECT_EQ(queues.waiting(1), 0u);
      EXPECT_TRUE(queues.next(1, 3).empty());
    }
  }
}

TEST(Queues, CallFewerAndMoreFromRoundToRound) {
  const Market market = one_queue(500);
  Queues queues(market);
  std::size_t reached = 0;
  for (const std::size_t count : {60u, 25u, 9u, 0u, 3u, 120u, 1u, 200u, 500u}) {
    EXPECT_EQ(called(queues, count), in_order(market, reached, count)) << "after " << reached;
    reached += count;
  }
}

TEST(Queues, EndWhereEqualPrioritiesHaveNoOrder) {
  Market market = one_queue(100);
  market.priority.assign(100, 5);
  Queues queues(market);
  EXPECT_EQ(called(queues, 40).size(), 40u);
  EXPECT_EQ(called(queues, 100).size(), 60u);
}

TEST(Rationed, ArePrograms) {
  // Two ask for each; program 0 has no seat, 1 has too few, 2 has enough.
  const Market market = examples::market_from({{0, 1, 2}, {2, 1, 0}}, {{}, {}, {}}, {0, 1, 2});
  EXPECT_EQ(rationed(market), (std::vector<std::uint8_t>{0, 1, 0}));
}

TEST(Rationed, AloneNeedPriorities) {
  Market market =
      examples::market_from({{0, 1, 2}, {2, 1, 0}, {1}}, {{}, {1, 2, 0}, {}}, {0, 1, 2});
  const WaitingLists with = waiting_lists(market, kUntilNoOffer);
  const auto rations = rationed(market);
  for (std::size_t line = 0; line < market.choice.size(); ++line) {
    if (!rations[market.choice[line]]) market.priority[line] = 0;
  }
  const WaitingLists without = waiting_lists(market, kUntilNoOffer);
  EXPECT_EQ(with.matching.rank, without.matching.rank);
  EXPECT_EQ(with.ever_offer, without.ever_offer);
  EXPECT_EQ(with.applicants_offered, without.applicants_offered);
}

TEST(WaitingLists, CountWhoeverHadAnOffer) {
  // Applicant 0 has both programs' offers, applicant 1 the one that 0 refuses, applicant 2 none.
  const Market market = examples::market_from({{0, 1}, {1}, {0}}, {{0, 2}, {0, 1}}, {1, 1});
  EXPECT_EQ(waiting_lists(market, 1).applicants_offered, 2u);
}

}  // namespace
}  // namespace homeroom::mechanism
