#include "sim/year/testing.hpp"

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/testing_tally.hpp"

namespace homeroom {
namespace {

std::int16_t points_of(float score) {
  const float points = clamp_to(score * kScorePoints, -32000.0f, 32000.0f);
  return static_cast<std::int16_t>(points + (points < 0 ? -0.5f : 0.5f));
}

/// Which prior scores a child of this grade may have, and how old they are.
struct Predictions {
  Prediction one, two, skipped;  ///< last year's; last two; only one, two years old
  explicit Predictions(const TestingParameters& nature)
      : one(predict_from_one(nature, 1)),
        two(predict_from_two(nature)),
        skipped(predict_from_one(nature, 2)) {}

  /// Standardised and raw residual of a score; false where no prior score exists.
  bool residual(std::int16_t score, std::int16_t last, std::int16_t before, int grade,
                float& standardised, float& raw) const {
    const Prediction* p = nullptr;
    float x1 = 0.0f, x2 = 0.0f;
    if (last != kNoScore) {
      // Grade 10 looks back to grade 8, since grade 9 is not tested.
      p = grade == 10 ? &skipped : before != kNoScore ? &two : &one;
      x1 = static_cast<float>(last) / kScorePoints;
      if (p == &two) x2 = static_cast<float>(before) / kScorePoints;
    } else if (before != kNoScore && grade != 10) {
      p = &skipped;
      x1 = static_cast<float>(before) / kScorePoints;
    } else {
      return false;
    }
    raw = static_cast<float>(score) / kScorePoints - p->on_last * x1 - p->on_before * x2;
    standardised = raw / p->residual_sd;
    return true;
  }
};

}  // namespace

void decide_testing(const World& world, const Law& law, const TestingParameters& nature,
                    const Dice& dice, TestingOutcome& outcome) {
  const Students& students = world.students;
  const std::size_t rows = students.size(), schools = world.schools.size();
  const bool given = law.testing.tests_given.in(world.year) > 0.5;
  const auto error_sd = static_cast<float>(sqrt_of(1.0 - nature.reliability));
  const auto absent = static_cast<std::uint32_t>(nature.absent * 4294967295.0);
  const float cut[kSubjects] = {static_cast<float>(nature.cut_math),
                                static_cast<float>(nature.cut_ela)};
  const Predictions predictions(nature);
  for (int m = 0; m < kSubjects; ++m) {
    outcome.score[m].resize(rows);
    outcome.score_before[m].resize(rows);
    outcome.sgp[m].resize(rows);
  }
  std::vector<TestTally> slices(slices_of(rows));
  for_slices(rows, [&](std::size_t first, std::size_t past, std::size_t slice) {
    TestTally& tally = slices[slice];
    tally.resize(schools);
    const std::size_t count = past - first;
    std::vector<std::uint32_t> words(count * 6);
    std::uint32_t* low = words.data();
    std::uint32_t* high = low + count;
    std::uint32_t* const lanes[4] = {high + count, high + 2 * count, high + 3 * count,
                                     high + 4 * count};
    for (std::size_t i = 0; i < count; ++i) {
      low[i] = static_cast<std::uint32_t>(first + i);
      high[i] = students.generation(first + i);
    }
    dice.block(Die::TestErrorMath, world.year, low, high, 0, static_cast<int>(count), lanes);
    for (int m = 0; m < kSubjects; ++m) {
      for (std::size_t row = first; row < past; ++row) {
        const std::size_t i = row - first;
        const int grade = students.grade[row];
        const std::int16_t last = students.score[m][row], before = students.score_before[m][row];
        outcome.sgp[m][row] = 0;
        if (!is_tested(grade)) {
          outcome.score[m][row] = last;
          outcome.score_before[m][row] = before;
          continue;
        }
        outcome.score_before[m][row] = last;
        outcome.score[m][row] = kNoScore;
        if (!given || lanes[2][i] < absent) continue;
        const float achievement = students.baseline[m][row] + students.durable[m][row] +
                                  students.fleeting[m][row] + students.transient[m][row];
        const std::int16_t score = points_of(achievement + error_sd * normal_from(lanes[m][i]));
        outcome.score[m][row] = score;
        const std::size_t s = students.school[row];
        tally.add_score(s, m, score, static_cast<float>(score) >= cut[m] * kScorePoints);
        float standardised = 0.0f, raw = 0.0f;
        if (predictions.residual(score, last, before, grade, standardised, raw)) {
          const int percentile = growth_percentile(standardised);
          outcome.sgp[m][row] = static_cast<std::uint8_t>(percentile);
          tally.add_growth(s, m, percentile, raw);
        }
      }
    }
  });
  TestTally total;
  total.resize(schools);
  for (const TestTally& here : slices) total.add(here);
  outcome.school.assign(schools, {});
  for (std::size_t s = 0; s < schools; ++s) {
    outcome.school[SchoolId{s}] = total.summary(
        s, nature.minimum_tested, predictions.two.residual_sd, nature.residual_correlation);
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
