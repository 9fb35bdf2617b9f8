// Conditional quantiles against R 4.2.2 with quantreg 5.94 (Debian 12):
//
//   library(quantreg); library(splines); library(AER); data(engel); data(CASchools)
//   coef(rq(foodexp ~ income, tau = c(.1, .25, .5, .75, .9), data = engel))
//   k <- quantile(engel$income, c(.2, .4, .6, .8))
//   fitted(rq(foodexp ~ bs(income, knots = k), tau = c(.25, .5, .95), data = engel))[c(1, 50, 100,
//   150, 200, 235), ] q <- sapply(seq(.005, .995, .01), function(t) fitted(rq(foodexp ~ bs(income,
//   knots = k), tau = t, data = engel))) rowSums(q <= engel$foodexp + 1e-6)   # equal to
//   findInterval in each row of q, sorted and the same of math ~ bs(income, knots = ki) + bs(lunch,
//   knots = kl) in CASchools, knots likewise
#include "analysis/estimators/quantile_process.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "analysis/estimators/sparse_sums.hpp"
#include "analysis/estimators/spline_rows.hpp"
#include "sim/core/parallel.hpp"
#include "tests/recovery/cheap_worlds.hpp"
#include "tests/support/numbers_table.hpp"

namespace homeroom::estimators {
namespace {

std::vector<double> values(const NumbersTable& table, const std::string& name) {
  const Eigen::VectorXd column = table.numbers(name);
  return {column.begin(), column.end()};
}

const std::vector<double> kQuintiles = {0.2, 0.4, 0.6, 0.8};

std::vector<double> hundred_shares() {
  std::vector<double> shares;
  for (int k = 0; k < 100; ++k) shares.push_back(0.005 + 0.01 * k);
  return shares;
}

SplineRows engel() {
  const NumbersTable table("engel_households.csv");
  return spline_rows({values(table, "income")}, values(table, "foodexp"), kQuintiles);
}

SplineRows california() {
  const NumbersTable table("california_schools.csv");
  return spline_rows({values(table, "income"), values(table, "lunch")}, values(table, "math"),
                     kQuintiles);
}

/// Quantiles of the rows as they were given.
std::vector<double> fitted(const SplineRows& made, std::vector<double> b) {
  b.push_back(0.0);
  std::vector<double> products, fitted(made.place.size());
  multiply(made.rows, b, products);
  for (std::size_t i = 0; i < fitted.size(); ++i) fitted[made.place[i]] = products[i];
  return fitted;
}

std::vector<int> reached(const SplineRows& made) {
  const QuantileProcess process = quantile_process(made.rows, hundred_shares());
  std::vector<int> reached(made.place.size());
  for (std::size_t i = 0; i < reached.size(); ++i) reached[made.place[i]] = process.reached[i];
  return reached;
}

TEST(QuantileProcess, GivesTheLinesOfEngel) {
  const NumbersTable table("engel_households.csv");
  SparseRows rows;
  rows.columns = 2;
  rows.y = values(table, "foodexp");
  SparseRows::Group all{0, rows.y.size(), {}};
  all.column.fill(2);
  all.column[0] = 0;
  all.column[1] = 1;
  rows.groups = {all};
  for (const double income : values(table, "income")) {
    rows.x.insert(rows.x.end(), {1, income, 0, 0, 0, 0, 0, 0});
  }
  const QuantileProcess process = quantile_process(rows, {0.1, 0.25, 0.5, 0.75, 0.9});
  const double of_r[5][2] = {{110.141574205, 0.401765759303},
                             {95.4835396346, 0.474103208193},
                             {81.4822474169, 0.560180551209},
                             {62.396585529, 0.644014139369},
                             {67.3508720801, 0.686299480372}};
  for (std::size_t t = 0; t < 5; ++t) {
    EXPECT_NEAR(process.coefficients[t][0], of_r[t][0], 1e-6);
    EXPECT_NEAR(process.coefficients[t][1], of_r[t][1], 1e-9);
  }
}

TEST(QuantileProcess, GivesTheSplinesOfEngel) {
  const SplineRows made = engel();
  EXPECT_EQ(made.rows.columns, 8);
  const QuantileProcess process = quantile_process(made.rows, {0.25, 0.5, 0.95});
  const std::size_t row[6] = {0, 49, 99, 149, 199, 234};
  const double of_r[6][3] = {
      {260.715925857, 295.640480069, 335.195528319}, {792.89215679, 853.285383303, 1102.60241048},
      {564.759802316, 639.352098986, 713.80720366},  {695.396731416, 757.277576312, 909.711986527},
      {856.435450409, 922.925094575, 1214.4339736},  {638.701453325, 707.954880661, 800.546113133}};
  for (std::size_t t = 0; t < 3; ++t) {
    const std::vector<double> quantile = fitted(made, process.coefficients[t]);
    for (std::size_t i = 0; i < 6; ++i) EXPECT_NEAR(quantile[row[i]], of_r[i][t], 1e-6);
  }
}

// At the lowest and highest shares of so few rows the program has more than one solution; R's is a
// corner, ours lies between corners.
TEST(QuantileProcess, RanksHouseholdsAsRDoes) {
  const std::vector<int> ranks = reached(engel());
  const int of_r[40] = {21,  8,  12, 28, 47, 45, 91, 71, 61, 31, 36, 40, 45, 93,
                        75,  93, 63, 81, 54, 43, 49, 13, 25, 35, 15, 79, 63, 10,
                        100, 69, 36, 55, 60, 40, 86, 56, 27, 21, 76, 38};
  for (std::size_t i = 0; i < 40; ++i) EXPECT_NEAR(ranks[i], of_r[i], 1) << i;
  EXPECT_NEAR(std::accumulate(ranks.begin(), ranks.end(), 0), 12173, 12);
}

TEST(QuantileProcess, GivesTheSplinesOfTwoVariables) {
  const SplineRows made = california();
  EXPECT_EQ(made.rows.columns, 15);
  const QuantileProcess process = quantile_process(made.rows, {0.25, 0.5, 0.95});
  const std::size_t row[4] = {0, 99, 199, 419};
  const double of_r[4][3] = {{672.382196199, 681.436173875, 690},
                             {638.564606851, 645.68031459, 664.60966733},
                             {650.90247586, 657.526203605, 672.047324857},
                             {642.538294953, 649.369403422, 667.476637948}};
  for (std::size_t t = 0; t < 3; ++t) {
    const std::vector<double> quantile = fitted(made, process.coefficients[t]);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(quantile[row[i]], of_r[i][t], 2e-6);
  }
}

/// Scores of children with two earlier ones, in thousandths as tests tell them.
SplineRows children(std::size_t count) {
  CheapWorld world(1);
  std::vector<double> last, before, now;
  for (std::size_t i = 0; i < count; ++i) {
    const double ability = world.normal();
    const auto told = [&](double score) { return std::round(1000.0 * score) / 1000.0; };
    last.push_back(told(0.9 * ability + 0.4 * world.normal()));
    before.push_back(told(0.9 * ability + 0.45 * world.normal()));
    now.push_back(told(ability + (0.4 + 0.1 * (ability > 0)) * world.normal()));
  }
  return spline_rows({last, before}, now, kQuintiles);
}

/// sum of rho(y - x b): what a quantile minimises.
double loss(const SparseRows& rows, std::vector<double> b, double share) {
  b.push_back(0.0);
  std::vector<double> products;
  multiply(rows, b, products);
  double sum = 0;
  for (std::size_t i = 0; i < products.size(); ++i) {
    const double left = rows.y[i] - products[i];
    sum += left > 0 ? share * left : (share - 1.0) * left;
  }
  return sum;
}

// Most rows are set aside on the way: what comes out is the solution over all of them, told by the
// conditions of the minimum: nobody finds a lower loss by moving a coefficient either way.
TEST(QuantileProcess, FindsTheMinimumOverAllRows) {
  const SplineRows made = children(20000);
  const QuantileProcess process = quantile_process(made.rows, hundred_shares());
  for (const std::size_t t : {std::size_t{0}, std::size_t{25}, std::size_t{50}, std::size_t{99}}) {
    const double share = hundred_shares()[t],
                 least = loss(made.rows, process.coefficients[t], share);
    for (std::size_t j = 0; j < process.coefficients[t].size(); ++j) {
      for (const double step : {-1e-3, -1e-5, 1e-5, 1e-3}) {
        std::vector<double> moved = process.coefficients[t];
        moved[j] += step;
        EXPECT_GE(loss(made.rows, moved, share), least - 1e-7) << t << " " << j;
      }
    }
  }
}

// As many rows lie below each quantile as its share, give or take one for each column.
TEST(QuantileProcess, ParsRowsByTheirShare) {
  const SplineRows made = children(20000);
  std::vector<int> by_rank(101, 0);
  for (const int rank : reached(made)) ++by_rank[static_cast<std::size_t>(rank)];
  EXPECT_NEAR(by_rank[0], 100, 15);
  for (std::size_t k = 1; k < 100; ++k) EXPECT_NEAR(by_rank[k], 200, 30) << k;
}

TEST(QuantileProcess, DoesNotHangOnThreads) {
  const SplineRows made = children(20000);
  std::vector<QuantileProcess> found;
  for (const int threads : {1, 4}) {
    const ThreadLimit limit(threads);
    found.push_back(quantile_process(made.rows, hundred_shares()));
  }
  EXPECT_EQ(found[0].coefficients, found[1].coefficients);
  EXPECT_EQ(found[0].reached, found[1].reached);
}

TEST(QuantileProcess, LeavesOutColumnsThatOthersGive) {
  const std::vector<double> once = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  const std::vector<double> y = {2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11};
  const SplineRows twice = spline_rows({once, once}, y, {0.5});
  EXPECT_EQ(twice.rows.columns, 5);
  EXPECT_EQ(quantile_process(twice.rows, {0.5}).coefficients.at(0).size(), 5u);
}

TEST(QuantileProcess, RefusesMoreColumnsThanRows) {
  const SplineRows few = spline_rows({{1, 2, 3, 4}}, {1, 2, 3, 4}, {0.5});
  EXPECT_THROW(quantile_process(few.rows, {0.5}), std::invalid_argument);
}

}  // namespace
}  // namespace homeroom::estimators
