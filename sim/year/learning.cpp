#include "sim/year/learning.hpp"

#include <utility>

#include "sim/core/parallel.hpp"
#include "sim/year/child_growth.hpp"
#include "sim/year/learning_record.hpp"
#include "sim/year/learning_slice.hpp"

namespace homeroom {
namespace {

using namespace learning;

void size_columns(ChildGrowth& own, std::size_t rows, const LearningParameters& nature) {
  if (!own.asked) return;
  own.drive.resize(rows);
  own.choices.resize(rows);
  for (int m = 0; m < kSubjects; ++m) own.weight[m] = subject_weight(nature, m);
}

}  // namespace

LearningDecision decide_learning(const World& world, const Law& law,
                                 const LearningParameters& nature, const Transient& transient,
                                 const Dice& dice) {
  Roll roll = call_roll(world);
  Lookup lookup = look_up(world, law, nature, transient.correlation, dice, roll);
  std::optional<EqualGrowth> equal;
  if (law.counterfactual.equal_growth.in(world.year) > 0.0) {
    equal = equal_growth(world, nature, roll, lookup);
    equalise(*equal, roll, lookup);
  }
  const Rates rates(nature, transient, equal.has_value());
  return {std::move(roll), std::move(lookup), rates, std::move(equal)};
}

void enact(World& world, const LearningDecision& decision, const LearningParameters& nature,
           const Dice& dice, LearningOutcome& outcome) {
  ChildGrowth own;
  enact(world, decision, nature, dice, outcome, own);
}

void enact(World& world, const LearningDecision& decision, const LearningParameters& nature,
           const Dice& dice, LearningOutcome& outcome, ChildGrowth& own) {
  const std::size_t rows = world.students.size();
  size_columns(own, rows, nature);
  std::vector<SliceSums> slices(slices_of(rows));
  for_slices(rows, [&](std::size_t first, std::size_t past, std::size_t slice) {
    slices[slice].resize(world.schools.size());
    learn(world, nature, decision, dice, first, past, slices[slice], own);
  });
  if (decision.equal) {
    record_equal_terms(world, decision.roll, *decision.equal, outcome);
  } else {
    record_terms(world, nature, decision.roll, decision.lookup, slices, outcome);
  }
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    SchoolYear& year = world.results.school[SchoolId{s}];
    year.growth = outcome.growth[SchoolId{s}];
    year.mean_baseline = outcome.mean_baseline[SchoolId{s}];
  }
  world.raw_growth = outcome.raw_growth;
}

}  // namespace homeroom
