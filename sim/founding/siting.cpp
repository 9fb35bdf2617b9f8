#include "sim/founding/siting.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/core/arithmetic.hpp"
#include "sim/core/arithmetic_columns.hpp"

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
        nearest_(need_.size()),
        homes_(need_.size()) {
    std::iota(homes_.begin(), homes_.end(), 0u);
    for (std::size_t home = 0; home < need_.size(); ++home) {
      need_[home].fill(world.places.weight[home] * static_cast<double>(world.students.size()) /
                       kGrades);
    }
  }

  std::uint16_t place(std::size_t school, GradeSpan span, double students, double affluence) {
    const double per_grade = students / span.size();
    draw_liking(school);
    std::size_t best = 0;
    double best_score = -1e300;
    find_lacking(span, per_grade);
    for (std::size_t home = 0; home < need_.size(); ++home) {
      const double score = log_lacking_[home] - affluence * places_.status[home] +
                           nature_.school_spacing * static_cast<double>(liking_[home]);
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
  /// Logarithms of the grades' children without a seat, never quite none.
  void find_lacking(GradeSpan span, double per_grade) {
    log_lacking_.assign(need_.size(), 0.0);
    for (std::size_t home = 0; home < need_.size(); ++home) {
      for (int grade = span.first; grade <= span.last; ++grade) {
        log_lacking_[home] +=
            std::max(need_[home][static_cast<std::size_t>(grade)], 0.02 * per_grade);
      }
    }
    log_of_all(log_lacking_.data(), log_lacking_.size());
  }

  /// What else speaks for each neighbourhood: a Gumbel each.
  void draw_liking(std::size_t school) {
    const auto count = static_cast<int>(homes_.size());
    words_.resize(homes_.size());
    liking_.resize(homes_.size());
    dice_.alternatives(Die::SchoolPlace, 0, school, homes_.data(), count, words_.data());
    gumbels_from(words_.data(), count, liking_.data());
  }

  /// A school fills from the nearest children who lack seats: more than its own neighbourhood needs
  /// are theirs around it. Were they counted to nobody, parts of a city would by chance have more
  /// seats than children over any distance, and the larger the city the more.
  void take(std::size_t home, GradeSpan span, double per_grade) {
    PerGrade<double> left{};
    for (int grade = span.first; grade <= span.last; ++grade) {
      left[static_cast<std::size_t>(grade)] = per_grade;
    }
    bool any = true;
    for (std::size_t i = 0; i < need_.size() && any; ++i) {
      PerGrade<double>& need = need_[nearest(home, i)];
      any = false;
      for (auto grade = static_cast<std::size_t>(span.first);
           grade <= static_cast<std::size_t>(span.last); ++grade) {
        const double taken = std::min(left[grade], need[grade]);
        need[grade] -= taken;
        left[grade] -= taken;
        any |= left[grade] > 0.0;
      }
    }
  }

  /// The neighbourhood that is nearest but `i` others; itself is the nearest.
  std::size_t nearest(std::size_t home, std::size_t i) {
    std::vector<std::uint32_t>& order = nearest_[home];
    if (i >= order.size()) order = nearest_to(home, std::max<std::size_t>(32, 2 * order.size()));
    return order[i];
  }

  /// So many neighbourhoods, from the nearest on.
  std::vector<std::uint32_t> nearest_to(std::size_t home, std::size_t count) {
    std::vector<std::pair<double, std::uint32_t>> away;
    for (const std::uint32_t other : homes_) {
      const double dx =
          static_cast<double>(places_.x[home]) - static_cast<double>(places_.x[other]);
      const double dy =
          static_cast<double>(places_.y[home]) - static_cast<double>(places_.y[other]);
      away.emplace_back(dx * dx + dy * dy, other);
    }
    const auto past = away.begin() + static_cast<std::ptrdiff_t>(std::min(count, away.size()));
    std::nth_element(away.begin(), past, away.end());
    std::sort(away.begin(), past);
    std::vector<std::uint32_t> order;
    for (auto next = away.begin(); next != past; ++next) order.push_back(next->second);
    return order;
  }

  const Neighbourhoods& places_;
  const HouseholdsParameters& nature_;
  const Dice& dice_;
  std::vector<PerGrade<double>> need_;               ///< children without a seat; never below 0
  std::vector<std::vector<std::uint32_t>> nearest_;  ///< by neighbourhood, as far as asked for
  std::vector<std::uint32_t> homes_;                 ///< numbers of all neighbourhoods
  std::vector<double> log_lacking_;                  ///< by neighbourhood, for a school
  std::vector<std::uint32_t> words_;
  std::vector<float> liking_;
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
