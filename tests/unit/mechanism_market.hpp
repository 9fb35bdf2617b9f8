// Writes small markets the way papers print them: lists of applicants, orders of programs, seats.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "sim/mechanism/market.hpp"

namespace homeroom::mechanism::examples {

using Lists = std::vector<std::vector<std::uint32_t>>;

/// `lists`: per applicant, programs best first. `orders`: per program, applicants best first; those
/// left out come last, by number. `capacity`: per program.
inline Market market_from(const Lists& lists, const Lists& orders,
                          const std::vector<std::uint32_t>& capacity) {
  Market market;
  market.first = {0};
  market.capacity = capacity;
  for (std::uint32_t applicant = 0; applicant < lists.size(); ++applicant) {
    for (const std::uint32_t program : lists[applicant]) {
      std::uint64_t priority = 0;
      const auto& order = orders[program];
      while (priority < order.size() && order[priority] != applicant) ++priority;
      if (priority == order.size()) priority += applicant;
      market.choice.push_back(program);
      market.priority.push_back(priority);
    }
    market.first.push_back(static_cast<std::uint32_t>(market.choice.size()));
  }
  return market;
}

/// Per applicant, the program held or kNoProgram.
inline std::vector<std::uint32_t> programs_of(const Market& market, const Matching& matching) {
  std::vector<std::uint32_t> programs;
  for (std::uint32_t i = 0; i < market.applicants(); ++i) {
    programs.push_back(program_of(market, matching, i));
  }
  return programs;
}

/// Gale & Shapley (1962), example 1: three stable matchings, one best for each side.
inline Market gale_shapley_1() {
  return market_from({{0, 1, 2}, {1, 2, 0}, {2, 0, 1}}, {{1, 2, 0}, {2, 0, 1}, {0, 1, 2}},
                     {1, 1, 1});
}

/// Gale & Shapley (1962), example 2: a single stable matching, no one's first choice.
inline Market gale_shapley_2() {
  return market_from({{0, 1, 2, 3}, {0, 3, 2, 1}, {1, 0, 2, 3}, {3, 1, 2, 0}},
                     {{3, 2, 0, 1}, {1, 3, 0, 2}, {3, 0, 1, 2}, {2, 1, 0, 3}}, {1, 1, 1, 1});
}

/// Abdulkadiroglu & Sonmez (2003), example 1: the stable matching is not efficient.
inline Market abdulkadiroglu_sonmez() {
  return market_from({{1, 0, 2}, {0, 1, 2}, {0, 1, 2}}, {{0, 2, 1}, {1, 0, 2}, {1, 0, 2}},
                     {1, 1, 1});
}

}  // namespace homeroom::mechanism::examples
