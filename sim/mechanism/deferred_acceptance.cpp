#include "sim/mechanism/deferred_acceptance.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "sim/core/contracts.hpp"
#include "sim/mechanism/applications.hpp"

namespace homeroom::mechanism {
namespace {

/// An applicant at a program's door.
struct Ask {
  std::uint64_t priority;
  std::uint32_t applicant;
  std::uint32_t program;
};

bool served_before(const Ask& a, const Ask& b) { return a.priority < b.priority; }

/// Seats of all programs in one column; a program never needs more than there are applicants.
class Seats {
 public:
  explicit Seats(const PreferenceLists& lists)
      : first_(lists.programs() + 1, 0), taken_(lists.programs(), 0), cutoff_(lists.programs()) {
    for (std::uint32_t p = 0; p < lists.programs(); ++p) {
      const std::uint32_t capacity = lists.capacity(p);
      first_[p + 1] = first_[p] + std::min(lists.applicants(), capacity);
      cutoff_[p] = capacity == 0 ? 0 : kOpen;
    }
    held_.resize(first_.back());
  }

  std::uint32_t size(std::uint32_t program) const { return first_[program + 1] - first_[program]; }
  std::span<Ask> held(std::uint32_t program) {
    return {held_.data() + first_[program], taken_[program]};
  }
  void take(const Ask& ask) { held_[first_[ask.program] + taken_[ask.program]++] = ask; }

  std::vector<std::uint64_t>& cutoff() { return cutoff_; }

 private:
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> taken_;
  std::vector<std::uint64_t> cutoff_;
  std::vector<Ask> held_;
};

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

std::uint64_t worst_priority(std::span<const Ask> asks) {
  return std::max_element(asks.begin(), asks.end(), served_before)->priority;
}

/// The state between rounds: who asks next, and how far down the own list each applicant is.
class Asking {
 public:
  explicit Asking(const PreferenceLists& lists)
      : lists_(lists),
        seats_(lists),
        next_(lists.applicants(), 0),
        free_(lists.applicants()),
        asking_(lists.programs()) {
    std::iota(free_.begin(), free_.end(), 0u);
  }

  std::size_t free() const { return free_.size(); }
  void ask_all();
  void ask_one_by_one();
  DeferredAcceptance result();

 private:
  bool find_next(std::uint32_t applicant, Ask& ask);
  void choose(std::uint32_t program, std::span<const Ask> asking);
  void refuse(const Ask& ask);
  void exchange_worst(const Ask& better);
  void ask_alone(const Ask& ask);
  void note_if_full(std::uint32_t program);

  const PreferenceLists& lists_;
  Seats seats_;
  /// By applicant: the place now asked for or held, or kUnmatched at the end of the list.
  std::vector<std::int32_t> next_;
  std::vector<std::uint32_t> free_;
  std::vector<Ask> round_;
  std::vector<Ask> pool_;
  ByProgram<Ask> asking_;
};

/// Moves down the list past programs that would refuse at once; false at the end of the list.
/// Cutoffs only ever tighten, so whoever misses one now would be refused later too.
bool Asking::find_next(std::uint32_t applicant, Ask& ask) {
  std::int32_t& place = next_[applicant];
  Line line;
  while (lists_.read(applicant, static_cast<std::uint32_t>(place), line)) {
    if (line.priority < seats_.cutoff()[line.program]) {
      ask = {line.priority, applicant, line.program};
      return true;
    }
    ++place;
  }
  place = kUnmatched;
  return false;
}

void Asking::refuse(const Ask& ask) {
  ++next_[ask.applicant];
  free_.push_back(ask.applicant);
}

void Asking::note_if_full(std::uint32_t program) {
  const auto held = seats_.held(program);
  if (held.size() == lists_.capacity(program)) seats_.cutoff()[program] = worst_priority(held);
}

void Asking::choose(std::uint32_t program, std::span<const Ask> asking) {
  const auto held = seats_.held(program);
  const std::size_t size = seats_.size(program);
  if (held.size() + asking.size() <= size) {
    for (const Ask& ask : asking) seats_.take(ask);
    return note_if_full(program);
  }
  pool_.assign(held.begin(), held.end());
  pool_.insert(pool_.end(), asking.begin(), asking.end());
  // The last who is kept comes to stand where the seats end.
  const auto worst = pool_.begin() + static_cast<std::ptrdiff_t>(size) - 1;
  std::nth_element(pool_.begin(), worst, pool_.end(), served_before);
  for (std::size_t i = held.size(); i < size; ++i) seats_.take(pool_[i]);
  std::copy_n(pool_.begin(), held.size(), held.begin());
  bool tie = false;  // a tie has no right answer
  for (auto ask = worst + 1; ask != pool_.end(); ++ask) {
    tie |= ask->priority == worst->priority;
    refuse(*ask);
  }
  HOMEROOM_EXPECT(!tie);
  seats_.cutoff()[program] = worst->priority;
}

void Asking::ask_all() {
  round_.clear();
  Ask ask;
  for (const std::uint32_t applicant : free_) {
    if (find_next(applicant, ask)) round_.push_back(ask);
  }
  free_.clear();
  asking_.group(round_, [](const Ask& a) { return a.program; });
  for (std::uint32_t program = 0; program < lists_.programs(); ++program) {
    const auto asking = asking_.of(program);
    if (!asking.empty()) choose(program, asking);
  }
}

void Asking::exchange_worst(const Ask& better) {
  const auto held = seats_.held(better.program);
  std::pop_heap(held.begin(), held.end(), served_before);
  refuse(std::exchange(held.back(), better));
  std::push_heap(held.begin(), held.end(), served_before);
  seats_.cutoff()[better.program] = held.front().priority;
}

void Asking::ask_alone(const Ask& ask) {
  if (seats_.cutoff()[ask.program] != kOpen) return exchange_worst(ask);
  seats_.take(ask);
  const auto held = seats_.held(ask.program);
  std::push_heap(held.begin(), held.end(), served_before);
  if (held.size() != lists_.capacity(ask.program)) return;
  seats_.cutoff()[ask.program] = held.front().priority;
}

void Asking::ask_one_by_one() {
  for (std::uint32_t program = 0; program < lists_.programs(); ++program) {
    const auto held = seats_.held(program);
    std::make_heap(held.begin(), held.end(), served_before);
  }
  Ask ask;
  while (!free_.empty()) {
    const std::uint32_t applicant = free_.back();
    free_.pop_back();
    if (find_next(applicant, ask)) ask_alone(ask);
  }
}

DeferredAcceptance Asking::result() { return {{std::move(next_)}, std::move(seats_.cutoff())}; }

}  // namespace

DeferredAcceptance deferred_acceptance(const PreferenceLists& lists,
                                       std::size_t ask_one_by_one_below) {
  Asking asking(lists);
  while (asking.free() > 0 && asking.free() >= ask_one_by_one_below) asking.ask_all();
  asking.ask_one_by_one();
  return asking.result();
}

DeferredAcceptance deferred_acceptance(const Market& market, std::size_t ask_one_by_one_below) {
  expect_lists(market);
  expect_priorities(market);
  return deferred_acceptance(ColumnLists(market), ask_one_by_one_below);
}

}  // namespace homeroom::mechanism
