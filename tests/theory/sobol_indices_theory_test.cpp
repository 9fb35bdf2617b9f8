// Sobol' indices of functions whose indices are known in closed form.
#include <gtest/gtest.h>

#include "analysis/sensitivity/sobol_pick_freeze.hpp"
#include "sim/core/parallel.hpp"
#include "tests/theory/sensitivity_functions.hpp"

namespace homeroom::sensitivity {
namespace {

const Asked kAsked{0.95, 200, 1, false};

// Ishigami's textbook values, to the digits in which they are printed.
TEST(SobolIndices, ClosedFormsAreThePublishedOnes) {
  const Ishigami function;
  EXPECT_NEAR(function.first(0), 0.3139, 5e-5);
  EXPECT_NEAR(function.first(1), 0.4424, 5e-5);
  EXPECT_NEAR(function.first(2), 0.0, 1e-15);
  EXPECT_NEAR(function.total(0), 0.5576, 5e-5);
  EXPECT_NEAR(function.total(1), 0.4424, 5e-5);
  EXPECT_NEAR(function.total(2), 0.2437, 5e-5);
}

template <class Function>
void expect_closed_forms(const Function& function, int factors, double within) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const SobolPickFreeze design(8192, factors, seed);
    const SobolIndices found = design.indices(lived(design, function), kAsked);
    for (int f = 0; f < factors; ++f) {
      const auto& [first, total] = found.factors[static_cast<std::size_t>(f)];
      EXPECT_NEAR(first.estimate, function.first(f), within) << "first order of " << f;
      EXPECT_NEAR(total.estimate, function.total(f), within) << "total of " << f;
      EXPECT_LE(first.low, function.first(f));
      EXPECT_GE(first.high, function.first(f));
      EXPECT_LT(first.high - first.low, 0.1);
    }
    EXPECT_NEAR(found.variance / function.variance(), 1.0, 0.01);
    EXPECT_EQ(found.base_points, 8192u);
  }
}

TEST(SobolIndices, OfIshigamiAreItsClosedForm) { expect_closed_forms(Ishigami{}, 3, 0.006); }

TEST(SobolIndices, OfSobolsGAreItsClosedForm) { expect_closed_forms(GFunction{}, 6, 0.004); }

// Where factors only add up, first-order and total indices are the same, and sum to 1.
TEST(SobolIndices, OfASumAreSharesOfVariance) {
  const SobolPickFreeze design(4096, 3, 4);
  const SobolIndices found = design.indices(
      lived(design, [](const double* u) { return 1e6 + 3.0 * u[0] + 4.0 * u[1]; }), kAsked);
  const double shares[] = {9.0 / 25.0, 16.0 / 25.0, 0.0};
  for (std::size_t f = 0; f < 3; ++f) {
    EXPECT_NEAR(found.factors[f].first.estimate, shares[f], 1e-3);
    EXPECT_NEAR(found.factors[f].total.estimate, shares[f], 1e-3);
  }
  EXPECT_NEAR(found.first_together.estimate, 1.0, 1e-3);
  EXPECT_NEAR(found.mean, 1e6 + 3.5, 1e-3);
  EXPECT_EQ(found.factors[2].total.estimate, 0.0);
}

// An outcome that every point shares has no variance to share out.
TEST(SobolIndices, OfAConstantAreUnknown) {
  const SobolPickFreeze design(16, 2, 4);
  const SobolIndices found =
      design.indices(lived(design, [](const double*) { return 0.1; }), kAsked);
  EXPECT_EQ(found.variance, 0.0);
  EXPECT_TRUE(std::isnan(found.factors[0].first.estimate));
  EXPECT_TRUE(std::isnan(found.factors[1].total.high));
}

// Of 200 seeds, each index's interval of 95 % misses the closed form in 10 where it is exact. More
// than 24 come about once in 30,000 then. Sobol' points are spread more evenly than resampling
// knows, so that intervals are wide rather than narrow; but not more than four times.
TEST(SobolIndices, IntervalsHoldTheClosedForm) {
  constexpr int kSeeds = 200;
  const Ishigami function;
  int missed[6] = {};
  double squares[6] = {}, widths[6] = {};
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const SobolPickFreeze design(256, 3, seed);
    const SobolIndices found = design.indices(lived(design, function), kAsked);
    for (int q = 0; q < 6; ++q) {
      const auto& [first, total] = found.factors[static_cast<std::size_t>(q % 3)];
      const Interval& of = q < 3 ? first : total;
      const double truth = q < 3 ? function.first(q) : function.total(q - 3);
      missed[q] += truth < of.low || truth > of.high;
      squares[q] += (of.estimate - truth) * (of.estimate - truth) / kSeeds;
      widths[q] += (of.high - of.low) / kSeeds;
    }
  }
  for (int q = 0; q < 6; ++q) {
    EXPECT_LE(missed[q], 24) << q;
    EXPECT_LT(widths[q], 4.0 * 3.92 * std::sqrt(squares[q])) << q;
  }
}

TEST(SobolIndices, AreTheSameWithAnyThreads) {
  const SobolPickFreeze design(64, 3, 4);
  const DesignOutcome outcome = lived(design, Ishigami{});
  const SobolIndices many = design.indices(outcome, kAsked);
  const ThreadLimit alone(1);
  const SobolIndices one = design.indices(outcome, kAsked);
  for (std::size_t f = 0; f < 3; ++f) {
    EXPECT_EQ(one.factors[f].first.low, many.factors[f].first.low);
    EXPECT_EQ(one.factors[f].total.high, many.factors[f].total.high);
  }
}

}  // namespace
}  // namespace homeroom::sensitivity
