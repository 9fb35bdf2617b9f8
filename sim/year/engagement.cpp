#include "sim/year/engagement.hpp"

#include <array>

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
#include "sim/core/wide.hpp"
#include "sim/year/child_dice.hpp"

namespace homeroom {
namespace {

/// Steps of the stored column per SD, and the largest value it holds.
constexpr float kSteps = 32.0f;
constexpr float kLimit = 127.0f;

std::int8_t stored(float engagement) {
  const float steps = clamp_to(engagement * kSteps, -kLimit, kLimit);
  return static_cast<std::int8_t>(steps + (steps < 0.0f ? -0.5f : 0.5f));
}

/// What being in the school of a rank is worth, for every rank there can be.
std::array<float, 256> worth_of_ranks(const EngagementParameters& nature) {
  std::array<float, 256> worth;
  worth.fill(static_cast<float>(nature.chosen));
  worth[1] = static_cast<float>(nature.first_choice);
  worth[kNoRank] = static_cast<float>(-nature.off_list);
  return worth;
}

std::vector<float> pull_of_schools(const World& world, const EngagementParameters& nature) {
  std::vector<float> pull(world.schools.size());
  for (std::size_t s = 0; s < pull.size(); ++s) {
    pull[s] = static_cast<float>(nature.climate * world.schools.climate[SchoolId{s}]);
  }
  return pull;
}

/// What a year brings, in the precision of the loop over children.
class Year {
 public:
  Year(const World& world, const EngagementParameters& nature)
      : persistence_(static_cast<float>(nature.persistence)),
        weight_(static_cast<float>(nature.weight)),
        noise_(static_cast<float>(nature.noise)),
        pull_(pull_of_schools(world, nature)),
        worth_(worth_of_ranks(nature)) {}

  /// Writes the rows [first, past) of the new column; `normals` are those rows' own.
  void live(const Students& students, std::size_t first, std::size_t past, const float* normals,
            std::int8_t* engagement) const;

 private:
  float persistence_, weight_, noise_;
  std::vector<float> pull_;       ///< by school
  std::array<float, 256> worth_;  ///< by rank
};

HOMEROOM_WIDE void Year::live(const Students& students, std::size_t first, std::size_t past,
                              const float* __restrict normals,
                              std::int8_t* __restrict engagement) const {
  const std::int8_t* __restrict before = students.engagement.data();
  const std::int8_t* __restrict drive = students.drive.data();
  const std::uint8_t* __restrict rank = students.rank.data();
  const std::uint16_t* __restrict school = students.school.data();
  const float* __restrict pull = pull_.data();
  const float* __restrict worth = worth_.data();
  const float persistence = persistence_, weight = weight_, noise = noise_;
  for (std::size_t row = first; row < past; ++row) {
    const float own = static_cast<float>(drive[row]) / kSteps;
    const float moved = static_cast<float>(before[row] - drive[row]) / kSteps;
    const float year = worth[rank[row]] + pull[school[row]] + noise * normals[row - first];
    engagement[row] = stored(own + persistence * moved + weight * year);
  }
}

}  // namespace

void EngagementParameters::describe(FieldVisitor& visit) {
  visit.number({"engagement_persistence", "share", 0, 1,
                "what years did to a child's engagement, kept from year to year"},
               persistence);
  visit.number({"engagement_weight", "share", 0, 1, "weight of what a year brings"}, weight);
  visit.number({"engagement_first_choice", "SD", 0, 2, "in the school ranked first"}, first_choice);
  visit.number({"engagement_chosen", "SD", 0, 2, "in another school of the list"}, chosen);
  visit.number({"engagement_off_list", "SD", 0, 2, "loss in a school that was not chosen"},
               off_list);
  visit.number({"engagement_climate", "SD", 0, 2, "per unit of school climate"}, climate);
  visit.number({"engagement_noise", "SD", 0, 2, "what else a year brings"}, noise);
}

EngagementOutcome decide_engagement(const World& world, const EngagementParameters& nature,
                                    const Dice& dice) {
  const Year year(world, nature);
  EngagementOutcome outcome;
  outcome.engagement.resize(world.students.size());
  for_slices(world.students.size(), [&](std::size_t first, std::size_t past, std::size_t) {
    const ChildDice words(world, dice, Die::YearEngagement, first, past);
    year.live(world.students, first, past, words.normals(Die::YearEngagement).data(),
              outcome.engagement.data());
  });
  return outcome;
}

void enact(World& world, EngagementOutcome&& outcome) {
  world.students.engagement.swap(outcome.engagement);
}

}  // namespace homeroom
