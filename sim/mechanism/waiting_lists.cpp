#include "sim/mechanism/waiting_lists.hpp"

#include "sim/core/contracts.hpp"

namespace homeroom::mechanism {
namespace {

class Letters {
 public:
  Letters(const Market& market, std::span<const std::uint32_t> outside_rank);

  /// Sends one round of offers and returns how many went out.
  std::size_t send();
  void note_initial() { result_.initial_offer = result_.ever_offer; }
  WaitingLists result() &&;

 private:
  bool accepts(const Waiting& offer) const;
  void answer(std::uint32_t program, const Waiting& offer);

  const Market& market_;
  std::span<const std::uint32_t> outside_rank_;  // per applicant, or empty
  Queues queues_;
  std::vector<std::uint32_t> offering_;  // programs with seats and a queue
  std::vector<std::uint32_t> open_;      // per program: seats no one holds
  std::vector<std::uint32_t> to_offer_;  // per program: seats open when the round began
  std::vector<std::uint8_t> offered_;    // per applicant
  WaitingLists result_;
};

Letters::Letters(const Market& market, std::span<const std::uint32_t> outside_rank)
    : market_(market),
      outside_rank_(outside_rank),
      queues_(market),
      open_(market.capacity),
      offered_(market.applicants(), 0) {
  result_.matching.rank.assign(market.applicants(), kUnmatched);
  result_.ever_offer.assign(market.choice.size(), 0);
  for (std::uint32_t program = 0; program < market.programs(); ++program) {
    if (open_[program] > 0 && queues_.waiting(program) > 0) offering_.push_back(program);
  }
}

bool Letters::accepts(const Waiting& offer) const {
  const std::uint32_t first = market_.first[offer.applicant];
  const std::int32_t held = result_.matching.rank[offer.applicant];
  if (held != kUnmatched) return offer.index < first + static_cast<std::uint32_t>(held);
  return outside_rank_.empty() || offer.index - first < outside_rank_[offer.applicant];
}

void Letters::answer(std::uint32_t program, const Waiting& offer) {
  result_.ever_offer[offer.index] = 1;
  offered_[offer.applicant] = 1;
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
  for (const std::uint32_t program : offering_) {
    const auto offers = queues_.next(program, to_offer_[program]);
    for (const Waiting& offer : offers) answer(program, offer);
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
