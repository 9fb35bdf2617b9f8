// Sums that tables of models, cities and summaries are made of.
#include "sim/observe/tally.hpp"

#include <gtest/gtest.h>

#include "sim/run/summary.hpp"

namespace homeroom {
namespace {

const SchoolId kFirst{std::size_t{0}}, kSecond{std::size_t{1}};

Schools two_schools() {
  Schools schools;
  schools.resize(2);
  return schools;
}

TEST(SchoolSums, MeansAreWeightedByChildren) {
  const Schools schools = two_schools();
  SchoolYear large, small;
  large.tested[kMath] = 300;
  large.mean_score[kMath] = 0.2;
  small.tested[kMath] = 100;
  small.mean_score[kMath] = -0.4;
  SchoolSums sums;
  sums.add(schools, kFirst, large);
  sums.add(schools, kSecond, small);
  EXPECT_DOUBLE_EQ(ratio_of(sums.score[kMath], sums.tested[kMath]), (60.0 - 40.0) / 400.0);
}

TEST(SchoolSums, APrincipalOfANewSchoolFollowsNobody) {
  Schools schools = two_schools();
  schools.principals.is_new[kFirst] = schools.principals.is_new[kSecond] = 1;
  SchoolYear old, opened;
  old.staff_before = 20;
  SchoolSums sums;
  sums.add(schools, kFirst, old);
  sums.add(schools, kSecond, opened);
  EXPECT_EQ(sums.with_past, 1);
  EXPECT_EQ(sums.new_principals, 1);
}

TEST(Summary, ErrorIsThatOfTheMean) {
  // By hand: squares about 3 sum to 14, so that the error is the root of 14 / 3 / 4.
  const MeanAndError of = mean_and_error({1.0, 2.0, 3.0, 6.0});
  EXPECT_EQ(of.count, 4);
  EXPECT_DOUBLE_EQ(of.mean, 3.0);
  EXPECT_NEAR(of.error, 1.0801234, 1e-7);
}

}  // namespace
}  // namespace homeroom
