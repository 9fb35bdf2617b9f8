// The report's regression against R 4.2.2 with sandwich 3.0-2, on twenty schools made by a formula:
//
//   s <- 0:19; t <- 30 + (s*7) %% 13; e15 <- 300 + 10*s; e16 <- 320 + 5*s
//   y15 <- list(40 + (s*7) %% 11, 45 + (s*5) %% 13); y16 <- list(y15[[1]] + s %% 3, y15[[2]] + s %%
//   3) li15 <- .3 + .02*((s*3) %% 17); li16 <- li15 + .01*(s %% 2); el <- .05 + .01*((s*11) %% 19)
//   sp <- .1 + .01*((s*5) %% 7); b <- .2 + .02*((s*13) %% 11); h <- .1 + .015*((s*17) %% 13)
//   w <- 2*t + 2*(t + 2); li <- (e15*li15 + e16*li16) / (e15 + e16)
//   y <- (t*y15[[1]] + (t + 2)*y15[[2]] + t*y16[[1]] + (t + 2)*y16[[2]]) / w
//   model <- ifelse(s %% 4 == 0, "pilot", ifelse(s %% 4 == 1 & s > 8, "charter", "traditional"))
//   m <- lm(y ~ relevel(factor(model), "traditional") + li + el + sp + b + h, weights = w)
//   coef(m); V <- vcovHC(m, "HC3"); sqrt(diag(V)); sqrt(V[2,2] + V[3,3] - 2*V[2,3])   # and less s
//   = 3
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/estimators/report_regression.hpp"
#include "analysis/estimators/student_regression.hpp"

namespace homeroom::estimators {
namespace {

panel::Year year_of_formula(int number) {
  panel::Year year;
  year.year = number;
  panel::Schools& schools = year.schools;
  const bool second = number == 2016;
  for (int s = 0; s < 20; ++s) {
    schools.school.push_back(100 + s);
    schools.enrolment.push_back(second ? 320 + 5 * s : 300 + 10 * s);
    schools.model.push_back(s % 4 == 0 ? "pilot" : s % 4 == 1 && s > 8 ? "charter" : "traditional");
    schools.second_model.push_back(s == 4 ? "charter" : "");
    schools.selective.push_back(s == 3);
    schools.low_income.push_back(.3 + .02 * ((s * 3) % 17) + (second ? .01 * (s % 2) : 0.0));
    schools.english_learner.push_back(.05 + .01 * ((s * 11) % 19));
    schools.special_education.push_back(.1 + .01 * ((s * 5) % 7));
    schools.black.push_back(.2 + .02 * ((s * 13) % 11));
    schools.hispanic.push_back(.1 + .015 * ((s * 17) % 13));
    const int tested = 30 + (s * 7) % 13, more = second ? s % 3 : 0;
    schools.tested[kMath].push_back(tested);
    schools.tested[kEla].push_back(tested + 2);
    schools.proficiency[kMath].push_back(40 + (s * 7) % 11 + more);
    schools.proficiency[kEla].push_back(45 + (s * 5) % 13 + more);
    schools.median_sgp[kMath].push_back(s == 7 ? std::nan("") : 40 + s);
    schools.median_sgp[kEla].push_back(s == 7 ? std::nan("") : 60 - s);
    schools.value_added_level.push_back(s == 8 ? panel::kNobody : 1 + s % 5);
  }
  schools.index();
  return year;
}

panel::Panel panel_of_formula() {
  panel::Panel panel;
  panel.years = {year_of_formula(2015), year_of_formula(2016)};
  return panel;
}

ReportQuestion question() {
  ReportQuestion question;
  question.years = {2015, 2016};
  question.subjects = {kMath, kEla};
  question.comparison.reference = {"traditional"};
  return question;
}

TEST(ReportRegression, IsWeightedWithFiveSharesAndHC3) {
  const LinearFit fit = report_regression(panel_of_formula(), question());
  EXPECT_EQ(fit.errors, Errors::HC3);
  EXPECT_EQ(fit.rows, 20);
  EXPECT_EQ(fit.rank, 8);
  EXPECT_NEAR(fit.of("model:charter").estimate, -1.194610360, 1e-8);
  EXPECT_NEAR(fit.of("model:charter").error, 3.078609077, 1e-8);
  EXPECT_NEAR(fit.of("model:pilot").estimate, -3.434848879, 1e-8);
  EXPECT_NEAR(fit.of("model:pilot").error, 1.887055688, 1e-8);
  EXPECT_NEAR(fit.of("low_income").error, 13.108664478, 1e-7);
  EXPECT_NEAR(fit.of("english_learner").estimate, 13.287367328, 1e-7);
  EXPECT_NEAR(fit.of("special_education").estimate, 13.131385124, 1e-7);
  EXPECT_NEAR(fit.of("black").estimate, 23.909694577, 1e-7);
  EXPECT_NEAR(fit.of("hispanic").error, 14.611629938, 1e-7);
  EXPECT_NEAR(difference(fit, "model:charter", "model:pilot").error, 3.60765836759, 1e-8);
}

TEST(ReportRegression, CanLeaveSelectiveSchoolsOut) {
  ReportQuestion asked = question();
  asked.comparison.selective = false;
  const Coefficient charter = report_regression(panel_of_formula(), asked).of("model:charter");
  EXPECT_NEAR(charter.estimate, -1.396831861, 1e-8);
  EXPECT_NEAR(charter.error, 3.041164730, 1e-8);
}

TEST(ReportRegression, ReadsOtherOutcomesOfSchoolsThatHaveThem) {
  ReportQuestion asked = question();
  asked.outcome = SchoolOutcome::MedianGrowth;
  const LinearModel growth = report_model(panel_of_formula(), asked);
  EXPECT_EQ(growth.y.size(), 19);
  EXPECT_NEAR(growth.y[0], (30 * 40.0 + 32 * 60.0) / 62.0, 1e-12);
  asked.outcome = SchoolOutcome::ValueAddedLevel;
  const LinearModel level = report_model(panel_of_formula(), asked);
  EXPECT_EQ(level.y.size(), 19);
  EXPECT_EQ(level.y[6], 2.0);
  asked.subjects = {kMath};
  EXPECT_EQ(report_model(panel_of_formula(), asked).weight[0], 60.0);
}

TEST(ReportRegression, ComparesRawMeansWhereAsked) {
  ReportQuestion asked = question();
  asked.composition = false;
  const LinearModel raw = report_model(panel_of_formula(), asked);
  EXPECT_EQ(raw.x.cols(), 3);
  // Of dummies alone an estimate is the difference of two weighted means.
  double sums[2] = {}, weights[2] = {};
  for (Eigen::Index i = 0; i < raw.y.size(); ++i) {
    if (raw.x(i, 2) == 1.0) continue;
    const int side = raw.x(i, 1) == 1.0;
    sums[side] += raw.weight[i] * raw.y[i];
    weights[side] += raw.weight[i];
  }
  EXPECT_NEAR(report_regression(panel_of_formula(), asked).of(raw.names[1]).estimate,
              sums[1] / weights[1] - sums[0] / weights[0], 1e-9);
}

TEST(ReportRegression, GroupsByLevelOrSecondModel) {
  ReportQuestion asked = question();
  asked.comparison.levels = {{"pilot", "high"}, {"charter", "high"}};
  const LinearFit fit = report_regression(panel_of_formula(), asked);
  EXPECT_EQ(fit.rank, 7);
  EXPECT_FALSE(fit.of("level:high").dropped);
  asked = question();
  const Eigen::VectorXd charters = report_model(panel_of_formula(), asked).x.col(1);
  asked.comparison.second_model = true;
  const Eigen::VectorXd more = report_model(panel_of_formula(), asked).x.col(1);
  EXPECT_EQ(charters[4], 0.0);
  EXPECT_EQ(more[4], 1.0);
}

TEST(ReportRegression, SaysWhatItCannotAnswer) {
  const auto refusal = [](const ReportQuestion& asked) -> std::string {
    try {
      report_regression(panel_of_formula(), asked);
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "none";
  };
  ReportQuestion asked = question();
  asked.years = {2019};
  EXPECT_EQ(refusal(asked), "the panel has no year 2019 (allowed: 2015 to 2016)");
  asked = question();
  asked.comparison.reference = {"beacon"};
  EXPECT_EQ(refusal(asked), "no school of the reference (beacon) has an outcome");
  asked = question();
  asked.comparison.reference = {"traditional", "pilot", "charter"};
  EXPECT_EQ(refusal(asked), "all schools with an outcome are of the reference");
  asked = question();
  asked.comparison.levels = {{"pilot", "high"}};
  EXPECT_EQ(refusal(asked), "model charter has no level");
}

/// Two children in each school, of whom the second has no score in ELA.
panel::Panel with_children() {
  panel::Panel panel = panel_of_formula();
  panel::Students& students = panel.years[1].students;
  for (int i = 0; i < 40; ++i) {
    students.student.push_back(i);
    students.grade.push_back(4);
    students.school.push_back(100 + i / 2);
    students.group.push_back(i % 3 == 0 ? panel::Group::Black : panel::Group::White);
    students.low_income.push_back(i % 5 == 0);
    students.english_learner.push_back(i % 7 == 0);
    students.special_education.push_back(i % 11 == 0);
    students.score[kMath].push_back(0.1f * static_cast<float>(i % 9) - 0.4f);
    students.score[kEla].push_back(i % 2 == 1 ? std::nanf("") : 0.2f);
  }
  panel.students = 40;
  return panel;
}

TEST(StudentRegression, HasARowForEachChildWithItsScores) {
  StudentQuestion asked;
  asked.years = {2016};
  asked.subjects = {kMath};
  asked.comparison.reference = {"traditional"};
  const LinearModel math = student_model(with_children(), asked);
  EXPECT_EQ(math.y.size(), 40);
  EXPECT_EQ(math.cluster[3], 101);
  EXPECT_EQ(math.names[3], "low_income");
  EXPECT_EQ(math.x(5, 3), 1.0);
  EXPECT_EQ(math.x(3, 6), 1.0);
  asked.subjects = {kMath, kEla};
  const LinearModel both = student_model(with_children(), asked);
  EXPECT_EQ(both.y.size(), 20);
  EXPECT_NEAR(both.y[1], (-0.2 + 0.2) / 2.0, 1e-7);
  asked.cuts = {{-0.05, 0.1}};
  EXPECT_EQ(student_model(with_children(), asked).y[1], 50.0);
  const LinearFit fit = student_regression(with_children(), asked);
  EXPECT_EQ(fit.clusters, 20);
  EXPECT_EQ(fit.degrees, 19);
}

}  // namespace
}  // namespace homeroom::estimators
