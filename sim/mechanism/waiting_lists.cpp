#include "sim/mechanism/waiting_lists.hpp"

#include <algorithm>

#include "sim/core/contracts.hpp"
#include "sim/mechanism/applications.hpp"

namespace homeroom::mechanism {
namespace {

/// An object, since a function would be called for every comparison.
constexpr auto served_after = [](const Application& a, const Application& b) {
  return served_before(b, a);
};

class Letters {
 public:
  Letters(const Market& market, std::span<const std::uint32_t> outside_rank);

  /// Sends one round of offers and returns how many went out.
  std::size_t send();
  WaitingLists result() && { return std::move(result_); }
  void note_initial() { result_.initial_offer = result_.ever_offer; }

 private:
  bool accepts(const Application& offer) const;
  void answer(std::uint32_t program, const Application& offer);

  const Market& market_;
  ApplicationsByProgram queues_;
  std::vector<std::uint32_t> reached_;     // per program: how far down its queue offers went
  std::vector<std::uint32_t> open_;        // per program: seats no one holds
  std::vector<std::uint32_t> to_offer_;    // per program: seats open when the round began
  std::vector<std::uint32_t> acceptable_;  // per applicant: first application not acceptable
  WaitingLists result_;
};

Letters::Letters(const Market& market, std::span<const std::uint32_t> outside_rank)
    : market_(market),
      queues_(market.programs()),
      reached_(market.programs(), 0),
      open_(market.capacity),
      acceptable_(market.first.begin() + 1, market.first.end()) {
  result_.matching.rank.assign(market.applicants(), kUnmatched);
  result_.ever_offer.assign(market.choice.size(), 0);
  queues_.group(market, all_applications(market));
  for (std::uint32_t program = 0; program < market.programs(); ++program) {
    // A heap, since most of those who wait never hear of their school.
    const auto queue = queues_.of(program);
    std::make_heap(queue.begin(), queue.end(), served_after);
  }
  for (std::size_t i = 0; i < outside_rank.size(); ++i) {
    if (outside_rank[i] < acceptable_[i] - market.first[i]) {
      acceptable_[i] = market.first[i] + outside_rank[i];
    }
  }
}

bool Letters::accepts(const Application& offer) const {
  const std::int32_t held = result_.matching.rank[offer.applicant];
  if (held == kUnmatched) return offer.index < acceptable_[offer.applicant];
  return offer.index < market_.first[offer.applicant] + static_cast<std::uint32_t>(held);
}

void Letters::answer(std::uint32_t program, const Application& offer) {
  result_.ever_offer[offer.index] = 1;
  if (!accepts(offer)) return;
  const std::uint32_t left = program_of(market_, result_.matching, offer.applicant);
  if (left != kNoProgram) ++open_[left];
  --open_[program];
  result_.matching.rank[offer.applicant] =
      static_cast<std::int32_t>(offer.index - market_.first[offer.applicant]);
}

std::size_t Letters::send() {
  // A copy, or a seat left during this round would go out again at once if its program happened to
  // be numbered later.
  to_offer_ = open_;
  std::size_t sent = 0;
  for (std::uint32_t program = 0; program < market_.programs(); ++program) {
    const auto queue = queues_.of(program);
    auto waiting = queue.first(queue.size() - reached_[program]);
    const std::size_t offers = std::min<std::size_t>(to_offer_[program], waiting.size());
    for (std::size_t offer = 0; offer < offers; ++offer) {
      std::pop_heap(waiting.begin(), waiting.end(), served_after);
      answer(program, waiting.back());
      waiting = waiting.first(waiting.size() - 1);
    }
    reached_[program] += static_cast<std::uint32_t>(offers);
    sent += offers;
  }
  return sent;
}

}  // namespace

WaitingLists waiting_lists(const Market& market, std::uint32_t rounds,
                           std::span<const std::uint32_t> outside_rank) {
  expect_lists(market);
  expect_priorities(market);
  HOMEROOM_EXPECT(outside_rank.empty() || outside_rank.size() == market.applicants());
  Letters letters(market, outside_rank);
  std::size_t sent = letters.send();
  letters.note_initial();
  for (std::uint32_t round = 0; round < rounds && sent > 0; ++round) sent = letters.send();
  return std::move(letters).result();
}

}  // namespace homeroom::mechanism
