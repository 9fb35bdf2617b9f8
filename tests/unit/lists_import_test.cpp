// From small made-up lists of each kind to place files.
#include <cmath>

#include "sim/lists/place_text.hpp"
#include "sim/lists/sites.hpp"
#include "sim/scenario/toml_document.hpp"
#include "tests/unit/lists_desk.hpp"

namespace homeroom::lists {
namespace {

/// Row of the school list whose name is this; an empty table if there is none.
Node school_named(const Import& import, const std::string& name) {
  EXPECT_EQ(format_faults(import.faults), "");
  const ParsedToml parsed = parse_toml(import.place.value_or(""), "place");
  EXPECT_TRUE(parsed.root.has_value());
  const Node* list = parsed.root ? find_path(*parsed.root, "place.school_list") : nullptr;
  for (std::size_t i = 0; list && i < list->items.size(); ++i) {
    if (list->items[i].find("name")->text == name) return list->items[i];
  }
  ADD_FAILURE() << "no school " << name;
  return {};
}

double number(const Node& school, const char* key) {
  const Node* node = school.find(key);
  return node ? node->as_number() : std::nan("");
}

std::vector<double> numbers(const Node& school, const char* key) {
  std::vector<double> values;
  for (const Node& item : school.find(key)->items) values.push_back(item.as_number());
  return values;
}

TEST(Import, JoinsTheListsOfTheCommonCore) {
  Desk desk;
  const auto directory = desk.put("directory.csv", kDirectory);
  const auto members = desk.put("membership.csv", membership_list());
  const auto lunch = desk.put("lunch.csv",
                              "NCESSCH,LUNCH_PROGRAM,STUDENT_COUNT,TOTAL_INDICATOR\n"
                              "010000100001,Free lunch qualified,30,Category Set A\n"
                              "010000100001,Reduced-price lunch qualified,10,Category Set A\n"
                              "010000100001,No Category Codes,40,Education Unit Total\n");
  const auto geocode = desk.put(
      "geocode.csv", "NCESSCH,LAT,LON\n010000100001,42.0,-71.1\n010000100002,42.1,-71.0\n");
  const auto staff = desk.put("staff.csv", "NCESSCH,TEACHERS\n010000100001,8.5\n010000100002,-1\n");
  ImportRequest request;
  request.leaids = {"0100001"};
  // In any order: they are known by their columns.
  const Import import = desk.import({lunch, members, geocode, directory, staff}, request);
  const Node elm = school_named(import, "Elm");
  EXPECT_EQ(elm.find("id")->text, "010000100001");
  EXPECT_EQ(numbers(elm, "enrolment"), (std::vector<double>{20, 30, 50}));
  EXPECT_EQ(number(elm, "first_grade"), 0);
  EXPECT_DOUBLE_EQ(number(elm, "black"), 0.25);
  EXPECT_DOUBLE_EQ(number(elm, "white"), 0.4);
  EXPECT_DOUBLE_EQ(number(elm, "low_income"), 0.4);
  EXPECT_EQ(elm.find("model")->text, "traditional");
  EXPECT_NEAR(number(school_named(import, "Oak"), "y_km"), 11.107, 0.01);
  const Node oak = school_named(import, "Oak");
  EXPECT_EQ(number(oak, "first_grade"), 12);
  EXPECT_EQ(number(oak, "prekindergarten"), 5);
  EXPECT_EQ(oak.find("model")->text, "independent_charter");
  EXPECT_EQ(oak.find("black"), nullptr);
  EXPECT_NE(import.report.find("closed, inactive"), std::string::npos);
  EXPECT_NE(import.report.find("before kindergarten only"), std::string::npos);
  EXPECT_NE(import.report.find("8.5 teachers"), std::string::npos);
}

// Older or trimmed files have no rows with totals by race, but those they are totals of.
TEST(Import, AddsUpRacesWhereTheirTotalsAreMissing) {
  Desk desk;
  const std::string none = "No Category Codes", grade = "Subtotal 4 - By Grade";
  const std::string detail = "Category Set A - By Race/Ethnicity; Sex; Grade";
  const std::string elm = "010000100001", oak = "010000100002";
  const auto members =
      desk.put("membership.csv",
               "SCHOOL_YEAR,NCESSCH,GRADE,RACE_ETHNICITY,SEX,STUDENT_COUNT,TOTAL_INDICATOR\n" +
                   membership(elm, "Kindergarten", none, 20, grade) +
                   membership(elm, "Grade 1", none, 20, grade) +
                   membership(oak, "Grade 12", none, 9, grade) +
                   membership(elm, "Kindergarten", "White", 7, detail) +
                   membership(elm, "Kindergarten", "White", 3, detail) +
                   membership(elm, "Grade 1", "Hispanic/Latino", 30, detail) +
                   membership(elm, "Grade 1", "Black or African American", 0, detail) +
                   membership(elm, "Grade 1", "Asian", 0, detail) +
                   membership(elm, "Adult Education", "White", 500, detail));
  ImportRequest request;
  request.leaids = {"0100001"};
  const Import import = desk.import({desk.put("directory.csv", kDirectory), members}, request);
  const Node school = school_named(import, "Elm");
  EXPECT_DOUBLE_EQ(number(school, "white"), 0.25);
  EXPECT_DOUBLE_EQ(number(school, "hispanic"), 0.75);
  EXPECT_NE(import.report.find("rows by grade, race and sex are added up"), std::string::npos)
      << import.report;
  EXPECT_EQ(school_named(import, "Oak").find("white"), nullptr);
  EXPECT_NE(import.report.find("finds no count of every race in"), std::string::npos)
      << import.report;
}

TEST(Import, SpreadsTotalsOverGrades) {
  Desk desk;
  const auto list = desk.put("hifld.csv",
                             "NCESID,NAME,LATITUDE,LONGITUDE,ENROLLMENT,ST_GRADE,END_GRADE,STATUS\n"
                             "010000100001,Elm,42.0,-71.0,11,KG,02,1\n"
                             "010000100002,Oak,42.0,-71.0,8,PK,02,1\n");
  const Import import = desk.import({list});
  EXPECT_EQ(numbers(school_named(import, "Elm"), "enrolment"), (std::vector<double>{4, 4, 3}));
  EXPECT_EQ(number(school_named(import, "Oak"), "prekindergarten"), 2);
  EXPECT_EQ(numbers(school_named(import, "Oak"), "enrolment"), (std::vector<double>{2, 2, 2}));
}

TEST(Import, TellsCaliforniasChartersApart) {
  Desk desk;
  const Import import = desk.import({desk.put("frpm.csv", kCalifornia)});
  const Node elm = school_named(import, "Elm");
  EXPECT_EQ(elm.find("id")->text, "19647330100289");
  EXPECT_EQ(elm.find("model")->text, "affiliated_charter");
  EXPECT_DOUBLE_EQ(number(elm, "low_income"), 0.75);
  EXPECT_EQ(school_named(import, "Oak").find("model")->text, "independent_charter");
  EXPECT_NE(import.report.find("3 rows taken, 220 students"), std::string::npos);
  EXPECT_NE(import.report.find("(30 students)"), std::string::npos);
}

TEST(Import, GivesModelsByTheFirstRuleThatSaysOne) {
  Desk desk;
  const auto list = desk.put("dese.csv", kProfiles);
  const auto map = desk.put("map.toml", R"(
title = "The city"
ordinary = "ordinary"
[[include]]
column = "District Name"
value = "Boston"
[[rule]]
column = "Level"
value = ["Level 4", "Level 5"]
model = "turnaround"
opened = 2011
[[rule]]
level = "high"
model = "pilot"
opened_first = 2000
opened_last = 2009
[[rule]]
id = "00350001"
model = "pilot"
second_model = "pilot"
selective = true
[[rule]]
id = "00350002"
special_school = true
)");
  ImportRequest request;
  request.maps = {map};
  const Import import = desk.import({list}, request);
  const Node elm = school_named(import, "Elm");
  EXPECT_EQ(elm.find("model")->text, "turnaround");
  EXPECT_EQ(elm.find("second_model")->text, "pilot");
  EXPECT_EQ(number(elm, "opened"), 2011);
  EXPECT_TRUE(elm.find("selective")->flag);
  EXPECT_EQ(elm.find("special_school"), nullptr);
  EXPECT_EQ(number(school_named(import, "Oak"), "opened"), 2002);
  EXPECT_TRUE(school_named(import, "Oak").find("special_school")->flag);
  EXPECT_EQ(number(school_named(import, "Ash"), "opened"), 2007);
  EXPECT_EQ(import.place->find("Far"), std::string::npos);
  EXPECT_NE(import.place->find("title = \"The city\""), std::string::npos);
}

TEST(Import, SaysWhichGradesAListLeavesWithoutASchool) {
  Desk desk;
  ImportRequest request;
  request.districts = {"Boston"};
  const Import import = desk.import({desk.put("dese.csv", kProfiles)}, request);
  EXPECT_NE(import.report.find("has no school for grade 2, 3, 4, 5, 6, 7, 8, 10, 11, 12"),
            std::string::npos);
}

TEST(Import, FindsSitesThroughACrosswalk) {
  Desk desk;
  ImportRequest request;
  request.districts = {"boston"};
  request.locations =
      desk.put("sites.csv", "X,Y,SCH_ID\n-71.0,42.0,7\n-71.1,42.2,7\n-71.2,42.0,9\n");
  request.crosswalk = desk.put("crosswalk.csv", "School Code,SCH_ID\n00350001,7\n00350002,9\n");
  const Import import = desk.import({desk.put("dese.csv", kProfiles)}, request);
  const Node elm = school_named(import, "Elm");  // two sites: in their middle
  EXPECT_NEAR(number(elm, "x_km"), 0.15 * km_per_degree(42.05).east, 0.01);
  EXPECT_NEAR(number(elm, "y_km"), 0.1 * km_per_degree(42.05).north, 0.01);
  EXPECT_EQ(school_named(import, "Ash").find("x_km"), nullptr);
}

// Sites of other cities are none of ours; a school has one site, and an empty one is none.
TEST(Import, LooksAtTheSitesOfTheCityAlone) {
  Desk desk;
  ImportRequest request;
  request.districts = {"boston"};
  request.locations = desk.put("sites.csv", "X,Y,SCH_ID\nsomewhere,42.0,8\n-71.2,42.0,9\n");
  request.crosswalk = desk.put("crosswalk.csv", "School Code,SCH_ID\n00350001,\n00350001,9\n");
  const auto list = desk.put("dese.csv", kProfiles);
  EXPECT_NE(school_named(desk.import({list}, request), "Elm").find("x_km"), nullptr);
  request.crosswalk = desk.put("crosswalk.csv", "School Code,SCH_ID\n00350001,9\n00350001,8\n");
  EXPECT_EQ(format_faults(desk.import({list}, request).faults),
            request.crosswalk +
                ":3:1: School Code: joins a school to a second site (allowed: each school once)\n");
  request.locations = desk.put("sites.csv", "X,Y,SCH_ID\nsomewhere,42.0,9\n");
  EXPECT_NE(format_faults(desk.import({list}, request).faults).find("sites.csv:2:1: X: holds what"),
            std::string::npos);
}

TEST(Import, TellsCoordinatesOfAJoinedListWhereTheyStand) {
  Desk desk;
  ImportRequest request;
  request.leaids = {"0100001"};
  const auto geocode =
      desk.put("geocode.csv", "NCESSCH,LAT,LON\n010000100002,42.1,-71.0\n010000100001,4.2,-71.1\n");
  const Import import = desk.import({desk.put("directory.csv", kDirectory),
                                     desk.put("membership.csv", membership_list()), geocode},
                                    request);
  EXPECT_NE(format_faults(import.faults).find("geocode.csv:3:1: LAT: stands outside the country"),
            std::string::npos)
      << format_faults(import.faults);
}

TEST(Import, TellsASiteAbroadWhereItStands) {
  Desk desk;
  ImportRequest request;
  request.districts = {"boston"};
  request.locations =
      desk.put("sites.csv", "X,Y,SCH_ID\n-71.0,42.0,00350002\n71.0,42.0,00350001\n");
  const Import import = desk.import({desk.put("dese.csv", kProfiles)}, request);
  EXPECT_NE(format_faults(import.faults).find("sites.csv:3:1: Y: stands outside the country"),
            std::string::npos)
      << format_faults(import.faults);
}

TEST(Import, NamesOfAListStayInTheirComment) {
  PlaceFacts facts;
  facts.title = "Elm\n[law]\nturnout = 1\x14";
  facts.source = "a\r\nlist.csv";
  const std::string text = place_text(facts);
  EXPECT_EQ(text.rfind("# Elm [law] turnout = 1 : 0 schools", 0), 0u) << text;
  const ParsedToml parsed = parse_toml(text, "place");
  ASSERT_TRUE(parsed.root.has_value()) << text;
  EXPECT_EQ(parsed.root->find("law"), nullptr);
  EXPECT_EQ(find_path(*parsed.root, "place.title")->text, facts.title);
}

TEST(Sites, LieOnTheEllipsoid) {
  // Published lengths of a degree of latitude and longitude: 110.574 and 111.320 km at the equator,
  // 111.132 and 78.847 km at 45 degrees.
  EXPECT_NEAR(km_per_degree(0).north, 110.574, 0.001);
  EXPECT_NEAR(km_per_degree(0).east, 111.320, 0.001);
  EXPECT_NEAR(km_per_degree(45).north, 111.132, 0.001);
  EXPECT_NEAR(km_per_degree(45).east, 78.847, 0.001);
}

}  // namespace
}  // namespace homeroom::lists
