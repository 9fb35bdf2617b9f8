#include "sim/year/learning.hpp"

#include <optional>

#include "sim/core/parallel.hpp"
#include "sim/year/child_growth.hpp"
#include "sim/year/learning_equal.hpp"
#include "sim/year/learning_record.hpp"
#include "sim/year/learning_slice.hpp"

namespace homeroom {
namespace {

using namespace learning;

void size_columns(LearningOutcome& outcome, std::size_t rows) {
  for (int m = 0; m < kSubjects; ++m) {
    outcome.baseline[m].resize(rows);
    outcome.durable[m].resize(rows);
    outcome.fleeting[m].resize(rows);
    outcome.transient[m].resize(rows);
  }
}

void size_columns(ChildGrowth& own, std::size_t rows, const LearningParameters& nature) {
  if (!own.asked) return;
  own.drive.resize(rows);
  own.choices.resize(rows);
  for (int m = 0; m < kSubjects; ++m) own.weight[m] = subject_weight(nature, m);
}

}  // namespace

void decide_learning(const World& world, const Law& law, const LearningParameters& nature,
                     const Transient& transient, const Dice& dice, LearningOutcome& outcome) {
  ChildGrowth own;
  decide_learning(world, law, nature, transient, dice, outcome, own);
}

void decide_learning(const World& world, const Law& law, const LearningParameters& nature,
                     const Transient& transient, const Dice& dice, LearningOutcome& outcome,
                     ChildGrowth& own) {
  const std::size_t rows = world.students.size(), schools = world.schools.size();
  const Roll roll = call_roll(world);
  Lookup lookup = look_up(world, law, nature, transient.correlation, dice, roll);
  std::optional<EqualGrowth> equal;
  if (law.counterfactual.equal_growth.in(world.year) > 0.0) {
    equal = equal_growth(world, nature, roll, lookup);
    equalise(*equal, roll, lookup);
  }
  const Rates rates(nature, transient, equal.has_value());
  size_columns(outcome, rows);
  size_columns(own, rows, nature);
  std::vector<SliceSums> slices(slices_of(rows));
  for_slices(rows, [&](std::size_t first, std::size_t past, std::size_t slice) {
    slices[slice].resize(schools);
    learn(world, nature, {roll, lookup, rates, dice}, first, past, slices[slice], outcome, own);
  });
  if (equal) {
    record_equal_terms(world, roll, *equal, outcome);
  } else {
    record_terms(world, nature, roll, lookup, slices, outcome);
  }
}

void enact(World& world, LearningOutcome& outcome) {
  Students& students = world.students;
  for (int m = 0; m < kSubjects; ++m) {
    students.baseline[m].swap(outcome.baseline[m]);
    students.durable[m].swap(outcome.durable[m]);
    students.fleeting[m].swap(outcome.fleeting[m]);
    students.transient[m].swap(outcome.transient[m]);
  }
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    SchoolYear& year = world.results.school[SchoolId{s}];
    year.growth = outcome.growth[SchoolId{s}];
    year.mean_baseline = outcome.mean_baseline[SchoolId{s}];
  }
  world.raw_growth = outcome.raw_growth;
}

}  // namespace homeroom
