#include "sim/year/engagement.hpp"

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
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

float worth_of_rank(const EngagementParameters& nature, std::uint8_t rank) {
  if (rank == kNoRank) return static_cast<float>(-nature.off_list);
  return static_cast<float>(rank == 1 ? nature.first_choice : nature.chosen);
}

std::vector<float> pull_of_schools(const World& world, const EngagementParameters& nature) {
  std::vector<float> pull(world.schools.size());
  for (std::size_t s = 0; s < pull.size(); ++s) {
    pull[s] = static_cast<float>(nature.climate * world.schools.climate[SchoolId{s}]);
  }
  return pull;
}

}  // namespace

void EngagementParameters::describe(FieldVisitor& visit) {
  visit.number({"engagement_persistence", "share", 0, 1, "engagement kept from year to year"},
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
  const Students& students = world.students;
  const std::vector<float> pull = pull_of_schools(world, nature);
  const auto persistence = static_cast<float>(nature.persistence);
  const auto weight = static_cast<float>(nature.weight);
  const auto noise = static_cast<float>(nature.noise);
  EngagementOutcome outcome;
  outcome.engagement.resize(students.size());
  for_slices(students.size(), [&](std::size_t first, std::size_t past, std::size_t) {
    const ChildDice words(world, dice, Die::YearEngagement, first, past);
    for (std::size_t row = first; row < past; ++row) {
      const float before = static_cast<float>(students.engagement[row]) / kSteps;
      const float year = worth_of_rank(nature, students.rank[row]) + pull[students.school[row]] +
                         noise * normal_from(words[row - first]);
      outcome.engagement[row] = stored(persistence * before + weight * year);
    }
  });
  return outcome;
}

void enact(World& world, EngagementOutcome&& outcome) {
  world.students.engagement.swap(outcome.engagement);
}

}  // namespace homeroom
