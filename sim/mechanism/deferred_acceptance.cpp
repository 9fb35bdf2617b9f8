#include "sim/mechanism/deferred_acceptance.hpp"

#include <algorithm>

#include "sim/mechanism/deferred_acceptance_asking.hpp"

namespace homeroom::mechanism {
namespace {

/// Lists that stand in columns.
class ColumnLists final : public PreferenceLists {
 public:
  explicit ColumnLists(const Market& market) : market_(market) {}
  std::uint32_t applicants() const override { return market_.applicants(); }
  std::uint32_t programs() const override { return market_.programs(); }
  std::uint32_t capacity(std::uint32_t program) const override { return market_.capacity[program]; }
  bool read(std::uint32_t applicant, std::uint32_t place, Line& line) const override {
    if (place >= market_.list_length(applicant)) return false;
    const std::uint32_t at = market_.first[applicant] + place;
    line = {market_.choice[at], market_.priority[at]};
    return true;
  }

 private:
  const Market& market_;
};

}  // namespace

void HeldSeats::close(std::uint32_t program) {
  Holder* const held = held_.data() + first_[program];
  std::make_heap(held, held_.data() + first_[program + 1]);
  cutoff_[program] = held->priority;
}

/// The worst leaves the front; whoever is worse than the newcomer moves up into the gap.
std::uint32_t HeldSeats::exchange_worst(std::uint32_t program, Holder better) {
  Holder* const held = held_.data() + first_[program];
  const std::size_t seats = first_[program + 1] - first_[program];
  const Holder worst = held[0];
  std::size_t gap = 0;
  for (std::size_t below = 1; below < seats; below = 2 * gap + 1) {
    const bool second = below + 1 < seats && held[below] < held[below + 1];
    below += second;
    if (!(better < held[below])) break;
    held[gap] = held[below];
    gap = below;
  }
  held[gap].priority = better.priority;
  held[gap].applicant = better.applicant;
  cutoff_[program] = held[0].priority;
  HOMEROOM_EXPECT(held[0].priority != worst.priority);  // a tie has no right answer
  return worst.applicant;
}

DeferredAcceptance deferred_acceptance(const PreferenceLists& lists) {
  return deferred_acceptance_of(lists);
}

DeferredAcceptance deferred_acceptance(const Market& market) {
  expect_lists(market);
  expect_priorities(market);
  return deferred_acceptance_of(ColumnLists(market));
}

}  // namespace homeroom::mechanism
