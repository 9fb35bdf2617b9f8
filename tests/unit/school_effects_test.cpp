// Effects of schools against R 4.2.2 with mlmRev 1.0-8 (Debian 12):
//
//   d <- droplevels(mlmRev::Exam[as.integer(as.character(mlmRev::Exam$school)) <= 12, ])
//   m <- lm(normexam ~ standLRT + I(sex == "F") + factor(school), d)
//   n <- as.numeric(table(d$school)); k <- length(n)        # a school less the mean child's school
//   L <- cbind(matrix(0, k, 3), (diag(k) - matrix(n / sum(n), k, k, byrow = TRUE))[, -1])
//   L %*% coef(m); sqrt(diag(L %*% vcov(m) %*% t(L))); coef(m)[2:3]; summary(m)$sigma
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/estimators/school_effects.hpp"
#include "analysis/estimators/value_added.hpp"
#include "tests/support/numbers_table.hpp"

namespace homeroom::estimators {
namespace {

struct London {
  Eigen::MatrixXd x;
  Eigen::VectorXd y;
  std::vector<int> school;
  std::vector<std::string> names = {"before", "female"};
  London() {
    const NumbersTable table("london_schools.csv");
    y = table.numbers("normexam");
    x.resize(y.size(), 2);
    x << table.numbers("standLRT"), table.numbers("female");
    for (const std::string& word : table.words("school")) school.push_back(std::stoi(word));
  }
};

TEST(SchoolEffects, AreThoseOfLondon) {
  const London london;
  const SchoolEffects found =
      estimate_school_effects(london.x, london.y, london.school, london.names);
  ASSERT_EQ(found.schools.size(), 12u);
  EXPECT_EQ(found.degrees, 743);
  EXPECT_NEAR(found.slopes[0], 0.5549501298, 1e-9);
  EXPECT_NEAR(found.slopes[1], 0.2453205631, 1e-9);
  EXPECT_NEAR(found.residual_sd, 0.7831766775, 1e-9);
  EXPECT_EQ(found.schools[4].school, 5);
  EXPECT_EQ(found.schools[4].children, 35);
  EXPECT_NEAR(found.schools[0].effect, 0.24993159655, 1e-9);
  EXPECT_NEAR(found.schools[0].error, 0.08968931939, 1e-9);
  EXPECT_NEAR(found.schools[4].effect, 0.08864000762, 1e-9);
  EXPECT_NEAR(found.schools[4].error, 0.12953973845, 1e-9);
  EXPECT_NEAR(found.schools[9].effect, -0.53261265603, 1e-9);
  EXPECT_NEAR(found.schools[11].error, 0.11129604169, 1e-9);
}

TEST(SchoolEffects, DropColumnsThatAreTheSchoolsOwn) {
  London london;
  london.x.conservativeResize(Eigen::NoChange, 3);
  london.names.push_back("size");
  for (Eigen::Index i = 0; i < london.y.size(); ++i) {
    london.x(i, 2) = 0.1 * london.school[static_cast<std::size_t>(i)];
  }
  const SchoolEffects found =
      estimate_school_effects(london.x, london.y, london.school, london.names);
  EXPECT_NEAR(found.slopes[0], 0.5549501298, 1e-9);
  EXPECT_TRUE(std::isnan(found.slopes[2]));
  ASSERT_EQ(found.warnings.size(), 1u);
  EXPECT_EQ(found.warnings[0], "size is the same for all children of a school; dropped");
}

TEST(SchoolEffects, NeedSchoolsAndChildren) {
  const Eigen::VectorXd y = Eigen::VectorXd::LinSpaced(4, 0, 3);
  const Eigen::MatrixXd x = y.cwiseAbs2();
  EXPECT_THROW(estimate_school_effects(x, y, {1, 1, 1, 1}, {"x"}), std::invalid_argument);
  EXPECT_THROW(estimate_school_effects(x, y, {1, 2, 3, 3}, {"x"}), std::invalid_argument);
}

TEST(ValueAddedLevel, IsCutAtItsErrors) {
  const IndexCuts cuts{1.0, 2.0};
  EXPECT_EQ(value_added_level(0.21, 0.1, cuts), 5);
  EXPECT_EQ(value_added_level(0.19, 0.1, cuts), 4);
  EXPECT_EQ(value_added_level(0.09, 0.1, cuts), 3);
  EXPECT_EQ(value_added_level(-0.09, 0.1, cuts), 3);
  EXPECT_EQ(value_added_level(-0.11, 0.1, cuts), 2);
  EXPECT_EQ(value_added_level(-0.21, 0.1, cuts), 1);
  // On a boundary the higher level is given, above the middle and below it.
  EXPECT_EQ(value_added_level(0.2, 0.1, cuts), 5);
  EXPECT_EQ(value_added_level(0.1, 0.1, cuts), 4);
  EXPECT_EQ(value_added_level(-0.1, 0.1, cuts), 3);
  EXPECT_EQ(value_added_level(-0.2, 0.1, cuts), 2);
  EXPECT_EQ(value_added_level(0.2, 0.0, cuts), 0);
  EXPECT_EQ(value_added_level(std::nan(""), 0.1, cuts), 0);
}

}  // namespace
}  // namespace homeroom::estimators
