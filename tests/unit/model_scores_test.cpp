// The rights on paper of Boston's kinds of schools reproduce the order of the report.

#include <algorithm>
#include <map>

#include "sim/vocabulary/autonomies.hpp"
#include "sim/vocabulary/grades.hpp"
#include "tests/support/shipped_places.hpp"

namespace homeroom {
namespace {

/// Students of a city by grade, each group spread evenly over its grades.
PerGrade<double> students_by_grade(const Place& place) {
  PerGrade<double> students{};
  for (const SchoolGroup& group : place.schools) {
    const int grades = group.last_grade - group.first_grade + 1;
    for (int grade = group.first_grade; grade <= group.last_grade; ++grade) {
      students[static_cast<std::size_t>(grade)] += group.students / grades;
    }
  }
  return students;
}

TEST(ModelScores, AreThoseOfTheReportsFigures) {
  const std::map<std::string, double> expected = {
      {"traditional", 0.18}, {"turnaround", 0.44},  {"innovation", 0.78},
      {"pilot", 0.81},       {"horace_mann", 0.81}, {"independent_charter", 1.00}};
  const Scenario boston = testing::shipped_city("boston.toml");
  for (const auto& [key, score] : expected) {
    const auto model =
        std::find_if(boston.law.models.begin(), boston.law.models.end(),
                     [&key = key](const SchoolModel& one) { return one.key == key; });
    ASSERT_NE(model, boston.law.models.end()) << key;
    EXPECT_NEAR(testing::paper_score(*model, 2016), score, 0.005) << key;
  }
}

TEST(Places, TeachEveryGradeAlike) {
  for (const char* name : {"boston.toml", "denver.toml", "springfield.toml", "indianapolis.toml",
                           "los_angeles.toml", "memphis.toml", "small_elected.toml"}) {
    const PerGrade<double> students = students_by_grade(testing::shipped_city(name).place);
    double cohort = 0.0;
    for (double grade : students) cohort += grade / static_cast<double>(students.size());
    for (double grade : students) EXPECT_NEAR(grade / cohort, 1.0, 0.03) << name;
  }
}

TEST(Places, HaveTheSchoolsOfTheReport) {
  const Scenario boston = testing::shipped_city("boston.toml");
  std::map<std::string, int> schools;
  double district = 0.0;
  for (const SchoolGroup& group : boston.place.schools) {
    schools[group.model] += group.count;
    if (group.model != "independent_charter") district += group.students;
  }
  EXPECT_EQ(schools["traditional"], 92);  // ten of them are turnaround schools from 2011 on
  EXPECT_EQ(schools["pilot"], 21);
  EXPECT_EQ(schools["innovation"], 6);
  EXPECT_EQ(schools["horace_mann"], 6);
  EXPECT_GT(district, 56000.0);
  ASSERT_EQ(boston.law.selections.size(), 1u);
  EXPECT_EQ(boston.law.selections.front().count, 12);
  EXPECT_EQ(boston.law.selections.front().double_status, 2);
}

TEST(Places, DenverHasTheSchoolsOfTheReport) {
  const Scenario denver = testing::shipped_city("denver.toml");
  std::map<std::string, int> schools;
  std::map<std::string, double> students;
  double all = 0.0;
  for (const SchoolGroup& group : denver.place.schools) {
    schools[group.model] += group.count;
    students[group.model] += group.students;
    all += group.students;
  }
  EXPECT_EQ(schools["denver_innovation"] + schools["innovation_network"] +
                schools["denver_innovation_before_2016"],
            49);
  EXPECT_EQ(schools["independent_charter"], 59);
  EXPECT_EQ(schools["traditional_denver"] + schools["beacon"], 95);
  EXPECT_NEAR(all, 93000.0, 100.0);
  EXPECT_NEAR(students["independent_charter"] / all, 0.2, 0.005);
  // All schools with the rights of before 2016 found the Luminary network.
  ASSERT_EQ(denver.law.selections.size(), 1u);
  EXPECT_EQ(denver.law.selections.front().model, "luminary");
  EXPECT_EQ(denver.law.selections.front().count, schools["denver_innovation_before_2016"]);
}

/// The rule on training: Denver's rights are those of the earlier model until it changes.
TEST(Places, DenversTrainingIsFreeFrom2017On) {
  const Scenario denver = testing::shipped_city("denver.toml");
  const SchoolModel& now = denver.law.model(denver.law.named("denver_innovation"));
  const SchoolModel& before = denver.law.model(denver.law.named("denver_innovation_before_2016"));
  for (std::size_t r = 0; r < kRights; ++r) {
    EXPECT_DOUBLE_EQ(now.paper[r].in(2016), before.paper[r].in(2016)) << kRightNames[r].code;
  }
  EXPECT_NEAR(testing::paper_score(now, 2016), 0.70, 0.005);
  EXPECT_NEAR(testing::paper_score(now, 2017), 0.74, 0.005);
}

}  // namespace
}  // namespace homeroom
