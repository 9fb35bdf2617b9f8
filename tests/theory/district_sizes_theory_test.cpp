// Sizes of districts follow a power law between the bounds of their class: its mean, its shares and
// its shape are known in closed form.
#include <gtest/gtest.h>

#include <cmath>

#include "sim/founding/nation.hpp"
#include "tests/support/national.hpp"

namespace homeroom {
namespace {

SizeClass size_class(int least, int most, double mean, int count = 1) {
  SizeClass of;
  of.least = least;
  of.most = most;
  of.mean = mean;
  of.count = count;
  return of;
}

/// Mean over a fine grid of shares.
double mean_of(const DistrictSizes& sizes) {
  constexpr int kPoints = 200000;
  double sum = 0.0;
  for (int i = 0; i < kPoints; ++i) sum += sizes.at((i + 0.5) / kPoints);
  return sum / kPoints;
}

TEST(DistrictSizes, HaveTheMeanOfTheirClass) {
  for (const SizeClass& of :
       {size_class(25000, 984000, 63900), size_class(1000, 2499, 1660), size_class(1, 299, 145),
        size_class(1, 299, 40), size_class(600, 999, 940)}) {
    // Half a child stands for whole numbers of children.
    EXPECT_NEAR(mean_of(DistrictSizes(of)), of.mean, 0.002 * of.mean + 0.5) << of.least;
  }
}

TEST(DistrictSizes, FallAsAPowerBetweenTheBounds) {
  const SizeClass of = size_class(25000, 984000, 63900);
  const DistrictSizes sizes(of);
  const double a = sizes.exponent();
  const double past = of.most + 1.0;
  for (const double u : {0.01, 0.2, 0.5, 0.9, 0.99}) {
    const double x = sizes.at(u);
    const double below = (1.0 - std::pow(x / of.least, -a)) / (1.0 - std::pow(past / of.least, -a));
    EXPECT_NEAR(below, u, 1e-4);
  }
  EXPECT_GT(a, 1.0);  // a Pareto tail with a finite mean
  EXPECT_EQ(sizes.at(1e-12), 25000);
  EXPECT_EQ(sizes.at(1.0 - 1e-12), 984000);
}

TEST(DistrictSizes, AreUniformWhereTheMeanLiesInTheMiddle) {
  const DistrictSizes sizes(size_class(100, 299, 199.5));
  EXPECT_NEAR(sizes.exponent(), -1.0, 1e-6);
  for (const double u : {0.1, 0.25, 0.5, 0.75}) EXPECT_NEAR(sizes.at(u), 100 + 200 * u, 1.0);
}

TEST(DistrictSizes, AreOneSizeWhereTheBoundsMeet) {
  const DistrictSizes sizes(size_class(7, 7, 7));
  EXPECT_EQ(sizes.at(0.001), 7);
  EXPECT_EQ(sizes.at(0.999), 7);
}

// Each district draws from its own part of the distribution. The error of a class's total is then
// at most the largest part, the top one; over 13,376 districts it all but vanishes.
TEST(DistrictSizes, OfTheShippedNationHaveThePublishedCountsAndTotals) {
  const Scenario scenario = testing::national();
  const Nation& nation = *scenario.nation;
  const std::vector<int> published = {287, 613, 1040, 1888, 3214, 1782, 1909, 2643};
  for (const std::uint32_t replicate : {1u, 2u}) {
    const auto plans = plan_districts(nation, scenario.run.seed, replicate);
    ASSERT_EQ(plans.size(), 13376u);
    std::vector<int> count(nation.classes.size(), 0);
    std::vector<double> students(nation.classes.size(), 0.0);
    double all = 0.0;
    int before = 0;
    for (const DistrictPlan& plan : plans) {
      const SizeClass& of = nation.classes[plan.size_class];
      EXPECT_EQ(plan.number, ++before);
      ASSERT_GE(plan.students, of.least);
      ASSERT_LE(plan.students, of.most);
      ++count[plan.size_class];
      students[plan.size_class] += plan.students;
      all += plan.students;
    }
    EXPECT_EQ(count, published);
    EXPECT_NEAR(all, 50e6, 0.5e6);
    for (std::size_t c = 1; c < students.size(); ++c) {
      EXPECT_NEAR(students[c] / (count[c] * nation.classes[c].mean), 1.0, 0.005) << c;
    }
  }
}

TEST(DistrictSizes, APartOfTheNationKeepsItsProportions) {
  Nation nation;
  nation.classes = {size_class(10, 20, 15, 10), size_class(1, 9, 5, 30), size_class(1, 9, 5, 61)};
  EXPECT_EQ(districts_by_class(nation), (std::vector<int>{10, 30, 61}));
  nation.districts = 200;  // more than there are
  EXPECT_EQ(districts_by_class(nation), (std::vector<int>{10, 30, 61}));
  nation.districts = 20;  // 1.98, 5.94, 12.08
  EXPECT_EQ(districts_by_class(nation), (std::vector<int>{2, 6, 12}));
  nation.districts = 1;
  EXPECT_EQ(districts_by_class(nation), (std::vector<int>{0, 0, 1}));
}

}  // namespace
}  // namespace homeroom
