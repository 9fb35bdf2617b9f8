// Separate lotteries: each school draws on its own, families keep the better of the district's seat
// and an offer, and seats refused go down the waiting lists.
#pragma once

#include "sim/year/choice_priorities.hpp"
#include "sim/year/choice_seating.hpp"

namespace homeroom::choice {

/// Those who enter in all grades, read once as families stand in memory and kept grade after grade,
/// within a grade ascending.
class Entrants {
 public:
  Entrants(const Families& families, const Lists& lists);
  std::size_t length() const { return length_; }
  std::span<const Entrant> in_grade(int grade) const {
    const auto g = static_cast<std::size_t>(grade);
    return {entrant_.data() + first_[g], size_[g]};
  }
  /// Schools listed by those of a grade, `length` for each.
  const std::uint16_t* choices(int grade) const {
    return choice_.data() + first_[static_cast<std::size_t>(grade)] * length_;
  }

 private:
  std::size_t length_;
  PerGrade<std::size_t> first_{}, size_{};
  Buffer<Entrant> entrant_;
  Buffer<std::uint16_t> choice_;
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
