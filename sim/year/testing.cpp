#include "sim/year/testing.hpp"

#include <algorithm>
#include <utility>

#include "sim/core/parallel.hpp"
#include "sim/world/enrolment.hpp"
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

/// A bit for every tested grade.
constexpr std::uint32_t kTestedGrades = [] {
  std::uint32_t bits = 0;
  for (int grade = 0; grade < kGrades; ++grade) bits |= std::uint32_t{is_tested(grade)} << grade;
  return bits;
}();

/// Rows of a slice whose grade is tested, into `tested`. Returns how many.
std::size_t find_tested(const Students& students, std::size_t first, std::size_t past,
                        std::uint32_t* __restrict tested) {
  const std::uint8_t* const grade = students.grade.data();
  std::size_t count = 0;
  for (std::size_t row = first; row < past; ++row) {
    tested[count] = static_cast<std::uint32_t>(row);
    count += kTestedGrades >> grade[row] & 1u;
  }
  return count;
}

/// A slice's children of tested grades.
struct TestedSlice {
  std::size_t count = 0;
  std::array<std::uint32_t, kSliceRows> row;
  PerSubject<Marks> marks;
};

/// The errors of a batch's tests, and the words that say who does not sit them.
struct TestDice {
  std::array<std::uint32_t, kBatch> generation;
  std::array<std::uint32_t, 4 * kBatch> words;
  std::array<float, 2 * kBatch> errors;
  void throw_for(const World& world, const Dice& dice, const std::uint32_t* rows,
                 std::size_t count);
  const std::uint32_t* absence(std::size_t count) const { return words.data() + 2 * count; }
};

void TestDice::throw_for(const World& world, const Dice& dice, const std::uint32_t* rows,
                         std::size_t count) {
  static_assert(static_cast<std::uint32_t>(Die::TestErrorMath) % 4 == 0 &&
                static_cast<std::uint32_t>(Die::TestErrorEla) % 4 == 1 &&
                static_cast<std::uint32_t>(Die::TestAbsent) % 4 == 2);
  for (std::size_t i = 0; i < count; ++i) generation[i] = world.students.generation(rows[i]);
  std::uint32_t* const all = words.data();
  std::uint32_t* const lanes[4] = {all, all + count, all + 2 * count, all + 3 * count};
  dice.block(Die::TestErrorMath, world.year, rows, generation.data(), 0, static_cast<int>(count),
             lanes);
  normals_from(all, static_cast<int>(2 * count), errors.data());
}

/// What the children of `rows` know and have scored; whatever prior scores they have, into `prior`.
void hand_out(const Students& students, int m, const PriorTable& priors,
              const std::uint32_t* __restrict rows, std::size_t count, Papers& papers,
              Prior* __restrict prior) {
  const float* const baseline = students.baseline[m].data();
  const float* const durable = students.durable[m].data();
  const float* const fleeting = students.fleeting[m].data();
  const float* const transient = students.transient[m].data();
  const std::int16_t* const last = students.score[m].data();
  const std::int16_t* const before = students.score_before[m].data();
  const std::uint8_t* const grade = students.grade.data();
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t row = rows[i];
    papers.achievement[i] = baseline[row] + durable[row] + fleeting[row] + transient[row];
    papers.last[i] = last[row];
    papers.before[i] = before[row];
    prior[i] = priors[grade[row]][last[row] != kNoScore][before[row] != kNoScore];
  }
}

/// Tests and marks a slice's children, batch by batch.
void test(const World& world, const Sitting& sitting, const Dice& dice, TestedSlice& slice) {
  TestDice luck;
  Papers papers;
  for (std::size_t at = 0; at < slice.count; at += kBatch) {
    const std::size_t count = std::min(kBatch, slice.count - at);
    const std::uint32_t* const rows = slice.row.data() + at;
    luck.throw_for(world, dice, rows, count);
    float* const math = luck.errors.data();
    sitting.share_errors(math, math + count, count);
    for (int m = 0; m < kSubjects; ++m) {
      Marks& marks = slice.marks[m];
      std::copy_n(m == kMath ? math : math + count, count, papers.error.data());
      hand_out(world.students, m, sitting.priors(), rows, count, papers, marks.prior.data() + at);
      sitting.mark(papers, luck.absence(count), count, at, marks);
    }
  }
}

/// Writes one subject's marks to their children's rows and to the tally; whoever did not sit loses
/// a year.
void publish(const World& world, const Sitting& sitting, const TestedSlice& slice, int m,
             TestTally& tally, TestingOutcome& outcome) {
  // Named once: a column of bytes might be anything, for all that the compiler knows.
  std::int16_t* __restrict const score = outcome.score[m].data();
  std::int16_t* __restrict const score_before = outcome.score_before[m].data();
  std::uint8_t* __restrict const sgp = outcome.sgp[m].data();
  const std::int16_t* const last = world.students.score[m].data();
  const std::uint16_t* const school = world.students.school.data();
  const std::uint8_t* const grade = world.students.grade.data();
  const Marks& marks = slice.marks[m];
  const std::size_t nowhere = tally.nowhere();
  for (std::size_t i = 0; i < slice.count; ++i) {
    const std::uint32_t row = slice.row[i];
    const std::int16_t points = marks.score[i];
    const std::uint8_t percentile = marks.percentile[i];
    score_before[row] = last[row];
    score[row] = points;
    sgp[row] = percentile;
    const std::size_t where = points == kNoScore ? nowhere : school[row];
    tally.add(where, m,
              {grade[row], points, sitting.is_proficient(m, points), marks.prior[i], percentile,
               marks.residual[i]});
  }
}

/// Sums of a slice's residuals in the order of rows, which fixes their rounding: mathematics, then
/// ELA, and both of the children who have both.
void add_residuals(const TestedSlice& slice, ResidualSums& sums) {
  PerSubject<const std::uint8_t*> kinds{};
  for (int m = 0; m < kSubjects; ++m) {
    kinds[m] = reinterpret_cast<const std::uint8_t*>(slice.marks[m].prior.data());
    sums.add_all(kinds[m], slice.marks[m].residual.data(), slice.count);
  }
  sums.add_pairs(kinds[kMath], kinds[kEla], slice.marks[kMath].standardised.data(),
                 slice.marks[kEla].standardised.data(), slice.count);
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
    TestedSlice tested;
    tested.count = find_tested(world.students, first, past, tested.row.data());
    test(world, sitting, dice, tested);
    for (int m = 0; m < kSubjects; ++m) publish(world, sitting, tested, m, tally, outcome);
    add_residuals(tested, residuals[slice]);
    tallies.give_back(tally);
  });
  const TestTally total = std::move(tallies).sum();
  const GrowthErrors errors =
      estimate_errors(sum_of(residuals), sitting.variances(), nature.minimum_tested, shocks);
  outcome.school.assign(schools, {});
  constexpr std::size_t kTogether = 16;
  for_each_index((schools + kTogether - 1) / kTogether, [&](std::size_t part) {
    const std::size_t past = std::min(schools, (part + 1) * kTogether);
    for (std::size_t s = part * kTogether; s < past; ++s) {
      outcome.school[SchoolId{s}] = total.summary(s, nature, errors, sections_of(world.posts, s));
    }
  });
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
