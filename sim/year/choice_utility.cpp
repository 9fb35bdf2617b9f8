#include "sim/year/choice_utility.hpp"

#include <algorithm>

#include "sim/core/arithmetic.hpp"

namespace homeroom::choice {
namespace {

/// Worth of so many places: several classes and programs are as many chances to find one that is
/// liked, so that a choice among schools weighs them by the logarithm of their number (McFadden
/// 1978, for aggregates of alternatives).
float worth_of_places(int places, double weight) {
  return static_cast<float>(weight * log_of(static_cast<double>(std::max(1, places))));
}

}  // namespace

Utility::Utility(const World& world, const Law& law, const ChoiceParameters& nature,
                 const Dice& dice, const Zones& zones, const SchoolsSeen& seen,
                 const std::vector<int>& holders, bool founding)
    : world_(world),
      nature_(nature),
      dice_(dice),
      zones_(zones),
      seen_(seen),
      published_(static_cast<float>(nature.value_added *
                                    law.choice.published_value_added.in(world.year))) {
  const double borne = 1.0 - law.choice.transport.in(world.year);
  per_km_ = {static_cast<float>(nature.distance_elementary * borne),
             static_cast<float>(nature.distance_middle * borne),
             static_cast<float>(nature.distance_high * borne)};
  count_places(places_on_offer(world, nature, seen, holders, founding));
}

void Utility::count_places(const std::vector<int>& on_offer) {
  for (int stage = 0; stage < kStages; ++stage) {
    const auto at = static_cast<std::size_t>(stage);
    places_[at].assign(seen_.gate.size(), 0.0f);
    own_places_[at].assign(seen_.gate.size(), 0.0f);
    for (std::size_t s = 0; s < seen_.gate.size(); ++s) {
      int open = 0, all = 0;
      for (int grade = 0; grade < kGrades; ++grade) {
        if (stage_of(grade) != stage) continue;
        open += on_offer[cell_of(s, grade)];
        all += seen_.seats[cell_of(s, grade)];
      }
      places_[at][s] = worth_of_places(open, nature_.places);
      own_places_[at][s] = worth_of_places(all, nature_.places) - places_[at][s];
    }
  }
}

float Utility::of(const Families& families, std::size_t family, std::size_t school,
                  float taste) const {
  const std::size_t home = families.home[family];
  const std::uint8_t kind = families.kind[family];
  float utility =
      utility_with(shared(home, families.grade[family], school), families.picture[family],
                   seen_.picture[school], fit_of(kind), seen_.distinct[school],
                   own_group() * seen_.group_share[kind & kind::kGroup][school], taste);
  // Whether they count tells nothing about the next family.
  const float bonus[2] = {0.0f, sibling_bonus()}, draw[2] = {0.0f, seen_.special_draw[school]};
  utility += bonus[families.sibling[family] == school];
  return utility + draw[(kind & kind::kSpecial) != 0];
}

void OneSchoolEach::clear() {
  for (auto* column : {&family_, &school_}) column->clear();
}

void OneSchoolEach::look() {
  const std::size_t count = family_.size();
  for (auto* column : {&row_, &generation_, &words_}) column->resize(count);
  tastes_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    row_[i] = families_.row[family_[i]];
    generation_[i] = families_.generation[family_[i]];
  }
  taste_words(utility_.dice(), utility_.world().year, row_, generation_, school_, words_);
  gumbels_from(words_.data(), static_cast<int>(count), tastes_.data());
}

}  // namespace homeroom::choice
