// Los Angeles: the schools of the report, its contract, and the office that came and went.
#include "tests/support/shipped_places.hpp"

namespace homeroom {
namespace {

using namespace testing;

const Scenario& los_angeles() {
  static const Scenario scenario = shipped_city("los_angeles.toml");
  return scenario;
}

const SchoolModel& model(const std::string& key) {
  return los_angeles().law.model(los_angeles().law.named(key));
}

TEST(PlaceLosAngeles, HasTheSchoolsOfTheReport) {
  const Sizes sizes = sizes_of(los_angeles().place);
  const std::map<std::string, int> expected = {
      {"traditional_los_angeles", 1147 - 51 - 17 - 25 - 21 - 53 - 221},
      {"los_angeles_pilot", 51},
      {"local_initiative", 17},
      {"esbmm", 25},
      {"network_partner", 21},
      {"affiliated_charter", 53},
      {"independent_charter", 221}};
  EXPECT_EQ(sizes.schools, expected);
  EXPECT_GT(sizes.all_students, 616000.0);
  EXPECT_EQ(sizes.students.at("affiliated_charter"), 41633.0);  // the state's list, 2014-15
  EXPECT_EQ(sizes.students.at("independent_charter"), 101000.0);
}

TEST(PlaceLosAngeles, PutsPartnersSchoolsInThreeNetworks) {
  std::map<std::string, int> networks;
  for (const SchoolGroup& group : los_angeles().place.schools) {
    EXPECT_EQ(group.zone.empty(), group.model != "network_partner") << group.name;
    if (!group.zone.empty()) networks[group.zone] += group.count;
  }
  EXPECT_EQ(networks.size(), 3u);
  // One partner answers to one office, then to three of the six regions.
  EXPECT_EQ(model("network_partner").supervisors.in(2015), 1.0);
  EXPECT_EQ(model("network_partner").supervisors.in(2016), 3.0);
}

TEST(PlaceLosAngeles, LosesItsOfficeAfterTheChampionLeft) {
  const auto& governance = los_angeles().law.governance;
  EXPECT_EQ(governance.support_office.in(2011), 0.0);
  EXPECT_GT(governance.support_office.in(2012), 0.0);
  EXPECT_GT(governance.support_office.in(2015), 0.0);
  EXPECT_EQ(governance.support_office.in(2016), 0.0);
  // A change counts in a year of its own date only, also where two follow each other.
  std::vector<int> changes;
  for (const auto& [since, value] : governance.superintendent_change.steps()) {
    if (value == 1.0) changes.push_back(since);
  }
  EXPECT_EQ(changes, (std::vector<int>{2000, 2001, 2007, 2009, 2011, 2015, 2016, 2018}));
  EXPECT_GT(governance.superintendent_commitment.in(2014),
            governance.superintendent_commitment.in(2015));
  EXPECT_GT(governance.office_orientation.in(2014), governance.office_orientation.in(2016));
}

TEST(PlaceLosAngeles, HiresFromTheListAndPlacesWhoeverIsLeft) {
  const Law& law = los_angeles().law;
  constexpr std::size_t kHiresOutside = 0;
  for (const auto& [key, count] : sizes_of(los_angeles().place).schools) {
    const bool independent = key == "independent_charter";
    EXPECT_EQ(model(key).paper[kHiresOutside].in(2016), independent ? 1.0 : 0.25) << key;
  }
  EXPECT_EQ(law.staffing.shortage_open.in(2016), 1.0);
  EXPECT_EQ(law.budget.forced_placement.in(2016), 1.0);
  EXPECT_EQ(law.staffing.idle_pay.in(2016), 1.0);
  EXPECT_EQ(law.staffing.mutual_consent.in(2016), 0.0);
  EXPECT_EQ(law.governance.board, BoardType::Elected);
  const SchoolModel& pilot = model("los_angeles_pilot");
  EXPECT_EQ(pilot.planning_weeks.in(2012), 6.0);
  EXPECT_EQ(pilot.agreement_binds_placed.in(2012), 0.0);
  EXPECT_NEAR(pilot.work_agreement_threshold.in(2012), 2.0 / 3.0, 1e-3);
}

TEST(Places, LosAngelesHasPovertyFurtherApartThanBoston) {
  const Scenario angeles = shipped_city("los_angeles.toml"), boston = shipped_city("boston.toml");
  EXPECT_EQ(boston.place.segregation_income, 1.33);
  EXPECT_GT(angeles.place.segregation_income, 1.5 * boston.place.segregation_income);
}

}  // namespace
}  // namespace homeroom
