#include "sim/year/choice_utility.hpp"

#include "sim/year/choice_wishes.hpp"

namespace homeroom::choice {

Utility::Utility(const World& world, const Law& law, const ChoiceParameters& nature,
                 const Dice& dice, const Zones& zones, const SchoolsSeen& seen)
    : world_(world),
      nature_(nature),
      dice_(dice),
      zones_(zones),
      seen_(seen),
      outreach_(static_cast<float>(law.choice.outreach.in(world.year))),
      published_(static_cast<float>(nature.value_added *
                                    law.choice.published_value_added.in(world.year))) {
  const double borne = 1.0 - law.choice.transport.in(world.year);
  per_km_ = {static_cast<float>(nature.distance_elementary * borne),
             static_cast<float>(nature.distance_middle * borne),
             static_cast<float>(nature.distance_high * borne)};
}

Weights Utility::weights(const Families& families, std::size_t family) const {
  const std::size_t row = families.row[family];
  const Students& students = world_.students;
  const float baseline = 0.5f * (students.baseline[kMath][row] + students.baseline[kEla][row]);
  const float known = information_of(world_, nature_, outreach_, row);
  const float above = baseline - static_cast<float>(nature_.picture_baseline_at);
  return {static_cast<float>(nature_.picture_information) * known +
              static_cast<float>(nature_.picture_baseline) * above,
          students.has(row, trait::kLearner) ? static_cast<float>(nature_.fit) : 0.0f,
          static_cast<std::size_t>(students.group(row))};
}

float Utility::shared(std::size_t neighbourhood, int grade, std::size_t school) const {
  const float km = world_.distance(neighbourhood, SchoolId{school}) - seen_.reach[school];
  const float felt = km > 0.0f ? km : 0.0f;
  float utility = published_ * seen_.published[school] -
                  per_km_[static_cast<std::size_t>(stage_of(grade))] * felt;
  if (zoned(neighbourhood, grade) == SchoolId{school}) {
    utility += static_cast<float>(nature_.zoned);
  }
  return utility;
}

float Utility::of(const Families& families, std::size_t family, const Weights& weight,
                  std::size_t school, std::uint32_t word) const {
  const std::size_t home = families.home[family];
  float utility = utility_of(shared(home, families.grade[family], school), weight.picture,
                             seen_.picture[school], weight.fit, seen_.distinct[school],
                             own_group() * seen_.group_share[weight.group][school], word);
  if (families.sibling[family] == school) utility += sibling_bonus();
  return utility;
}

}  // namespace homeroom::choice
