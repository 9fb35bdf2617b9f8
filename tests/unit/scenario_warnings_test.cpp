// What is allowed and yet hardly meant is said, and stops nobody.
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

/// Warnings about a file over the tiny city.
std::vector<Fault> warnings_of(const TinyCity& city, const std::string& text,
                               const std::vector<std::string>& settings = {}) {
  const auto file = city.files.write("mine.toml", "extends = \"tiny.toml\"\n" + text);
  const Reading reading = read_scenario(file, settings);
  EXPECT_TRUE(reading.faults.empty()) << format_faults(reading.faults);
  return reading.warnings;
}

TEST(ScenarioWarnings, ALeverThatComesAfterTheLastYear) {
  const TinyCity city;
  const auto warnings =
      warnings_of(city, "[law.governance]\nsupport_office = { 1900 = 0, 2190 = 1 }\n");
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].line, 3);
  EXPECT_EQ(warnings[0].key, "law.governance.support_office");
  EXPECT_NE(warnings[0].what.find("2190 = 1 comes after the last year"), std::string::npos);
}

TEST(ScenarioWarnings, ALeverThatIsReplacedBeforeTheFirstYear) {
  const TinyCity city;
  const auto warnings =
      warnings_of(city, "[law.governance]\nsupport_office = { 1900 = 0.5, 1950 = 1 }\n");
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_NE(warnings[0].what.find("1900 = 0.5 is replaced by 1950"), std::string::npos);
}

TEST(ScenarioWarnings, NoneForLeversThatMeetTheRunNorWhereItWasShortened) {
  const TinyCity city;
  EXPECT_TRUE(warnings_of(city, "[law.governance]\nsupport_office = { 1900 = 1 }\n").empty());
  EXPECT_TRUE(warnings_of(city, "[law.governance]\nsupport_office = { 1900 = 0, 2190 = 1 }\n",
                          {"run.policy_years=1"})
                  .empty());
}

TEST(ScenarioWarnings, NoneForWhatABaseSays) {
  const TinyCity city;
  city.files.write("base.toml",
                   "extends = \"tiny.toml\"\n[law.governance]\nsupport_office = { 2190 = 1 }\n");
  const auto file = city.files.write("over.toml", "extends = \"base.toml\"\n");
  EXPECT_TRUE(read_scenario(file).warnings.empty()) << "a record may be longer than a run";
}

TEST(ScenarioWarnings, AModelThatNobodyUses) {
  const TinyCity city;
  const auto warnings = warnings_of(city, "[models.forgotten]\nlabel = \"Forgotten\"\n");
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].key, "models.forgotten");
  EXPECT_EQ(format_warnings(warnings).rfind("warning: ", 0), 0u);
}

TEST(ScenarioWarnings, NoneForAModelThatALeverNames) {
  const TinyCity city;
  EXPECT_TRUE(warnings_of(city,
                          "[models.refuge]\nlabel = \"Refuge\"\nS1 = 1\n"
                          "[law.governance]\nzone_model = \"refuge\"\n")
                  .empty());
}

TEST(ScenarioWarnings, AModelThatStatesNoRight) {
  const TinyCity city;
  const std::string model = "[law.authorization]\nopening_model = \"bare\"\n[models.bare]\n";
  const auto warnings = warnings_of(city, model, {"models.traditional.S1=0.5"});
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].key, "models.bare");
  EXPECT_EQ(warnings[0].what, "no right is set: autonomy 0.00, ordinary practice has 0.01");
  EXPECT_TRUE(warnings_of(city, model + "S1 = 0\n").empty()) << "0 is said";
}

TEST(ScenarioWarnings, SelectionsOfABaseThatAreReplaced) {
  const TinyCity city;
  const std::string own =
      "[[law.selections]]\nmodel = \"pilot\"\nfrom = \"traditional\"\ncount = 1\nyear = 2017\n";
  const auto warnings = warnings_of(city, own);
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].key, "law.selections");
  EXPECT_EQ(warnings[0].line, 2);
  EXPECT_EQ(warnings[0].what.rfind("replaces 1 selection of ", 0), 0u);
  EXPECT_NE(warnings[0].what.find("tiny.toml (1 school to turnaround in 2016)"), std::string::npos);
  EXPECT_EQ(warnings_of(city, "", {"law.selections=[]"}).size(), 1u) << "as by a setting";
}

TEST(ScenarioWarnings, NoneForSelectionsThatAreRepeatedOrOneFilesOwn) {
  const TinyCity city;
  EXPECT_TRUE(warnings_of(city,
                          "[[law.selections]]\nmodel = \"turnaround\"\nfrom = \"traditional\"\n"
                          "count = 2\nyear = 2016\n")
                  .empty());
  EXPECT_TRUE(city.read().warnings.empty());
}

TEST(ScenarioWarnings, LeversThatTheAssignmentLeavesIdle) {
  const TinyCity city;
  const std::vector<std::string> near_home = {"law.choice.assignment=neighbourhood"};
  const auto warnings =
      warnings_of(city, "[law.choice]\nlist_length = 3\ntie_breaking = \"multiple\"\n", near_home);
  ASSERT_EQ(warnings.size(), 2u);
  EXPECT_EQ(warnings[0].key, "law.choice.list_length");
  EXPECT_NE(
      warnings[0].what.find("changes nothing while law.choice.assignment is \"neighbourhood\""),
      std::string::npos);
  EXPECT_EQ(warnings_of(city, "", {near_home[0], "law.choice.zone_priority=1"}).size(), 1u);
  EXPECT_TRUE(warnings_of(city, "[law.choice]\nlist_length = 3\n").empty());
  EXPECT_TRUE(warnings_of(city, "[law.choice]\nlist_length = 3\n",
                          {near_home[0], "place.schools.3.selective=true"})
                  .empty())
      << "examination schools are listed under any assignment";
}

TEST(ScenarioWarnings, LeversOfAListOrALotteryThatIsNot) {
  const TinyCity city;
  const auto none =
      warnings_of(city, "[law.accountability]\ntakeover_list_years = 0\ntakeover_rate = 0.1\n",
                  {"law.choice.waiting_list_rounds=1"});
  ASSERT_EQ(none.size(), 2u);
  EXPECT_EQ(none[0].key, "law.choice.waiting_list_rounds");
  EXPECT_EQ(none[1].what, "changes nothing while law.accountability.takeover_list_years is 0");
  const auto calm = warnings_of(city, "[law.accountability]\ntakeover_rate = 0.1\n");
  ASSERT_EQ(calm.size(), 1u);
  EXPECT_EQ(calm[0].what, "changes nothing while law.governance.takeover_threat is 0");
  EXPECT_TRUE(warnings_of(city,
                          "[law.accountability]\ntakeover_rate = 0.1\n[law.governance]\n"
                          "takeover_threat = 0.3\n",
                          {"models.pilot.admission=lottery", "law.choice.waiting_list_rounds=1"})
                  .empty());
}

TEST(ScenarioWarnings, NoneForTheResolvedText) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  EXPECT_TRUE(read_scenario_text(scenario.resolved, "resolved").warnings.empty());
}

TEST(ScenarioNames, AreNotInheritedButThoseOfTheFile) {
  const TinyCity city;
  const auto file = city.files.write("longer_day.toml", "extends = \"tiny.toml\"\n");
  EXPECT_EQ(read_scenario(file).scenario->name, "longer_day");
  EXPECT_EQ(read_scenario(file, {"name=other"}).scenario->name, "other");
  const auto own = city.files.write("own.toml", "extends = \"tiny.toml\"\nname = \"mine\"\n");
  EXPECT_EQ(read_scenario(own).scenario->name, "mine");
  city.change("tiny.toml", "name = \"tiny\"\n", "");
  EXPECT_EQ(city.read().scenario->name, "tiny") << "of tiny.toml";
}

TEST(ScenarioNames, AreNotThoseOfAPolicyWithoutAName) {
  const TinyCity city;
  const auto policy = city.files.write("policy.toml", "[law.governance]\nturnout = 0.3\n");
  const PolicyFiles unnamed{{policy}, "", {}}, named{{policy}, "A+B", {}};
  EXPECT_EQ(read_scenario(city.files / "tiny.toml", {}, unnamed).scenario->name, "tiny");
  const Reading under = read_scenario(city.files / "tiny.toml", {}, named);
  EXPECT_EQ(under.scenario->name, "tiny+A+B");
  EXPECT_EQ(read_scenario_text(under.scenario->resolved, "again").scenario->name, "tiny+A+B");
}

}  // namespace
}  // namespace homeroom
