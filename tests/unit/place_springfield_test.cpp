// Springfield as shipped: its schools, its zone and when it came.
#include "tests/support/shipped_places.hpp"

namespace homeroom {
namespace {

using namespace testing;
using Years = std::map<int, int>;

TEST(Places, SpringfieldHasTheSchoolsOfTheState) {
  const Scenario springfield = shipped_city("springfield.toml");
  const Sizes sizes = sizes_of(springfield.place);
  EXPECT_EQ(sizes.schools.at("traditional_springfield"), 57) << "58, one of pre-kindergarten alone";
  EXPECT_EQ(sizes.schools.at("independent_charter"), 7);
  // The profiles of 2016-17: 25,633 with pre-kindergarten, 24,263 without it.
  EXPECT_NEAR(sizes.students.at("traditional_springfield"), 24263.0, 100.0);
}

TEST(Places, SpringfieldsZoneBeginsWithNineSchoolsAndGrowsToTen) {
  const Scenario springfield = shipped_city("springfield.toml");
  const std::string zone = "springfield_zone";
  EXPECT_EQ(selected(springfield.law, "traditional_springfield", zone),
            (Years{{2016, 9}, {2018, 1}}));
  EXPECT_EQ(selected(springfield.law, zone, zone), (Years{{2017, 3}})) << "one and two begin again";
  int middle = 0;
  for (const SchoolGroup& group : springfield.place.schools) {
    const bool teaches = group.first_grade <= 7 && group.last_grade >= 7;
    if (teaches && group.model == "traditional_springfield") middle += group.count;
  }
  EXPECT_EQ(middle, 16) << "of which nine are chosen";
  const SchoolModel& model = springfield.law.model(springfield.law.named(zone));
  EXPECT_EQ(model.agreement_years.in(2016), 5.0);
  EXPECT_EQ(model.agreement_exit.in(2016), 2.0) << "it ends only if both agree";
  EXPECT_EQ(springfield.law.staffing.idle_pay.in(2017), 1.0);
  EXPECT_LT(model.idle_pay_limit.in(2017), 0.05) << "idle pay limits what begins again";
}

TEST(Places, SpringfieldsThreatIsGreatestBeforeTheZone) {
  const Scenario springfield = shipped_city("springfield.toml");
  const Dated& threat = springfield.law.governance.takeover_threat;
  EXPECT_EQ(threat.in(2009), 0.0);
  for (const int year : {2010, 2014, 2016, 2020}) EXPECT_LT(threat.in(year), threat.in(2015));
  for (const int year : {2002, 2009, 2013}) {
    EXPECT_EQ(springfield.law.governance.superintendent_change.in(year), 1.0) << year;
  }
}

}  // namespace
}  // namespace homeroom
