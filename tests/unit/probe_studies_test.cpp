// Studies made otherwise than the report's, on schools made by a formula: against the rows written
// out, and against what was put in.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/probes/lasting.hpp"
#include "analysis/probes/lowest_schools.hpp"
#include "analysis/probes/raw_change.hpp"
#include "analysis/probes/school_study.hpp"

namespace homeroom::probes {
namespace {

using estimators::SchoolOutcome;

struct School {
  int id;
  std::string model;
  double math, ela;  ///< % proficient; a hundredth of it is the mean score
  double tested = 50;
  int opened = 2000;
};

panel::Year year_of(int number, const std::vector<School>& all) {
  panel::Year year;
  year.year = number;
  panel::Schools& schools = year.schools;
  for (const School& one : all) {
    const int s = one.id;
    schools.school.push_back(s);
    schools.enrolment.push_back(300 + s);
    schools.model.push_back(one.model);
    schools.second_model.emplace_back();
    schools.opened.push_back(one.opened);
    schools.selective.push_back(0);
    schools.special_school.push_back(0);
    schools.low_income.push_back(.3 + .02 * ((s * 3) % 17));
    schools.english_learner.push_back(.05 + .01 * ((s * 11) % 19));
    schools.special_education.push_back(.1 + .01 * ((s * 5) % 7));
    schools.black.push_back(.2 + .02 * ((s * 13) % 11));
    schools.hispanic.push_back(.1 + .015 * ((s * 17) % 13));
    for (const int subject : {kMath, kEla}) {
      const double share = subject == kMath ? one.math : one.ela;
      schools.tested[subject].push_back(one.tested);
      schools.proficiency[subject].push_back(share);
      schools.mean_score[subject].push_back(share / 100.0);
      schools.median_sgp[subject].push_back(share);
    }
    schools.value_added_level.push_back(3);
  }
  schools.index();
  return year;
}

/// Twenty schools, every fourth of them free.
std::vector<School> twenty(double more = 0.0) {
  std::vector<School> schools;
  for (int s = 0; s < 20; ++s) {
    schools.push_back({s, s % 4 == 0 ? "free" : "plain", 40.0 + (s * 7) % 11 + more,
                       45.0 + (s * 5) % 13 + more, 20.0 + (s * 7) % 13});
  }
  return schools;
}

panel::Panel panel_of(const std::vector<std::pair<int, std::vector<School>>>& years) {
  panel::Panel panel;
  for (const auto& [number, schools] : years) panel.years.push_back(year_of(number, schools));
  return panel;
}

Contrast contrast(std::vector<int> years, std::vector<int> subjects = {kMath, kEla}) {
  return {SchoolOutcome::Proficiency, std::move(subjects), std::move(years), {"free"}, {"plain"}};
}

TEST(ProbeStudies, AsReportedTheyAreTheReportsRegression) {
  const panel::Panel panel = panel_of({{2016, twenty()}});
  estimators::ReportQuestion question{SchoolOutcome::Proficiency, {2016}, {kMath, kEla}, {}};
  question.comparison.reference = {"plain"};
  const auto fit = estimators::report_regression(panel, question);
  const Studied found = study(panel, contrast({2016}), Variant::Report);
  EXPECT_DOUBLE_EQ(found.estimate, fit.of("model:free").estimate);
  EXPECT_DOUBLE_EQ(found.error, fit.of("model:free").error);
  EXPECT_DOUBLE_EQ(found.degrees, fit.degrees);
  const Studied classical = study(panel, contrast({2016}), Variant::Classical);
  EXPECT_DOUBLE_EQ(classical.estimate, found.estimate);
  EXPECT_NE(classical.error, found.error);
  EXPECT_NE(study(panel, contrast({2016}), Variant::Unweighted).estimate, found.estimate);
}

TEST(ProbeStudies, ChildrenAsStrangersAreTheRowsWrittenOut) {
  // Shares of 50 that are whole children.
  std::vector<School> schools = twenty();
  for (School& one : schools) {
    one.tested = 50;
    one.math = 2.0 * std::round(one.math / 2.0);
  }
  const panel::Panel panel = panel_of({{2016, schools}});
  const panel::Schools& of = panel.years[0].schools;
  Eigen::VectorXd y(1000);
  Eigen::MatrixXd x(1000, 6);
  for (int i = 0; i < 1000; ++i) {
    const auto s = static_cast<std::size_t>(i / 50);
    y[i] = 2.0 * (i % 50) < schools[s].math ? 100.0 : 0.0;
    x.row(i) << (schools[s].model == "free"), of.low_income[s], of.english_learner[s],
        of.special_education[s], of.black[s], of.hispanic[s];
  }
  std::vector<estimators::Column> columns;
  for (int k = 0; k < 6; ++k) columns.emplace_back("x" + std::to_string(k), x.col(k));
  const auto fit = estimators::fit_linear(estimators::linear_model("y", y, columns),
                                          {.errors = estimators::Errors::Classical});
  const Studied found = study(panel, contrast({2016}, {kMath}), Variant::Children);
  EXPECT_NEAR(found.estimate, fit.of("x0").estimate, 1e-8);
  EXPECT_NEAR(found.error, fit.of("x0").error, 1e-8);
  EXPECT_NEAR(found.p, fit.of("x0").p, 1e-8);
  EXPECT_DOUBLE_EQ(found.degrees, 1000 - 7);
  Contrast growth = contrast({2016});
  growth.outcome = SchoolOutcome::MedianGrowth;
  EXPECT_TRUE(std::isnan(study(panel, growth, Variant::Children).estimate));
}

TEST(ProbeStudies, AYearTwiceIsTwiceTheRowsToWhoTakesThemForStrangers) {
  const panel::Panel panel = panel_of({{2015, twenty()}, {2016, twenty(3.0)}});
  const Studied once = study(panel, contrast({2016}), Variant::Report);
  const Studied strangers = study(panel, contrast({2015, 2016}), Variant::SchoolYears);
  const Studied clustered = study(panel, contrast({2015, 2016}), Variant::Clustered);
  EXPECT_NEAR(strangers.estimate, once.estimate, 1e-9);
  EXPECT_NEAR(clustered.estimate, once.estimate, 1e-9);
  // The meat of clusters is twice that of strangers; n = 40, k = 8 (a year's dummy), G = 20.
  const double strangers_of = 40.0 / 32.0, clusters_of = 20.0 / 19.0 * 39.0 / 32.0;
  EXPECT_NEAR(clustered.error / strangers.error, std::sqrt(2.0 * clusters_of / strangers_of), 1e-9);
}

TEST(ProbeStudies, APriorScoreTakesOutWhatWasThereBefore) {
  std::vector<School> before = twenty(), after = before;
  for (std::size_t s = 0; s < after.size(); ++s) {
    after[s].math += after[s].model == "free" ? 5.0 : 0.0;
    after[s].ela += after[s].model == "free" ? 5.0 : 0.0;
    after[s].tested = before[s].tested;
  }
  after.push_back({30, "plain", 99.0, 99.0});  // new: without a score before
  const panel::Panel panel = panel_of({{2015, before}, {2016, after}});
  EXPECT_NEAR(study(panel, contrast({2016}), Variant::Prior).estimate, 5.0, 1e-8);
  EXPECT_NE(study(panel, contrast({2016}), Variant::Report).estimate, 5.0);
  EXPECT_TRUE(std::isnan(study(panel, contrast({2015}), Variant::Prior).estimate));
}

TEST(ProbeStudies, MembershipIsFrozenOrThatOfTheEnd) {
  std::vector<School> first = twenty(), last = twenty(2.0);
  last[1].model = "free";  // joins
  last.erase(last.begin() + 8);
  last.push_back({30, "free", 90.0, 90.0});
  const panel::Panel panel = panel_of({{2015, first}, {2016, last}});
  // Frozen: the last year's rows of the first year's schools, by their model then.
  std::vector<School> then = last;
  then[1].model = "plain";
  then.pop_back();
  const Studied frozen = study(panel, contrast({2016}), Variant::Frozen);
  const Studied by_hand = study(panel_of({{2016, then}}), contrast({2016}), Variant::Report);
  EXPECT_NEAR(frozen.estimate, by_hand.estimate, 1e-9);
  // Survivors: the first year without the school that is gone.
  std::vector<School> left = first;
  left.erase(left.begin() + 8);
  EXPECT_NEAR(study(panel, contrast({2015}), Variant::Survivors).estimate,
              study(panel_of({{2015, left}}), contrast({2015}), Variant::Report).estimate, 1e-9);
  EXPECT_NE(study(panel, contrast({2015}), Variant::Survivors).estimate,
            study(panel, contrast({2015}), Variant::Report).estimate);
}

TEST(ProbeStudies, WithoutSharesTheyAreDifferencesOfMeans) {
  std::vector<School> schools = twenty();
  for (School& one : schools) one.tested = 50;
  double free = 0.0, plain = 0.0;
  for (const School& one : schools) (one.model == "free" ? free : plain) += one.math;
  const Studied found =
      study(panel_of({{2016, schools}}), contrast({2016}, {kMath}), Variant::Bare);
  EXPECT_NEAR(found.estimate, free / 5.0 - plain / 15.0, 1e-9);
}

TEST(ProbeLowest, TheSchoolThatWasLowGainsWhatItGained) {
  std::vector<School> before = twenty(), after = before;
  before[6].math -= 30.0;  // its bad year
  before[6].ela -= 30.0;
  LowestSchools question{SchoolOutcome::Proficiency, {kMath, kEla}, 0.05, 2015, 1, 2015, 2016};
  const panel::Panel panel = panel_of({{2015, before}, {2016, after}});
  EXPECT_NEAR(gain_of_lowest(panel, question).estimate, 30.0, 1e-9);
  question.outcome = SchoolOutcome::MeanScore;
  EXPECT_NEAR(gain_of_lowest(panel, question).estimate, 0.3, 1e-9);
  // Three in twenty: the two that follow did not gain.
  question.outcome = SchoolOutcome::Proficiency;
  question.share = 0.15;
  const double three = gain_of_lowest(panel, question).estimate;
  EXPECT_GT(three, 0.0);
  EXPECT_LT(three, 30.0);
  question.to = 2017;
  EXPECT_TRUE(std::isnan(gain_of_lowest(panel, question).estimate));
}

TEST(ProbeChange, MembersDecideWhatAModelGained) {
  const std::vector<School> first = {
      {0, "free", 40.0, 40.0}, {1, "plain", 50.0, 50.0}, {2, "plain", 60.0, 60.0}};
  const std::vector<School> last = {{0, "free", 42.0, 42.0},
                                    {1, "plain", 50.0, 50.0},
                                    {2, "free", 60.0, 60.0},
                                    {3, "free", 90.0, 90.0}};
  const panel::Panel panel = panel_of({{2015, first}, {2016, last}});
  // Free: 40 to 64 by the members of each year; plain: 55 to 50. The fourth school is new.
  EXPECT_DOUBLE_EQ(raw_change(panel, contrast({2015, 2016}), Members::OfEachYear), 29.0);
  EXPECT_DOUBLE_EQ(raw_change(panel, contrast({2015, 2016}), Members::Throughout), 2.0);
  EXPECT_DOUBLE_EQ(raw_change(panel, contrast({2015, 2016}), Members::InTheEnd), 1.0);
  EXPECT_TRUE(std::isnan(raw_change(panel, contrast({2015, 2018}), Members::InTheEnd)));
}

TEST(ProbeLasting, YoungSchoolsHadLessTimeToEnd) {
  // Of four old schools one closes after each of the first two years; two young ones come.
  const std::vector<School> y1 = {
      {0, "old", 1, 1}, {1, "old", 1, 1}, {2, "old", 1, 1}, {3, "old", 1, 1}};
  std::vector<School> y2(y1.begin(), y1.end() - 1), y3(y1.begin(), y1.end() - 2);
  for (auto* year : {&y2, &y3}) {
    year->push_back({8, "young", 1, 1, 50, 2016});
    year->push_back({9, "young", 1, 1, 50, 2016});
  }
  const panel::Panel panel = panel_of({{2015, y1}, {2016, y2}, {2017, y3}});
  EXPECT_DOUBLE_EQ(share_still_open(panel, {"old"}), 0.5);
  EXPECT_DOUBLE_EQ(share_still_open(panel, {"young"}), 1.0);
  EXPECT_DOUBLE_EQ(closures_a_year(panel, {"old"}), 2.0 / 9.0);
  EXPECT_DOUBLE_EQ(share_lasting(panel, {"old"}, 1), 0.75);
  EXPECT_DOUBLE_EQ(share_lasting(panel, {"old"}, 2), 0.5);
  EXPECT_DOUBLE_EQ(share_lasting(panel, {"old", "young"}, 1), 5.0 / 6.0);
  EXPECT_TRUE(std::isnan(share_still_open(panel, {"none"})));
}

}  // namespace
}  // namespace homeroom::probes
