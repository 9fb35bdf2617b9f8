// Denver as shipped: its elections, its network's pledges, what new charters are given.
#include "tests/support/shipped_places.hpp"

namespace homeroom {
namespace {

using namespace testing;

TEST(Places, DenversElectionsAreThoseOfTheRecord) {
  const Scenario denver = shipped_city("denver.toml");
  const Dated& record = denver.law.governance.board_record;
  EXPECT_EQ(record.in(2009), -1.0) << "drawn before";
  EXPECT_EQ(record.in(2010), 0.5) << "November 2009: two of four";
  EXPECT_EQ(record.in(2014), 1.0);
  EXPECT_EQ(record.in(2016), 1.0);
  EXPECT_EQ(record.in(2018), 0.5);
  EXPECT_EQ(record.in(2020), 0.0) << "November 2019: none of three";
}

TEST(Places, DenversNetworkOwesABandInThreeYears) {
  const Scenario denver = shipped_city("denver.toml");
  const SchoolModel& network = denver.law.model(denver.law.named("luminary"));
  EXPECT_EQ(network.review_years.in(2018), 3.0);
  EXPECT_EQ(network.review_gain.in(2018), 20.0) << "one of five bands";
  EXPECT_EQ(network.review_gain_below.in(2018), 60.0) << "below the top two";
}

TEST(Places, DenversNewChartersHaveAGrantForTwoYears) {
  const Scenario denver = shipped_city("denver.toml");
  const SchoolModel& charter = denver.law.model(denver.law.named("independent_charter"));
  EXPECT_GE(charter.start_up_grant.in(2014), 150000.0);
  EXPECT_EQ(charter.start_up_years.in(2014), 2.0) << "the third comes before the opening";
}

}  // namespace
}  // namespace homeroom
