// Estimators against answers that are known: by hand, or planted in drawn data of a fixed seed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/estimators/intraclass.hpp"
#include "analysis/estimators/least_squares.hpp"
#include "analysis/estimators/minimise.hpp"
#include "analysis/estimators/moments.hpp"
#include "analysis/estimators/nested_effects.hpp"
#include "analysis/estimators/rank_ordered_logit.hpp"
#include "sim/chance/draw.hpp"

namespace homeroom::estimators {
namespace {

/// Normals and Gumbels of a fixed seed, one after the other.
class Draws {
 public:
  double normal() { return dice_.normal(Die::SchoolPlaceX, 0, next_++); }
  double gumbel() {
    const double u =
        (static_cast<double>(dice_.word(Die::SchoolPlaceX, 1, next_++, 0)) + 0.5) * 0x1p-32;
    return -std::log(-std::log(u));
  }

 private:
  Dice dice_{20180901, 1};
  std::uint64_t next_ = 0;
};

TEST(Moments, AreThoseOfTheLine) {
  Moments line;
  for (const double x : {0.0, 1.0, 2.0}) line.add(x, 3.0 - 2.0 * x);
  EXPECT_DOUBLE_EQ(line.mean(), 1.0);
  EXPECT_DOUBLE_EQ(line.slope(), -2.0);
  EXPECT_DOUBLE_EQ(line.correlation(), -1.0);
}

// Groups 1,2 and 3,4: mean square between 4, within 1/2, size 2: (4 - .5)/2 = 1.75 of 2.25.
TEST(Intraclass, IsThatOfTwoPairs) {
  EXPECT_DOUBLE_EQ(intraclass_correlation({1, 2, 3, 4}, {0, 0, 1, 1}), 1.75 / 2.25);
  EXPECT_TRUE(std::isnan(intraclass_correlation({1, 2}, {0, 0})));
}

TEST(LeastSquares, FindsThePlaneAndNamesCollinearColumns) {
  Eigen::MatrixXd x(4, 3);
  x << 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1;
  const Eigen::VectorXd y = x * Eigen::Vector3d(2, 3, -1), one = Eigen::VectorXd::Ones(4);
  const LeastSquares fit = least_squares(x, y, one);
  EXPECT_NEAR(fit.coefficients[1], 3.0, 1e-12);
  EXPECT_NEAR(fit.r_squared, 1.0, 1e-12);
  x.col(2) = x.col(0) - x.col(1);
  EXPECT_THROW(least_squares(x, y, one), std::invalid_argument);
}

// Rosenbrock's valley has its lowest point at (1, 1).
TEST(Minimise, FindsTheBottomOfTheValley) {
  const Minimum found = minimise(
      [](const std::vector<double>& p) {
        return std::pow(1 - p[0], 2) + 100 * std::pow(p[1] - p[0] * p[0], 2);
      },
      {-1.2, 1.0}, 0.5, 1e-12);
  EXPECT_NEAR(found.at[0], 1.0, 1e-3);
  EXPECT_NEAR(found.at[1], 1.0, 2e-3);
}

NestedSample drawn_sample(int schools, double school, double teacher, double classroom) {
  constexpr int kTeachers = 6, kClasses = 4, kChildren = 20;
  Draws draws;
  NestedSample sample;
  const Eigen::Index n = schools * kTeachers * kClasses * kChildren;
  sample.x.resize(n, 2);
  sample.y.resize(n);
  Eigen::Index row = 0;
  for (int s = 0; s < schools; ++s) {
    const double of_school = school * draws.normal();
    for (int t = 0; t < kTeachers; ++t) {
      const double of_teacher = of_school + teacher * draws.normal();
      for (int c = 0; c < kClasses; ++c) {
        const double of_class = of_teacher + classroom * draws.normal();
        for (int i = 0; i < kChildren; ++i, ++row) {
          const double x = draws.normal();
          sample.x.row(row) << 1.0, x;
          sample.y[row] = 0.5 + 0.7 * x + of_class + 0.55 * draws.normal();
          sample.schools.push_back(s);
          sample.teachers.push_back(s * kTeachers + t);
          sample.classes.push_back((s * kTeachers + t) * kClasses + c);
        }
      }
    }
  }
  return sample;
}

// 600 teachers: the standard error of their spread is about .15 / sqrt(2 x 600) x 1.4 = .006, of
// the schools' about .007; five of them are missed by a right program less than once in a million
// runs.
TEST(NestedEffects, RecoverPlantedSpreads) {
  const NestedEffects found = estimate_nested_effects(drawn_sample(100, 0.10, 0.15, 0.12));
  EXPECT_NEAR(found.teacher_sd, 0.15, 0.03);
  EXPECT_NEAR(found.school_sd, 0.10, 0.045);
  EXPECT_NEAR(found.class_sd, 0.12, 0.02);
  EXPECT_NEAR(found.residual_sd, 0.55, 0.01);
  EXPECT_NEAR(found.coefficients[1], 0.7, 0.015);
}

TEST(NestedEffects, SeeNoTeachersWhereThereAreNone) {
  EXPECT_LT(estimate_nested_effects(drawn_sample(60, 0.1, 0.0, 0.12)).teacher_sd, 0.04);
}

// The closed form of one class: a shared intercept of variance r against a residual of 1.
TEST(NestedEffects, WeighAClassAsTheInverseCovarianceDoes) {
  NestedSample sample;
  sample.x = Eigen::MatrixXd::Ones(3, 1);
  sample.y = Eigen::Vector3d(1, 2, 6);
  sample.classes = {0, 0, 1};
  sample.teachers = {0, 0, 1};
  sample.schools = {0, 0, 1};
  const double r = 0.5;
  Eigen::Matrix3d covariance = Eigen::Matrix3d::Identity();
  covariance.topLeftCorner(2, 2).array() += r;
  covariance(2, 2) += r;
  const Eigen::Matrix3d inverse = covariance.inverse();
  const Eigen::Vector3d one = Eigen::Vector3d::Ones();
  const double mean = one.dot(inverse * sample.y) / one.dot(inverse * one);
  const Eigen::Vector3d left = sample.y - mean * one;
  const NestedEffects found = NestedLikelihood(sample).effects({r, 0.0, 0.0});
  EXPECT_NEAR(found.coefficients[0], mean, 1e-12);
  EXPECT_NEAR(found.residual_sd, std::sqrt(left.dot(inverse * left) / 2.0), 1e-12);
}

// 3,000 lists of three ranks among six schools: standard errors near .02; five of them are missed
// by a right program less than once in a million runs.
// Lists of one school out of two, of which the near one is listed by three in four: odds of 3.
TEST(RankOrderedLogit, OfOneSchoolIsTheLogarithmOfOdds) {
  std::vector<RankedList> lists;
  for (int family = 0; family < 400; ++family) {
    const double listed_near = family % 4 == 0 ? 0.0 : 1.0;
    RankedList list{Eigen::MatrixXd(2, 1), 1};
    list.alternatives << listed_near, 1.0 - listed_near;
    lists.push_back(list);
  }
  const RankOrderedLogit fit = estimate_rank_ordered_logit(lists);
  ASSERT_TRUE(fit.converged);
  EXPECT_NEAR(fit.weights[0], std::log(3.0), 1e-6);
  EXPECT_NEAR(fit.errors[0], std::sqrt(1.0 / 300 + 1.0 / 100), 1e-6);
}

TEST(RankOrderedLogit, RecoversPlantedTastes) {
  Draws draws;
  const Eigen::Vector2d tastes(0.6, -0.4);
  std::vector<RankedList> lists;
  for (int family = 0; family < 3000; ++family) {
    Eigen::MatrixXd x(6, 2);
    std::vector<std::pair<double, Eigen::Index>> order;
    for (Eigen::Index j = 0; j < 6; ++j) {
      x.row(j) << draws.normal(), draws.normal();
      order.emplace_back(-(x.row(j).dot(tastes) + draws.gumbel()), j);
    }
    std::sort(order.begin(), order.end());
    RankedList list{Eigen::MatrixXd(6, 2), 3};
    for (Eigen::Index j = 0; j < 6; ++j) {
      list.alternatives.row(j) = x.row(order[static_cast<std::size_t>(j)].second);
    }
    lists.push_back(list);
  }
  const RankOrderedLogit fit = estimate_rank_ordered_logit(lists);
  ASSERT_TRUE(fit.converged);
  for (Eigen::Index k = 0; k < 2; ++k) {
    EXPECT_NEAR(fit.weights[k], tastes[k], 5 * fit.errors[k]);
    EXPECT_LT(fit.errors[k], 0.03);
    EXPECT_GT(fit.errors[k], 0.005);
  }
}

}  // namespace
}  // namespace homeroom::estimators
