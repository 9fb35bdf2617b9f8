// Memphis: the schools of the report, and what happened when.
#include "tests/support/shipped_places.hpp"

namespace homeroom {
namespace {

using namespace testing;
using Years = std::map<int, int>;

const Scenario& memphis() {
  static const Scenario scenario = shipped_city("memphis.toml");
  return scenario;
}

const SchoolModel& model(const std::string& key) {
  return memphis().law.model(memphis().law.named(key));
}

TEST(PlaceMemphis, HasTheSchoolsOfTheReport) {
  const Sizes sizes = sizes_of(memphis().place);
  // The district's 207 with its charters, and 29 more that the state took.
  EXPECT_EQ(sizes.all_schools, 207 + 29);
  EXPECT_EQ(sizes.schools.at("independent_charter"), 45);
  EXPECT_EQ(sizes.schools.at("traditional_memphis"), 191);
  EXPECT_NEAR(sizes.all_students - 111500.0, 11000.0, 100.0);
  EXPECT_NEAR(sizes.students.at("independent_charter") / 111500.0, 0.12, 0.005);
}

TEST(PlaceMemphis, TakesAsManySchoolsAsTheReport) {
  const Law& law = memphis().law;
  const std::string from = "traditional_memphis";
  const Years zone = {{2013, 7}, {2014, 6}, {2015, 4}, {2016, 1}, {2017, 3}, {2018, 2}};
  const Years charters = {{2013, 2}, {2014, 6}, {2015, 9}, {2016, 4}, {2017, 4}};
  EXPECT_EQ(selected(law, from, "izone"), zone) << "23";
  EXPECT_EQ(selected(law, from, "asd_charter"), charters) << "25, the last in 2016-17";
  EXPECT_EQ(selected(law, from, "asd_direct_run"), (Years{{2013, 3}, {2014, 1}})) << "four";
  int all = 0;
  for (const Selection& selection : law.selections) all += selection.count;
  EXPECT_EQ(all, 23 + 25 + 4);
}

/// Lists count from the year before the burn-in: a change of either must leave one due in 2012.
TEST(PlaceMemphis, ListsSchoolsEveryThreeYearsFrom2012On) {
  const RunPlan& run = memphis().run;
  const Law& law = memphis().law;
  const int founded = run.first_year - run.burn_in_years - 1;
  EXPECT_EQ(law.accountability.takeover_list_years.in(2011), 0.0);
  EXPECT_EQ(law.accountability.takeover_list_years.in(2012), 3.0);
  EXPECT_EQ((2012 - founded) % 3, 0);
  EXPECT_GT(law.governance.takeover_threat.in(2012), 0.0);
  EXPECT_EQ(law.accountability.takeover_model, "asd_charter");
  EXPECT_EQ(law.accountability.escape_model, "izone");
}

TEST(PlaceMemphis, EndsBargainingIn2011AndTestsNothingIn2016) {
  const Law& law = memphis().law;
  constexpr std::size_t kIgnoresSeniority = 1;
  EXPECT_EQ(model("traditional_memphis").paper[kIgnoresSeniority].in(2011), 0.0);
  EXPECT_EQ(model("traditional_memphis").paper[kIgnoresSeniority].in(2012), 1.0);
  EXPECT_LT(law.governance.union_strength.in(2012), law.governance.union_strength.in(2011));
  EXPECT_EQ(law.staffing.seniority_transfers.in(2012), 0.0);
  EXPECT_EQ(law.testing.tests_given.in(2015), 1.0);
  EXPECT_EQ(law.testing.tests_given.in(2016), 0.0);
  EXPECT_EQ(law.testing.tests_given.in(2017), 1.0);
}

TEST(PlaceMemphis, GivesTheZoneMoreForAWhile) {
  const SchoolModel& zone = model("izone");
  EXPECT_GT(zone.grant_per_student.in(2013), 2 * zone.grant_per_student.in(2017));
  EXPECT_EQ(zone.mandated_hours.in(2013), 1.0);
  EXPECT_GT(zone.recruitment.in(2013), 0.0);
  EXPECT_GT(zone.coaching.in(2013), 0.0);
  EXPECT_GT(zone.pay_premium.in(2013), 0.0);
  EXPECT_EQ(zone.consequence, Consequence::ReplaceLeader);
  EXPECT_EQ(zone.review_years.in(2013), 1.0);
}

}  // namespace
}  // namespace homeroom
