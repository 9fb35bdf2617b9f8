// What must hold of the mechanisms in any market.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "sim/mechanism/deferred_acceptance.hpp"
#include "sim/mechanism/immediate_acceptance.hpp"
#include "sim/mechanism/serial_dictatorship.hpp"
#include "sim/mechanism/stability.hpp"
#include "sim/mechanism/waiting_lists.hpp"
#include "tests/laws/mechanism_instance.hpp"
#include "tests/laws/mechanism_naive.hpp"

namespace homeroom::mechanism {
namespace {

using examples::draw_instance;
using examples::Instance;
using examples::Ranks;

Instance small() { return draw_instance(5, 4, 2); }
Instance large() { return draw_instance(60, 6, 12); }

/// No feasible matching dominates it: no one can gain without someone losing.
bool is_efficient(const Market& market, const Ranks& held) {
  bool efficient = true;
  examples::for_all_feasible(market, [&](const Ranks& other) {
    if (other != held && examples::all_at_least_as_well(other, held)) efficient = false;
  });
  return efficient;
}

RC_GTEST_PROP(DeferredAcceptanceLaw, IsFeasibleAndStable, ()) {
  const Market market = large().market();
  const Matching matching = deferred_acceptance(market).matching;
  RC_ASSERT(is_feasible(market, matching));
  RC_ASSERT(blocking_pairs(market, matching).empty());
}

RC_GTEST_PROP(DeferredAcceptanceLaw, IsTheStableMatchingAllApplicantsLikeBest, ()) {
  const Market market = small().market();
  const Ranks held = deferred_acceptance(market).matching.rank;
  RC_ASSERT(examples::naive_is_stable(market, held));
  examples::for_all_feasible(market, [&](const Ranks& other) {
    if (!examples::naive_is_stable(market, other)) return;
    RC_ASSERT(examples::all_at_least_as_well(held, other));
  });
}

RC_GTEST_PROP(DeferredAcceptanceLaw, DoesNotDependOnTheOrderOfAsking, ()) {
  const Market market = large().market();
  const Ranks naive = examples::naive_applicants_propose(market);
  RC_ASSERT(deferred_acceptance(market).matching.rank == naive);
}

// Azevedo & Leshno (2016), Journal of Political Economy 124: 1235-1268.
RC_GTEST_PROP(DeferredAcceptanceLaw, EveryoneHoldsTheBestProgramWhoseCutoffLetsThemIn, ()) {
  const Market market = large().market();
  const auto result = deferred_acceptance(market);
  for (std::uint32_t i = 0; i < market.applicants(); ++i) {
    std::int32_t best = kUnmatched;
    for (std::uint32_t a = market.first[i + 1]; a-- > market.first[i];) {
      const std::uint32_t program = market.choice[a];
      if (market.capacity[program] == 0 || market.priority[a] > result.cutoff[program]) continue;
      best = static_cast<std::int32_t>(a - market.first[i]);
    }
    RC_ASSERT(result.matching.rank[i] == best);
  }
}

/// Every list without repetition that could be handed in, each handed to `body`.
template <class Body>
void for_all_lists(std::uint32_t programs, std::vector<std::uint32_t>& list, const Body& body) {
  body(list);
  for (std::uint32_t program = 0; program < programs; ++program) {
    if (std::find(list.begin(), list.end(), program) != list.end()) continue;
    list.push_back(program);
    for_all_lists(programs, list, body);
    list.pop_back();
  }
}

// Dubins & Freedman (1981); Roth (1982).
RC_GTEST_PROP(DeferredAcceptanceLaw, NoListServesAnApplicantBetterThanTheTrueOne, ()) {
  const Instance truth = small();
  const std::uint32_t liar = examples::draw_between(0, truth.applicants() - 1);
  const int honest = examples::regret(deferred_acceptance(truth.market()).matching.rank[liar]);
  std::vector<std::uint32_t> list;
  for_all_lists(truth.programs(), list, [&](const std::vector<std::uint32_t>& lie) {
    Instance told = truth;
    told.lists[liar] = lie;
    const Market market = told.market();
    const std::uint32_t got = program_of(market, deferred_acceptance(market).matching, liar);
    const auto& liked = truth.lists[liar];
    const auto place = std::find(liked.begin(), liked.end(), got) - liked.begin();
    RC_ASSERT(place == std::ptrdiff_t(liked.size()) || place >= honest);
  });
}

RC_GTEST_PROP(ImmediateAcceptanceLaw, IsTheTextbookOneAndEfficientForTheListsTold, ()) {
  const Market market = small().market();
  const Matching matching = immediate_acceptance(market);
  RC_ASSERT(is_feasible(market, matching));
  RC_ASSERT(matching.rank == examples::naive_immediate_acceptance(market));
  RC_ASSERT(is_efficient(market, matching.rank));
}

RC_GTEST_PROP(SerialDictatorshipLaw, IsFeasibleAndEfficient, ()) {
  const Market market = small().market();
  const Matching matching = serial_dictatorship(market, examples::draw_order(market.applicants()));
  RC_ASSERT(is_feasible(market, matching));
  RC_ASSERT(is_efficient(market, matching.rank));
}

RC_GTEST_PROP(SerialDictatorshipLaw, IsDeferredAcceptanceWithOneLotteryForAll, ()) {
  Instance instance = large();
  const auto order = examples::draw_order(instance.applicants());
  for (auto& own : instance.orders) own = order;
  const Market market = instance.market();
  RC_ASSERT(serial_dictatorship(market, order).rank == deferred_acceptance(market).matching.rank);
}

/// Lists cut where the outside option begins.
Instance cut(Instance instance, const std::vector<std::uint32_t>& outside) {
  for (std::uint32_t i = 0; i < instance.applicants(); ++i) {
    auto& list = instance.lists[i];
    list.resize(std::min<std::size_t>(list.size(), outside[i]));
  }
  return instance;
}

RC_GTEST_PROP(WaitingListLaw, RoundsWithoutEndAreDeferredAcceptanceWithProgramsProposing, ()) {
  const Instance instance = draw_instance(20, 6, 5);
  std::vector<std::uint32_t> outside;
  for (std::uint32_t i = 0; i < instance.applicants(); ++i) {
    outside.push_back(examples::draw_between(0, 7));
  }
  const Market market = instance.market();
  RC_ASSERT(waiting_lists(market, kUntilNoOffer).matching.rank ==
            examples::naive_programs_propose(market));
  RC_ASSERT(waiting_lists(market, kUntilNoOffer, outside).matching.rank ==
            examples::naive_programs_propose(cut(instance, outside).market()));
}

RC_GTEST_PROP(WaitingListLaw, ARoundMoreHarmsNoApplicant, ()) {
  const Market market = large().market();
  const std::uint32_t rounds = examples::draw_between(0, 5);
  const WaitingLists fewer = waiting_lists(market, rounds);
  const WaitingLists more = waiting_lists(market, rounds + 1);
  RC_ASSERT(is_feasible(market, fewer.matching));
  RC_ASSERT(examples::all_at_least_as_well(more.matching.rank, fewer.matching.rank));
  RC_ASSERT(more.initial_offer == fewer.initial_offer);
}

RC_GTEST_PROP(WaitingListLaw, OffersFollowPriorityAndOnlyOffersAreHeld, ()) {
  const Market market = large().market();
  const WaitingLists result = waiting_lists(market, examples::draw_between(0, 5));
  for (std::uint32_t a = 0; a < market.choice.size(); ++a) {
    RC_ASSERT(result.initial_offer[a] <= result.ever_offer[a]);
    for (std::uint32_t b = 0; b < market.choice.size(); ++b) {
      if (market.choice[a] != market.choice[b] || market.priority[a] >= market.priority[b])
        continue;
      RC_ASSERT(result.ever_offer[a] >= result.ever_offer[b]);
      RC_ASSERT(result.initial_offer[a] >= result.initial_offer[b]);
    }
  }
  for (std::uint32_t i = 0; i < market.applicants(); ++i) {
    const std::int32_t rank = result.matching.rank[i];
    if (rank >= 0) RC_ASSERT(result.ever_offer[examples::application(market, i, rank)] == 1);
  }
}

RC_GTEST_PROP(StabilityLaw, NoBlockingPairIsTheDefinition, ()) {
  const Market market = draw_instance(4, 3, 2).market();
  examples::for_all_feasible(market, [&](const Ranks& held) {
    RC_ASSERT(is_feasible(market, Matching{held}));
    RC_ASSERT(blocking_pairs(market, Matching{held}).empty() ==
              examples::naive_is_stable(market, held));
  });
}

// Not a law: one market where immediate acceptance pays for a lie that deferred acceptance does
// not.
TEST(ImmediateAcceptance, CanBeManipulatedWhereDeferredAcceptanceCannot) {
  Instance truth{{{1, 0, 2}, {0, 1, 2}, {0, 1, 2}}, {{0, 2, 1}, {1, 0, 2}, {1, 0, 2}}, {1, 1, 1}};
  Instance told = truth;
  told.lists[1] = {1, 0, 2};
  const auto immediate = [](const Instance& instance) {
    return program_of(instance.market(), immediate_acceptance(instance.market()), 1);
  };
  const auto deferred = [](const Instance& instance) {
    return program_of(instance.market(), deferred_acceptance(instance.market()).matching, 1);
  };
  EXPECT_EQ(immediate(truth), 2u);  // the last choice
  EXPECT_EQ(immediate(told), 1u);   // truly the second
  EXPECT_EQ(deferred(truth), 1u);
  EXPECT_EQ(deferred(told), 1u);
}

}  // namespace
}  // namespace homeroom::mechanism
