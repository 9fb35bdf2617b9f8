// What a school is worth to a family, in units of the Gumbel taste.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/core/buffer.hpp"
#include "sim/year/choice_candidates.hpp"
#include "sim/year/choice_taste.hpp"

namespace homeroom::choice {

/// The sum of a utility's parts, in the order in which everyone adds them up.
inline float utility_with(float shared, float picture_weight, float picture, float fit,
                          float distinct, float own_group, float taste) {
  return ((shared + picture_weight * picture) + (fit * distinct + own_group)) + taste;
}

class Utility {
 public:
  /// `holders`: children who hold a seat already, by cell of school and grade.
  Utility(const World& world, const Law& law, const ChoiceParameters& nature, const Dice& dice,
          const Zones& zones, const SchoolsSeen& seen, const std::vector<int>& holders,
          bool founding);

  /// Weight of a distinct design to a family of this kind.
  float fit_of(std::uint8_t kind) const {
    const float fit[2] = {0.0f, static_cast<float>(nature_.fit)};
    return fit[(kind & kind::kLearner) != 0];
  }
  /// The part that families of one home cell share: distance, zone, published value added, and how
  /// many places there are.
  float shared(std::size_t neighbourhood, int grade, std::size_t school) const {
    const auto stage = static_cast<std::size_t>(stage_of(grade));
    const float bonus[2] = {0.0f, static_cast<float>(nature_.zoned)};
    const float utility = published_ * seen_.published[school] + places_[stage][school] -
                          way(neighbourhood, grade, school);
    return utility + bonus[zoned(neighbourhood, grade) == SchoolId{school}];
  }
  /// The utility of one school, by the taste for it; the same number that `CellUtilities` gives.
  float of(const Families& families, std::size_t family, std::size_t school, float taste) const;
  /// What the way there costs.
  float way(std::size_t neighbourhood, int grade, std::size_t school) const {
    const float km = world_.distance(neighbourhood, SchoolId{school}) - seen_.reach[school];
    return per_km_[static_cast<std::size_t>(stage_of(grade))] * (km > 0.0f ? km : 0.0f);
  }
  float own_group() const { return static_cast<float>(nature_.own_group); }
  float sibling_bonus() const { return static_cast<float>(nature_.sibling); }
  /// Who goes to the trouble of applying likes such schools better than others do.
  float applicant_taste() const { return static_cast<float>(nature_.applicant_taste); }
  /// What one's own seat is worth beyond another there: inertia, and that it is no matter how many
  /// places are open.
  float incumbent_bonus(int grade, std::size_t school) const {
    return static_cast<float>(nature_.incumbent) +
           own_places_[static_cast<std::size_t>(stage_of(grade))][school];
  }

  const World& world() const { return world_; }
  const SchoolsSeen& seen() const { return seen_; }
  const Dice& dice() const { return dice_; }
  SchoolId zoned(std::size_t neighbourhood, int grade) const {
    return zones_[static_cast<std::size_t>(stage_of(grade))][neighbourhood];
  }

 private:
  void count_places(const std::vector<int>& on_offer);
  const World& world_;
  const ChoiceParameters& nature_;
  const Dice& dice_;
  const Zones& zones_;
  const SchoolsSeen& seen_;
  float published_;
  std::array<std::vector<float>, kStages> places_;      ///< worth of open places, by school
  std::array<std::vector<float>, kStages> own_places_;  ///< worth of all places beyond that
  std::array<float, kStages> per_km_;
};

/// What each of some families thinks of one school of its own.
class OneSchoolEach {
 public:
  OneSchoolEach(const Families& families, const Utility& utility)
      : families_(families), utility_(utility) {}

  void clear();
  /// Of the families [first, past) adds those for which `which(family, school)` is true; it writes
  /// the school.
  template <class Which>
  void add_some(std::uint32_t first, std::uint32_t past, Which&& which) {
    std::size_t count = family_.size();
    family_.resize(count + past - first);
    school_.resize(count + past - first);
    for (std::uint32_t family = first; family < past; ++family) {
      std::uint32_t school = 0;
      const bool added = which(family, school);
      family_[count] = family;
      school_[count] = school;
      count += added;
    }
    family_.resize(count);
    school_.resize(count);
  }
  /// Calls `take(family, utility)` in the order in which families were added.
  template <class Take>
  void for_each_utility(Take&& take) {
    look();
    for (std::size_t i = 0; i < family_.size(); ++i) {
      take(family_[i], utility_.of(families_, family_[i], school_[i], tastes_[i]));
    }
  }

 private:
  /// Draws the tastes.
  void look();

  const Families& families_;
  const Utility& utility_;
  std::vector<std::uint32_t> family_, school_, row_, generation_, words_;
  std::vector<float> tastes_;
};

}  // namespace homeroom::choice
