// A city founded from a list has the list's schools, where they stand, and children who make them
// look as listed.
#include <algorithm>
#include <cmath>

#include "tests/scenario_files.hpp"
#include "tests/support/lived_city.hpp"

namespace homeroom {
namespace {

/// Millbrook with other schools.
Scenario listed_city(const std::string& rows, std::vector<std::string> settings = {}) {
  settings.insert(settings.end(), {"place.schools=[]", "place.school_list=[" + rows + "]",
                                   "law.selections=[]", "place.opening_slots=0"});
  const Reading reading = read_scenario(
      std::filesystem::path(HOMEROOM_SOURCE_DIR) / "scenarios/small_elected.toml", settings);
  EXPECT_EQ(format_faults(reading.faults), "");
  return reading.scenario.value_or(Scenario{});
}

struct Row {
  std::string name;
  double white, low_income;
  std::string site;  ///< "x_km = ..., y_km = ..., " or empty
};

std::string text_of(const Row& row) {
  return fmt::format(
      "{{ id = \"0{0}\", name = \"{0}\", model = \"traditional\", first_grade = 0, last_grade = "
      "12, "
      "enrolment = [40, 38, 36, 34, 32, 30, 30, 30, 30, 44, 40, 36, 30], {1}black = {2}, hispanic "
      "= "
      "{2}, white = {3}, asian = 0.1, low_income = {4} }},",
      row.name, row.site, (0.9 - row.white) / 2, row.white, row.low_income);
}

/// Two quarters far apart: `west` is white and rich, the east is not.
std::string two_quarters() {
  std::string rows;
  for (int i = 0; i < 12; ++i) {
    const bool west = i < 6;
    rows += text_of({fmt::format("School {}", i), west ? 0.7 : 0.1, west ? 0.2 : 0.8,
                     fmt::format("x_km = {}, y_km = {}, ", west ? 1.5 : 31.25, 0.5 * i)});
  }
  return rows;
}

const std::vector<std::string> kShares = {"place.share_white=0.4", "place.share_black=0.25",
                                          "place.share_hispanic=0.25", "place.share_asian=0.1",
                                          "place.share_low_income=0.5"};

struct Told {
  double children = 0, white = 0, low_income = 0;
};
std::vector<Told> told_of(const World& world) {
  std::vector<Told> schools(world.schools.size());
  for (std::size_t row = 0; row < world.students.size(); ++row) {
    Told& school = schools[world.students.school[row]];
    school.children += 1;
    school.white += world.students.group(row) == Group::White;
    school.low_income += world.students.has(row, trait::kLowIncome);
  }
  for (Told& school : schools) {
    school.white /= school.children;
    school.low_income /= school.children;
  }
  return schools;
}

TEST(ListedFounding, TakesSizesSeatsAndSitesAsTheyAreListed) {
  const Scenario scenario = listed_city(two_quarters(), kShares);
  const testing::LivedCity city(scenario);
  const World& world = city.world();
  ASSERT_EQ(world.schools.size(), 12u);
  EXPECT_EQ(world.students.size(), 12u * 450u);
  for (std::size_t s = 0; s < 12; ++s) {
    const SchoolId school{s};
    const ListedSchool& listed = scenario.place.school_list[s];
    EXPECT_EQ(world.schools.name[school], listed.name);
    EXPECT_FLOAT_EQ(world.schools.x[school], static_cast<float>(*listed.x_km));
    EXPECT_FLOAT_EQ(world.schools.y[school], static_cast<float>(*listed.y_km));
    for (std::size_t grade = 0; grade < kGrades; ++grade) {
      const double seats = listed.enrolment[grade] * (1.0 + scenario.place.seat_slack);
      EXPECT_EQ(world.schools.seats[school][grade], static_cast<int>(seats + 0.5));
    }
  }
}

TEST(ListedFounding, SchoolsLookAsTheyAreListed) {
  const Scenario scenario = listed_city(two_quarters(), kShares);
  const testing::LivedCity city(scenario);
  const std::vector<Told> schools = told_of(city.world());
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const ListedSchool& listed = scenario.place.school_list[s];
    EXPECT_NEAR(schools[s].white, *listed.white, 0.12) << listed.name;
    EXPECT_NEAR(schools[s].low_income, *listed.low_income, 0.12) << listed.name;
  }
}

TEST(ListedFounding, TheCitysSharesAreThePlaces) {
  // Another measure of low income than the list's: the schools differ as before, at another level.
  std::vector<std::string> settings = kShares;
  settings.back() = "place.share_low_income=0.7";
  const Scenario scenario = listed_city(two_quarters(), settings);
  const testing::LivedCity city(scenario);
  const std::vector<Told> schools = told_of(city.world());
  double all = 0, poor = 0, white = 0, west = 0, east = 0, learners = 0;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    all += schools[s].children;
    poor += schools[s].children * schools[s].low_income;
    white += schools[s].children * schools[s].white;
    (s < 6 ? west : east) += schools[s].low_income / 6.0;
  }
  EXPECT_NEAR(poor / all, 0.7, 0.02);
  EXPECT_NEAR(white / all, 0.4, 0.02);
  EXPECT_GT(east - west, 0.4);
  const Students& students = city.world().students;
  for (std::size_t row = 0; row < students.size(); ++row) {
    learners += students.has(row, trait::kEnglishLearner);
  }
  EXPECT_NEAR(learners / all, scenario.place.share_english_learner, 0.02);
}

TEST(ListedFounding, WithoutSitesSchoolsOfEqualPovertyLieTogether) {
  std::string rows;
  for (int i = 0; i < 120; ++i) {
    const double poverty = 0.1 + 0.02 * ((i * 17) % 40);
    rows += text_of({fmt::format("School {}", i), 0.4, poverty, ""});
  }
  std::vector<std::string> settings = kShares;
  settings.insert(settings.end(), {"place.area_km2=900", "place.neighbourhoods=120"});
  const Scenario scenario = listed_city(rows, settings);
  const testing::LivedCity city(scenario);
  const std::vector<Told> schools = told_of(city.world());
  double xy = 0, xx = 0, yy = 0;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const double x = *scenario.place.school_list[s].low_income - 0.49;
    const double y = schools[s].low_income - 0.5;
    xy += x * y;
    xx += x * x;
    yy += y * y;
  }
  EXPECT_GT(xy / std::sqrt(xx * yy), 0.5);
}

TEST(ListedFounding, ListedSchoolsStandBesideGroups) {
  const std::string group =
      "place.schools=[{model=\"traditional\", name=\"Group\", count=3, students=900, "
      "last_grade=12}]";
  const Reading reading =
      read_scenario(std::filesystem::path(HOMEROOM_SOURCE_DIR) / "scenarios/small_elected.toml",
                    {group, "place.school_list=[" + two_quarters() + "]", "law.selections=[]"});
  ASSERT_EQ(format_faults(reading.faults), "");
  const testing::LivedCity city(*reading.scenario);
  EXPECT_EQ(city.world().schools.name[SchoolId{2}], "Group 3");
  EXPECT_EQ(city.world().schools.name[SchoolId{3}], "School 0");
  EXPECT_EQ(city.world().students.size(), 900u + 12u * 450u);
}

TEST(ListedFounding, AListedSchoolKeepsItsYearAndItsGate) {
  std::string rows = two_quarters();
  const std::size_t at = rows.find("first_grade");
  rows.insert(at, "opened = 2005, selective = true, ");
  const Scenario scenario = listed_city(rows, kShares);
  EXPECT_EQ(scenario.place.school_list[0].opened, 2005);
  const testing::LivedCity city(scenario);
  EXPECT_TRUE(city.world().schools.selective[SchoolId{0}]);
}

/// By school: children, and those of them with special needs.
std::vector<std::pair<int, int>> needs_of(const World& world) {
  std::vector<std::pair<int, int>> schools(world.schools.size());
  for (std::size_t row = 0; row < world.students.size(); ++row) {
    auto& [children, special] = schools[world.students.school[row]];
    ++children;
    special += world.students.has(row, trait::kSpecial);
  }
  return schools;
}

// The list's other eleven schools keep about the city's share; the one school is full of children
// with plans, from its founding on and six years later, less those who left within the year (seats
// for 450), and no rating ranks it among the others.
TEST(ListedFounding, ASpecialSchoolHasChildrenWithSpecialNeedsOnly) {
  std::string rows = two_quarters();
  rows.insert(rows.find("first_grade"), "special_school = true, ");
  std::vector<std::string> settings = kShares;
  settings.insert(settings.end(), {"place.share_special=0.3", "place.share_special_severe=0.2"});
  const Scenario scenario = listed_city(rows, settings);
  testing::LivedCity city(scenario);
  for (int year = 0; year < 7; ++year) {
    const auto schools = needs_of(city.world());
    const auto& [children, special] = schools[0];
    EXPECT_EQ(children, special) << year;
    EXPECT_GT(children, 350) << year;
    ASSERT_TRUE(city.pass_year());
    EXPECT_EQ(city.world().schools.rated_years[SchoolId{0}], 0);
    EXPECT_GT(city.world().schools.rated_years[SchoolId{1}], 0);
  }
}

// Two cities with the same dice differ by what a year in post teaches, and by nothing else.
TEST(ListedFounding, PrincipalsHaveLearntInTheirYears) {
  const auto principals = [](const char* growth) {
    const std::string of_lead = fmt::format("nature.leadership.growth_leadership={}", growth);
    const std::string of_skill = fmt::format("nature.leadership.growth_skill={}", growth);
    const Scenario scenario =
        listed_city(two_quarters(), {of_lead, of_skill, "nature.leadership.growth_years=3"});
    return testing::LivedCity(scenario).world().schools.principals;
  };
  const Principals grown = principals("0.1"), fresh = principals("0");
  constexpr int kGrowthYears = 3;
  int longest = 0;
  for (std::size_t s = 0; s < 12; ++s) {
    const SchoolId school{s};
    const int years = grown.years_here[school];
    longest = std::max(longest, years);
    const double taught = 0.1 * std::min(years, kGrowthYears);
    EXPECT_NEAR(grown.leadership[school] - fresh.leadership[school], taught, 1e-9) << years;
    EXPECT_NEAR(grown.skill[school] - fresh.skill[school], taught, 1e-9) << years;
  }
  EXPECT_GT(longest, kGrowthYears);
}

}  // namespace
}  // namespace homeroom
