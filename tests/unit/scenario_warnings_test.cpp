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
  EXPECT_EQ(read_scenario(city.files / "tiny.toml", {}, {policy}).scenario->name, "tiny");
}

}  // namespace
}  // namespace homeroom
