#include "sim/year/testing.hpp"

#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/year/child_dice.hpp"
#include "sim/year/testing_sitting.hpp"
#include "sim/year/testing_tally.hpp"

namespace homeroom {
namespace {

using namespace testing;

/// Brings the columns of untested children over: they keep the scores they have.
void keep_scores(const Students& students, std::size_t first, std::size_t past,
                 TestingOutcome& outcome) {
  for (int m = 0; m < kSubjects; ++m) {
    std::copy_n(students.score[m].data() + first, past - first, outcome.score[m].data() + first);
    std::copy_n(students.score_before[m].data() + first, past - first,
                outcome.score_before[m].data() + first);
    std::fill_n(outcome.sgp[m].data() + first, past - first, std::uint8_t{0});
  }
}

/// Rows of a slice whose grade is tested.
std::vector<std::uint32_t> tested_rows(const Students& students, std::size_t first,
                                       std::size_t past) {
  std::vector<std::uint32_t> rows(past - first);
  std::size_t count = 0;
  for (std::size_t row = first; row < past; ++row) {
    rows[count] = static_cast<std::uint32_t>(row);
    count += is_tested(students.grade[row]);
  }
  rows.resize(count);
  return rows;
}

/// One subject of those who sit the tests; the others of `rows` lose a year.
void sit(const World& world, const Sitting& sitting, const std::vector<std::uint32_t>& rows,
         const ChildDice& dice, int m, TestTally& tally, TestingOutcome& outcome) {
  Papers papers(world.students, m, rows, sitting.priors());
  const auto errors = dice.normals(m == kMath ? Die::TestErrorMath : Die::TestErrorEla);
  sitting.mark(errors.data(), papers);
  const std::uint32_t* absence = dice.words(Die::TestAbsent);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t row = rows[i];
    outcome.score_before[m][row] = papers.last[i];
    outcome.score[m][row] = kNoScore;
    if (!sitting.sits(absence[i])) continue;
    outcome.score[m][row] = papers.score[i];
    const std::size_t s = world.students.school[row];
    tally.add_score(s, m, papers.score[i], sitting.is_proficient(m, papers.score[i]));
    if (papers.prior[i] == Prior::None) continue;
    const int percentile = growth_percentile(papers.standardised[i]);
    outcome.sgp[m][row] = static_cast<std::uint8_t>(percentile);
    tally.add_growth(s, m, percentile, papers.residual[i]);
  }
}

void size_columns(TestingOutcome& outcome, std::size_t rows) {
  for (int m = 0; m < kSubjects; ++m) {
    outcome.score[m].resize(rows);
    outcome.score_before[m].resize(rows);
    outcome.sgp[m].resize(rows);
  }
}

TestTally sum_of(const std::vector<TestTally>& slices, std::size_t schools) {
  TestTally total;
  total.resize(schools);
  for (const TestTally& here : slices) total.add(here);
  return total;
}

}  // namespace

void decide_testing(const World& world, const Law& law, const TestingParameters& nature,
                    const Dice& dice, TestingOutcome& outcome) {
  const std::size_t rows = world.students.size(), schools = world.schools.size();
  const Sitting sitting(nature, law.testing.tests_given.in(world.year) > 0.5);
  size_columns(outcome, rows);
  std::vector<TestTally> slices(slices_of(rows));
  for_slices(rows, [&](std::size_t first, std::size_t past, std::size_t slice) {
    slices[slice].resize(schools);
    keep_scores(world.students, first, past, outcome);
    const auto tested = tested_rows(world.students, first, past);
    const ChildDice words(world, dice, Die::TestErrorMath, tested);
    for (int m = 0; m < kSubjects; ++m) {
      sit(world, sitting, tested, words, m, slices[slice], outcome);
    }
  });
  const TestTally total = sum_of(slices, schools);
  outcome.school.assign(schools, {});
  for (std::size_t s = 0; s < schools; ++s) {
    outcome.school[SchoolId{s}] = total.summary(s, nature.minimum_tested, sitting.two_prior_sd(),
                                                nature.residual_correlation);
  }
}

void enact(World& world, TestingOutcome& outcome) {
  for (int m = 0; m < kSubjects; ++m) {
    world.students.score[m].swap(outcome.score[m]);
    world.students.score_before[m].swap(outcome.score_before[m]);
  }
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolTests& tests = outcome.school[SchoolId{s}];
    SchoolYear& year = world.results.school[SchoolId{s}];
    year.tested = tests.tested;
    year.proficient = tests.proficient;
    year.with_growth = tests.with_growth;
    year.mean_score = tests.mean_score;
    year.median_sgp = tests.median_sgp;
    year.value_added = tests.value_added;
    year.value_added_se = tests.value_added_se;
    year.value_added_level = tests.value_added_level;
  }
}

}  // namespace homeroom
