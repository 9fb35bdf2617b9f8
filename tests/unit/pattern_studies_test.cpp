// Studies of named schools, on records made by hand.
#include "analysis/patterns/studies.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace homeroom::patterns {
namespace {

void add_school(panel::Year& year, int id, const char* model, double score) {
  panel::Schools& schools = year.schools;
  schools.school.push_back(id);
  schools.model.push_back(model);
  schools.second_model.emplace_back();
  schools.selective.push_back(0);
  schools.enrolment.push_back(100);
  for (int m = 0; m < kSubjects; ++m) {
    schools.mean_score[m].push_back(score);
    schools.proficiency[m].push_back(score);
    schools.tested[m].push_back(50);
  }
  // Shares that differ from school to school and go with nothing.
  double turn = 1.0;
  for (auto* share : {&schools.low_income, &schools.english_learner, &schools.special_education,
                      &schools.black, &schools.hispanic}) {
    share->push_back(0.5 + 0.3 * std::sin(turn * (id + 1)));
    turn += 0.7;
  }
}

/// Schools 1 and 2 join a zone in 2013 and gain .3 in its first year, .1 in its second; plain
/// schools 3 and 4 stay as they are, 5 and 6 of a third model rise all the time.
panel::Panel zone() {
  panel::Panel panel;
  for (int year = 2011; year <= 2014; ++year) {
    panel::Year one;
    one.year = year;
    const double gain = year == 2013 ? 0.3 : year == 2014 ? 0.1 : 0.0;
    for (const int id : {1, 2}) add_school(one, id, year < 2013 ? "plain" : "zone", gain);
    for (const int id : {3, 4}) add_school(one, id, "plain", 0.05 * id);
    for (const int id : {5, 6}) add_school(one, id, "third", year - 2000.0);
    one.events.push_back({"takeover_list", "listed", 3, 1.0});
    one.schools.index();
    panel.years.push_back(one);
  }
  return panel;
}

Study path_of(StudyKind kind, std::vector<int> since) {
  Study study;
  study.kind = kind;
  study.models = {"zone"};
  study.against = {"plain"};
  study.since = std::move(since);
  study.outcome = "level";
  return study;
}

TEST(PatternStudies, FollowSchoolsThatCameUnderAModelAgainstThoseComparedWith) {
  EXPECT_NEAR(study_figure(zone(), path_of(StudyKind::Path, {0})), 0.3, 1e-9);
  EXPECT_NEAR(study_figure(zone(), path_of(StudyKind::Path, {0, 1})), 0.2, 1e-9);
  EXPECT_NEAR(study_figure(zone(), path_of(StudyKind::Fade, {1})), 0.1 - 0.15, 1e-9);
}

TEST(PatternStudies, SayNothingOfCohortsThatAreNotThereOrControlsTooFew) {
  Study late = path_of(StudyKind::Path, {0});
  late.years = {2014};
  EXPECT_TRUE(std::isnan(study_figure(zone(), late)));
  Study listed = path_of(StudyKind::Path, {0});
  listed.listed = true;  // school 3 alone
  EXPECT_TRUE(std::isnan(study_figure(zone(), listed)));
}

/// Twenty plain schools, ten that stand ten points above them and ten as much below.
panel::Panel three_models() {
  panel::Panel panel;
  panel::Year year;
  year.year = 2015;
  for (int id = 0; id < 40; ++id) {
    const double luck = std::cos(3.0 * id);
    if (id < 20) add_school(year, id, "plain", 50 + luck);
    if (id >= 20 && id < 30) add_school(year, id, "high", 60 + luck);
    if (id >= 30) add_school(year, id, id < 35 ? "low" : "lower", 40 + luck);
  }
  year.schools.index();
  panel.years.push_back(year);
  return panel;
}

double signs(std::vector<std::string> told) {
  Study study;
  study.kind = StudyKind::Signs;
  study.against = {"plain"};
  study.years = {2015};
  study.outcome = "proficiency";
  study.signs = std::move(told);
  return study_figure(three_models(), study);
}

TEST(PatternStudies, CountTheSignsOfTheReportsRegression) {
  EXPECT_DOUBLE_EQ(signs({"high=+", "low|lower=-"}), 1.0);
  EXPECT_DOUBLE_EQ(signs({"high=-", "low=-", "lower=+", "nowhere=+"}), 1.0 / 3.0);
  EXPECT_DOUBLE_EQ(signs({"high=0", "low|lower=-"}), 0.5);
}

TEST(PatternStudies, WeighNovicesByTeachers) {
  panel::Panel panel = zone();
  for (panel::Year& year : panel.years) {
    year.schools.teachers = {10, 30, 1, 1, 1, 1};
    year.schools.novice_share = {0.2, 0.6, 1, 1, 1, 1};
  }
  Study study;
  study.kind = StudyKind::Novices;
  study.models = {"zone"};
  study.years = {2012, 2013, 2014};
  EXPECT_NEAR(study_figure(panel, study), 0.5, 1e-12);
}

}  // namespace
}  // namespace homeroom::patterns
