#include "sim/mechanism/deferred_acceptance.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "sim/core/contracts.hpp"

namespace homeroom::mechanism {
namespace {

/// An applicant at a program's door.
struct Ask {
  std::uint64_t priority;
  std::uint32_t applicant;
  std::uint32_t program;
};

/// An object, since a function would be called for every comparison.
constexpr auto served_before = [](const Ask& a, const Ask& b) { return a.priority < b.priority; };

/// Seats of all programs in one column; a program never needs more than there are applicants.
class Seats {
 public:
  explicit Seats(const PreferenceLists& lists)
      : first_(lists.programs() + 1, 0), taken_(lists.programs(), 0), cutoff_(lists.programs()) {
    for (std::uint32_t p = 0; p < lists.programs(); ++p) {
      const std::uint32_t capacity = lists.capacity(p);
      first_[p + 1] = first_[p] + std::min(lists.applicants() + 1, capacity);
      cutoff_[p] = capacity == 0 ? 0 : kOpen;
    }
    held_.resize(first_.back());
  }

  /// By program: whoever asks with a smaller priority is taken.
  const std::vector<std::uint64_t>& cutoffs() const { return cutoff_; }
  /// Takes an asker below the cutoff and returns who has to go, if anyone.
  std::uint32_t take(const Ask& ask) {
    if (cutoff_[ask.program] != kOpen) return exchange_worst(ask);
    sit_down(ask);
    return kNobody;
  }
  std::vector<std::uint64_t> release_cutoffs() { return std::move(cutoff_); }

  static constexpr std::uint32_t kNobody = 0xffffffffu;

 private:
  std::span<Ask> seats(std::uint32_t program) {
    return {held_.data() + first_[program], held_.data() + first_[program + 1]};
  }
  void sit_down(const Ask& ask);
  std::uint32_t exchange_worst(const Ask& better);

  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> taken_;
  std::vector<std::uint64_t> cutoff_;
  /// By program, in no order while there are seats, then as a heap with the worst in front.
  std::vector<Ask> held_;
};

void Seats::sit_down(const Ask& ask) {
  const auto held = seats(ask.program);
  held[taken_[ask.program]++] = ask;
  if (taken_[ask.program] < held.size()) return;
  std::make_heap(held.begin(), held.end(), served_before);
  cutoff_[ask.program] = held.front().priority;
}

/// The worst leaves the front; whoever is worse than the newcomer moves up into the gap.
std::uint32_t Seats::exchange_worst(const Ask& better) {
  const auto held = seats(better.program);
  const Ask worst = held.front();
  std::size_t gap = 0;
  for (std::size_t below = 1; below < held.size(); below = 2 * gap + 1) {
    const bool second = below + 1 < held.size() && served_before(held[below], held[below + 1]);
    below += second;
    if (!served_before(better, held[below])) break;
    held[gap] = held[below];
    gap = below;
  }
  held[gap] = better;
  cutoff_[better.program] = held.front().priority;
  HOMEROOM_EXPECT(held.front().priority != worst.priority);  // a tie has no right answer
  return worst.applicant;
}

/// Lists that stand in columns.
class ColumnLists : public PreferenceLists {
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

/// How far down the own list each applicant is.
class Asking {
 public:
  explicit Asking(const PreferenceLists& lists)
      : lists_(lists), seats_(lists), place_(lists.applicants(), 0) {}

  void ask_all();
  DeferredAcceptance result() && { return {{std::move(place_)}, seats_.release_cutoffs()}; }

 private:
  bool find_next(std::uint32_t applicant, Ask& ask);

  const PreferenceLists& lists_;
  Seats seats_;
  /// By applicant: the place now asked for or held, or kUnmatched at the end of the list.
  std::vector<std::int32_t> place_;
};

/// Moves down the list past programs that would refuse at once; false at the end of the list.
/// Cutoffs only ever tighten, so whoever misses one now would be refused later too.
bool Asking::find_next(std::uint32_t applicant, Ask& ask) {
  auto place = static_cast<std::uint32_t>(place_[applicant]);
  Line line{};
  const bool found = lists_.find_below(seats_.cutoffs(), applicant, place, line);
  place_[applicant] = found ? static_cast<std::int32_t>(place) : kUnmatched;
  ask = {line.priority, applicant, line.program};
  return found;
}

// Whoever loses a seat asks again when all others have had their turn: neighbours in that order
// have little to do with each other, so that a processor works on several of them at once.
void Asking::ask_all() {
  std::vector<std::uint32_t> asking(lists_.applicants()), refused;
  std::iota(asking.begin(), asking.end(), 0u);
  Ask ask;
  while (!asking.empty()) {
    refused.clear();
    for (const std::uint32_t applicant : asking) {
      if (!find_next(applicant, ask)) continue;
      const std::uint32_t loser = seats_.take(ask);
      if (loser == Seats::kNobody) continue;
      ++place_[loser];
      refused.push_back(loser);
    }
    asking.swap(refused);
  }
}

}  // namespace

DeferredAcceptance deferred_acceptance(const PreferenceLists& lists) {
  Asking asking(lists);
  asking.ask_all();
  return std::move(asking).result();
}

DeferredAcceptance deferred_acceptance(const Market& market) {
  expect_lists(market);
  expect_priorities(market);
  return deferred_acceptance(ColumnLists(market));
}

}  // namespace homeroom::mechanism
