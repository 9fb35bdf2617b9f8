#include "sim/mechanism/waiting_lists.hpp"

#include <limits>

#include "sim/core/contracts.hpp"

namespace homeroom::mechanism {
namespace {

constexpr std::uint32_t kNoEnd = std::numeric_limits<std::uint32_t>::max();

class Letters {
 public:
  Letters(const Market& market, const OutsideRanks& outside_ranks);

  /// Sends one round of offers and returns how many went out.
  std::size_t send();
  void note_initial() { result_.initial_offer = result_.ever_offer; }
  WaitingLists result() &&;

 private:
  bool accepts(const Waiting& offer, std::uint32_t outside_rank) const;
  void answer(std::uint32_t program, const Waiting& offer, std::uint32_t outside_rank);

  const Market& market_;
  const OutsideRanks& outside_ranks_;
  Queues queues_;
  std::vector<std::uint32_t> offering_;  // programs with seats and a queue
  std::vector<std::uint32_t> open_;      // per program: seats no one holds
  std::vector<std::uint32_t> to_offer_;  // per program: seats open when the round began
  std::vector<std::uint8_t> offered_;    // per applicant
  std::vector<std::uint32_t> ranks_;     // of those who have an offer of one program now
  WaitingLists result_;
};

Letters::Letters(const Market& market, const OutsideRanks& outside_ranks)
    : market_(market),
      outside_ranks_(outside_ranks),
      queues_(market),
      open_(market.capacity),
      offered_(market.applicants(), 0) {
  result_.matching.rank.assign(market.applicants(), kUnmatched);
  result_.ever_offer.assign(market.choice.size(), 0);
  for (std::uint32_t program = 0; program < market.programs(); ++program) {
    if (open_[program] > 0 && queues_.waiting(program) > 0) offering_.push_back(program);
  }
}

bool Letters::accepts(const Waiting& offer, std::uint32_t outside_rank) const {
  const std::uint32_t first = market_.first[offer.applicant];
  const std::int32_t held = result_.matching.rank[offer.applicant];
  if (held != kUnmatched) return offer.index < first + static_cast<std::uint32_t>(held);
  return offer.index - first < outside_rank;
}

void Letters::answer(std::uint32_t program, const Waiting& offer, std::uint32_t outside_rank) {
  result_.ever_offer[offer.index] = 1;
  offered_[offer.applicant] = 1;
  if (!accepts(offer, outside_rank)) return;
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
  for (const std::uint32_t program : offering_) {
    const auto offers = queues_.next(program, to_offer_[program]);
    ranks_.assign(offers.size(), kNoEnd);
    if (outside_ranks_) outside_ranks_(offers, ranks_.data());
    for (std::size_t i = 0; i < offers.size(); ++i) answer(program, offers[i], ranks_[i]);
    sent += offers.size();
  }
  return sent;
}

WaitingLists Letters::result() && {
  for (const std::uint8_t offered : offered_) result_.applicants_offered += offered;
  return std::move(result_);
}

}  // namespace

WaitingLists waiting_lists(const Market& market, std::uint32_t rounds,
                           const OutsideRanks& outside_ranks) {
  expect_lists(market);
  expect_priorities(market);
  Letters letters(market, outside_ranks);
  std::size_t sent = letters.send();
  letters.note_initial();
  for (std::uint32_t round = 0; round < rounds && sent > 0; ++round) sent = letters.send();
  return std::move(letters).result();
}

WaitingLists waiting_lists(const Market& market, std::uint32_t rounds,
                           std::span<const std::uint32_t> outside_rank) {
  if (outside_rank.empty()) return waiting_lists(market, rounds, OutsideRanks{});
  HOMEROOM_EXPECT(outside_rank.size() == market.applicants());
  return waiting_lists(market, rounds, [&](std::span<const Waiting> offers, std::uint32_t* ranks) {
    for (std::size_t i = 0; i < offers.size(); ++i) ranks[i] = outside_rank[offers[i].applicant];
  });
}

}  // namespace homeroom::mechanism
