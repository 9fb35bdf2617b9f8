// Indianapolis as shipped: its schools, its network and the record of its board.
#include "sim/vocabulary/autonomies.hpp"
#include "tests/support/shipped_places.hpp"

namespace homeroom {
namespace {

using namespace testing;
using Years = std::map<int, int>;

/// Network schools of Indianapolis in a year, by record: groups begun by then and restarts.
int network_schools(const Scenario& city, int year) {
  int schools = 0;
  for (const SchoolGroup& group : city.place.schools) {
    if (group.model == "indianapolis_charter") {
      // Four joined in the autumn of 2015, two in 2017; all stood before as charters.
      schools += year >= 2018 ? group.count : 0;
    } else if (group.model.starts_with("indianapolis_") && group.opened_last <= year) {
      schools += group.count;
    }
  }
  for (const auto& [when, count] :
       selected(city.law, "traditional_indianapolis", "indianapolis_restart")) {
    schools += when <= year ? count : 0;
  }
  return schools;
}

TEST(Places, IndianapolisHasTheSchoolsOfTheReport) {
  const Scenario city = shipped_city("indianapolis.toml");
  const Sizes sizes = sizes_of(city.place);
  EXPECT_EQ(network_schools(city, 2018), 16);
  const int district = sizes.all_schools - sizes.schools.at("independent_charter");
  EXPECT_GE(district, 64);
  EXPECT_LE(district, 70);
  // Charters, those of the network included, have more than a third of the children. What is both
  // is 3 to 5 points: so a third and a fifth come to almost half.
  const double both = sizes.students.at("indianapolis_charter") / sizes.all_students;
  const double charters = sizes.students.at("independent_charter") / sizes.all_students + both;
  EXPECT_GT(charters, 1.0 / 3.0);
  EXPECT_GE(both, 0.03);
  EXPECT_LE(both, 0.05);
  const double in_district = sizes.all_students - sizes.students.at("independent_charter");
  // Restarts come from schools that teach grade 3.
  double children = 0.0;
  int elementary = 0;
  for (const SchoolGroup& group : city.place.schools) {
    if (group.model != "traditional_indianapolis" || group.first_grade > 3) continue;
    children += group.students;
    elementary += group.count;
  }
  const double restarts = 4 * children / elementary;
  const double network = sizes.students.at("indianapolis_charter") +
                         sizes.students.at("indianapolis_start_up") +
                         sizes.students.at("indianapolis_conversion") + restarts;
  EXPECT_NEAR(network / in_district, 0.2, 0.02);
}

TEST(Places, IndianapolissNetworkGrowsAsOnRecord) {
  const Scenario city = shipped_city("indianapolis.toml");
  EXPECT_EQ(selected(city.law, "traditional_indianapolis", "indianapolis_restart"),
            (Years{{2016, 1}, {2017, 2}, {2018, 1}}));
  const SchoolModel& joined = city.law.model(city.law.named("indianapolis_charter"));
  EXPECT_EQ(joined.grant_per_student.in(2015), 0.0);
  EXPECT_EQ(joined.grant_per_student.in(2016), 2000.0);
  EXPECT_NEAR(paper_score(joined, 2015), 1.0, 0.005) << "a charter before it joins";
  EXPECT_NEAR(paper_score(joined, 2016), 0.99, 0.005);
  for (const char* model : {"indianapolis_start_up", "indianapolis_restart"}) {
    const SchoolModel& one = city.law.model(city.law.named(model));
    EXPECT_GE(one.planning_weeks.in(2016), 52.0);
    EXPECT_LE(one.planning_weeks.in(2016), 104.0);
    EXPECT_GE(one.review_years.in(2016), 5.0);
    EXPECT_LE(one.review_years.in(2016), 7.0);
  }
}

TEST(Places, IndianapolissBoardTurnsWithTheElectionsOf2012And2014) {
  const Scenario city = shipped_city("indianapolis.toml");
  const GovernanceLaw& law = city.law.governance;
  EXPECT_EQ(law.board_record.in(2010), -1.0) << "drawn before";
  EXPECT_EQ(law.board_record.in(2014), 1.0);
  EXPECT_EQ(law.board_record.in(2016), 1.0);
  EXPECT_EQ(law.superintendent_change.in(2014), 1.0);
  EXPECT_GT(law.superintendent_commitment.in(2014), law.superintendent_commitment.in(2012));
  EXPECT_NEAR(city.law.accountability.bar.in(2017), 0.48, 0.03) << "nearly half at D or F";
}

}  // namespace
}  // namespace homeroom
