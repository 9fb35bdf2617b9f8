// Stays and paths of three children over three springs, by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/truth/paths.hpp"
#include "analysis/truth/stays.hpp"

namespace homeroom::truth {
namespace {

const StockRates kRates = {0.8, 0.5, 0.6};

LearningYear spring(int year, std::vector<int> arrived, std::vector<int> school) {
  LearningYear one;
  one.year = year;
  one.arrived = std::move(arrived);
  one.school = std::move(school);
  const std::size_t rows = one.school.size();
  for (auto* columns : {&one.family, &one.durable, &one.fleeting, &one.passing, &one.score,
                        &one.peers, &one.drive, &one.choices}) {
    for (auto& column : *columns) column.assign(rows, 0.0);
  }
  for (auto& column : one.score) column.assign(rows, std::nan(""));
  return one;
}

TEST(Stays, CountFromTheSpringBeforeTheSchool) {
  Stays stays;
  stays.add(spring(2010, {2005, 2006, 2007}, {1, 1, 2}));
  stays.add(spring(2011, {2005, 2006, 2011}, {1, 3, 2}));  // one moved, one seat has a new child
  stays.add(spring(2012, {2005, 2006, 2011}, {1, 3, 2}));
  EXPECT_EQ(stays.springs_before(), (std::vector<int>{2010, 2010, 2010}));
  stays.add(spring(2013, {2005, 2006, 2011}, {1, 1, 2}));
  EXPECT_EQ(stays.springs_before(), (std::vector<int>{2010, 2012, 2010}));
}

/// 2010: a tested child with stocks .4 and .2; two years with known growth, part of it from peers.
LearningYear of_child(int year) {
  LearningYear one = spring(year, {2005}, {1});
  const std::size_t y = static_cast<std::size_t>(year - 2010);
  const double family[] = {-0.3, -0.2, -0.25}, peers[] = {std::nan(""), 0.02, 0.03};
  const double drive[] = {std::nan(""), 0.01, 0.01}, choices[] = {std::nan(""), -0.02, 0.005};
  const double grown[] = {0.0, 0.10, 0.05};
  double durable = 0.4, fleeting = 0.2;
  for (std::size_t u = 1; u <= y; ++u) {
    durable = 0.8 * durable + 0.6 * grown[u];
    fleeting = 0.5 * fleeting + 0.4 * grown[u];
  }
  one.family[kMath] = {family[y]};
  one.durable[kMath] = {durable};
  one.fleeting[kMath] = {fleeting};
  one.peers[kMath] = {peers[y]};
  one.drive[kMath] = {drive[y]};
  one.choices[kMath] = {choices[y]};
  if (year == 2010) one.score[kMath] = {0.5};
  return one;
}

TEST(Paths, TakeWhatLastsApart) {
  Paths paths({2010}, kRates);
  for (const int year : {2010, 2011, 2012}) paths.add(of_child(year));
  const LearningYear last = of_child(2012);
  const Path path = paths.of(last, kMath, 0);
  EXPECT_DOUBLE_EQ(path.start, 0.5);
  EXPECT_NEAR(path.reversion, (-0.3 + 0.4 + 0.2) - 0.5, 1e-12);
  const double kept_of_first = 0.6 * 0.8 + 0.4 * 0.5;
  EXPECT_NEAR(path.own, 0.05 + (0.64 - 1) * 0.4 + (0.25 - 1) * 0.2 + kept_of_first * 0.01 + 0.01,
              1e-12);
  EXPECT_NEAR(path.choices, kept_of_first * -0.02 + 0.005, 1e-12);
  EXPECT_NEAR(path.peers, kept_of_first * 0.02 + 0.03, 1e-12);
  EXPECT_NEAR(path.school,
              kept_of_first * (0.10 - 0.02 - 0.01 + 0.02) + (0.05 - 0.03 - 0.01 - 0.005), 1e-12);
  EXPECT_NEAR(path.lasting(), last.lasting(kMath, 0), 1e-12);
}

TEST(Paths, BeginAtArrivalWhereThereWasNoSpringBefore) {
  Paths paths({2010}, kRates);
  LearningYear before = spring(2010, {2001}, {4}), first = spring(2011, {2011}, {1});
  before.durable[kMath] = {0.9};  // another child's
  before.score[kMath] = {1.0};
  first.family[kMath] = {0.1};
  first.durable[kMath] = {0.03};
  first.peers[kMath] = {0.01};
  paths.add(before);
  paths.add(first);
  const Path path = paths.of(first, kMath, 0);
  EXPECT_DOUBLE_EQ(path.start, 0.1);
  EXPECT_DOUBLE_EQ(path.reversion, 0.0);
  EXPECT_DOUBLE_EQ(path.own, 0.0);
  EXPECT_NEAR(path.peers, 0.01, 1e-12);
  EXPECT_NEAR(path.lasting(), 0.13, 1e-12);
  EXPECT_NEAR(growth_in(before, first, kRates, kMath, 0), 0.03, 1e-12);
}

}  // namespace
}  // namespace homeroom::truth
