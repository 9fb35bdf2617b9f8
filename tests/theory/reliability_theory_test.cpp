// What a score says of a child and of a school. With reliability R and scores of variance 1:
//   two sittings correlate R;  error is 1 - R of the variance;  a mean of n children has (1 - R)/n
// Limits of chance: tests/support/false_alarm.hpp.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/classrooms.hpp"
#include "tests/support/false_alarm.hpp"
#include "tests/support/nature_values.hpp"
#include "tests/support/patterns.hpp"

namespace homeroom {
namespace {

using namespace testing;

constexpr int kSchools = 400, kEach = 100, kChildren = kSchools * kEach;

class Reliability : public ::testing::Test {
 protected:
  Reliability() : rooms(kSchools, kEach) {
    rooms.test.reliability = ships.reliability;
    rooms.test.error_correlation = ships.error_correlation;
    for (std::size_t row = 0; row < rooms.children(); ++row) {
      rooms.students().baseline[kMath][row] = rooms.students().baseline[kEla][row] =
          static_cast<float>(std::sqrt(ships.reliability) *
                             rooms.city.dice.normal(Die::ChildBaseline, 0, row));
    }
  }
  /// Scores in state SD of a sitting with the dice of `replicate`.
  std::vector<double> scores(std::uint32_t replicate, int subject = kMath) {
    rooms.city.dice = Dice(20160101, replicate);
    rooms.sit();
    std::vector<double> all;
    for (const std::int16_t points : rooms.students().score[subject])
      all.push_back(points / 1000.0);
    return all;
  }

  const TestingParameters ships = testing::shipped<TestingParameters>("testing");
  Classrooms rooms;
};

Moments moments(const std::vector<double>& a, const std::vector<double>& b) {
  Moments of;
  for (std::size_t i = 0; i < a.size(); ++i) of.add(a[i], b[i]);
  return of;
}

TEST_F(Reliability, IsTheCorrelationOfTwoSittings) {
  const std::vector<double> may = scores(1), june = scores(2);
  EXPECT_NEAR(moments(may, june).correlation(), ships.reliability,
              kErrors * correlation_error(ships.reliability, kChildren));
  EXPECT_NEAR(std::pow(moments(may, may).sd(), 2), 1.0, kErrors * variance_error(1.0, kChildren));
}

TEST_F(Reliability, LeavesErrorsItsShareOfTheVariance) {
  const std::vector<double> math = scores(1), ela = scores(1, kEla);
  std::vector<double> in_math(math.size()), in_ela(math.size());
  for (std::size_t row = 0; row < math.size(); ++row) {
    in_math[row] = math[row] - static_cast<double>(rooms.students().baseline[kMath][row]);
    in_ela[row] = ela[row] - static_cast<double>(rooms.students().baseline[kEla][row]);
  }
  const double error = 1.0 - ships.reliability;
  EXPECT_NEAR(std::pow(moments(in_math, in_math).sd(), 2), error,
              kErrors * variance_error(error, kChildren));
  EXPECT_NEAR(moments(in_math, in_ela).correlation(), ships.error_correlation,
              kErrors * correlation_error(ships.error_correlation, kChildren));
}

// The same children sit twice: school means differ by error alone, 2 (1 - R) / n.
TEST_F(Reliability, OfASchoolsMeanGrowsWithItsChildren) {
  for (const int n : {kEach, kEach / 4}) {
    Classrooms some(kSchools, n);
    some.test.reliability = ships.reliability;
    std::vector<double> gap(kSchools);
    for (std::uint32_t sitting = 0; sitting < 2; ++sitting) {
      some.city.dice = Dice(20160101, sitting);
      some.sit();
      for (std::size_t s = 0; s < gap.size(); ++s) {
        const double mean = some.world().results.school[SchoolId{s}].mean_score[kMath];
        gap[s] += sitting == 0 ? mean : -mean;
      }
    }
    const double expected = 2.0 * (1.0 - ships.reliability) / n;
    EXPECT_NEAR(std::pow(moments(gap, gap).sd(), 2), expected,
                kErrors * variance_error(expected, kSchools))
        << n << " children";
  }
}

// A year lies between: corr = (b^2 + rho sigma^2) / (b^2 + sigma^2 + 1 - R).
TEST_F(Reliability, OfSuccessiveYearsLosesWhatTheTransientStateForgets) {
  constexpr double kRho = 0.6, kSigma = 0.4;
  rooms.nature.transient_persistence = kRho;
  rooms.luck = {kSigma, 1.0, 0.0};
  for (int year = 0; year < 12; ++year) rooms.learn();
  const std::vector<double> this_year = scores(1);
  rooms.learn();
  const std::vector<double> next_year = scores(1);
  const double lasting = ships.reliability, fleeting = kSigma * kSigma;
  const double expected =
      (lasting + kRho * fleeting) / (lasting + fleeting + 1.0 - ships.reliability);
  EXPECT_NEAR(moments(this_year, next_year).correlation(), expected,
              kErrors * correlation_error(expected, kChildren));
}

}  // namespace
}  // namespace homeroom
