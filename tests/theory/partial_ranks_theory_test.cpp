// Partial rank correlations whose values algebra knows.
//
// Normal z1 .. z3 and e, y = exp(sum of a z + e): the rank correlation of y with z_i is
// 6/pi asin(rho_i / 2) (Pearson 1907), z are independent, so that with one factor after another
// taken out r_i = s_i / sqrt(1 - sum of s_j^2, j other than i).
#include <gtest/gtest.h>

#include "analysis/estimators/partial_rank_correlation.hpp"
#include "analysis/sensitivity/latin_hypercube.hpp"
#include "analysis/sensitivity/sobol_points.hpp"
#include "sim/core/arithmetic.hpp"
#include "sim/core/hashed.hpp"
#include "tests/theory/sensitivity_functions.hpp"

namespace homeroom::sensitivity {
namespace {

using estimators::PartialRank;

const Asked kAsked{0.95, 200, 1, false};
constexpr double kSlopes[] = {1.0, -0.5, 0.0, 0.8};  // the last is of e

double of_normals(const double* unit) {
  double sum = 0;
  for (int f = 0; f < 4; ++f) sum += kSlopes[f] * normal_quantile(unit[f]);
  return std::exp(sum);
}

std::vector<double> true_partials(int factors) {
  double squares = 0, explained = 0;
  for (const double slope : kSlopes) squares += slope * slope;
  std::vector<double> rank;
  for (int f = 0; f < factors; ++f) {
    rank.push_back(6.0 / Ishigami::kPi * std::asin(kSlopes[f] / std::sqrt(squares) / 2.0));
    explained += rank.back() * rank.back();
  }
  for (double& r : rank) r /= std::sqrt(1.0 - explained + r * r);
  return rank;
}

TEST(PartialRanks, OfManyPointsAreTheKnownOnes) {
  const std::vector<double> truth = true_partials(4);
  const LatinHypercube cube(4000, 4, 2);
  const SobolPoints even(4096, 4, 2);
  const PartialRanks of_cube = cube.partial_ranks(lived(cube, of_normals), kAsked);
  const PartialRanks of_even = even.partial_ranks(lived(even, of_normals), kAsked);
  for (std::size_t f = 0; f < 4; ++f) {
    EXPECT_NEAR(of_cube.factors[f].correlation, truth[f], 0.04);
    EXPECT_NEAR(of_even.factors[f].correlation, truth[f], 0.01);
  }
  EXPECT_LT(of_cube.factors[1].p, 1e-10);
  EXPECT_GT(of_even.factors[2].p, 0.05);
}

// Ranks do not see by how much: any rising function of a rising function is 1.
TEST(PartialRanks, OfOneRisingFactorIsOne) {
  const LatinHypercube design(50, 1, 2);
  const auto rising = design.partial_ranks(
      lived(design, [](const double* u) { return std::exp(9.0 * u[0]); }), kAsked);
  EXPECT_DOUBLE_EQ(rising.factors[0].correlation, 1.0);
  EXPECT_EQ(rising.factors[0].p, 0.0);
  const auto falling =
      design.partial_ranks(lived(design, [](const double* u) { return 1.0 / u[0]; }), kAsked);
  EXPECT_DOUBLE_EQ(falling.factors[0].correlation, -1.0);
}

// What one factor gives whole leaves nothing for another.
TEST(PartialRanks, OfAnOutcomeThatIsSpentAreUnknown) {
  const LatinHypercube design(50, 2, 2);
  const auto found =
      design.partial_ranks(lived(design, [](const double* u) { return u[0]; }), kAsked);
  EXPECT_DOUBLE_EQ(found.factors[0].correlation, 1.0);
  EXPECT_TRUE(std::isnan(found.factors[1].correlation));
}

/// Independent rows, not those of a design: what intervals and p are made for.
std::vector<PartialRank> of_chance(std::uint64_t seed, int rows) {
  std::vector<std::vector<double>> factors(3);
  std::vector<double> outcome;
  for (int i = 0; i < rows; ++i) {
    double unit[4];
    for (int f = 0; f < 4; ++f) {
      unit[f] = (static_cast<double>(hashed(seed, i, f) >> 11) + 0.5) / 9007199254740992.0;
    }
    for (std::size_t f = 0; f < 3; ++f) factors[f].push_back(unit[f]);
    outcome.push_back(of_normals(unit));
  }
  return estimators::partial_rank_correlations({"x1", "x2", "x3"}, factors, outcome, 0.95);
}

// Of 1000 sets of rows an exact interval of 95 % misses 50, with a standard deviation of 6.9: less
// than 20 or more than 80 come about once in 50,000 then. So do p below 0.05 where nothing is.
TEST(PartialRanks, IntervalsHoldTheTruth) {
  const std::vector<double> truth = true_partials(3);
  int missed[3] = {}, significant = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const std::vector<PartialRank> found = of_chance(seed, 60);
    for (std::size_t f = 0; f < 3; ++f) {
      missed[f] += truth[f] < found[f].low || truth[f] > found[f].high;
    }
    significant += found[2].p < 0.05;
  }
  for (const int misses : missed) {
    EXPECT_GE(misses, 20);
    EXPECT_LE(misses, 80);
  }
  EXPECT_GE(significant, 20);
  EXPECT_LE(significant, 80);
}

// Of two factors that go together, the textbook's formula from the three plain rank correlations.
TEST(PartialRanks, OfFactorsThatGoTogetherAreTheTextbooks) {
  std::vector<double> one, two, outcome;
  for (std::uint64_t i = 0; i < 80; ++i) {
    const auto drawn = [&](int which) { return static_cast<double>(hashed(i, which) >> 40); };
    one.push_back(drawn(0));
    two.push_back(drawn(0) + drawn(1));
    outcome.push_back(drawn(1) - drawn(2));
  }
  const auto plain = [](const std::vector<double>& a, const std::vector<double>& b) {
    const std::vector<double> ranks = estimators::mean_ranks(a), others = estimators::mean_ranks(b);
    double squares = 0;
    for (std::size_t i = 0; i < 80; ++i) squares += std::pow(ranks[i] - others[i], 2);
    return 1.0 - 6.0 * squares / (80.0 * (80.0 * 80.0 - 1.0));
  };
  const double r12 = plain(one, two), r1 = plain(one, outcome), r2 = plain(two, outcome);
  const auto found =
      estimators::partial_rank_correlations({"one", "two"}, {one, two}, outcome, 0.95);
  EXPECT_GT(r12, 0.5);
  EXPECT_NEAR(found[0].correlation, (r1 - r12 * r2) / std::sqrt((1 - r12 * r12) * (1 - r2 * r2)),
              1e-12);
  EXPECT_NEAR(found[1].correlation, (r2 - r12 * r1) / std::sqrt((1 - r12 * r12) * (1 - r1 * r1)),
              1e-12);
}

TEST(PartialRanks, GiveEqualValuesTheMeanRank) {
  EXPECT_EQ(estimators::mean_ranks({3, 1, 3, 2, 3}), (std::vector<double>{4, 1, 4, 2, 4}));
}

TEST(PartialRanks, RefuseWhatCannotBeTold) {
  const std::vector<double> up = {1, 2, 3, 4, 5, 6}, same(6, 1.0), bent = {2, 1, 3, 6, 5, 4};
  const auto of = [](std::vector<std::vector<double>> factors, std::vector<double> outcome) {
    return estimators::partial_rank_correlations({"one", "two"}, factors, outcome, 0.95);
  };
  const auto message = [&](std::vector<std::vector<double>> factors, std::vector<double> outcome) {
    try {
      of(factors, outcome);
    } catch (const std::invalid_argument& refusal) {
      return std::string(refusal.what());
    }
    return std::string();
  };
  EXPECT_EQ(message({up, bent}, bent), "");
  EXPECT_EQ(message({up, same}, bent), "two is the same in every row: nothing goes with it");
  EXPECT_EQ(message({up, bent}, same),
            "the outcome is the same in every row: nothing goes with it");
  EXPECT_EQ(message({up, up}, bent), "two follows from the factors before it: leave one out");
  EXPECT_NE(message({{1, 2, 3, 4}, {2, 1, 4, 3}}, {1, 2, 3, 4}), "");
}

}  // namespace
}  // namespace homeroom::sensitivity
