// Are the dice fair, and separate? Each test says how often a fair die would fail it; seeds are
// fixed, so a failure is a fault and not bad luck. All of them together: tests/chance/README.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/arithmetic.hpp"

namespace homeroom {
namespace {

constexpr int kDraws = 200000;

std::vector<double> normals(Die die, int year, std::uint32_t replicate = 1) {
  const Dice dice(20180901, replicate);
  std::vector<double> values(kDraws);
  for (int i = 0; i < kDraws; ++i)
    values[i] = dice.normal(die, year, static_cast<std::uint64_t>(i));
  return values;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  return ab / std::sqrt(aa * bb);
}

// False alarm: 4.5 standard errors, 7 in a million for each moment.
TEST(Fairness, NormalsHaveTheMomentsOfTheNormal) {
  const auto z = normals(Die::TeacherEffect, 2011);
  double m1 = 0, m2 = 0, m3 = 0, m4 = 0;
  for (double x : z) {
    m1 += x / kDraws;
    m2 += x * x / kDraws;
    m3 += x * x * x / kDraws;
    m4 += x * x * x * x / kDraws;
  }
  const double root = std::sqrt(static_cast<double>(kDraws));
  EXPECT_NEAR(m1, 0.0, 4.5 * 1.0 / root);
  EXPECT_NEAR(m2, 1.0, 4.5 * std::sqrt(2.0) / root);
  EXPECT_NEAR(m3, 0.0, 4.5 * std::sqrt(15.0) / root);
  EXPECT_NEAR(m4, 3.0, 4.5 * std::sqrt(96.0) / root);
}

// Chi-square over 100 equal cells, 99 degrees of freedom: above 165 once in 33,000.
TEST(Fairness, UniformsFillTheirCells) {
  const Dice dice(20180901, 1);
  std::vector<int> cells(100, 0);
  for (int i = 0; i < kDraws; ++i) {
    ++cells[static_cast<std::size_t>(
        100 * dice.uniform(Die::Lottery, 2014, static_cast<std::uint64_t>(i)))];
  }
  double chi = 0;
  const double expected = kDraws / 100.0;
  for (int count : cells) chi += (count - expected) * (count - expected) / expected;
  EXPECT_LT(chi, 165.0);
  EXPECT_GT(chi, 50.0);  // too even is wrong as well: below 50 once in 70,000
}

// Each of six correlations has standard error 1/sqrt(n): beyond 4.5 of them 7 in a million.
TEST(Fairness, DiceYearsReplicatesAndPeopleAreSeparate) {
  const double limit = 4.5 / std::sqrt(static_cast<double>(kDraws));
  const auto base = normals(Die::YearShockMath, 2015);
  EXPECT_LT(std::abs(correlation(base, normals(Die::YearShockEla, 2015))), limit);
  EXPECT_LT(std::abs(correlation(base, normals(Die::TestErrorMath, 2015))), limit);
  EXPECT_LT(std::abs(correlation(base, normals(Die::YearShockMath, 2016))), limit);
  EXPECT_LT(std::abs(correlation(base, normals(Die::YearShockMath, 2015, 2))), limit);
  auto shifted = base;
  std::rotate(shifted.begin(), shifted.begin() + 1, shifted.end());
  EXPECT_LT(std::abs(correlation(base, shifted)), limit);
  EXPECT_DOUBLE_EQ(correlation(base, base), 1.0);
}

// Neighbouring seeds and replicates share no die: adding seed and replicate would.
TEST(Fairness, SeedPlusOneIsNotReplicatePlusOne) {
  int same = 0;
  for (std::uint64_t who = 0; who < 1000; ++who) {
    same += Dice(10, 2).word(Die::Lottery, 2011, who) == Dice(11, 1).word(Die::Lottery, 2011, who);
  }
  EXPECT_EQ(same, 0);
}

// Tail of the inverse distribution function: P(|z| > 3) = .0027; at 200,000 draws its standard
// error is .000116, and 4.5 of them are allowed beside the .64 % error of the approximation.
TEST(Fairness, TailsAreKept) {
  int beyond = 0;
  for (double x : normals(Die::TestErrorEla, 2013)) beyond += std::abs(x) > 3.0;
  EXPECT_NEAR(beyond / static_cast<double>(kDraws), 0.0026998, 4.5 * 0.000116 + 0.00002);
}

// Gumbel: mean is Euler's constant, variance pi^2/6 (standard error of the mean .00287); 4.5 of
// them, 7 in a million.
TEST(Fairness, GumbelsHaveTheirMean) {
  const Dice dice(20180901, 1);
  double mean = 0;
  for (int i = 0; i < kDraws; ++i) {
    mean += dice.gumbel(Die::Taste, 2011, static_cast<std::uint64_t>(i), 3) / kDraws;
  }
  EXPECT_NEAR(mean, 0.5772157, 4.5 * 0.00287);
}

// 4.5 standard errors: 7 in a million.
TEST(Fairness, HappensWithItsProbability) {
  const Dice dice(20180901, 1);
  int yes = 0;
  for (int i = 0; i < kDraws; ++i)
    yes += dice.happens(0.3, Die::LeaveCity, 2011, static_cast<std::uint64_t>(i));
  EXPECT_NEAR(yes / static_cast<double>(kDraws), 0.3, 4.5 * std::sqrt(0.21 / kDraws));
  EXPECT_FALSE(dice.happens(0.0, Die::LeaveCity, 2011, 1));
  EXPECT_TRUE(dice.happens(1.0, Die::LeaveCity, 2011, 1));
}

}  // namespace
}  // namespace homeroom
