#include "sim/year/testing.hpp"

#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/world/enrolment.hpp"
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
         const std::uint32_t* absence, const Papers& papers, int m, TestTally& tally,
         ResidualSums& residuals, TestingOutcome& outcome) {
  Buffer<std::uint8_t> percentiles(rows.size());
  growth_percentiles(papers.standardised.data(), rows.size(), percentiles.data());
  // Named once: a column of bytes might be anything, for all that the compiler knows.
  std::int16_t* __restrict const score = outcome.score[m].data();
  std::int16_t* __restrict const score_before = outcome.score_before[m].data();
  std::uint8_t* __restrict const sgp = outcome.sgp[m].data();
  const std::uint16_t* const school = world.students.school.data();
  const std::uint8_t* const grade = world.students.grade.data();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint32_t row = rows[i];
    score_before[row] = papers.last[i];
    score[row] = kNoScore;
    if (!sitting.sits(absence[i])) continue;
    score[row] = papers.score[i];
    tally.add_score(school[row], m, papers.score[i], sitting.is_proficient(m, papers.score[i]));
    const Prior prior = papers.prior[i];
    if (prior == Prior::None) continue;
    sgp[row] = percentiles[i];
    tally.add_growth(school[row], m, grade[row], prior, percentiles[i], papers.residual[i]);
    residuals.add(static_cast<std::size_t>(prior), papers.residual[i]);
  }
}

/// Both residuals of the children who have both.
void pair_residuals(const Sitting& sitting, const std::uint32_t* absence, const Papers& math,
                    const Papers& ela, ResidualSums& residuals) {
  for (std::size_t i = 0; i < math.size(); ++i) {
    const bool both = math.prior[i] != Prior::None && ela.prior[i] != Prior::None;
    if (both && sitting.sits(absence[i])) {
      residuals.add_pair(math.standardised[i], ela.standardised[i]);
    }
  }
}

/// A slice's children, both subjects.
void sit_all(const World& world, const Sitting& sitting, const std::vector<std::uint32_t>& rows,
             const Dice& dice, TestTally& tally, ResidualSums& residuals, TestingOutcome& outcome) {
  const ChildDice words(world, dice, Die::TestErrorMath, rows);
  PerSubject<Buffer<float>> errors = {words.normals(Die::TestErrorMath),
                                      words.normals(Die::TestErrorEla)};
  sitting.share_errors(errors[kMath].data(), errors[kEla].data(), rows.size());
  PerSubject<Papers> papers = {Papers(world.students, kMath, rows, sitting.priors()),
                               Papers(world.students, kEla, rows, sitting.priors())};
  const std::uint32_t* absence = words.words(Die::TestAbsent);
  for (int m = 0; m < kSubjects; ++m) {
    sitting.mark(errors[m].data(), papers[m]);
    sit(world, sitting, rows, absence, papers[m], m, tally, residuals, outcome);
  }
  pair_residuals(sitting, absence, papers[kMath], papers[kEla], residuals);
}

void size_columns(TestingOutcome& outcome, std::size_t rows) {
  for (int m = 0; m < kSubjects; ++m) {
    outcome.score[m].resize(rows);
    outcome.score_before[m].resize(rows);
    outcome.sgp[m].resize(rows);
  }
}

/// Sums run over slices in their order.
ResidualSums sum_of(const std::vector<ResidualSums>& slices) {
  ResidualSums total;
  for (const ResidualSums& here : slices) total.add(here);
  return total;
}

PerGrade<int> sections_of(const Posts& posts, std::size_t school) {
  PerGrade<int> sections{};
  for (int grade = 0; grade < kGrades; ++grade) {
    const std::size_t cell = cell_of(school, grade);
    if (cell + 1 < posts.first.size()) {
      sections[static_cast<std::size_t>(grade)] = sections_in(posts, cell);
    }
  }
  return sections;
}

}  // namespace

void decide_testing(const World& world, const Law& law, const TestingParameters& nature,
                    const SharedShocks& shocks, const Dice& dice, TestingOutcome& outcome) {
  const std::size_t rows = world.students.size(), schools = world.schools.size();
  const Sitting sitting(nature, law.testing.tests_given.in(world.year) > 0.5);
  size_columns(outcome, rows);
  std::vector<ResidualSums> residuals(slices_of(rows));
  TestTallies tallies(schools);
  for_slices(rows, [&](std::size_t first, std::size_t past, std::size_t slice) {
    TestTally& tally = tallies.borrow();
    keep_scores(world.students, first, past, outcome);
    sit_all(world, sitting, tested_rows(world.students, first, past), dice, tally, residuals[slice],
            outcome);
    tallies.give_back(tally);
  });
  const TestTally total = tallies.sum();
  const GrowthErrors errors =
      estimate_errors(sum_of(residuals), sitting.variances(), nature.minimum_tested, shocks);
  outcome.school.assign(schools, {});
  for (std::size_t s = 0; s < schools; ++s) {
    outcome.school[SchoolId{s}] = total.summary(s, nature, errors, sections_of(world.posts, s));
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
