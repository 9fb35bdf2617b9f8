// Random markets small enough to enumerate, or large enough for several rounds.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "tests/unit/mechanism_market.hpp"

namespace homeroom::mechanism::examples {

/// Kept apart from the market made of it, so that a test can change a list and ask again.
struct Instance {
  Lists lists;   // per applicant: programs, best first
  Lists orders;  // per program: all applicants, best first
  std::vector<std::uint32_t> capacity;

  std::uint32_t applicants() const { return static_cast<std::uint32_t>(lists.size()); }
  std::uint32_t programs() const { return static_cast<std::uint32_t>(orders.size()); }
  Market market() const { return market_from(lists, orders, capacity); }
};

/// From `low` to `high`. RapidCheck narrows ranges in early cases; here every case gets all of it,
/// or most markets would be too empty for anyone to be refused.
inline std::uint32_t draw_between(std::uint32_t low, std::uint32_t high) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high + 1));
}

inline std::vector<std::uint32_t> draw_order(std::uint32_t n) {
  std::vector<std::uint32_t> keys;
  for (std::uint32_t i = 0; i < n; ++i) keys.push_back(draw_between(0, 1000));
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  return order;
}

/// Half of the given numbers or more; one list in five is cut short, perhaps to nothing; capacities
/// from 0 to `most_seats`.
inline Instance draw_instance(std::uint32_t most_applicants, std::uint32_t most_programs,
                              std::uint32_t most_seats) {
  const std::uint32_t applicants = draw_between(most_applicants / 2, most_applicants);
  const std::uint32_t programs = draw_between(most_programs / 2, most_programs);
  Instance instance;
  for (std::uint32_t i = 0; i < applicants; ++i) {
    instance.lists.push_back(draw_order(programs));
    if (draw_between(1, 5) == 1) instance.lists.back().resize(draw_between(0, programs));
  }
  for (std::uint32_t p = 0; p < programs; ++p) {
    instance.orders.push_back(draw_order(applicants));
    instance.capacity.push_back(draw_between(0, most_seats));
  }
  return instance;
}

}  // namespace homeroom::mechanism::examples
