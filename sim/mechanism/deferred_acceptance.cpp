#include "sim/mechanism/deferred_acceptance.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "sim/core/contracts.hpp"
#include "sim/mechanism/applications.hpp"

namespace homeroom::mechanism {
namespace {

/// Applicants ahead of the one who asks whose lists are on their way from memory.
constexpr std::size_t kLookAhead = 8;

/// Seats of all programs in one column; a program never needs more than it has applications.
class Seats {
 public:
  explicit Seats(const Market& market)
      : first_(market.programs() + 1, 0), taken_(market.programs(), 0), cutoff_(market.programs()) {
    for (const std::uint32_t program : market.choice) ++first_[program + 1];
    for (std::uint32_t p = 0; p < market.programs(); ++p) {
      first_[p + 1] = first_[p] + std::min(first_[p + 1], market.capacity[p]);
      cutoff_[p] = market.capacity[p] == 0 ? 0 : kOpen;
    }
    held_.resize(first_.back());
  }

  std::uint32_t size(std::uint32_t program) const { return first_[program + 1] - first_[program]; }
  std::span<Application> held(std::uint32_t program) {
    return {held_.data() + first_[program], taken_[program]};
  }
  void take(std::uint32_t program, const Application& application) {
    held_[first_[program] + taken_[program]++] = application;
  }

  std::vector<std::uint64_t>& cutoff() { return cutoff_; }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> taken_;
  std::vector<std::uint64_t> cutoff_;
  std::vector<Application> held_;
};

std::uint64_t worst_priority(std::span<const Application> applications) {
  return std::max_element(applications.begin(), applications.end(), served_before)->priority;
}

/// The state between rounds: who asks next, and how far down the own list each applicant is.
class Asking {
 public:
  explicit Asking(const Market& market)
      : market_(market),
        seats_(market),
        next_(market.first.begin(), market.first.end() - 1),
        free_(market.applicants()),
        asking_(market.programs()) {
    std::iota(free_.begin(), free_.end(), 0u);
  }

  std::size_t free() const { return free_.size(); }
  void ask_all();
  void ask_one_by_one();
  DeferredAcceptance result();

 private:
  bool find_next(std::uint32_t applicant);
  void fetch(std::uint32_t applicant) const;
  void choose(std::uint32_t program, std::span<const Application> asking);
  void refuse(const Application& application);
  void exchange_worst(std::uint32_t program, const Application& better);
  void ask_alone(const Application& application);
  void note_if_full(std::uint32_t program);

  const Market& market_;
  Seats seats_;
  std::vector<std::uint32_t> next_;  // per applicant: the application now asked for or held
  std::vector<std::uint32_t> free_;
  std::vector<Application> round_;
  std::vector<Application> pool_;
  ApplicationsByProgram asking_;
};

/// Moves down the list past programs that would refuse at once; false at the end of the list.
/// Cutoffs only ever tighten, so whoever misses one now would be refused later too.
bool Asking::find_next(std::uint32_t applicant) {
  std::uint32_t& next = next_[applicant];
  const std::uint32_t past = market_.first[applicant + 1];
  while (next < past && market_.priority[next] >= seats_.cutoff()[market_.choice[next]]) ++next;
  return next < past;
}

/// Lists of applicants who ask in no order lie all over the memory.
void Asking::fetch(std::uint32_t applicant) const {
  __builtin_prefetch(market_.priority.data() + next_[applicant]);
  __builtin_prefetch(market_.choice.data() + next_[applicant]);
}

void Asking::refuse(const Application& application) {
  ++next_[application.applicant];
  free_.push_back(application.applicant);
}

void Asking::note_if_full(std::uint32_t program) {
  const auto held = seats_.held(program);
  if (held.size() == market_.capacity[program]) seats_.cutoff()[program] = worst_priority(held);
}

void Asking::choose(std::uint32_t program, std::span<const Application> asking) {
  const auto held = seats_.held(program);
  const std::size_t size = seats_.size(program);
  if (held.size() + asking.size() <= size) {
    for (const Application& application : asking) seats_.take(program, application);
    return note_if_full(program);
  }
  pool_.assign(held.begin(), held.end());
  pool_.insert(pool_.end(), asking.begin(), asking.end());
  const auto refused = pool_.begin() + static_cast<std::ptrdiff_t>(size);
  std::nth_element(pool_.begin(), refused, pool_.end(), served_before);
  for (std::size_t i = held.size(); i < size; ++i) seats_.take(program, pool_[i]);
  std::copy_n(pool_.begin(), held.size(), held.begin());
  std::for_each(refused, pool_.end(), [this](const Application& a) { refuse(a); });
  note_if_full(program);
  HOMEROOM_EXPECT(seats_.cutoff()[program] < refused->priority);  // a tie has no right answer
}

void Asking::ask_all() {
  round_.clear();
  for (std::size_t i = 0; i < free_.size(); ++i) {
    if (i + kLookAhead < free_.size()) fetch(free_[i + kLookAhead]);
    const std::uint32_t applicant = free_[i];
    if (!find_next(applicant)) continue;
    round_.push_back({market_.priority[next_[applicant]], applicant, next_[applicant]});
  }
  free_.clear();
  asking_.group(market_, round_);
  for (std::uint32_t program = 0; program < market_.programs(); ++program) {
    const auto asking = asking_.of(program);
    if (!asking.empty()) choose(program, asking);
  }
}

void Asking::exchange_worst(std::uint32_t program, const Application& better) {
  const auto held = seats_.held(program);
  std::pop_heap(held.begin(), held.end(), served_before);
  refuse(std::exchange(held.back(), better));
  std::push_heap(held.begin(), held.end(), served_before);
  seats_.cutoff()[program] = held.front().priority;
}

void Asking::ask_alone(const Application& application) {
  const std::uint32_t program = market_.choice[application.index];
  if (seats_.cutoff()[program] != kOpen) return exchange_worst(program, application);
  seats_.take(program, application);
  const auto held = seats_.held(program);
  std::push_heap(held.begin(), held.end(), served_before);
  if (held.size() == market_.capacity[program]) seats_.cutoff()[program] = held.front().priority;
}

void Asking::ask_one_by_one() {
  for (std::uint32_t program = 0; program < market_.programs(); ++program) {
    const auto held = seats_.held(program);
    std::make_heap(held.begin(), held.end(), served_before);
  }
  while (!free_.empty()) {
    const std::uint32_t applicant = free_.back();
    free_.pop_back();
    if (!find_next(applicant)) continue;
    ask_alone({market_.priority[next_[applicant]], applicant, next_[applicant]});
  }
}

DeferredAcceptance Asking::result() {
  DeferredAcceptance result{{std::vector<std::int32_t>(market_.applicants(), kUnmatched)},
                            std::move(seats_.cutoff())};
  for (std::uint32_t applicant = 0; applicant < market_.applicants(); ++applicant) {
    if (next_[applicant] == market_.first[applicant + 1]) continue;
    result.matching.rank[applicant] =
        static_cast<std::int32_t>(next_[applicant] - market_.first[applicant]);
  }
  return result;
}

}  // namespace

DeferredAcceptance deferred_acceptance(const Market& market, std::size_t ask_one_by_one_below) {
  expect_lists(market);
  expect_priorities(market);
  Asking asking(market);
  while (asking.free() > 0 && asking.free() >= ask_one_by_one_below) asking.ask_all();
  asking.ask_one_by_one();
  return asking.result();
}

}  // namespace homeroom::mechanism
