// What is left of what was learned: both stocks against their geometric series.
//   K_d(n) = delta G (1 - p^n) / (1 - p),   K_f(n) = (1 - delta) G (1 - f^n) / (1 - f)
// No chance is involved; the tolerance is the rounding of a float column over the years.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/classrooms.hpp"
#include "tests/support/nature_values.hpp"

namespace homeroom {
namespace {

using testing::Classrooms;

constexpr double kRounding = 1e-6;

/// One child; stocks as they ship, and no term of growth.
class Stocks : public ::testing::Test {
 protected:
  Stocks() : room(1, 1) {
    room.nature.persistence = ships.persistence;
    room.nature.fading = ships.fading;
    room.nature.delta_teacher = ships.delta_teacher;
    room.nature.delta_school = ships.delta_school;
  }
  double durable(int subject) { return static_cast<double>(room.students().durable[subject][0]); }
  double fleeting(int subject) { return static_cast<double>(room.students().fleeting[subject][0]); }

  const LearningParameters ships = testing::shipped<LearningParameters>("learning");
  Classrooms room;
};

/// A stock after so many years of `inflow`, of which `kept` remains each year.
double series(double inflow, double kept, int years) {
  return inflow * (1.0 - std::pow(kept, years)) / (1.0 - kept);
}

TEST_F(Stocks, GrowAsTheGeometricSeriesYearByYearAndInTheLimit) {
  constexpr double kGrowth = 0.1;
  room.world().anchor = {kGrowth, 2 * kGrowth};  // growth of the school's kind, in each subject
  const double delta = ships.delta_school;
  for (int year = 1; year <= 60; ++year) {
    room.learn();
    for (int m = 0; m < kSubjects; ++m) {
      const double growth = m == kMath ? kGrowth : 2 * kGrowth;
      ASSERT_NEAR(durable(m), series(delta * growth, ships.persistence, year), kRounding);
      ASSERT_NEAR(fleeting(m), series((1 - delta) * growth, ships.fading, year), kRounding);
    }
  }
  for (int year = 0; year < 140; ++year) room.learn();
  EXPECT_NEAR(durable(kMath), delta * kGrowth / (1 - ships.persistence), kRounding);
  EXPECT_NEAR(fleeting(kMath), (1 - delta) * kGrowth / (1 - ships.fading), kRounding);
}

TEST_F(Stocks, OfATeacherRemainWhatJacobLefgrenAndSimsMeasured) {
  constexpr double kEffect = 0.5;
  room.hire(kEffect);
  room.learn();
  EXPECT_NEAR(room.stock(0), kEffect, kRounding);  // all of it, in the year itself
  room.dismiss_all();
  const double delta = ships.delta_teacher;
  for (int year = 1; year <= 5; ++year) {
    room.learn();
    const double left =
        delta * std::pow(ships.persistence, year) + (1 - delta) * std::pow(ships.fading, year);
    ASSERT_NEAR(room.stock(0) / kEffect, left, kRounding);
    if (year > 1) continue;
    // "Three quarters or more fade within one year": Jacob, Lefgren and Sims (2010).
    EXPECT_GT(room.stock(0) / kEffect, 0.15);
    EXPECT_LT(room.stock(0) / kEffect, 0.25);
  }
}

TEST_F(Stocks, TeachersAndSchoolsFadeEachAtTheirOwnShare) {
  room.hire(0.3);
  room.world().anchor = {0.1, 0.1};
  for (int year = 1; year <= 12; ++year) {
    room.learn();
    const double inflow = 0.3 * ships.delta_teacher + 0.1 * ships.delta_school;
    ASSERT_NEAR(durable(kMath), series(inflow, ships.persistence, year), kRounding);
    ASSERT_NEAR(fleeting(kMath), series(0.4 - inflow, ships.fading, year), kRounding);
  }
}

}  // namespace
}  // namespace homeroom
