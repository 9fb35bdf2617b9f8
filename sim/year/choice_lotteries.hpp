// Separate lotteries: each school draws on its own, families keep the better of the district's seat
// and an offer, and seats refused go down the waiting lists.
#pragma once

#include "sim/year/choice_priorities.hpp"
#include "sim/year/choice_seating.hpp"

namespace homeroom::choice {

/// Those of a grade who enter, ascending.
class Entrants {
 public:
  Entrants(const Families& families, int grade, const Lists& lists);
  std::span<const Entrant> all() const { return {entrant_.data(), entrant_.size()}; }

 private:
  Buffer<Entrant> entrant_;
};

struct LotteryCounts {
  int applicants = 0, offers = 0, enrolled = 0;  ///< offers: children with at least one
};

/// Draws the lotteries of one grade. `lists`: of those who enter; `filed`: what they had filed
/// before; `seats`: what the schools offer.
LotteryCounts draw_lotteries(const Law& law, int year, int grade, const Entrants& entrants,
                             Lists& lists, const Filed& filed, Seating& seating,
                             const Priorities& priorities, std::vector<std::uint32_t> seats);

}  // namespace homeroom::choice
