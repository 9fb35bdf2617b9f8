// Clusters that tell of a coefficient: none but one, a few, by number and by weight.
#include "analysis/estimators/cluster_bearing.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/estimators/difference_in_differences.hpp"
#include "analysis/estimators/dummies.hpp"
#include "analysis/estimators/linear_model.hpp"

namespace homeroom::estimators {
namespace {

/// Outcomes that no column gives.
double outcome_of(int row) { return std::fmod(row * 37.0, 11.0) + std::fmod(row * 7.0, 5.0); }

/// Clusters of three rows, in each of which `value` of cluster and row is the column.
template <class Value>
LinearModel clusters_of_three(int clusters, Value value) {
  Eigen::VectorXd y(3 * clusters), x(3 * clusters), slope(3 * clusters);
  std::vector<int> cluster;
  for (int i = 0; i < 3 * clusters; ++i) {
    y[i] = outcome_of(i);
    x[i] = value(i / 3, i % 3);
    slope[i] = std::fmod(i * 13.0, 17.0);
    cluster.push_back(i / 3);
  }
  LinearModel model = linear_model("y", y, {{"slope", slope}, {"there", x}});
  model.cluster = cluster;
  return model;
}

LinearFit fit_of(const LinearModel& model) { return fit_linear(model, {Errors::Clustered}); }

// Its residuals add up to 0 there: the error was that of the other clusters alone.
TEST(ClusterBearing, GivesNoErrorToWhatOneClusterHas) {
  const LinearFit fit = fit_of(clusters_of_three(80, [](int g, int) { return g == 7; }));
  EXPECT_TRUE(std::isnan(fit.of("there").error));
  EXPECT_TRUE(std::isnan(fit.of("there").p));
  EXPECT_TRUE(std::isnan(fit.of("there").high));
  EXPECT_GT(fit.of("slope").error, 0.0);
  EXPECT_GT(fit.of(kConstant).error, 0.0);
  ASSERT_EQ(fit.warnings.size(), 1u);
  EXPECT_EQ(fit.warnings[0],
            "there: one cluster alone tells of it; errors by cluster give it none");
}

TEST(ClusterBearing, GivesNoErrorWhereOneClusterHasItInSomeRows) {
  const LinearFit fit =
      fit_of(clusters_of_three(80, [](int g, int row) { return g == 7 && row > 0; }));
  EXPECT_TRUE(std::isnan(fit.of("there").error));
  const LinearFit lacking = fit_of(clusters_of_three(80, [](int g, int) { return g != 7; }));
  EXPECT_TRUE(std::isnan(lacking.of("there").error));
  EXPECT_TRUE(std::isnan(lacking.of(kConstant).error));
  EXPECT_GT(lacking.of("slope").error, 0.0);
}

// What is compared with the words of one cluster has no error; their own difference would.
TEST(ClusterBearing, GivesNoErrorToAnyWordWhereOneClusterIsTheBase) {
  LinearModel model = clusters_of_three(80, [](int, int) { return 0.0; });
  std::vector<std::string> words;
  for (int i = 0; i < 240; ++i) words.push_back(i < 3 ? "a" : i % 2 == 0 ? "b" : "c");
  std::vector<Column> columns = dummies("model", words, "a");
  columns.emplace_back("slope", model.x.col(1));
  LinearModel compared = linear_model("y", model.y, columns);
  compared.cluster = model.cluster;
  const LinearFit fit = fit_of(compared);
  EXPECT_TRUE(std::isnan(fit.of("model:b").error));
  EXPECT_TRUE(std::isnan(fit.of("model:c").error));
  EXPECT_GT(fit.of("slope").error, 0.0);
}

TEST(ClusterBearing, TellsOfFewClusters) {
  const auto warnings = [](int treated) {
    return fit_of(clusters_of_three(80, [&](int g, int) { return g < treated; })).warnings;
  };
  for (const int treated : {2, 6, 9}) {
    ASSERT_EQ(warnings(treated).size(), 1u) << treated;
    EXPECT_EQ(warnings(treated)[0].find("there is 1 in " + std::to_string(treated) +
                                        " of 80 clusters: few"),
              0u)
        << warnings(treated)[0];
  }
  EXPECT_TRUE(warnings(12).empty());
  EXPECT_EQ(warnings(77).back().find("there is 0 in 3 of 80 clusters"), 0u);
}

// Of two groups of clusters alike: (1/a + 1/b)^2 / (1/a^3 + 1/b^3).
TEST(ClusterBearing, CountsClustersByTheirWeight) {
  const auto rests_on = [](int treated) {
    LinearModel model = clusters_of_three(60, [&](int g, int) { return g < treated; });
    model.x.col(1).setZero();
    return fit_of(model).of("there").clusters;
  };
  for (const int a : {2, 6, 30}) {
    const double one = 1.0 / a, other = 1.0 / (60 - a);
    EXPECT_NEAR(rests_on(a),
                std::pow(one + other, 2.0) / (std::pow(one, 3.0) + std::pow(other, 3.0)), 1e-9);
  }
}

// A number that one cluster has a hundred times the spread of is no column of 0 and 1.
TEST(ClusterBearing, TellsOfNumbersThatFewClustersSpread) {
  const LinearFit fit = fit_of(clusters_of_three(
      80, [](int g, int row) { return (g < 2 ? 100.0 : 1.0) * std::fmod(g * 5.0 + row, 7.0); }));
  ASSERT_EQ(fit.warnings.size(), 1u);
  EXPECT_EQ(fit.warnings[0].find("there rests on "), 0u) << fit.warnings[0];
  EXPECT_LT(fit.of("there").clusters, 3.0);
}

/// Sixty units in six years, of which the first begin in the fourth.
Adoption adoption_in(int units) {
  Adoption adoption;
  adoption.outcome = "y";
  for (int unit = 0; unit < 60; ++unit) {
    adoption.first[unit] = unit < units ? 2004 : kNever;
    for (int year = 2001; year < 2007; ++year) {
      adoption.rows.push_back({unit, year, outcome_of(unit * 6 + year)});
    }
  }
  return adoption;
}

TEST(ClusterBearing, IsToldOfDifferencesInDifferences) {
  const LinearFit one = difference_in_differences(adoption_in(1));
  EXPECT_TRUE(std::isnan(one.of(kBegan).error));
  EXPECT_FALSE(std::isnan(one.of("year:2003").error));
  ASSERT_EQ(one.warnings.size(), 1u);
  EXPECT_EQ(one.warnings[0].find("began: one cluster alone"), 0u);
  const LinearFit all_but_one = difference_in_differences(adoption_in(59));
  EXPECT_TRUE(std::isnan(all_but_one.of(kBegan).error));
  const LinearFit three = difference_in_differences(adoption_in(3));
  ASSERT_EQ(three.warnings.size(), 1u);
  EXPECT_EQ(three.warnings[0].find("began is 1 in 3 of 60 clusters: few"), 0u);
  EXPECT_TRUE(difference_in_differences(adoption_in(30)).warnings.empty());
}

}  // namespace
}  // namespace homeroom::estimators
