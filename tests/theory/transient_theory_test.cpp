// Luck that comes and goes, and luck that stays: the transient state is a stationary AR(1), and the
// baseline is a random walk. Limits of chance: tests/support/false_alarm.hpp.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/classrooms.hpp"
#include "tests/support/false_alarm.hpp"
#include "tests/support/patterns.hpp"

namespace homeroom {
namespace {

using namespace testing;

constexpr int kSchools = 100, kEach = 400, kChildren = kSchools * kEach;
constexpr double kRho = 0.6, kSigma = 0.4, kTogether = 0.7;

Moments moments(const std::vector<float>& a, const std::vector<float>& b) {
  Moments of;
  for (std::size_t i = 0; i < a.size(); ++i) of.add(a[i], b[i]);
  return of;
}
double variance(const std::vector<float>& values) {
  const double sd = moments(values, values).sd();
  return sd * sd;
}

Classrooms with_luck() {
  Classrooms rooms(kSchools, kEach);
  rooms.nature.transient_persistence = kRho;
  rooms.luck = {kSigma, 1.0, kTogether};
  return rooms;
}

// Var v(n) = sigma^2 (1 - rho^2n) from nothing; sigma^2 for ever.
TEST(Transient, VarianceRisesToItsStationaryValueAndStays) {
  Classrooms rooms = with_luck();
  for (int year = 1; year <= 12; ++year) {
    rooms.learn();
    const double expected = kSigma * kSigma * (1.0 - std::pow(kRho, 2 * year));
    for (int m = 0; m < kSubjects; ++m) {
      EXPECT_NEAR(variance(rooms.students().transient[m]), expected,
                  kErrors * variance_error(expected, kChildren));
    }
  }
}

TEST(Transient, CorrelatesByItsPersistenceOverYearsAndAsDeclaredBetweenSubjects) {
  Classrooms rooms = with_luck();
  for (int year = 0; year < 12; ++year) rooms.learn();
  const std::vector<float> then = rooms.students().transient[kMath];
  for (int lag = 1; lag <= 3; ++lag) {
    rooms.learn();
    const double expected = std::pow(kRho, lag);
    EXPECT_NEAR(moments(then, rooms.students().transient[kMath]).correlation(), expected,
                kErrors * correlation_error(expected, kChildren));
  }
  EXPECT_NEAR(
      moments(rooms.students().transient[kMath], rooms.students().transient[kEla]).correlation(),
      kTogether, kErrors * correlation_error(kTogether, kChildren));
}

// A class shares what its grade and its room had that year; shocks enter the same AR(1):
//   Var = sigma^2 + (cohort^2 + class^2) / (1 - rho^2)
TEST(Transient, SharedShocksAddTheirOwnStationaryVariance) {
  constexpr int kClasses = 4000;
  Classrooms rooms(kClasses, 1);
  rooms.nature.transient_persistence = kRho;
  rooms.nature.cohort_shock = 0.3;
  rooms.nature.class_shock = 0.2;
  rooms.luck = {kSigma, 1.0, kTogether};
  for (int year = 0; year < 12; ++year) rooms.learn();
  const double shared = (0.3 * 0.3 + 0.2 * 0.2) / (1.0 - kRho * kRho);
  const double expected = kSigma * kSigma + shared;
  EXPECT_NEAR(variance(rooms.students().transient[kMath]), expected,
              kErrors * variance_error(expected, kClasses));
}

// Var B(n) = Var B(0) + n drift^2, and no step knows the one before.
TEST(Drift, AddsItsVarianceYearByYear) {
  constexpr double kDrift = 0.04;
  Classrooms rooms(kSchools, kEach);
  rooms.nature.drift = kDrift;
  std::vector<float> step(kChildren), before_last(kChildren, 0.0f);
  for (int year = 1; year <= 10; ++year) {
    const std::vector<float> before = rooms.students().baseline[kMath];
    rooms.learn();
    const std::vector<float>& now = rooms.students().baseline[kMath];
    const double expected = year * kDrift * kDrift;
    EXPECT_NEAR(variance(now), expected, kErrors * variance_error(expected, kChildren));
    for (std::size_t i = 0; i < step.size(); ++i) step[i] = now[i] - before[i];
    if (year > 1) {
      EXPECT_NEAR(moments(step, before_last).correlation(), 0.0,
                  kErrors * correlation_error(0.0, kChildren));
    }
    before_last = step;
  }
}

}  // namespace
}  // namespace homeroom
