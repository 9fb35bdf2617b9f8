// Boston as shipped: its schools by model, its turnaround schools and when hiring by consent came.
#include "tests/support/shipped_places.hpp"

namespace homeroom {
namespace {

using namespace testing;
using Years = std::map<int, int>;

TEST(Places, BostonHasTheSchoolsOfTheReport) {
  const Scenario boston = shipped_city("boston.toml");
  const Sizes sizes = sizes_of(boston.place);
  EXPECT_EQ(sizes.schools.at("pilot"), 21);
  EXPECT_EQ(sizes.schools.at("innovation"), 6);
  EXPECT_EQ(sizes.schools.at("horace_mann"), 6);
  EXPECT_EQ(sizes.schools.at("independent_charter"), 16);
  EXPECT_EQ(sizes.all_schools - sizes.schools.at("independent_charter"), 125) << "of the district";
  // docs/places/boston.md: the profiles of 2016-17 have 10,068 children in charters.
  EXPECT_NEAR(sizes.students.at("independent_charter"), 10068.0, 500.0);
  EXPECT_NEAR(sizes.all_students - sizes.students.at("independent_charter"), 56010.0, 50.0);
}

TEST(Places, BostonsTurnaroundSchoolsAreTwelveOfWhichTwoWerePilots) {
  const Scenario boston = shipped_city("boston.toml");
  EXPECT_EQ(selected(boston.law, "traditional", "turnaround"), (Years{{2011, 12}}));
  for (const Selection& selection : boston.law.selections) {
    const std::string model = selection.model;
    if (model == "turnaround") EXPECT_EQ(selection.double_status, 2);
  }
}

TEST(Places, BostonsHiringByConsentBeginsIn2015) {
  const Scenario boston = shipped_city("boston.toml");
  EXPECT_EQ(boston.law.staffing.mutual_consent.in(2015), 1.0);
  EXPECT_LT(boston.law.staffing.mutual_consent.in(2014), 1.0);
  EXPECT_EQ(boston.law.budget.forced_placement.in(2014), 1.0);
  EXPECT_EQ(boston.law.budget.forced_placement.in(2015), 0.0);
  EXPECT_EQ(boston.law.authorization.openings_per_year.in(2016), 0.0);
  EXPECT_LT(boston.law.authorization.openings_per_year.in(2018), 0.5)
      << "voters refused to lift the cap, few places are left under it";
}

}  // namespace
}  // namespace homeroom
