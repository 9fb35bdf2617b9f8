// Differences in differences against R 4.2.2 with sandwich 3.0-2 (Debian 12): did a drinking age of
// 21 change deaths in traffic? F is tests/data/traffic_deaths.csv.
//
//   m <- lm(rate ~ age21 + unemp + factor(year) + state, F)
//   vcovCL(m, cluster = F$state, type = "HC0", cadjust = FALSE) * 48 / 47 * 335 / (336 - k)
//     # k: columns but those of the states, which are the clusters; 7 without unemp, 8 with
//   first <- tapply(ifelse(F$age21 == 1, F$year, 9999), F$state, min); Y: rate by state and year
//   cell <- function(g, t) { s <- first == g | first > max(t, g - 1)
//     dy <- Y[s, paste(t)] - Y[s, paste(g - 1)]; lm(dy ~ I(first[s] == g)) }   # errors: vcovHC(.,
//     "HC2")
//   and their means by t - g, weighted by states, squares of influences added; of 1983, 1984 and
//   1988 there are fewer than two states or controls
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/estimators/difference_in_differences.hpp"
#include "analysis/estimators/event_cells.hpp"
#include "analysis/estimators/event_study.hpp"
#include "tests/support/numbers_table.hpp"

namespace homeroom::estimators {
namespace {

Adoption drinking_age() {
  const NumbersTable table("traffic_deaths.csv");
  const Eigen::VectorXd year = table.numbers("year"), rate = table.numbers("rate"),
                        age21 = table.numbers("age21");
  const std::vector<int> state = table.codes("state");
  Adoption adoption;
  adoption.outcome = "rate";
  for (std::size_t i = 0; i < state.size(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    adoption.rows.push_back({state[i], static_cast<int>(year[row]), rate[row]});
    int& first = adoption.first.try_emplace(state[i], kNever).first->second;
    if (age21[row] == 1.0) first = std::min(first, adoption.rows.back().year);
  }
  return adoption;
}

TEST(DifferenceInDifferences, GivesTheLawsOfR) {
  const LinearFit fit = difference_in_differences(drinking_age());
  EXPECT_NEAR(fit.of(kBegan).estimate, 0.658482290715, 1e-10);
  EXPECT_NEAR(fit.of(kBegan).error, 0.545908683442, 1e-10);
  EXPECT_EQ(fit.clusters, 48);
  EXPECT_EQ(fit.degrees, 47);
}

TEST(DifferenceInDifferences, TakesControls) {
  const LinearFit fit = difference_in_differences(
      drinking_age(), {{"unemp", NumbersTable("traffic_deaths.csv").numbers("unemp")}});
  EXPECT_NEAR(fit.of(kBegan).estimate, 0.237709749331, 1e-10);
  EXPECT_NEAR(fit.of(kBegan).error, 0.448946017753, 1e-10);
  EXPECT_NEAR(fit.of("unemp").estimate, -0.960621216254, 1e-10);
  EXPECT_NEAR(fit.of("unemp").error, 0.162009403277, 1e-10);
}

bool says(const std::vector<std::string>& warnings, const std::string& words) {
  for (const std::string& warning : warnings) {
    if (warning.find(words) != std::string::npos) return true;
  }
  return false;
}

TEST(DifferenceInDifferences, WarnsWhereItBeganInSeveralYears) {
  EXPECT_TRUE(says(difference_in_differences(drinking_age()).warnings, "different years"));
  Adoption once = drinking_age();
  for (auto& [unit, first] : once.first) first = unit < 20 ? 1985 : kNever;
  EXPECT_FALSE(says(difference_in_differences(once).warnings, "different years"));
}

TEST(DifferenceInDifferences, RefusesWhatNobodySawBegin) {
  Adoption adoption = drinking_age();
  for (auto& [unit, first] : adoption.first) first = unit < 20 ? 1980 : kNever;
  EXPECT_THROW(difference_in_differences(adoption), std::invalid_argument);
  adoption.rows.clear();
  EXPECT_THROW(difference_in_differences(adoption), std::invalid_argument);
  adoption = drinking_age();
  adoption.rows.push_back(adoption.rows.front());
  EXPECT_THROW(difference_in_differences(adoption), std::invalid_argument);
}

void expect_cell(const std::vector<EventCell>& cells, int cohort, int year, double effect,
                 double error, std::size_t units, std::size_t controls) {
  for (const EventCell& cell : cells) {
    if (cell.cohort != cohort || cell.year != year) continue;
    double variance = 0;
    for (const auto& [unit, share] : cell.influence) variance += share * share;
    EXPECT_NEAR(cell.effect, effect, 1e-8);
    EXPECT_NEAR(std::sqrt(variance), error, 1e-8);
    EXPECT_EQ(cell.units.size(), units);
    EXPECT_EQ(cell.controls.size(), controls);
    return;
  }
  ADD_FAILURE() << "no cell of " << cohort << " in " << year;
}

TEST(EventStudy, ComparesCohortsAsTwoMeansDo) {
  std::vector<std::string> warnings;
  const std::vector<EventCell> cells = event_cells(drinking_age(), Controls::NotYetBegan, warnings);
  expect_cell(cells, 1985, 1982, -1.21324948981, 1.45373691027, 4, 18);
  expect_cell(cells, 1985, 1985, 0.495319615194, 1.26747609277, 4, 18);
  expect_cell(cells, 1985, 1986, 2.88770019408, 0.981512790189, 4, 12);
  expect_cell(cells, 1986, 1987, 1.82440095583, 1.62675986529, 6, 4);
  expect_cell(cells, 1987, 1987, 2.1877741475, 1.95862983169, 8, 4);
  EXPECT_TRUE(says(warnings, "in 24 units it had begun when they were first seen"));
  EXPECT_TRUE(says(warnings, "of units that began in 1983, fewer than two"));
}

const EventYear& year_since(const EventStudy& study, int since) {
  for (const EventYear& year : study.years) {
    if (year.since == since) return year;
  }
  throw std::out_of_range("no such year");
}

TEST(EventStudy, AveragesCohortsByYearsSince) {
  const EventStudy study = event_study(drinking_age(), Controls::NotYetBegan, 0.95);
  const auto expect_year = [&](int since, double effect, double error, int units) {
    EXPECT_NEAR(year_since(study, since).effect.estimate, effect, 1e-8) << since;
    EXPECT_NEAR(year_since(study, since).effect.error, error, 1e-8) << since;
    EXPECT_EQ(year_since(study, since).units, units) << since;
  };
  expect_year(-3, 0.0770277622654, 0.730284488533, 18);
  expect_year(-2, 0.266119942944, 0.601919681118, 18);
  expect_year(0, 1.36343455865, 0.893696352055, 18);
  expect_year(1, 2.24972065113, 1.00500246305, 10);
  expect_year(2, 2.82297610575, 1.67196235267, 4);
  EXPECT_GT(study.after.effect.estimate, 1.36);
  EXPECT_THROW(year_since(study, -1), std::out_of_range);
}

// Effects that grow, in cohorts one after the other and nobody left out at the end: the two-way
// regression misses the mean effect, cohort by cohort it is found.
TEST(EventStudy, IsRightWhereEffectsGrow) {
  Adoption adoption;
  adoption.outcome = "score";
  double effects = 0, counted = 0;
  for (int unit = 0; unit < 60; ++unit) {
    const int first = 2003 + 2 * (unit % 3);
    adoption.first[unit] = unit % 3 == 2 && unit > 30 ? kNever : first;
    for (int year = 2000; year < 2010; ++year) {
      const int since = year - adoption.first[unit];
      const double wobble = 0.01 * ((unit * 7 + year * 13) % 5 - 2);
      const double effect = adoption.first[unit] <= year ? 0.1 * (since + 1) : 0.0;
      adoption.rows.push_back({unit, year, 0.05 * unit + 0.02 * (year - 2000) + effect + wobble});
      if (effect > 0) effects += effect, counted += 1;
    }
  }
  const EventStudy study = event_study(adoption, Controls::NotYetBegan, 0.95);
  EXPECT_NEAR(study.after.effect.estimate, effects / counted, 0.01);
  EXPECT_NEAR(year_since(study, 0).effect.estimate, 0.1, 0.01);
  EXPECT_NEAR(year_since(study, 3).effect.estimate, 0.4, 0.01);
  EXPECT_NEAR(year_since(study, -3).effect.estimate, 0.0, 0.01);
  EXPECT_LT(difference_in_differences(adoption).of(kBegan).estimate, 0.85 * effects / counted);
}

}  // namespace
}  // namespace homeroom::estimators
