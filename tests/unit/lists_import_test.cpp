// From small made-up lists of each kind to place files, and what is told of bad ones.
#include <gtest/gtest.h>

#include <cmath>

#include "sim/lists/import.hpp"
#include "sim/lists/sites.hpp"
#include "sim/scenario/toml_document.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom::lists {
namespace {

/// Lists in a folder of their own, and what becomes of them.
class Desk {
 public:
  std::string put(const std::string& name, const std::string& text) {
    return files_.write(name, text).string();
  }
  Import import(std::vector<std::string> lists, ImportRequest request = {}) const {
    request.lists = std::move(lists);
    request.known = HOMEROOM_SOURCE_DIR "/scenarios/lists";
    return import_lists(request);
  }

 private:
  Workplace files_;
};

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

constexpr const char* kDirectory =
    "SCHOOL_YEAR,NCESSCH,LEAID,SCH_NAME,LEA_NAME,GSLO,GSHI,SY_STATUS,CHARTER_TEXT\n"
    "2019-2020,010000100001,0100001,Elm,Rivertown,KG,02,1,No\n"
    "2019-2020,010000100002,0100001,Oak,Rivertown,PK,12,1,Yes\n"
    "2019-2020,010000100003,0100001,Ash,Rivertown,KG,05,2,No\n"
    "2019-2020,010000100004,0100001,Early,Rivertown,PK,PK,1,No\n"
    "2019-2020,010000200001,0100002,Far,Elsewhere,KG,12,1,No\n";

std::string membership(const std::string& id, const std::string& grade, const std::string& race,
                       int count, const std::string& total) {
  return fmt::format("2019-2020,{},{},{},No Category Codes,{},{}\n", id, grade, race, count, total);
}

std::string membership_list() {
  const std::string grade = "Subtotal 4 - By Grade", none = "No Category Codes";
  const std::string race =
      "Derived - Subtotal by Race/Ethnicity and Sex minus Adult Education Count";
  const std::string all = "Derived - Education Unit Total minus Adult Education Count";
  const std::string elm = "010000100001", oak = "010000100002";
  return "SCHOOL_YEAR,NCESSCH,GRADE,RACE_ETHNICITY,SEX,STUDENT_COUNT,TOTAL_INDICATOR\n" +
         membership(elm, "Kindergarten", none, 20, grade) +
         membership(elm, "Grade 1", none, 30, grade) + membership(elm, "Grade 2", none, 50, grade) +
         membership(elm, none, "Black or African American", 10, race) +
         membership(elm, none, "Black or African American", 15, race) +
         membership(elm, none, "Hispanic/Latino", 25, race) +
         membership(elm, none, "White", 40, race) + membership(elm, none, "Asian", 10, race) +
         membership(elm, none, none, 100, all) +
         membership(elm, "Kindergarten", "White", 7,
                    "Category Set A - By Race/Ethnicity; Sex; Grade") +
         membership(oak, "Pre-Kindergarten", none, 5, grade) +
         membership(oak, "Grade 12", none, 60, grade) + membership(oak, none, none, 65, all);
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

constexpr const char* kCalifornia =
    "Academic Year,County Code,District Code,School Code,District Name,School Name,Charter Funding "
    "Type,Low Grade,High Grade,\"Enrollment \n(K-12)\",\"FRPM Count \n(K-12)\"\n"
    "2014-2015,19,64733,0000001,City,\"Nonpublic, Nonsectarian\",N/A,,,30,20\n"
    "2014-2015,19,64733,0100289,City,Elm,Locally funded,K,5,60,45\n"
    "2014-2015,19,64733,0100290,City,Oak,Directly funded,P,12,130,65\n";

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

constexpr const char* kProfiles =
    "School Code,School Name,School Type,District Name,District Code,K_Enrollment,1_Enrollment,"
    "9_Enrollment,TOTAL_Enrollment,% African American,% Asian,% Hispanic,% White,Economically "
    "Disadvantaged,Level\n"
    "00350001,Elm,Public School,Boston,00350000,30,20,0,50,20,10,30,40,25,Level 4\n"
    "00350002,Oak,Public School,Boston,00350000,0,0,80,80,20,10,30,40,20,Level 1\n"
    "00350003,Ash,Public School,Boston,00350000,0,0,40,40,20,10,30,40,20,Level 1\n"
    "02810001,Far,Public School,Springfield,02810000,10,0,0,10,20,10,30,40,5,Level 1\n";

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
)");
  ImportRequest request;
  request.maps = {map};
  const Import import = desk.import({list}, request);
  const Node elm = school_named(import, "Elm");
  EXPECT_EQ(elm.find("model")->text, "turnaround");
  EXPECT_EQ(elm.find("second_model")->text, "pilot");
  EXPECT_EQ(number(elm, "opened"), 2011);
  EXPECT_TRUE(elm.find("selective")->flag);
  EXPECT_EQ(number(school_named(import, "Oak"), "opened"), 2000);
  EXPECT_EQ(number(school_named(import, "Ash"), "opened"), 2005);
  EXPECT_EQ(import.place->find("Far"), std::string::npos);
  EXPECT_NE(import.place->find("title = \"The city\""), std::string::npos);
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

TEST(Sites, LieOnTheEllipsoid) {
  // Published lengths of a degree of latitude and longitude: 110.574 and 111.320 km at the equator,
  // 111.132 and 78.847 km at 45 degrees.
  EXPECT_NEAR(km_per_degree(0).north, 110.574, 0.001);
  EXPECT_NEAR(km_per_degree(0).east, 111.320, 0.001);
  EXPECT_NEAR(km_per_degree(45).north, 111.132, 0.001);
  EXPECT_NEAR(km_per_degree(45).east, 78.847, 0.001);
}

/// What is told of a list, strictly; with `lenient`, the schools that are left.
struct Told {
  std::string faults;
  bool lenient_works = false;
  std::string dropped;
};

Told told_of(const std::string& text, const char* district = "") {
  Desk desk;
  const auto file = desk.put("list.csv", text);
  ImportRequest request;
  if (*district) request.districts = {district};
  const Import strict = desk.import({file}, request);
  request.lenient = true;
  const Import lenient = desk.import({file}, request);
  Told told{format_faults(strict.faults), lenient.place.has_value(), lenient.dropped};
  for (std::size_t at; (at = told.faults.find(file)) != std::string::npos;) {
    told.faults.replace(at, file.size(), "list.csv");
  }
  EXPECT_EQ(strict.place.has_value(), strict.faults.empty());
  return told;
}

const std::string kFrpmHead =
    "Academic Year,County Code,District Code,School Code,School Name,Low Grade,High "
    "Grade,Enrollment K12,FRPM Count K12\n";
const std::string kGood = "2014-2015,19,64733,0100289,Elm,K,12,60,45\n";

TEST(Import, RefusesWhatIsWrongAndDropsItWhenLenient) {
  struct Case {
    const char* row;
    const char* told;
  };
  const Case cases[] = {
      {"2014-2015,19,64733,0100289,Elm again,K,12,60,45\n",
       "list.csv:3:1: County Code + District Code + School Code: repeats an id"},
      {"2014-2015,19,64733,0100290,Empty,K,12,0,0\n",
       "list.csv:3:1: Enrollment (K-12): has no children"},
      {"2013-2014,19,64733,0100290,Old,K,12,50,0\n",
       "list.csv:3:1: Academic Year: is 2013, most rows are of 2014"},
      {"2014-2015,19,64733,0100290,Ungraded,,,50,0\n", "list.csv:3:1: Low Grade: has no grades"},
      {"2014-2015,19,64733,0100290,Turned,9,5,50,0\n",
       "list.csv:3:1: Low Grade: has a lowest grade above its highest"},
      {"2014-2015,19,64733,0100290,Worded,K,12,fifty,0\n",
       "list.csv:3:1: Enrollment (K-12): holds what is no number"},
      {"2014-2015,19,64733,0100290,Below,K,12,-50,0\n",
       "list.csv:3:1: Enrollment (K-12): is below 0"},
      {"2014-2015,19,64733,0100290,Short,K,12\n", "list.csv:3:1: has 7 cells, the header has 9"},
      {"2014-2015,19,64733,0100290,Mu\xf1iz,K,12,50,0\n", "list.csv:3:1: is not UTF-8"},
      {"2014-2015,19,64733,100290,Zeros,K,12,50,0\n", "has fewer than 14 digits"},
  };
  for (const Case& one : cases) {
    // The last row decides which year is the usual one.
    const Told told =
        told_of(kFrpmHead + kGood + one.row + "2014-2015,19,64733,0100299,Yew,K,12,60,45\n");
    EXPECT_NE(told.faults.find(one.told), std::string::npos) << told.faults;
    EXPECT_TRUE(told.lenient_works) << one.row;
    EXPECT_NE(told.dropped.find("dropped: "), std::string::npos) << told.dropped;
  }
}

TEST(Import, NamesAllFaultsAtOnceWithTheirLines) {
  const Told told = told_of(kFrpmHead + kGood + "2014-2015,19,64733,0100290,A,K,12,0,0\n" +
                            "2014-2015,19,64733,0100291,B,K,12,0,0\n" +
                            "2013-2014,19,64733,0100292,C,K,12,9,0\n" + kGood);
  EXPECT_NE(told.faults.find("has no children, 2 rows: lines 3-4"), std::string::npos)
      << told.faults;
  EXPECT_NE(told.faults.find("list.csv:5:1: Academic Year"), std::string::npos);
  EXPECT_NE(told.faults.find("list.csv:6:1"), std::string::npos);
}

TEST(Import, RefusesWhatLeniencyCannotMend) {
  EXPECT_FALSE(told_of("").lenient_works);
  EXPECT_FALSE(told_of(kFrpmHead).lenient_works);
  EXPECT_FALSE(told_of("School Name,Low Grade\nElm,K\n").lenient_works);
  const Told other = told_of(kProfiles, "Bostn");
  EXPECT_FALSE(other.lenient_works);
  EXPECT_NE(other.faults.find("--district Bostn: is no district of the lists; did you mean "
                              "\"Boston\"?"),
            std::string::npos)
      << other.faults;
  const Told several = told_of(kProfiles);
  EXPECT_NE(several.faults.find("holds 2 districts"), std::string::npos);
}

TEST(Import, ChecksCoordinates) {
  const std::string head = "NCESID,NAME,LATITUDE,LONGITUDE,ENROLLMENT,ST_GRADE,END_GRADE\n";
  for (const char* good : {"42.3,-71.1", "61.2,-149.9", "21.3,-157.8", "18.4,-66.1", "13.5,144.8",
                           "-14.3,-170.7", "-999,-999"}) {
    EXPECT_EQ(told_of(head + "010000100001,Elm," + good + ",50,KG,12\n").faults, "") << good;
  }
  for (const char* bad : {"42.3,71.1", "-71.1,42.3", "0,0", "51.5,-0.1"}) {
    const Told told = told_of(head + "010000100001,Elm," + bad + ",50,KG,12\n");
    EXPECT_NE(told.faults.find("list.csv:2:1: LATITUDE: stands outside the country"),
              std::string::npos)
        << bad;
    EXPECT_TRUE(told.lenient_works);
  }
}

TEST(Import, RefusesAdditionsOfAnotherYearOrOtherSchools) {
  Desk desk;
  ImportRequest request;
  request.leaids = {"0100001"};
  request.students = 0;
  const auto directory = desk.put("directory.csv", kDirectory);
  std::string older = membership_list();
  for (std::size_t at; (at = older.find("2019-2020")) != std::string::npos;) {
    older.replace(at, 9, "2018-2019");
  }
  const Import import = desk.import({directory, desk.put("older.csv", older)}, request);
  EXPECT_NE(format_faults(import.faults).find("is of the school year from 2018"),
            std::string::npos);
  const auto frpm = desk.put("frpm.csv", kCalifornia);
  EXPECT_NE(
      format_faults(desk.import({directory, frpm}, request).faults).find("has ids of another kind"),
      std::string::npos);
  const auto geocode = desk.put("geocode.csv", "NCESSCH,LAT,LON\n1,42,-71\n");
  EXPECT_NE(format_faults(desk.import({geocode}).faults).find("no list names any"),
            std::string::npos);
}

TEST(Import, ReadsMapsStrictly) {
  Desk desk;
  const auto list = desk.put("dese.csv", kProfiles);
  const auto faults_with = [&](const std::string& text) {
    ImportRequest request;
    request.districts = {"Boston"};
    request.maps = {desk.put("map.toml", text)};
    return format_faults(desk.import({list}, request).faults);
  };
  const auto expect = [&](const std::string& text, const std::string& words) {
    const std::string told = faults_with(text);
    EXPECT_NE(told.find(words), std::string::npos) << text << "\n" << told;
  };
  expect("[[rule]]\nmodle = \"x\"\nid = \"00350001\"", "did you mean \"rule.0.model\"?");
  expect("[[rule]]\nid = 350001\nmodel = \"x\"", "wants a string, not a whole number");
  expect("[[rule]]\nmodel = \"x\"", "fits every row");
  expect("[[rule]]\nid = \"00350001\"", "says nothing of the schools");
  expect("[[rule]]\nid = \"99\"\nmodel = \"x\"", "map.toml:1:1: id: no school that is taken has");
  expect("[[rule]]\ncolumn = \"Levle\"\nvalue = \"x\"\nmodel = \"y\"", "is no column of the lists");
  expect("[[rule]]\nlevel = \"hgih\"\nmodel = \"y\"", "did you mean \"high\"?");
  EXPECT_EQ(faults_with("[[rule]]\nlevel = \"high\"\nmodel = \"y\""), "");
}

}  // namespace
}  // namespace homeroom::lists
