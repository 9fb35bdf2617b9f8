// A planted slope, and how often the intervals of each kind of error hold it.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "analysis/estimators/equivalence.hpp"
#include "analysis/estimators/multiple_tests.hpp"
#include "analysis/estimators/student_t.hpp"
#include "tests/recovery/cheap_worlds.hpp"

namespace homeroom::estimators {
namespace {

constexpr double kSlope = 0.5;

/// Noise whose spread grows with x where it is uneven.
LinearModel drawn(CheapWorld& world, int rows, bool uneven, bool weighted) {
  Eigen::VectorXd x(rows), y(rows), weight(rows);
  for (int i = 0; i < rows; ++i) {
    x[i] = world.normal();
    weight[i] = weighted ? world.between(0.2, 5.0) : 1.0;
    const double sd = (uneven ? 0.3 + std::abs(x[i]) : 1.0) / std::sqrt(weight[i]);
    y[i] = 1.0 + kSlope * x[i] + sd * world.normal();
  }
  LinearModel model = linear_model("y", y, {{"x", x}});
  if (weighted) model.weight = weight;
  return model;
}

Coverage coverage_of(Errors errors, int rows, bool uneven, bool weighted = false) {
  Coverage coverage;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    const LinearFit fit = fit_linear(drawn(world, rows, uneven, weighted), {.errors = errors});
    coverage.add(fit.of("x"), kSlope);
  }
  return coverage;
}

// HC1 needs many rows: MacKinnon and White (1985) found it too small in few, which is why HC3 is.
// Over 100,000 worlds of another seed it covers 94.3 % in 100 even rows and 93.4 % in 100 uneven
// ones (HC3: 95.0 and 94.4), 94.9 % and 94.7 % in 1,000.
TEST(LinearRecovery, HC1HoldsALittleLessInFewRows) {
  const double even = coverage_of(Errors::HC1, 100, false).told("HC1, even noise, 100 rows");
  const double uneven = coverage_of(Errors::HC1, 100, true).told("HC1, uneven noise, 100 rows");
  EXPECT_NEAR(even, 0.943, 0.015);
  EXPECT_NEAR(uneven, 0.934, 0.0165);
}

TEST(LinearRecovery, EveryErrorHoldsWhereNoiseIsEven) {
  expect_nominal(coverage_of(Errors::Classical, 100, false), "classical errors, even noise");
  expect_nominal(coverage_of(Errors::HC1, 1000, false), "HC1, even noise, 1,000 rows");
  expect_nominal(coverage_of(Errors::HC3, 100, false), "HC3, even noise");
  expect_nominal(coverage_of(Errors::HC3, 100, false, true), "HC3, weighted");
}

TEST(LinearRecovery, RobustErrorsHoldWhereNoiseIsUneven) {
  expect_nominal(coverage_of(Errors::HC1, 1000, true), "HC1, uneven noise, 1,000 rows");
  expect_nominal(coverage_of(Errors::HC3, 400, true), "HC3, uneven noise");
  EXPECT_LT(coverage_of(Errors::Classical, 400, true).told("classical errors, uneven noise"), 0.85);
}

/// Clusters of ten rows that share x in part and noise in part.
LinearModel drawn_clusters(CheapWorld& world, int clusters) {
  constexpr int kRows = 10;
  Eigen::VectorXd x(clusters * kRows), y(clusters * kRows);
  std::vector<int> cluster;
  for (int g = 0; g < clusters; ++g) {
    const double of_x = world.normal(), of_y = world.normal();
    for (int i = 0; i < kRows; ++i) {
      const auto row = static_cast<Eigen::Index>(cluster.size());
      x[row] = of_x + 0.3 * world.normal();
      y[row] = 1.0 + kSlope * x[row] + of_y + world.normal();
      cluster.push_back(g);
    }
  }
  LinearModel model = linear_model("y", y, {{"x", x}});
  model.cluster = cluster;
  return model;
}

Coverage clustered_coverage(int clusters, Errors errors) {
  Coverage coverage;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    coverage.add(fit_linear(drawn_clusters(world, clusters), {.errors = errors}).of("x"), kSlope);
  }
  return coverage;
}

TEST(LinearRecovery, ErrorsByClusterHoldWhereClustersAreMany) {
  expect_nominal(clustered_coverage(100, Errors::Clustered), "errors by cluster, 100 clusters");
  EXPECT_LT(clustered_coverage(100, Errors::HC1).told("HC1, 100 clusters"), 0.8);
}

// Theory says too little coverage of few clusters (Cameron and Miller 2015): told, and seen.
TEST(LinearRecovery, ErrorsByClusterHoldLessWhereClustersAreFew) {
  const double few = clustered_coverage(8, Errors::Clustered).told("errors by cluster, 8 clusters");
  EXPECT_LT(few, 0.95);
  EXPECT_GT(few, 0.85);
}

/// Eighty clusters of ten rows, of which the first `treated` have what is planted.
LinearModel drawn_treated(CheapWorld& world, int treated) {
  constexpr int kClusters = 80, kRows = 10;
  Eigen::VectorXd there(kClusters * kRows), y(kClusters * kRows);
  std::vector<int> cluster;
  for (int g = 0; g < kClusters; ++g) {
    const double of_y = world.normal();
    for (int i = 0; i < kRows; ++i) {
      const auto row = static_cast<Eigen::Index>(cluster.size());
      there[row] = g < treated ? 1.0 : 0.0;
      y[row] = 1.0 + kSlope * there[row] + of_y + world.normal();
      cluster.push_back(g);
    }
  }
  LinearModel model = linear_model("y", y, {{"there", there}});
  model.cluster = cluster;
  return model;
}

// However many clusters there are, what few of them have is told too surely: theory says so
// (MacKinnon and Webb 2017), the regression warns, and the page of estimators has the figures.
TEST(LinearRecovery, ErrorsByClusterHoldLessWhereFewClustersAreTreated) {
  double before = 0;
  for (const int treated : {1, 2, 3, 6}) {
    Coverage coverage;
    for (int i = 1; i <= kWorlds; ++i) {
      CheapWorld world(i);
      const LinearFit fit = fit_linear(drawn_treated(world, treated), {Errors::Clustered});
      ASSERT_EQ(fit.warnings.size(), 1u) << treated;
      if (treated == 1) {
        ASSERT_TRUE(std::isnan(fit.of("there").error));
        continue;
      }
      coverage.add(fit.of("there"), kSlope);
    }
    if (treated == 1) continue;
    const double held =
        coverage.told("errors by cluster, " + std::to_string(treated) + " of 80 treated");
    EXPECT_GT(held, before);
    EXPECT_LT(held, 0.95);
    before = held;
  }
  EXPECT_GT(before, 0.8);
}

// At the margin itself an effect is called none in 5 % of worlds, and hardly ever beyond.
TEST(LinearRecovery, EquivalenceErrsAtItsMarginAsOftenAsItSays) {
  int at_margin = 0, beyond = 0, within = 0;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    const LinearFit fit =
        fit_linear(drawn(world, 100, false, false), {.errors = Errors::Classical});
    const Coefficient& x = fit.of("x");
    const auto equivalent = [&](double planted) {
      const double estimate = x.estimate - kSlope + planted;
      return equivalence_test(estimate, x.error, fit.degrees, 0.4).equivalent ? 1 : 0;
    };
    at_margin += equivalent(0.4);
    beyond += equivalent(0.8);
    within += equivalent(0.0);
  }
  std::printf("equivalence at the margin: %.1f %%\n", 100.0 * at_margin / kWorlds);
  EXPECT_NEAR(static_cast<double>(at_margin) / kWorlds, 0.05, 0.015);
  EXPECT_LT(beyond, 5);
  EXPECT_GT(within, kWorlds * 9 / 10);
}

// Thirty tests of 5 %, of which twenty have nothing to find: a false finding in 5 % of worlds after
// Holm (a little less, since twenty are fewer than thirty), a share of 5 % x 20/30 after Benjamini
// and Hochberg.
TEST(LinearRecovery, ManyTestsErrAsOftenAsTheySay) {
  int any_raw = 0, any_holm = 0;
  double false_share = 0;
  for (int i = 1; i <= kWorlds; ++i) {
    CheapWorld world(i);
    std::vector<double> p;
    for (int k = 0; k < 30; ++k) p.push_back(t_beyond(world.normal() + (k < 10 ? 3.0 : 0.0), 1e9));
    const std::vector<double> strict = holm(p), mild = benjamini_hochberg(p);
    bool raw = false, after = false;
    int found = 0, wrong = 0;
    for (std::size_t k = 0; k < p.size(); ++k) {
      raw = raw || (k >= 10 && p[k] < 0.05);
      after = after || (k >= 10 && strict[k] < 0.05);
      found += mild[k] < 0.05 ? 1 : 0;
      wrong += k >= 10 && mild[k] < 0.05 ? 1 : 0;
    }
    any_raw += raw ? 1 : 0;
    any_holm += after ? 1 : 0;
    false_share += found > 0 ? static_cast<double>(wrong) / found : 0.0;
  }
  std::printf(
      "a false finding: %.1f %% unadjusted, %.1f %% after Holm; false share after Benjamini "
      "and Hochberg %.1f %%\n",
      100.0 * any_raw / kWorlds, 100.0 * any_holm / kWorlds, 100.0 * false_share / kWorlds);
  EXPECT_GT(any_raw, kWorlds / 2);
  EXPECT_NEAR(static_cast<double>(any_holm) / kWorlds, 0.045, 0.02);
  EXPECT_NEAR(false_share / kWorlds, 0.05 * 20 / 30, 0.01);
}

}  // namespace
}  // namespace homeroom::estimators
