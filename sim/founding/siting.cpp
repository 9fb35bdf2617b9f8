#include "sim/founding/siting.hpp"

#include <algorithm>

#include "sim/core/arithmetic.hpp"

namespace homeroom {
namespace {

/// Chooses a neighbourhood: where children of the stage still lack seats, with some chance.
class Siting {
 public:
  Siting(const World& world, const HouseholdsParameters& nature, const Dice& dice)
      : places_(world.places), nature_(nature), dice_(dice), need_(world.places.x.size()) {
    for (std::size_t home = 0; home < need_.size(); ++home) {
      need_[home].fill(world.places.weight[home] * static_cast<double>(world.students.size()) /
                       kGrades);
    }
  }

  std::uint16_t place(std::size_t school, GradeSpan span, double students, double affluence) {
    const double per_grade = students / span.size();
    std::size_t best = 0;
    double best_score = -1e300;
    for (std::size_t home = 0; home < need_.size(); ++home) {
      double lacking = 0.0;
      for (int grade = span.first; grade <= span.last; ++grade) {
        lacking += std::max(need_[home][static_cast<std::size_t>(grade)], 0.02 * per_grade);
      }
      const double score = log_of(lacking) - affluence * places_.status[home] +
                           nature_.school_spacing * dice_.gumbel(Die::SchoolPlace, 0, school,
                                                                 static_cast<std::uint32_t>(home));
      if (score > best_score) {
        best_score = score;
        best = home;
      }
    }
    take(best, span, per_grade);
    return static_cast<std::uint16_t>(best);
  }

  /// A school that stands in its place already.
  std::uint16_t settle(GradeSpan span, double students, const Site& site) {
    std::size_t best = 0;
    double least = 1e300;
    for (std::size_t home = 0; home < need_.size(); ++home) {
      const double dx = static_cast<double>(places_.x[home]) - site.x_km;
      const double dy = static_cast<double>(places_.y[home]) - site.y_km;
      if (dx * dx + dy * dy >= least) continue;
      least = dx * dx + dy * dy;
      best = home;
    }
    take(best, span, students / span.size());
    return static_cast<std::uint16_t>(best);
  }

 private:
  void take(std::size_t home, GradeSpan span, double per_grade) {
    for (int grade = span.first; grade <= span.last; ++grade) {
      need_[home][static_cast<std::size_t>(grade)] -= per_grade;
    }
  }

  const Neighbourhoods& places_;
  const HouseholdsParameters& nature_;
  const Dice& dice_;
  std::vector<PerGrade<double>> need_;
};

}  // namespace

void site_schools(World& world, const std::vector<PlannedSchool>& plans,
                  const HouseholdsParameters& nature, const Dice& dice) {
  Schools& schools = world.schools;
  Siting siting(world, nature, dice);
  for (std::size_t s = 0; s < plans.size(); ++s) {
    const PlannedSchool& plan = plans[s];
    if (!plan.site) continue;
    const SchoolId school{s};
    schools.place[school] = siting.settle(plan.span, plan.students, *plan.site);
    schools.x[school] = static_cast<float>(plan.site->x_km);
    schools.y[school] = static_cast<float>(plan.site->y_km);
  }
  for (std::size_t s = 0; s < plans.size(); ++s) {
    const PlannedSchool& plan = plans[s];
    if (plan.site) continue;
    const SchoolId school{s};
    const std::size_t home =
        siting.place(s, plan.span, plan.slot ? 1.0 : plan.students, plan.affluence);
    schools.place[school] = static_cast<std::uint16_t>(home);
    schools.x[school] =
        static_cast<float>(static_cast<double>(world.places.x[home]) +
                           nature.school_jitter_km * dice.normal(Die::SchoolPlaceX, 0, s));
    schools.y[school] =
        static_cast<float>(static_cast<double>(world.places.y[home]) +
                           nature.school_jitter_km * dice.normal(Die::SchoolPlaceY, 0, s));
  }
}

}  // namespace homeroom
