// Seats that schools offer: to a lottery, or to whoever chooses.
#include <algorithm>

#include "sim/year/choice_candidates.hpp"

namespace homeroom::choice {

int lottery_seats_of(const World& world, const ChoiceParameters& nature, std::size_t school,
                     int grade, int vacant, bool founding) {
  if (vacant <= 0) return 0;
  const bool entry = founding || is_entry(world, SchoolId{school}, grade);
  return entry ? vacant : static_cast<int>(nature.lottery_backfill * vacant + 0.5);
}

std::vector<int> lottery_seats(const World& world, const ChoiceParameters& nature,
                               const SchoolsSeen& seen, const std::vector<int>& holders,
                               bool founding) {
  std::vector<int> offers(seen.seats.size(), 0);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    if (seen.gate[s] != Gate::Lottery) continue;
    for (int grade = 0; grade < kGrades; ++grade) {
      const std::size_t cell = cell_of(s, grade);
      offers[cell] =
          lottery_seats_of(world, nature, s, grade, seen.seats[cell] - holders[cell], founding);
    }
  }
  return offers;
}

std::vector<int> places_on_offer(const World& world, const ChoiceParameters& nature,
                                 const SchoolsSeen& seen, const std::vector<int>& holders,
                                 bool founding) {
  std::vector<int> offers = lottery_seats(world, nature, seen, holders, founding);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const Gate gate = seen.gate[s];
    if (gate != Gate::Assignment && gate != Gate::Examination) continue;
    for (int grade = 0; grade < kGrades; ++grade) {
      const bool entry = founding || is_entry(world, SchoolId{s}, grade);
      if (gate == Gate::Examination && !entry) continue;
      const std::size_t cell = cell_of(s, grade);
      offers[cell] = std::max(0, seen.seats[cell] - holders[cell]);
    }
  }
  return offers;
}

}  // namespace homeroom::choice
