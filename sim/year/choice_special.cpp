#include "sim/year/choice_special.hpp"

#include <algorithm>
#include <limits>

#include "sim/core/arithmetic.hpp"
#include "sim/year/choice_special_schools.hpp"

namespace homeroom::choice {

SpecialPlacement::SpecialPlacement(const SchoolsSeen& seen, const Utility& utility)
    : seen_(seen), utility_(utility) {
  float least = std::numeric_limits<float>::infinity();
  for (std::size_t s = 0; s < seen.gate.size(); ++s) {
    if (seen.gate[s] == Gate::Assignment) least = std::min(least, seen.special_draw[s]);
  }
  for (std::size_t s = 0; s < seen.gate.size(); ++s) {
    if (seen.gate[s] != Gate::Assignment || seen.special_draw[s] <= least) continue;
    drawing_.push_back(static_cast<std::uint16_t>(s));
  }
}

SpecialPlacement::Best SpecialPlacement::best_for(std::size_t home, int grade, SchoolId zoned,
                                                  const Seating& seating) const {
  const float draw = seen_.special_draw[zoned.row()];
  const float way = utility_.way(home, grade, zoned.row());
  Best best;
  for (const std::uint16_t school : drawing_) {
    if (seating.left[cell_of(school, grade)] <= 0) continue;
    const float gain =
        (seen_.special_draw[school] - draw) - (utility_.way(home, grade, school) - way);
    if (gain <= best.gain) continue;
    best = {SchoolId{school}, gain};
  }
  return best;
}

void SpecialPlacement::place(int grade, const Families& families, const Priorities& priorities,
                             Seating& seating) const {
  if (drawing_.empty()) return;
  for (const InNeed& next : children_in_need(utility_, grade, families, priorities, seating)) {
    const std::size_t home = families.home[next.family];
    const SchoolId zoned = utility_.zoned(home, grade);
    if (!zoned) continue;
    const Best best = best_for(home, grade, zoned, seating);
    if (!best.school) continue;
    const double stays = exp_of(-static_cast<double>(best.gain));
    if (utility_.dice().happens(1.0 - stays, Die::SpecialPlaced, utility_.world().year,
                                families.who(next.family))) {
      seating.take(next.family, grade, static_cast<std::uint16_t>(best.school.row()));
    }
  }
}

}  // namespace homeroom::choice
