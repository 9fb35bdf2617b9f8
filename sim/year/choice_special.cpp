#include "sim/year/choice_special.hpp"

#include <algorithm>
#include <limits>

#include "sim/core/arithmetic.hpp"

namespace homeroom::choice {
namespace {

struct Waiting {
  bool moderate;
  std::uint64_t key;
  std::uint32_t family;
  friend bool operator<(const Waiting& a, const Waiting& b) {
    return a.moderate != b.moderate ? b.moderate : a.key < b.key;
  }
};

}  // namespace

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
  const Students& students = utility_.world().students;
  std::vector<Waiting> waiting;
  for (const std::uint32_t f : families.in_grade[static_cast<std::size_t>(grade)]) {
    const std::uint32_t row = families.row[f];
    const SchoolId zoned = utility_.zoned(families.home[f], grade);
    if (seating.seated(f) || !zoned || !students.has(row, trait::kSpecial)) continue;
    waiting.push_back(
        {!students.has(row, trait::kSpecialSevere), priorities.leftover(f, zoned), f});
  }
  std::sort(waiting.begin(), waiting.end());
  for (const Waiting& next : waiting) {
    const std::size_t home = families.home[next.family];
    const Best best = best_for(home, grade, utility_.zoned(home, grade), seating);
    if (!best.school) continue;
    const double stays = exp_of(-static_cast<double>(best.gain));
    if (utility_.dice().happens(1.0 - stays, Die::SpecialPlaced, utility_.world().year,
                                families.who(next.family))) {
      seating.take(next.family, grade, static_cast<std::uint16_t>(best.school.row()));
    }
  }
}

}  // namespace homeroom::choice
