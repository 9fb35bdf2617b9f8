#include "sim/founding/siting.hpp"

#include <algorithm>
#include <utility>

#include "sim/core/arithmetic.hpp"

namespace homeroom {
namespace {

/// Chooses a neighbourhood: where children of the stage still lack seats, with some chance.
class Siting {
 public:
  Siting(const World& world, const HouseholdsParameters& nature, const Dice& dice)
      : places_(world.places),
        nature_(nature),
        dice_(dice),
        need_(world.places.x.size()),
        nearest_(need_.size()) {
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
  /// A school fills from the nearest children who lack seats: more than its own neighbourhood needs
  /// are theirs around it. Were they counted to nobody, parts of a city would by chance have more
  /// seats than children over any distance, and the larger the city the more.
  void take(std::size_t home, GradeSpan span, double per_grade) {
    const std::vector<std::size_t>& around = nearest_to(home);
    for (int grade = span.first; grade <= span.last; ++grade) {
      double left = per_grade;
      for (std::size_t i = 0; i < around.size() && left > 0.0; ++i) {
        double& need = need_[around[i]][static_cast<std::size_t>(grade)];
        const double taken = std::min(left, need);
        need -= taken;
        left -= taken;
      }
    }
  }

  /// All neighbourhoods, from the nearest on, itself the first.
  const std::vector<std::size_t>& nearest_to(std::size_t home) {
    std::vector<std::size_t>& order = nearest_[home];
    if (!order.empty()) return order;
    std::vector<std::pair<double, std::size_t>> away;
    for (std::size_t other = 0; other < need_.size(); ++other) {
      const double dx =
          static_cast<double>(places_.x[home]) - static_cast<double>(places_.x[other]);
      const double dy =
          static_cast<double>(places_.y[home]) - static_cast<double>(places_.y[other]);
      away.emplace_back(dx * dx + dy * dy, other);
    }
    std::sort(away.begin(), away.end());
    for (const auto& [squared, other] : away) order.push_back(other);
    return order;
  }

  const Neighbourhoods& places_;
  const HouseholdsParameters& nature_;
  const Dice& dice_;
  std::vector<PerGrade<double>> need_;             ///< children without a seat; never below 0
  std::vector<std::vector<std::size_t>> nearest_;  ///< by neighbourhood, where asked for
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
