// Where careers settle: of posts that are filled again as soon as they fall vacant, the experience
// of those who hold them has one stationary distribution (Feller 1971, ch. XI). The founding draws
// from it, and the staffing chapter keeps it. Limits of chance: tests/support/false_alarm.hpp.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "sim/core/arithmetic.hpp"
#include "sim/year/staffing_outside.hpp"
#include "tests/support/false_alarm.hpp"
#include "tests/support/nature_values.hpp"
#include "tests/support/small_district.hpp"

namespace homeroom {
namespace {

using namespace testing;

constexpr std::size_t kYears = 50;
using Shares = std::vector<double>;

/// Staffing in which a career hangs on experience alone: nobody is chosen, moved or removed.
StaffingParameters renewal_alone() {
  StaffingParameters p = shipped<StaffingParameters>("staffing");
  p.exit_poverty = p.exit_climate = p.exit_leadership = p.exit_friction = p.exit_hours = 0;
  p.exit_urgency = p.exit_effect = p.exit_fit = p.exit_pay = p.exit_new_principal = 0;
  p.exit_takeover = p.exit_threat = p.exit_after_bonus = 0;
  p.dismiss_rate = p.dismiss_untenured = p.removal_begun = p.misfit_rate = p.displaced = 0;
  p.move_share = 0;
  p.hire_first_year = p.hire_early_years = 0;
  p.late_experienced = 1;
  p.last_age = 250;
  return p;
}

double hazard_at(const StaffingParameters& p, double years) {
  const double late = clamp_to((years - p.late_from) / p.late_ramp, 0.0, 1.0);
  return logistic(p.exit_base + (years <= p.early_years ? p.exit_early : 0.0) + p.exit_late * late);
}

/// Experience of those who are hired: novices, and 1 + an exponential, in whole years.
Shares of_candidates(const StaffingParameters& p, double novices) {
  Shares shares(kYears, 0.0);
  shares[0] = novices;
  for (std::size_t x = 1; x < kYears; ++x) {
    const auto beyond = [&](double years) {
      return std::exp(-std::max(0.0, years) / p.candidate_experience);
    };
    shares[x] =
        (1.0 - novices) * (beyond(static_cast<double>(x) - 1) - beyond(static_cast<double>(x)));
  }
  return shares;
}

/// A post's year: its holder gains a year and goes by the hazard, or another comes.
Shares next_year(const StaffingParameters& p, const Shares& now, const Shares& hired) {
  Shares next(kYears, 0.0);
  double vacant = 0;
  for (std::size_t x = 0; x < kYears; ++x) {
    const double leaves = now[x] * hazard_at(p, static_cast<double>(x) + 1);
    vacant += leaves;
    if (x + 1 < kYears) next[x + 1] += now[x] - leaves;
  }
  for (std::size_t x = 0; x < kYears; ++x) next[x] += vacant * hired[x];
  const double all = std::accumulate(next.begin(), next.end(), 0.0);
  for (double& share : next) share /= all;
  return next;
}

/// The chain itself, run until it stands still.
Shares stationary(const StaffingParameters& p, double novices) {
  const Shares hired = of_candidates(p, novices);
  Shares shares = hired;
  for (int year = 0; year < 2000; ++year) shares = next_year(p, shares, hired);
  return shares;
}

/// What the founding draws from.
Shares of_founding(const StaffingParameters& p, double novices) {
  const StationaryCareer career(p, novices);
  Shares shares(kYears, 0.0);
  constexpr int kPoints = 1000000;
  for (int i = 0; i < kPoints; ++i) {
    shares[static_cast<std::size_t>(career.experience((i + 0.5) / kPoints))] += 1.0 / kPoints;
  }
  return shares;
}

TEST(Renewal, IsWhatTheFoundingDrawsFrom) {
  const StaffingParameters p = renewal_alone();
  for (const double novices : {0.2, 0.6, 1.0}) {
    const Shares expected = stationary(p, novices), founded = of_founding(p, novices);
    for (std::size_t x = 0; x < kYears; ++x) {
      // Careers that are cut at fifty years cost the tail a thousandth.
      EXPECT_NEAR(founded[x], expected[x], 0.001) << x << " years";
    }
    double attrition = 0;
    for (std::size_t x = 0; x < kYears; ++x) {
      attrition += expected[x] * hazard_at(p, static_cast<double>(x) + 1);
    }
    EXPECT_NEAR(StationaryCareer(p, novices).attrition(), attrition, 0.001);
  }
}

/// Teachers in schools by experience, in groups of which the last is open.
std::vector<int> census(const World& world) {
  std::vector<int> counts(8, 0);
  for (std::size_t row = 0; row < world.teachers.size(); ++row) {
    if (!world.teachers.in_school(row)) continue;
    ++counts[static_cast<std::size_t>(std::min<int>(world.teachers.experience[row] / 5, 7))];
  }
  return counts;
}
std::vector<double> expected_census(const Shares& shares, double posts) {
  std::vector<double> counts(8, 0.0);
  for (std::size_t x = 0; x < kYears; ++x)
    counts[std::min<std::size_t>(x / 5, 7)] += posts * shares[x];
  return counts;
}

int vacancies(const Results& results) {
  int all = 0;
  for (const SchoolYear& year : results.school) all += year.vacancies;
  return all;
}

TEST(Renewal, IsKeptByTheStaffingChapterOverTheYears) {
  SmallDistrict d(120);
  d.staffing = renewal_alone();
  d.world.city.supply_per_vacancy = 6;  // nobody goes without
  const auto posts = static_cast<double>(d.world.posts.size());
  const Shares shares = stationary(d.staffing, d.world.city.supply_novice_share);
  double attrition = 0;
  for (std::size_t x = 0; x < kYears; ++x) {
    attrition += shares[x] * hazard_at(d.staffing, static_cast<double>(x) + 1);
  }
  int left = 0, vacant = 0;
  constexpr int kRun = 30;
  for (int year = 0; year < kRun; ++year) {
    enact(d.world, decide_staffing(d.world, d.law, d.staffing, d.dice));
    const Results& now = d.world.results;
    const int before = vacant;
    vacant = vacancies(now);
    // Who goes is followed, but for posts that nobody wanted this summer.
    ASSERT_EQ(now.hires_outside, now.teachers_left + before - vacant);
    ASSERT_LT(vacant, 0.005 * posts);
    left += now.teachers_left;
    d.turn_year();
  }
  EXPECT_NEAR(left / (posts * kRun), attrition, kErrors * share_error(attrition, posts * kRun));
  EXPECT_LT(chi_square(census(d.world), expected_census(shares, posts)), chi_square_limit(7));
}

}  // namespace
}  // namespace homeroom
