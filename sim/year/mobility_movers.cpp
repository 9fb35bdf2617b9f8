#include "sim/year/mobility_movers.hpp"

#include <algorithm>
#include <utility>

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/child_dice.hpp"

namespace homeroom {
namespace {

/// The part of the hazard's logit that a school's children share.
std::vector<float> school_parts(const World& world, const Law& law,
                                const MobilityParameters& nature) {
  std::vector<float> part(world.schools.size());
  for (std::size_t s = 0; s < part.size(); ++s) {
    const SchoolId school{s};
    const SchoolModel& model = law.model(world.schools.model[school]);
    part[s] = static_cast<float>(nature.move - nature.climate * world.schools.climate[school] +
                                 model.attrition_weight.in(world.year));
  }
  return part;
}

class Hazard {
 public:
  Hazard(const World& world, const Law& law, const MobilityParameters& nature)
      : students_(world.students),
        school_(school_parts(world, law, nature)),
        low_income_(static_cast<float>(nature.low_income)),
        not_chosen_(static_cast<float>(nature.not_chosen)),
        first_choice_(static_cast<float>(nature.first_choice)),
        housing_(static_cast<float>(nature.housing)) {}

  bool moves(std::size_t row, std::uint32_t word) const {
    float logit = school_[students_.school[row]];
    if (students_.has(row, trait::kLowIncome)) logit += low_income_;
    if (students_.rank[row] == kNoRank) logit += not_chosen_;
    if (students_.rank[row] == 1) logit -= first_choice_;
    logit += housing_ * (0.5f - static_cast<float>(students_.housing[row]) * (1.0f / 255.0f));
    return open_unit(word) * (1.0f + exp_of(-logit)) < 1.0f;
  }

 private:
  const Students& students_;
  std::vector<float> school_;
  float low_income_, not_chosen_, first_choice_, housing_;
};

}  // namespace

Movers find_movers(const World& world, const Law& law, const MobilityParameters& nature,
                   const Dice& dice) {
  const Hazard hazard(world, law, nature);
  using Knock = std::pair<std::uint32_t, std::uint32_t>;  // draw, row
  std::vector<std::vector<Knock>> slices(slices_of(world.students.size()));
  for_slices(world.students.size(), [&](std::size_t first, std::size_t past, std::size_t slice) {
    const ChildDice words(world, dice, Die::MidYearMove, first, past);
    for (std::size_t row = first; row < past; ++row) {
      if (!hazard.moves(row, words[row - first])) continue;
      slices[slice].emplace_back(words[row - first], static_cast<std::uint32_t>(row));
    }
  });
  std::vector<Knock> all;
  for (const auto& slice : slices) all.insert(all.end(), slice.begin(), slice.end());
  std::sort(all.begin(), all.end());
  Movers movers;
  movers.row.reserve(all.size());
  for (const Knock& knock : all) movers.row.push_back(knock.second);
  return movers;
}

}  // namespace homeroom
