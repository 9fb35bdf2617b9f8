// Survival against R 4.2.2 with survival 3.5-3 (Debian 12); remission in acute myelogenous
// leukaemia, Miller (1981), Survival Analysis, page 49:
//
//   library(survival); summary(survfit(Surv(time, status) ~ x, data = aml, conf.type = "log-log"))
//   survdiff(Surv(time, status) ~ x, data = aml); survdiff(Surv(time, status) ~ celltype, data =
//   veteran) d <- data.frame(start = c(1,2,5,2,1,7,3,4,8,8), stop = c(2,3,6,7,8,9,9,9,14,17), event
//   = c(1,1,1,1,1,1,1,0,0,0)) summary(survfit(Surv(start, stop, event) ~ 1, d, conf.type =
//   "log-log"))   # the example of ?coxph
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "analysis/estimators/chi_squared.hpp"
#include "analysis/estimators/kaplan_meier.hpp"
#include "analysis/estimators/log_rank.hpp"
#include "analysis/estimators/school_spells.hpp"

namespace homeroom::estimators {
namespace {

std::vector<Spell> spells(const std::vector<double>& until, const std::vector<int>& ended) {
  std::vector<Spell> all;
  for (std::size_t i = 0; i < until.size(); ++i) all.push_back({0, until[i], ended[i] == 1});
  return all;
}

const std::vector<Spell> kMaintained =
    spells({9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161}, {1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0});
const std::vector<Spell> kNot =
    spells({5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45}, {1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1});

void expect_step(const SurvivalStep& step, double age, int at_risk, double survival, double error,
                 double low, double high) {
  EXPECT_EQ(step.age, age);
  EXPECT_EQ(step.at_risk, at_risk);
  EXPECT_NEAR(step.survival, survival, 1e-11) << age;
  EXPECT_NEAR(step.error, error, 1e-11) << age;
  EXPECT_NEAR(step.low, low, 1e-11) << age;
  EXPECT_NEAR(step.high, high, 1e-11) << age;
}

TEST(KaplanMeier, GivesTheCurveOfLeukaemia) {
  const std::vector<SurvivalStep> steps = kaplan_meier(kMaintained, 0.95);
  ASSERT_EQ(steps.size(), 7u);
  expect_step(steps[0], 9, 11, 0.909090909091, 0.0866784172041, 0.508080205770, 0.986673822668);
  expect_step(steps[3], 23, 7, 0.613636363636, 0.152632331027, 0.265752040001, 0.835299243250);
  expect_step(steps[6], 48, 2, 0.184090909091, 0.153492745786, 0.0117384801232, 0.525014842727);
  EXPECT_EQ(median_survival(steps), 31);
  EXPECT_EQ(survival_at(steps, 8.9).survival, 1.0);
  EXPECT_EQ(survival_at(steps, 30).age, 23);
}

TEST(KaplanMeier, EndsWithNobodyLeft) {
  const std::vector<SurvivalStep> steps = kaplan_meier(kNot, 0.95);
  ASSERT_EQ(steps.size(), 9u);
  expect_step(steps[1], 8, 10, 0.666666666667, 0.136082763488, 0.337018932541, 0.859711799084);
  expect_step(steps[7], 43, 2, 0.0972222222222, 0.0918663649675, 0.00574630569586, 0.348903861111);
  EXPECT_EQ(steps[8].survival, 0.0);
  EXPECT_TRUE(std::isnan(steps[8].low));
  EXPECT_EQ(median_survival(steps), 23);
}

TEST(KaplanMeier, CountsWhoCameLateFromThen) {
  const double from[] = {1, 2, 5, 2, 1, 7, 3, 4, 8, 8}, until[] = {2, 3, 6, 7, 8, 9, 9, 9, 14, 17};
  std::vector<Spell> all;
  for (std::size_t i = 0; i < 10; ++i) all.push_back({from[i], until[i], i < 7});
  const std::vector<SurvivalStep> steps = kaplan_meier(all, 0.95);
  ASSERT_EQ(steps.size(), 6u);
  expect_step(steps[0], 2, 2, 0.5, 0.353553390593, 0.00598308763915, 0.910410084837);
  expect_step(steps[5], 9, 5, 0.09, 0.0907469007735, 0.00420646176395, 0.34653176806);
}

TEST(KaplanMeier, RefusesSpellsThatDoNotLast) {
  EXPECT_THROW(kaplan_meier({{2, 2, true}}, 0.95), std::invalid_argument);
  EXPECT_TRUE(kaplan_meier({{0, 2, false}}, 0.95).empty());
}

TEST(LogRank, GivesTheTestOfLeukaemia) {
  const LogRank test = log_rank({kMaintained, kNot});
  EXPECT_NEAR(test.expected[0], 10.6893359923, 1e-9);
  EXPECT_NEAR(test.expected[1], 7.3106640077, 1e-9);
  EXPECT_NEAR(test.observed[0], 7, 1e-9);
  EXPECT_NEAR(test.chi_squared, 3.39638869898, 1e-10);
  EXPECT_EQ(test.degrees, 1);
  EXPECT_NEAR(test.p, 0.0653393220405, 1e-12);
}

TEST(LogRank, LeavesOutWhoWasNeverAtRisk) {
  const LogRank test = log_rank({kMaintained, kNot, {{0, 2, false}}});
  EXPECT_EQ(test.degrees, 1);
  EXPECT_NEAR(test.chi_squared, 3.39638869898, 1e-10);
  EXPECT_THROW(log_rank({kMaintained}), std::invalid_argument);
}

std::string refusal(const std::vector<std::vector<Spell>>& groups,
                    const std::vector<std::string>& names = {}) {
  try {
    log_rank(groups, names);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "none";
}

// V is 0, and 0 over 0 is no chi2 of 0.
TEST(LogRank, RefusesGroupsThatWereNeverAtRiskTogether) {
  const std::vector<Spell> early = {{0, 2, true}, {0, 3, true}, {0, 4, false}};
  const std::vector<Spell> late = {{5, 7, true}, {5, 8, true}, {5, 9, false}};
  const std::vector<Spell> later = {{5, 6, true}, {5, 8, false}};
  EXPECT_NE(refusal({early, late}, {"old", "new"}).find("old; new"), std::string::npos);
  EXPECT_NE(refusal({early, late, later}).find("group 1; group 2 and group 3"), std::string::npos);
  EXPECT_EQ(refusal({late, later}), "none");
  // Who was there with both joins them.
  EXPECT_EQ(log_rank({early, late, {{0, 9, false}}}).degrees, 2);
  // All end at once: nobody stayed with whom they could be compared.
  EXPECT_NE(refusal({{{0, 2, true}}, {{0, 2, true}}}).find("group 1; group 2"), std::string::npos);
}

TEST(ChiSquared, IsThatOfR) {  // pchisq(25.4037003458, 3, lower.tail = FALSE)
  EXPECT_NEAR(chi_squared_above(25.4037003458, 3), 1.27124593901e-05, 1e-15);
}

panel::Year year_of_schools(int year, const std::vector<int>& schools,
                            const std::vector<std::string>& models) {
  panel::Year made;
  made.year = year;
  made.schools.school = schools;
  made.schools.model = models;
  made.schools.opened.assign(schools.size(), 2008);
  made.schools.index();
  return made;
}

TEST(SchoolSpells, EndWithClosureAndNotWithAChange) {
  panel::Panel panel;
  panel.years = {year_of_schools(2010, {0, 1, 2}, {"pilot", "pilot", "pilot"}),
                 year_of_schools(2011, {0, 2}, {"pilot", "charter"}),
                 year_of_schools(2012, {0, 2}, {"pilot", "charter"})};
  const auto spells = school_spells(panel);
  ASSERT_EQ(spells.at("pilot").size(), 3u);
  int closed = 0;
  for (const Spell& one : spells.at("pilot")) {
    EXPECT_EQ(one.from, 2);
    closed += one.ended;
    if (one.ended) {
      EXPECT_EQ(one.until, 3);
    }
  }
  EXPECT_EQ(closed, 1);
  ASSERT_EQ(spells.at("charter").size(), 1u);
  EXPECT_EQ(spells.at("charter")[0].from, 3);
  EXPECT_EQ(spells.at("charter")[0].until, 5);
  EXPECT_FALSE(spells.at("charter")[0].ended);
}

}  // namespace
}  // namespace homeroom::estimators
