// What is told of bad lists, and what is left of them by leniency.
#include <algorithm>
#include <cstdint>
#include <filesystem>

#include "tests/unit/lists_desk.hpp"

namespace homeroom::lists {
namespace {

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
       "list.csv:3:1: Academic Year: is not that of most rows, 2014"},
      {"2014-2015,19,64733,0100290,Ungraded,,,50,0\n", "list.csv:3:1: Low Grade: has no grades"},
      {"2014-2015,19,64733,0100290,Turned,9,5,50,0\n",
       "list.csv:3:1: Low Grade: has a lowest grade above its highest"},
      {"2014-2015,19,64733,0100290,Worded,K,12,fifty,0\n",
       "list.csv:3:1: Enrollment (K-12): holds what is no number"},
      {"2014-2015,19,64733,0100290,Below,K,12,-50,0\n",
       "list.csv:3:1: Enrollment (K-12): is below 0"},
      {"2014-2015,19,64733,0100290,Crowd,K,12,1e9,0\n",
       "list.csv:3:1: has more children in one grade than a school may have"},
      {"2014-2015,19,64733,0100290,Beyond,K,12,1e18,0\n",
       "list.csv:3:1: has more children in one grade than a school may have"},
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
  EXPECT_NE(format_faults(import.faults)
                .find("is another school year than that of the schools, from 2019"),
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

TEST(Import, CountsARowOnceHoweverManyOfItsBytesAreBad) {
  const std::string told = told_of(kFrpmHead + kGood +
                                   "2014-2015,19,64733,0100290,\xc9"
                                   "cole \xc9toile,K,12,50,0\n"
                                   "2014-2015,19,64733,0100291,Mu\xf1iz,K,12,50,0\n")
                               .faults;
  EXPECT_NE(told.find("is not UTF-8, 2 rows: lines 3-4"), std::string::npos) << told;
}

TEST(Import, SaysWhatSeparatesCellsOtherThanCommas) {
  const auto separated = [](char by) {
    std::string text = kFrpmHead + kGood;
    std::replace(text.begin(), text.end(), ',', by);
    return told_of(text).faults;
  };
  EXPECT_NE(separated(';').find("is separated by semicolons (allowed: commas)"), std::string::npos);
  EXPECT_NE(separated('\t').find("is separated by tabs (allowed: commas)"), std::string::npos);
}

TEST(Import, TakesNoBookForAName) {
  const std::string longest(500, 'x');
  EXPECT_EQ(told_of(kFrpmHead + "2014-2015,19,64733,0100289," + longest + ",K,12,60,45\n").faults,
            "");
  const Told told = told_of(kFrpmHead + "2014-2015,19,64733,0100289," + longest + "x,K,12,60,45\n");
  EXPECT_EQ(told.faults,
            "list.csv:2:1: School Name: is longer than 500 bytes (allowed: a name or an id)\n");
  EXPECT_TRUE(told.lenient_works);
}

TEST(Import, SaysWhyAHeaderIsNone) {
  const Told told = told_of(std::string(10000, ',') + "\n");
  EXPECT_EQ(told.faults,
            "list.csv:1:1: has more than 10000 columns\n"
            "list.csv: has no header that can be read\n");
}

/// A place that no scenario reads is not written.
TEST(Import, RefusesAPlaceBeyondWhatAScenarioReads) {
  std::string text = kFrpmHead;
  for (int row = 0; row < 40000; ++row) {
    text += fmt::format("2014-2015,19,64733,{:07d},S{},K,12,60,45\n", row, row);
  }
  const Told told = told_of(text);
  EXPECT_NE(told.faults.find("of 39998 schools (allowed: at most 4 MiB, some 20000 schools"),
            std::string::npos)
      << told.faults;
  EXPECT_FALSE(told.lenient_works);
}

/// Rows of one district, as many as there may be of a city and one more.
TEST(Import, RefusesMoreRowsThanACityHas) {
  std::string text = kFrpmHead;
  for (int row = 0; row <= 100000; ++row) {
    text += fmt::format("2014-2015,19,64733,{:07d},S,K,12,60,45\n", row);
  }
  const Told told = told_of(text);
  EXPECT_EQ(
      told.faults,
      "list.csv: has more than 100000 rows of the city (allowed: fewer; --leaid or --district "
      "takes those of one city)\n");
  EXPECT_FALSE(told.lenient_works);
}

TEST(Import, AsksBeforeItReadsManyBytes) {
  Desk desk;
  const auto good = desk.put("good.csv", kFrpmHead + kGood),
             large = desk.put("large.csv", kFrpmHead);
  std::filesystem::resize_file(large, std::uintmax_t{128} << 20);
  const Import refused = desk.import({good, large});
  EXPECT_EQ(
      format_faults(refused.faults),
      large +
          ": makes 129 MiB of lists (allowed: 128 MiB together; --large reads lists of up to 4 "
          "GiB each, in six times their size of memory)\n");
  EXPECT_FALSE(refused.can_be_lenient);
  // Alone it is not too large, and is no list.
  EXPECT_EQ(format_faults(desk.import({large}).faults).find("makes"), std::string::npos);
}

TEST(Import, AsksForFewRules) {
  Desk desk;
  std::string rules;
  for (int rule = 0; rule <= 2000; ++rule) rules += "[[rule]]\nlevel = \"high\"\nzone = \"z\"\n";
  ImportRequest request;
  request.maps = {desk.put("map.toml", rules)};
  const Import import = desk.import({desk.put("list.csv", kFrpmHead + kGood)}, request);
  EXPECT_EQ(format_faults(import.faults),
            request.maps[0] +
                ":1:3: rule: has 2001 rules (allowed: at most 2000: a rule may name many ids)\n");
}

}  // namespace
}  // namespace homeroom::lists
