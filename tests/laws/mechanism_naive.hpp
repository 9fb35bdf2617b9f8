// The mechanisms as a textbook states them, one step after the other: slow, and written without the
// code under test.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "sim/mechanism/market.hpp"

namespace homeroom::mechanism::examples {

using Ranks = std::vector<std::int32_t>;

inline std::uint32_t application(const Market& market, std::uint32_t applicant, int rank) {
  return market.first[applicant] + static_cast<std::uint32_t>(rank);
}

/// Applicants who hold `program`.
inline std::vector<std::uint32_t> holders(const Market& market, const Ranks& ranks,
                                          std::uint32_t program) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < market.applicants(); ++i) {
    if (ranks[i] >= 0 && market.choice[application(market, i, ranks[i])] == program) {
      found.push_back(i);
    }
  }
  return found;
}

/// One of `applicants` whose application at `ranks` has the worst priority.
inline std::uint32_t worst_of(const Market& market, const Ranks& ranks,
                              const std::vector<std::uint32_t>& applicants) {
  std::uint32_t worst = applicants.front();
  for (const std::uint32_t i : applicants) {
    if (market.priority[application(market, i, ranks[i])] >
        market.priority[application(market, worst, ranks[worst])]) {
      worst = i;
    }
  }
  return worst;
}

/// The free applicant of lowest number asks the next program, which keeps whom it likes best.
inline Ranks naive_applicants_propose(const Market& market) {
  Ranks held(market.applicants(), kUnmatched);
  Ranks next(market.applicants(), 0);
  for (std::uint32_t i = 0; i < market.applicants();) {
    if (held[i] >= 0 || next[i] >= int(market.list_length(i))) {
      ++i;
      continue;
    }
    held[i] = next[i]++;
    const std::uint32_t program = market.choice[application(market, i, held[i])];
    const auto all = holders(market, held, program);
    if (all.size() > market.capacity[program]) held[worst_of(market, held, all)] = kUnmatched;
    i = 0;
  }
  return held;
}

/// The application to `program` of best priority that has had no offer, or the number of all.
inline std::uint32_t next_on_list(const Market& market, std::uint32_t program,
                                  const std::vector<bool>& offered) {
  const auto none = static_cast<std::uint32_t>(market.choice.size());
  std::uint32_t best = none;
  for (std::uint32_t a = 0; a < none; ++a) {
    if (market.choice[a] != program || offered[a]) continue;
    if (best == none || market.priority[a] < market.priority[best]) best = a;
  }
  return best;
}

/// Any program with a free seat offers it to the next on its list, who keeps the better program.
inline Ranks naive_programs_propose(const Market& market) {
  Ranks held(market.applicants(), kUnmatched);
  std::vector<bool> offered(market.choice.size(), false);
  for (std::uint32_t program = 0; program < market.programs();) {
    const std::uint32_t offer = next_on_list(market, program, offered);
    const bool full = holders(market, held, program).size() >= market.capacity[program];
    if (full || offer == market.choice.size()) {
      ++program;
      continue;
    }
    offered[offer] = true;
    std::uint32_t i = 0;
    while (market.first[i + 1] <= offer) ++i;
    const int rank = int(offer - market.first[i]);
    if (held[i] == kUnmatched || rank < held[i]) held[i] = rank;
    program = 0;
  }
  return held;
}

/// Round by round, applicant by applicant: whoever of this round has a better priority goes first.
inline Ranks naive_immediate_acceptance(const Market& market) {
  Ranks held(market.applicants(), kUnmatched);
  for (int rank = 0; rank < int(market.programs()); ++rank) {
    Ranks with_all = held;
    for (std::uint32_t i = 0; i < market.applicants(); ++i) {
      if (held[i] == kUnmatched && rank < int(market.list_length(i))) with_all[i] = rank;
    }
    for (std::uint32_t program = 0; program < market.programs(); ++program) {
      auto all = holders(market, with_all, program);
      while (all.size() > market.capacity[program]) {
        std::erase_if(all, [&](std::uint32_t i) { return held[i] >= 0; });  // theirs for good
        const std::uint32_t worst = worst_of(market, with_all, all);
        with_all[worst] = kUnmatched;
        all = holders(market, with_all, program);
      }
    }
    held = with_all;
  }
  return held;
}

/// The definition of Gale & Shapley (1962), word by word.
inline bool naive_is_stable(const Market& market, const Ranks& held) {
  for (std::uint32_t i = 0; i < market.applicants(); ++i) {
    const int better = held[i] == kUnmatched ? int(market.list_length(i)) : held[i];
    for (int rank = 0; rank < better; ++rank) {
      const std::uint32_t wish = application(market, i, rank);
      const std::uint32_t program = market.choice[wish];
      const auto all = holders(market, held, program);
      if (all.size() < market.capacity[program]) return false;
      for (const std::uint32_t other : all) {
        if (market.priority[wish] < market.priority[application(market, other, held[other])]) {
          return false;
        }
      }
    }
  }
  return true;
}

/// Calls `body` for every matching without more holders than seats.
inline void for_all_feasible(const Market& market, const std::function<void(const Ranks&)>& body) {
  Ranks held;
  std::vector<std::uint32_t> left = market.capacity;
  const std::function<void()> extend = [&] {
    const auto i = static_cast<std::uint32_t>(held.size());
    if (i == market.applicants()) return body(held);
    held.push_back(kUnmatched);
    extend();
    for (int rank = 0; rank < int(market.list_length(i)); ++rank) {
      std::uint32_t& seats = left[market.choice[application(market, i, rank)]];
      if (seats == 0) continue;
      --seats;
      held[i] = rank;
      extend();
      ++seats;
    }
    held.pop_back();
  };
  extend();
}

/// A rank as a number of programs liked better, so that less is better and unmatched is worst.
inline int regret(int rank) { return rank == kUnmatched ? int(kNoProgram >> 1) : rank; }

/// True if no applicant likes `b` better than `a`.
inline bool all_at_least_as_well(const Ranks& a, const Ranks& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (regret(a[i]) > regret(b[i])) return false;
  }
  return true;
}

}  // namespace homeroom::mechanism::examples
