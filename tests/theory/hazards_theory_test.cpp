// How long people stay, from the chance that they go: a constant hazard h gives spells of mean 1/h
// and survival (1 - h)^k; who is in office at a random moment has served by the renewal theorem.
// Limits of chance: tests/support/false_alarm.hpp.
#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/arithmetic.hpp"
#include "tests/support/false_alarm.hpp"
#include "tests/support/governed_city.hpp"
#include "tests/support/small_district.hpp"

namespace homeroom {
namespace {

using namespace testing;

/// What `years` years of superintendents came to: completed terms, and years served by whoever was
/// in office at the end of each year.
struct Offices {
  std::vector<int> terms;
  std::vector<double> served;
};

Offices govern(double exit_first, double exit_later, int years) {
  GovernedCity city(1);
  city.governance.exit_first = exit_first;
  city.governance.exit_later = exit_later;
  Offices offices;
  for (int i = 0; i < years; ++i) {
    city.govern();
    for (const Event& event : city.world.results.events) {
      if (event.kind == EventKind::Succession)
        offices.terms.push_back(static_cast<int>(event.value));
    }
    offices.served.push_back(city.world.superintendent.years);
    city.turn_year();
  }
  offices.terms.erase(offices.terms.begin());  // the first one began before we looked
  return offices;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

TEST(Superintendents, WithAConstantHazardServeGeometricTerms) {
  constexpr double kHazard = 0.25;
  const Offices offices = govern(kHazard, kHazard, 20000);
  const auto n = static_cast<double>(offices.terms.size());
  double mean = 0;
  std::vector<int> counts(12, 0);
  std::vector<double> expected(12);
  for (const int term : offices.terms) {
    mean += term / n;
    ++counts[static_cast<std::size_t>(std::min(term, 12) - 1)];
  }
  EXPECT_NEAR(mean, 1.0 / kHazard, kErrors * std::sqrt(1.0 - kHazard) / kHazard / std::sqrt(n));
  for (int k = 0; k < 12; ++k) {
    const double survived = std::pow(1.0 - kHazard, k);
    expected[static_cast<std::size_t>(k)] = n * survived * (k < 11 ? kHazard : 1.0);
  }
  EXPECT_LT(chi_square(counts, expected), chi_square_limit(11));
}

// Incumbents have served a years with probability S(a) / sum S, S the survival of a term. Years of
// one city hang together, so the standard error comes from blocks of 1,000 years, 150 of them: 4.5
// of such errors are exceeded once in 70,000 fair programs.
TEST(Superintendents, InOfficeHaveServedAsLongAsRenewalSays) {
  const auto nature = shipped<GovernanceParameters>("governance");
  double survived = 1.0, years = 0.0, all = 0.0;
  for (int served = 0; served < 400; ++served) {
    years += served * survived;
    all += survived;
    survived *= 1.0 - (served == 0 ? nature.exit_first : nature.exit_later);
  }
  constexpr int kBlocks = 150, kBlock = 1000;
  const Offices offices = govern(nature.exit_first, nature.exit_later, kBlocks * kBlock);
  double sum = 0, squares = 0;
  for (int b = 0; b < kBlocks; ++b) {
    const auto from = offices.served.begin() + b * kBlock;
    const double mean = mean_of({from, from + kBlock});
    sum += mean / kBlocks;
    squares += mean * mean / kBlocks;
  }
  const double error = std::sqrt((squares - sum * sum) / (kBlocks - 1));
  EXPECT_LT(error, 0.03);
  EXPECT_NEAR(sum, years / all, kErrors * error);
}

/// Schools whose principals differ in nothing but luck.
SmallDistrict alike(int schools, double hazard) {
  SmallDistrict d(schools, 1);
  LeadershipParameters& p = d.leadership;
  p.exit_poverty = p.exit_frustration = p.exit_urgency = p.exit_climate = p.exit_late = 0;
  p.exit_base = logit(hazard);
  return d;
}

TEST(Principals, SurviveGeometricallyUnderAConstantHazard) {
  constexpr int kSchools = 3000;
  constexpr double kHazard = 0.2;
  SmallDistrict d = alike(kSchools, kHazard);
  const auto first = d.world.schools.principals.person;
  for (int year = 1; year <= 8; ++year) {
    enact(d.world, decide_leadership(d.world, d.law, d.leadership, d.dice));
    d.turn_year();
    int still = 0;
    for (std::size_t s = 0; s < kSchools; ++s) {
      still += d.world.schools.principals.person[SchoolId{s}] == first[SchoolId{s}];
    }
    const double expected = std::pow(1.0 - kHazard, year);
    EXPECT_NEAR(still / static_cast<double>(kSchools), expected,
                kErrors * share_error(expected, kSchools))
        << year;
  }
}

TEST(Principals, LateInPostLeaveByTheLateHazard) {
  constexpr int kSchools = 3000;
  SmallDistrict d = alike(kSchools, 0.1);
  d.leadership.exit_late = 1.5;
  const auto leave_after = [&](double years) {
    for (std::size_t s = 0; s < kSchools; ++s) {
      d.world.schools.principals.years_here[SchoolId{s}] = static_cast<int>(years);
    }
    const LeadershipOutcome outcome = decide_leadership(d.world, d.law, d.leadership, d.dice);
    int left = 0;
    for (std::size_t s = 0; s < kSchools; ++s) left += outcome.principals.is_new[SchoolId{s}] != 0;
    return left / static_cast<double>(kSchools);
  };
  const double late = logistic(logit(0.1) + 1.5);
  EXPECT_NEAR(leave_after(d.leadership.late_years), 0.1, kErrors * share_error(0.1, kSchools));
  EXPECT_NEAR(leave_after(d.leadership.late_years + 1), late,
              kErrors * share_error(late, kSchools));
}

/// Teachers who differ in age and experience alone, and whom nobody removes.
SmallDistrict of_equals(std::uint8_t experience, std::uint8_t age) {
  SmallDistrict d(60);
  StaffingParameters& p = d.staffing;
  p.exit_poverty = p.exit_climate = p.exit_leadership = p.exit_friction = p.exit_hours = 0;
  p.exit_urgency = p.exit_effect = p.exit_fit = p.exit_pay = p.exit_new_principal = 0;
  p.exit_takeover = p.exit_threat = p.exit_after_bonus = 0;
  p.dismiss_rate = p.dismiss_untenured = p.removal_begun = p.misfit_rate = p.displaced = 0;
  for (auto& years : d.world.teachers.experience) years = experience;
  for (auto& years : d.world.teachers.age) years = age;
  return d;
}

/// Share of teachers who leave their school.
double share_leaving(const SmallDistrict& d) {
  int left = 0, staff = 0;
  for (const SchoolStaffing& school : d.decide().school) {
    left += school.departures;
    staff += school.staff_before;
  }
  return left / static_cast<double>(staff);
}

// A year older before they decide: experience x has the hazard of x + 1 years.
TEST(Teachers, LeaveByTheHazardOfTheirExperience) {
  for (const int experience : {0, 2, 10, 26, 34}) {
    const SmallDistrict d = of_equals(static_cast<std::uint8_t>(experience), 40);
    const StaffingParameters& p = d.staffing;
    const double years = experience + 1;
    const double late = clamp_to((years - p.late_from) / p.late_ramp, 0.0, 1.0);
    const double expected =
        logistic(p.exit_base + (years <= p.early_years ? p.exit_early : 0.0) + p.exit_late * late);
    const auto staff = static_cast<double>(d.world.posts.size());
    EXPECT_NEAR(share_leaving(d), expected, kErrors * share_error(expected, staff)) << experience;
  }
}

TEST(Teachers, AreGoneAtTheLastAge) {
  SmallDistrict d = of_equals(20, 40);
  d.staffing.exit_base = -50;
  EXPECT_EQ(share_leaving(d), 0.0);
  for (auto& years : d.world.teachers.age) {
    years = static_cast<std::uint8_t>(d.staffing.last_age - 1);
  }
  EXPECT_EQ(share_leaving(d), 1.0);
}

}  // namespace
}  // namespace homeroom
