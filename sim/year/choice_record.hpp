// What an analyst of lotteries needs: every application with its priority and draw, and where each
// program's draw ended.
#pragma once

#include <vector>

#include "sim/year/choice_priorities.hpp"
#include "sim/year/choice_seating.hpp"

namespace homeroom::choice {

/// Markets as `Application::market` numbers them.
inline constexpr std::uint8_t kDistrictMarket = 0;
inline constexpr std::uint8_t kSeparateMarket = 1;

/// Seats on offer by cell of school and grade.
struct OnOffer {
  std::vector<int> district, separate;
};

void record_applications(const Law& law, int year, const Families& families, const Filed& filed,
                         const Seating& seating, const Priorities& priorities,
                         const OnOffer& on_offer, ChoiceOutcome& outcome);

}  // namespace homeroom::choice
