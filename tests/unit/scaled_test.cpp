// A quarter of a city and four of it: what grows with the city is said where it is declared.
#include <algorithm>
#include <set>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/divided_groups.hpp"
#include "sim/scenario/scaled.hpp"
#include "tests/scenario_files.hpp"
#include "tests/support/random_city.hpp"

namespace homeroom {
namespace {

using testing::small_city;

SchoolGroup group(const std::string& model, int count, double students, int first, int last) {
  SchoolGroup one;
  one.model = model;
  one.count = count;
  one.students = students;
  one.first_grade = first;
  one.last_grade = last;
  return one;
}

TEST(Scaled, KeysThatGrowWithTheCityAreThese) {
  std::set<std::string> keys;
  for (const Declared& field : declared_fields()) {
    if (field.scaling == Scaling::Extensive) keys.insert(field.key);
  }
  const std::set<std::string> wanted = {"place.neighbourhoods",
                                        "place.area_km2",
                                        "place.opening_slots",
                                        "place.founder_queue",
                                        "place.schools.N.count",
                                        "place.schools.N.students",
                                        "law.authorization.openings_per_year",
                                        "law.authorization.conversions_per_year",
                                        "law.selections.N.count",
                                        "law.selections.N.double_status",
                                        "models.KEY.zone_overhead",
                                        "nature.authorization.answer_threat",
                                        "nature.authorization.answer_rivals"};
  EXPECT_EQ(keys, wanted);
}

TEST(Scaled, CountsOfSchoolsAreAmongThem) {
  // A unit that counts schools or candidates of a city is told per city unless it says per what.
  const std::set<std::string> local = {
      "law.choice.lottery_applications",  "nature.choice.district_candidates",
      "nature.choice.lottery_candidates", "nature.choice.exam_candidates",
      "nature.mobility.nearest_schools",  "place.supply_per_vacancy"};
  for (const Declared& field : declared_fields()) {
    const bool counts = field.unit == "schools" || field.unit == "schools/year" ||
                        field.unit == "candidates" || field.unit == "founders/year" ||
                        field.unit == "km2" || field.unit == "neighbourhoods";
    if (!counts || field.key.rfind("nation", 0) == 0 || local.count(field.key) > 0) continue;
    EXPECT_EQ(field.scaling, Scaling::Extensive) << field.key;
  }
}

TEST(Scaled, FourTimesACityIsFourTimesWhatIsCounted) {
  const Scenario city = small_city({"law.authorization.openings_per_year={2011=0.2,2015=0.5}"});
  const Scenario large = multiplied(city, 4);
  EXPECT_DOUBLE_EQ(large.place.children(), 4.0 * city.place.children());
  for (std::size_t i = 0; i < city.place.schools.size(); ++i) {
    EXPECT_EQ(large.place.schools[i].count, 4 * city.place.schools[i].count);
    EXPECT_EQ(large.place.schools[i].size_spread, city.place.schools[i].size_spread);
  }
  EXPECT_EQ(large.place.neighbourhoods, 4 * city.place.neighbourhoods);
  EXPECT_EQ(large.place.area_km2, 4.0 * city.place.area_km2);
  EXPECT_EQ(large.place.founder_queue, 4.0 * city.place.founder_queue);
  EXPECT_EQ(large.law.authorization.openings_per_year.in(2012), 0.8);
  EXPECT_EQ(large.law.authorization.openings_per_year.in(2016), 2.0);
  EXPECT_EQ(large.nature.authorization.answer_rivals,
            4.0 * city.nature.authorization.answer_rivals);
  EXPECT_EQ(large.place.supply_per_vacancy, city.place.supply_per_vacancy);
  EXPECT_EQ(large.law.choice.list_length.in(2012), city.law.choice.list_length.in(2012));
}

TEST(Scaled, APolicyGrowsWithItsCity) {
  Scenario city = small_city({});
  Policy policy{{"more"}, city.run.first_year, city.law};
  policy.law.authorization.conversions_per_year = 2.0;
  city.policy = std::make_shared<const Policy>(policy);
  EXPECT_EQ(multiplied(city, 4).policy->law.authorization.conversions_per_year.in(2015), 8.0);
  EXPECT_EQ(city.policy->law.authorization.conversions_per_year.in(2015), 2.0);
}

TEST(Scaled, AQuarterOfFourTimesACityIsTheCity) {
  const Scenario city = small_city({});
  const Scenario back = divided(multiplied(city, 4), 4);
  for (std::size_t i = 0; i < city.place.schools.size(); ++i) {
    EXPECT_EQ(back.place.schools[i].count, city.place.schools[i].count);
    EXPECT_DOUBLE_EQ(back.place.schools[i].students, city.place.schools[i].students);
  }
  EXPECT_EQ(back.place.neighbourhoods, city.place.neighbourhoods);
  EXPECT_EQ(back.place.opening_slots, city.place.opening_slots);
}

TEST(Scaled, AQuarterKeepsTheSizeOfSchools) {
  const Scenario city = small_city({}), quarter = divided(city, 4);
  for (std::size_t i = 0; i < city.place.schools.size(); ++i) {
    const SchoolGroup &before = city.place.schools[i], &after = quarter.place.schools[i];
    if (after.count == 0) continue;
    EXPECT_DOUBLE_EQ(after.students / after.count, before.students / before.count);
  }
}

TEST(Scaled, EveryModelKeepsASchoolAndGradesTheirShares) {
  // Groups that even quarters cannot have: three and a half elementary schools, a fourth of a
  // pilot.
  const std::vector<SchoolGroup> groups = {group("ordinary", 14, 14 * 300, 0, 5),
                                           group("ordinary", 6, 6 * 300, 6, 8),
                                           group("ordinary", 6, 6 * 400, 9, 12),
                                           group("pilot", 1, 300, 0, 5), group("none", 0, 0, 0, 5)};
  const std::vector<int> counts = divided_counts(groups, 4, "ordinary");
  EXPECT_EQ(counts[3], 1);
  EXPECT_EQ(counts[4], 0);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_GE(counts[i], groups[i].count / 4) << i;
    EXPECT_LE(counts[i], groups[i].count / 4 + 1) << i;
  }
  // The pilot stands for a part of what the elementary schools would have been.
  EXPECT_EQ(counts[0], 3);
}

TEST(Scaled, EveryOrdinaryGradeKeepsASchool) {
  // An eighth of one middle school is nearer to none, but children who grow up need one.
  const std::vector<SchoolGroup> groups = {group("ordinary", 5, 5 * 300, 0, 5),
                                           group("ordinary", 1, 300, 6, 8),
                                           group("pilot", 1, 300, 9, 12)};
  EXPECT_EQ(divided_counts(groups, 8, "ordinary"), (std::vector<int>{1, 1, 1}));
}

TEST(Scaled, ListsAndNationsAreRefused) {
  Scenario city = small_city({});
  EXPECT_EQ(why_not_scaled(city), "");
  city.place.school_list.resize(2);
  EXPECT_NE(why_not_scaled(city).find("has 2 schools of a list"), std::string::npos);
  city.nation.emplace();
  EXPECT_NE(why_not_scaled(city).find("is a nation"), std::string::npos);
}

}  // namespace
}  // namespace homeroom
