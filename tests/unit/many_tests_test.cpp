// Equivalence and many tests at once, against R 4.2.2:
//
//   d <- with(sleep, extra[group == 2] - extra[group == 1])          # Student (1908)
//   t.test(d, mu = -3, alternative = "greater"); t.test(d, mu = 3, alternative = "less")
//   t.test(d, conf.level = .9)
//   p <- c(.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .324, .4262, .5719,
//   .6528,
//          .759, 1)                         # Benjamini and Hochberg (1995), section 4.1
//   p.adjust(p, "holm"); p.adjust(p, "BH")
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/estimators/equivalence.hpp"
#include "analysis/estimators/multiple_tests.hpp"

namespace homeroom::estimators {
namespace {

constexpr double kSleep = 1.58, kSleepError = 0.388958723888;

TEST(Equivalence, IsTwoOneSidedTests) {
  const Equivalence wide = equivalence_test(kSleep, kSleepError, 9, 3.0);
  EXPECT_NEAR(wide.p, 2.65557029266e-03, 1e-12);
  EXPECT_NEAR(wide.low, 0.866994732971, 1e-10);
  EXPECT_NEAR(wide.high, 2.29300526703, 1e-10);
  EXPECT_TRUE(wide.equivalent);
  const Equivalence narrow = equivalence_test(kSleep, kSleepError, 9, 2.0);
  EXPECT_NEAR(narrow.p, 0.154157235669, 1e-10);
  EXPECT_FALSE(narrow.equivalent);
  EXPECT_FALSE(narrow.different);
  const Equivalence below = equivalence_test(kSleep, kSleepError, 9, 1.0);
  EXPECT_NEAR(below.p, 0.914944114551, 1e-10);
  EXPECT_FALSE(below.different);
  EXPECT_TRUE(equivalence_test(kSleep, kSleepError, 9, 0.8).different);
}

TEST(Equivalence, IsTheSameOnBothSides) {
  const Equivalence up = equivalence_test(0.4, 0.3, 20, 1.0),
                    down = equivalence_test(-0.4, 0.3, 20, 1.0);
  EXPECT_DOUBLE_EQ(up.p, down.p);
  EXPECT_DOUBLE_EQ(up.high, -down.low);
  EXPECT_THROW(equivalence_test(0.4, 0.3, 20, 0.0), std::invalid_argument);
  EXPECT_FALSE(equivalence_test(0.4, std::nan(""), 20, 1.0).equivalent);
}

const std::vector<double> kPublished = {.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                                        .0459, .324,  .4262, .5719, .6528, .759,  1.0};

TEST(ManyTests, HolmIsThatOfThePublishedTable) {
  const std::vector<double> adjusted = holm(kPublished);
  const std::vector<double> of_r = {0.0015, 0.0056, 0.0247, 0.1140, 0.2211, 0.2780, 0.2780, 0.2780,
                                    0.3213, 1,      1,      1,      1,      1,      1};
  for (std::size_t i = 0; i < of_r.size(); ++i) EXPECT_NEAR(adjusted[i], of_r[i], 1e-12) << i;
}

TEST(ManyTests, BenjaminiAndHochbergFindFour) {
  const std::vector<double> adjusted = benjamini_hochberg(kPublished);
  const std::vector<double> of_r = {
      0.0015,          0.003,           0.0095,          0.035625,        0.0603,
      0.0638571428571, 0.0638571428571, 0.0645,          0.0765,          0.486,
      0.5811818181818, 0.714875,        0.7532307692308, 0.8132142857143, 1.0};
  for (std::size_t i = 0; i < of_r.size(); ++i) EXPECT_NEAR(adjusted[i], of_r[i], 1e-12) << i;
}

TEST(ManyTests, KeepTheOrderGivenAndPassOverNaN) {
  const std::vector<double> p = {.04, std::nan(""), .01};
  EXPECT_DOUBLE_EQ(holm(p)[2], .02);
  EXPECT_DOUBLE_EQ(holm(p)[0], .04);
  EXPECT_TRUE(std::isnan(holm(p)[1]));
  EXPECT_DOUBLE_EQ(benjamini_hochberg(p)[2], .02);
  EXPECT_TRUE(std::isnan(benjamini_hochberg(p)[1]));
}

}  // namespace
}  // namespace homeroom::estimators
