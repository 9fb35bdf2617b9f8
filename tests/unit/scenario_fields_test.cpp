// Single fields that are wrong: each is found, placed and told what would be right.
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

/// The fault of the tiny city when one line of its [law.governance] is added.
Fault fault_of(const std::string& line) {
  const TinyCity city;
  city.change("tiny.toml", "board = \"appointed\"\n", line + "\n");
  return only_fault(city.read());
}

TEST(ScenarioFields, AFaultIsSaidInOneForm) {
  const Fault fault = fault_of("baord = \"mixed\"");
  EXPECT_EQ(file_of(fault), "tiny.toml");
  Fault short_fault = fault;
  short_fault.file = "tiny.toml";
  EXPECT_EQ(format_fault(short_fault),
            "tiny.toml:16:1: law.governance.baord: is no known key; "
            "did you mean \"law.governance.board\"?");
}

TEST(ScenarioFields, AKeyOfAnotherChapterIsFoundThere) {
  EXPECT_EQ(fault_of("outside_evaluators = 1").nearest, "law.authorization.outside_evaluators");
}

TEST(ScenarioFields, AKeyLikeNoOtherHasNoNearest) {
  const Fault fault = fault_of("qqqqqqqqqqqq = 1");
  EXPECT_EQ(fault.what, "is no known key");
  EXPECT_EQ(fault.nearest, "");
}

TEST(ScenarioFields, UnknownSectionsAreFound) {
  const TinyCity city;
  city.append("tiny.toml", "[law.budgte]\n[plcae]\n[nature.lerning]\n");
  const Reading reading = city.read();
  ASSERT_EQ(reading.faults.size(), 3u) << format_faults(reading.faults);
  EXPECT_EQ(reading.faults[0].nearest, "law.budget");
  EXPECT_EQ(reading.faults[1].nearest, "place");
  EXPECT_EQ(reading.faults[2].nearest, "nature.learning");
}

TEST(ScenarioFields, ANumberOutOfRangeIsToldTheRange) {
  const Fault fault = fault_of("takeover_threat = 1.5");
  EXPECT_EQ(fault.what, "1.5 is out of range");
  EXPECT_EQ(fault.allowed, "0 to 1 [share]");
  EXPECT_EQ(fault.line, 16);
}

TEST(ScenarioFields, NanAndInfinityAreNoNumbers) {
  EXPECT_EQ(fault_of("takeover_threat = nan").what, "is not finite");
  EXPECT_EQ(fault_of("takeover_threat = -inf").what, "is not finite");
}

TEST(ScenarioFields, WrongKindsAreNamed) {
  EXPECT_EQ(fault_of("takeover_threat = \"0.5\"").what,
            "wants a number or a table of years, not a string");
  EXPECT_EQ(fault_of("takeover_threat = true").what,
            "wants a number or a table of years, not true or false");
  EXPECT_EQ(fault_of("takeover_threat = 2016-05-27").what,
            "wants a number or a table of years, not a date or time");
  EXPECT_EQ(fault_of("seats = 7.0").what, "wants a whole number, not a number with a fraction");
  EXPECT_EQ(fault_of("seats = { 2016 = 7 }").what, "cannot change over time");
  EXPECT_EQ(fault_of("seats = 99999999999999").what, "99999999999999 is out of range");
  EXPECT_EQ(fault_of("board = 1").what, "wants a string, not a whole number");
}

TEST(ScenarioFields, FlagsAreBooleans) {
  const TinyCity city;
  city.change("tiny_models.toml", "elect_to_work = true", "elect_to_work = 1");
  EXPECT_EQ(only_fault(city.read()).what, "wants true or false, not a whole number");
}

TEST(ScenarioFields, AChoiceIsToldItsChoices) {
  const Fault fault = fault_of("board = \"elcted\"");
  EXPECT_EQ(fault.what, "\"elcted\" is no choice");
  EXPECT_EQ(fault.allowed, "elected, appointed, mixed");
  EXPECT_EQ(fault.nearest, "elected");
}

TEST(ScenarioFields, YearsOfALeverAreYears) {
  for (const char* year : {"-5", "99", "2500", "02016", "soon"}) {
    const Fault fault = fault_of(fmt::format("takeover_threat = {{ {} = 0.5 }}", year));
    EXPECT_EQ(fault.what, "is no year from which a value is in force");
    EXPECT_EQ(fault.key, fmt::format("law.governance.takeover_threat.{}", year));
    EXPECT_EQ(fault.allowed, "1600 to 2200");
  }
  EXPECT_EQ(fault_of("takeover_threat = {}").what, "is an empty table of years");
  EXPECT_EQ(fault_of("takeover_threat = { 2016 = 7 }").what, "7 is out of range");
  EXPECT_EQ(fault_of("takeover_threat = { 2016 = nan }").what, "is not finite");
}

TEST(ScenarioFields, NotesAreChecked) {
  EXPECT_EQ(fault_of("takeover_threat = { value = 0.1, sorce = \"x\" }").nearest, "source");
  EXPECT_EQ(fault_of("takeover_threat = { value = 0.1, status = \"known\" }").allowed,
            "measured, calibrated, assumed");
  EXPECT_EQ(fault_of("takeover_threat = { value = 0.1, unit = \"USD\" }").allowed, "\"share\"");
  EXPECT_EQ(fault_of("takeover_threat = { value = 0.1, range = [0, 2] }").key,
            "law.governance.takeover_threat.range");
  EXPECT_EQ(fault_of("takeover_threat = { value = 0.5, range = [0, 0.2] }").allowed,
            "0 to 0.2 [share]");
  EXPECT_EQ(fault_of("takeover_threat = { source = \"x\" }").what, "is missing");
  EXPECT_EQ(fault_of("takeover_threat = { value = 0.1, source = \"\" }").what, "is empty");
  EXPECT_EQ(fault_of("takeover_threat = { value = 0.1, source = 3 }").what,
            "wants a string, not a whole number");
  EXPECT_EQ(fault_of("board = { value = \"mixed\", unit = \"1\" }").key,
            "law.governance.board.unit");
}

TEST(ScenarioFields, SectionsAreTablesAndGroupsAreLists) {
  const TinyCity city;
  city.files.write(
      "top.toml", "extends = \"tiny.toml\"\nlaw.choice = 3\nplace.schools = 4\nmodels.pilot = 5\n");
  const Reading reading = read_scenario(city.files / "top.toml");
  ASSERT_EQ(reading.faults.size(), 3u) << format_faults(reading.faults);
  EXPECT_EQ(reading.faults[0].what, "wants a table, not a whole number");
  EXPECT_EQ(reading.faults[1].allowed, "[[place.schools]]");
  EXPECT_EQ(reading.faults[2].key, "models.pilot");
}

TEST(ScenarioFields, ThePlanOfTheRunHasNoStartingValues) {
  const TinyCity city;
  city.change("tiny.toml", "first_year = 2016\n", "");
  const Fault fault = only_fault(city.read());
  EXPECT_EQ(fault.key, "run.first_year");
  EXPECT_EQ(fault.what, "is missing");
  EXPECT_EQ(fault.allowed, "1900 to 2200 [year]");
  EXPECT_EQ(fault.line, 5);
}

TEST(ScenarioFields, AllFaultsAreFoundAtOnce) {
  const TinyCity city;
  city.change("tiny.toml", "board = \"appointed\"", "board = \"regal\"");
  city.change("tiny.toml", "seed = 7", "seed = -7");
  city.change("tiny_place.toml", "area_km2 = 12", "area_km2 = \"wide\"");
  city.change("tiny_models.toml", "S1 = 1", "S1 = 2\nS12 = 1");
  EXPECT_EQ(city.read().faults.size(), 5u) << format_faults(city.read().faults);
}

TEST(ScenarioFields, ManyFaultsComeFast) {
  const TinyCity city;
  std::string text = "[law.choice]\n";
  for (int i = 0; i < 20000; ++i) text += fmt::format("unknown_key_number_{} = 1\n", i);
  city.append("tiny.toml", text);
  const std::vector<Fault> faults = city.read().faults;
  ASSERT_EQ(faults.size(), 1001u);
  EXPECT_EQ(faults.back().what, "19000 more faults are not told");
}

TEST(ScenarioFields, DatesOfWhatHasNone) {
  const TinyCity city;
  const Fault fault = only_fault(city.read({"law.staffing.salary_start={ 1990 = 50000 }"}));
  EXPECT_EQ(fault.key, "law.staffing.salary_start");
  EXPECT_EQ(fault.what, "cannot change over time");
}

TEST(ScenarioFields, ASchoolYearIsToldItsSpring) {
  const TinyCity city;
  for (const char* year : {"2012-13", "2012-2013", "\"2012/13\""}) {
    const Fault fault =
        only_fault(city.read({fmt::format("law.governance.turnout={{ {} = 1 }}", year)}));
    EXPECT_EQ(fault.what, "is a school year; its spring stands for it");
    EXPECT_EQ(fault.allowed, "2013");
  }
  EXPECT_NE(only_fault(city.read({"law.governance.turnout={ 2012-15 = 1 }"})).allowed, "2013");
}

}  // namespace
}  // namespace homeroom
