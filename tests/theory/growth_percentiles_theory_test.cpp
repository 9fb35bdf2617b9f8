// Growth percentiles of children whose three scores are the state's own trivariate normal: even
// from 1 to 99, whatever a child scored before. Where a school adds d to scores that are predicted
// to within s, its median is 100 Phi(d / s) and its mean 100 Phi(d / (s sqrt 2)).
// Percentiles are whole numbers rounded down, .5 below the formula on average.
// Limits of chance: tests/support/false_alarm.hpp.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "sim/core/arithmetic.hpp"
#include "tests/support/classrooms.hpp"
#include "tests/support/false_alarm.hpp"
#include "tests/support/nature_values.hpp"

namespace homeroom {
namespace {

using namespace testing;

constexpr int kSchools = 250, kEach = 396, kChildren = kSchools * kEach;  // 1,000 a percentile
constexpr double kRoundedDown = 0.5;
constexpr double kSdOfPercentiles = 100.0 / 3.4641016;  // of a uniform

class GrowthPercentiles : public ::testing::Test {
 protected:
  GrowthPercentiles() : rooms(kSchools, kEach) {
    const TestingParameters ships = testing::shipped<TestingParameters>("testing");
    rooms.test.adjacent = ships.adjacent;
    rooms.test.two_apart = ships.two_apart;
    rooms.test.three_apart = ships.three_apart;
  }

  /// What today's score owes to the one two years old, to what is new in last year's, and to this
  /// year alone: the last row of the correlation matrix's Cholesky factor.
  struct Factor {
    double before, last, own;
  };
  Factor factor() const {
    const double r = rooms.test.adjacent, r2 = rooms.test.two_apart;
    const double last = (r - r * r2) / std::sqrt(1 - r * r);
    return {r2, last, std::sqrt(1 - r2 * r2 - last * last)};
  }

  /// Gives every child three scores of the state's reference, the last `added` higher; returns
  /// percentiles by row.
  std::vector<int> percentiles(double added) {
    const double r = rooms.test.adjacent;
    const Factor today = factor();
    Students& s = rooms.students();
    for (std::size_t row = 0; row < rooms.children(); ++row) {
      const Dice& dice = rooms.city.dice;
      const double before = dice.normal(Die::ChildBaseline, 0, row);
      const double anew = dice.normal(Die::ChildBaselineEla, 0, row);
      const double last = r * before + std::sqrt(1 - r * r) * anew;
      s.score_before[kMath][row] = points(before);
      s.score[kMath][row] = points(last);
      s.baseline[kMath][row] =
          static_cast<float>(added + today.before * before + today.last * anew +
                             today.own * dice.normal(Die::YearShockMath, 0, row));
    }
    last_scores = s.score[kMath];
    rooms.sit();
    return {rooms.tested.sgp[kMath].begin(), rooms.tested.sgp[kMath].end()};
  }
  static std::int16_t points(double score) {
    return static_cast<std::int16_t>(std::lround(1000.0 * score));
  }

  Classrooms rooms;
  std::vector<std::int16_t> last_scores;
};

double mean_of(const std::vector<int>& values) {
  double sum = 0;
  for (const int value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

TEST_F(GrowthPercentiles, AreEvenFromOneToNinetyNine) {
  std::vector<int> counts(99, 0);
  for (const int percentile : percentiles(0.0)) ++counts[static_cast<std::size_t>(percentile - 1)];
  std::vector<double> expected(99, kChildren / 100.0);
  expected[0] *= 2;  // there is no percentile 0
  EXPECT_LT(chi_square(counts, expected), chi_square_limit(98));
}

TEST_F(GrowthPercentiles, HaveTheirMeanAndMedianInTheMiddle) {
  std::vector<int> all = percentiles(0.0);
  EXPECT_NEAR(mean_of(all), 50.0 - kRoundedDown,
              0.01 + kErrors * kSdOfPercentiles / std::sqrt(kChildren));
  std::nth_element(all.begin(), all.begin() + kChildren / 2, all.end());
  EXPECT_LE(std::abs(all[kChildren / 2] - 50), 1);
  // A school's published median: standard error 50 / sqrt(n) of a uniform.
  for (std::size_t s = 0; s < kSchools; ++s) {
    EXPECT_NEAR(rooms.world().results.school[SchoolId{s}].median_sgp[kMath], 50.0 - kRoundedDown,
                kErrors * 50.0 / std::sqrt(kEach));
  }
}

TEST_F(GrowthPercentiles, AreFiftyOnAverageWhateverAChildScoredBefore) {
  const std::vector<int> all = percentiles(0.0);
  for (int bin = -3; bin < 3; ++bin) {
    std::vector<int> of_bin;
    for (std::size_t row = 0; row < all.size(); ++row) {
      const double last = last_scores[row] / 1000.0;
      if (std::floor(last) == bin) of_bin.push_back(all[row]);
    }
    ASSERT_GT(of_bin.size(), 1000u);
    EXPECT_NEAR(mean_of(of_bin), 50.0 - kRoundedDown,
                0.01 + kErrors * kSdOfPercentiles / std::sqrt(static_cast<double>(of_bin.size())))
        << "last score from " << bin;
  }
}

TEST_F(GrowthPercentiles, FollowTheNormalFormulaWhereASchoolAddsSomething) {
  const double s = factor().own;
  for (const double added : {-0.2, 0.1, 0.3}) {
    std::vector<int> all = percentiles(added);
    // The SD of percentiles is at most the uniform's.
    EXPECT_NEAR(mean_of(all), 100.0 * normal_cdf(added / (s * std::sqrt(2.0))) - kRoundedDown,
                0.01 + kErrors * kSdOfPercentiles / std::sqrt(kChildren));
    std::nth_element(all.begin(), all.begin() + kChildren / 2, all.end());
    EXPECT_NEAR(all[kChildren / 2], 100.0 * normal_cdf(added / s) - kRoundedDown, 1.2) << added;
  }
}

}  // namespace
}  // namespace homeroom
