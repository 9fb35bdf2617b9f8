// How deferred acceptance is computed, for lists of any kind: compiled once for each, so that
// reading a line costs no call.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/core/buffer.hpp"
#include "sim/core/contracts.hpp"
#include "sim/mechanism/deferred_acceptance.hpp"

namespace homeroom::mechanism {

/// Seats of all programs in one column; a program never needs more than there are applicants.
class HeldSeats {
 public:
  template <class Lists>
  explicit HeldSeats(const Lists& lists)
      : first_(lists.programs() + 1, 0), taken_(lists.programs(), 0), cutoff_(lists.programs()) {
    for (std::uint32_t p = 0; p < lists.programs(); ++p) {
      const std::uint32_t capacity = lists.capacity(p);
      first_[p + 1] = first_[p] + std::min(lists.applicants() + 1, capacity);
      cutoff_[p] = capacity == 0 ? 0 : kOpen;
    }
    held_ = Buffer<Holder>(first_.back());
  }

  /// By program: whoever asks with a smaller priority is taken.
  const std::vector<std::uint64_t>& cutoffs() const { return cutoff_; }
  /// Takes an asker below the cutoff and returns who has to go, if anyone.
  std::uint32_t take(std::uint32_t applicant, const Line& line) {
    const std::uint32_t program = line.program;
    if (cutoff_[program] != kOpen) return exchange_worst(program, {line.priority, applicant});
    const std::size_t seat = first_[program] + taken_[program]++;
    // Field by field: a processor waits if it reads as one what was just written in parts.
    held_[seat].priority = line.priority;
    held_[seat].applicant = applicant;
    if (seat + 1 == first_[program + 1]) close(program);
    return kNobody;
  }
  std::vector<std::uint64_t> release_cutoffs() { return std::move(cutoff_); }

  static constexpr std::uint32_t kNobody = 0xffffffffu;

 private:
  struct Holder {
    std::uint64_t priority;
    std::uint32_t applicant;
    friend bool operator<(const Holder& a, const Holder& b) { return a.priority < b.priority; }
  };
  /// The last seat is taken: from now on the worst has to go for a better one.
  void close(std::uint32_t program);
  std::uint32_t exchange_worst(std::uint32_t program, Holder better);

  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> taken_;
  std::vector<std::uint64_t> cutoff_;
  /// By program, in no order while there are seats, then as a heap with the worst in front.
  Buffer<Holder> held_;
};

/// How far down the own list each applicant is.
template <class Lists>
class Asking {
 public:
  explicit Asking(const Lists& lists)
      : lists_(lists), seats_(lists), place_(lists.applicants(), 0) {}

  void ask_all();
  DeferredAcceptance result() && { return {{std::move(place_)}, seats_.release_cutoffs()}; }

 private:
  bool find_next(std::uint32_t applicant, Line& line);

  const Lists& lists_;
  HeldSeats seats_;
  /// By applicant: the place now asked for or held, or kUnmatched at the end of the list.
  std::vector<std::int32_t> place_;
};

/// Moves down the list past programs that would refuse at once; false at the end of the list.
/// Cutoffs only ever tighten, so whoever misses one now would be refused later too.
template <class Lists>
bool Asking<Lists>::find_next(std::uint32_t applicant, Line& line) {
  auto place = static_cast<std::uint32_t>(place_[applicant]);
  const bool found = lists_.find_below(seats_.cutoffs(), applicant, place, line);
  place_[applicant] = found ? static_cast<std::int32_t>(place) : kUnmatched;
  return found;
}

// Whoever loses a seat asks again when all others have had their turn: neighbours in that order
// have little to do with each other, so that a processor works on several of them at once.
template <class Lists>
void Asking<Lists>::ask_all() {
  std::vector<std::uint32_t> asking = lists_.order(), refused;
  Line line{};
  while (!asking.empty()) {
    refused.clear();
    for (const std::uint32_t applicant : asking) {
      if (!find_next(applicant, line)) continue;
      const std::uint32_t loser = seats_.take(applicant, line);
      if (loser == HeldSeats::kNobody) continue;
      ++place_[loser];
      refused.push_back(loser);
    }
    asking.swap(refused);
  }
}

/// `Lists` have what PreferenceLists declares.
template <class Lists>
DeferredAcceptance deferred_acceptance_of(const Lists& lists) {
  Asking<Lists> asking(lists);
  asking.ask_all();
  return std::move(asking).result();
}

}  // namespace homeroom::mechanism
