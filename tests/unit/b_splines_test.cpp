// B-splines against R 4.2.2 (Debian 12), package splines:
//
//   library(quantreg); library(splines); data(engel)
//   k <- quantile(engel$income, c(.2, .4, .6, .8))
//   bs(x, knots = k, Boundary.knots = range(engel$income), intercept = TRUE)
#include "analysis/estimators/b_splines.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "tests/support/numbers_table.hpp"

namespace homeroom::estimators {
namespace {

std::vector<double> incomes() {
  const Eigen::VectorXd column = NumbersTable("engel_households.csv").numbers("income");
  return {column.begin(), column.end()};
}

const std::vector<double> kQuintiles = {0.2, 0.4, 0.6, 0.8};

void expect_values(double x, int first, const std::vector<double>& of_r) {
  const SplineValues at = splines_at_quantiles(incomes(), kQuintiles).at(x);
  ASSERT_EQ(at.first, first) << x;
  for (std::size_t j = 0; j < of_r.size(); ++j) EXPECT_NEAR(at.value[j], of_r[j], 2e-12) << x;
}

TEST(BSplines, AreThoseOfR) {
  expect_values(500, 0, {0.0756848298987, 0.567160224514, 0.321415907796, 0.0357390377916});
  expect_values(800.7, 2, {0.111076502715, 0.699141091719, 0.189782405566, 1.22596351106e-13});
  expect_values(1000, 3, {0.163387391229, 0.808366281471, 0.0282234443376, 2.2882962347e-05});
  expect_values(1500, 4, {0.666864982891, 0.301650653942, 0.0311194112847, 0.000364951882512});
  expect_values(4000, 4, {0.0141734511358, 0.139840117447, 0.436152703753, 0.409833727665});
}

TEST(BSplines, HaveKnotsAtQuantilesOfR) {
  const std::vector<double> knots = quantiles_of(incomes(), kQuintiles);
  EXPECT_NEAR(knots[0], 590.127316604, 1e-8);
  EXPECT_NEAR(knots[1], 800.667712498, 1e-8);
  EXPECT_NEAR(knots[3], 1233.87809756, 1e-7);
}

TEST(BSplines, AddUpToOneAtEndsAndKnots) {
  const CubicSplines splines({1.0, 2.0, 4.0}, 0.0, 5.0);
  EXPECT_EQ(splines.count(), 7);
  for (const double x : {0.0, 0.5, 1.0, 2.0, 3.9, 4.0, 5.0}) {
    const SplineValues at = splines.at(x);
    EXPECT_NEAR(std::accumulate(at.value.begin(), at.value.end(), 0.0), 1.0, 1e-14) << x;
    EXPECT_LE(at.first + kSplineReach, splines.count());
  }
  EXPECT_EQ(splines.at(5.0).value.back(), 1.0);
}

// Where few scores are possible, quantiles coincide.
TEST(BSplines, LeaveOutKnotsThatCoincide) {
  const std::vector<double> few = {1, 1, 1, 1, 2, 2, 2, 3, 3, 4};
  EXPECT_EQ(splines_at_quantiles(few, kQuintiles).count(), 4 + 3);  // 1.6, 2, 3; 1 is the lowest
  EXPECT_THROW(splines_at_quantiles({2, 2, 2}, kQuintiles), std::invalid_argument);
  EXPECT_THROW(quantiles_of({}, kQuintiles), std::invalid_argument);
}

}  // namespace
}  // namespace homeroom::estimators
