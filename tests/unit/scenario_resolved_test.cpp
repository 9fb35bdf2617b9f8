// The resolved text is the whole scenario and nothing of its files' layout.
#include "sim/scenario/resolved_text.hpp"

#include <cmath>

#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

Scenario reread(const std::string& text) {
  Reading reading = read_scenario_text(text, "resolved");
  EXPECT_EQ(format_faults(reading.faults), "");
  return reading.scenario.value_or(Scenario{});
}

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

TEST(ScenarioResolved, ReadsBackToItself) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  EXPECT_EQ(reread(scenario.resolved).resolved, scenario.resolved);
}

TEST(ScenarioResolved, WritesEveryValueOut) {
  const TinyCity city;
  const std::string text = city.scenario().resolved;
  EXPECT_TRUE(has_line(text, "[law.budget]"));
  EXPECT_TRUE(has_line(text, "portability = 1")) << "starting values as well";
  EXPECT_TRUE(has_line(text, "union_strength = { 1990 = 0.5, 2018 = 0.4 }"));
  EXPECT_TRUE(
      has_line(text, "turnout = { source = \"synthetic\", status = \"assumed\", value = 0.15 }"));
  EXPECT_TRUE(has_line(text, "[[place.schools]]"));
  EXPECT_EQ(text.find("extends"), std::string::npos);
}

TEST(ScenarioResolved, DoesNotKnowTheFiles) {
  const TinyCity city;
  const std::string text = city.scenario().resolved;
  EXPECT_EQ(text.find(".toml"), std::string::npos);
  // The same scenario in one file, its parts in another order.
  const std::string top = text_of_file(city.files / "tiny.toml");
  city.files.write("one/all.toml",
                   "name = \"tiny\"\n" + text_of_file(city.files / "tiny_models.toml") +
                       nature_skeleton() + text_of_file(city.files / "tiny_place.toml") +
                       top.substr(top.find("[run]")));
  const Reading reading = read_scenario(city.files / "one/all.toml");
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->resolved, text);
}

TEST(ScenarioResolved, KeepsTheOrderOfMoreThanTenGroups) {
  const TinyCity city;
  for (int i = 0; i < 12; ++i) {
    city.append("tiny_place.toml",
                fmt::format("[[place.schools]]\nmodel = \"pilot\"\nname = \"G{}\"\ncount = 1\n"
                            "students = 9\n",
                            i));
  }
  const Scenario scenario = city.scenario();
  const Scenario again = reread(scenario.resolved);
  ASSERT_EQ(again.place.schools.size(), 16u);
  for (std::size_t i = 0; i < 16; ++i) {
    EXPECT_EQ(again.place.schools[i].name, scenario.place.schools[i].name);
  }
}

TEST(ScenarioResolved, KeepsHardTextsAndNumbers) {
  const TinyCity city;
  city.change("tiny.toml", "name = \"tiny\"",
              "name = \"tiny\"\ndescription = \"a \\\"b\\\" \\\\ \\n\\t\\u0001\\u007F "
              "\\U0001F393 # no comment\"");
  const Scenario scenario = city.scenario({"place.area_km2=10.1", "place.share_asian=-0.0"});
  const Scenario again = reread(scenario.resolved);
  EXPECT_EQ(again.description, scenario.description);
  EXPECT_EQ(again.place.area_km2, 10.1);
  EXPECT_TRUE(has_line(scenario.resolved, "share_asian = 0"));
  EXPECT_FALSE(std::signbit(scenario.place.share_asian)) << "as it is when read back";
  EXPECT_EQ(again.resolved, scenario.resolved);
}

TEST(ScenarioResolved, ATextExtendsNothing) {
  const Fault fault = only_fault(read_scenario_text("extends = \"/etc/passwd\"\n", "page"));
  EXPECT_EQ(fault.key, "extends");
  EXPECT_EQ(fault.file, "page");
}

TEST(ScenarioResolved, TextsAreCheckedAsFilesAre) {
  EXPECT_EQ(only_fault(read_scenario_text("", "page")).what, "is empty");
  EXPECT_EQ(only_fault(read_scenario_text("a = \"\xFF\"", "page")).column, 6);
  EXPECT_NE(only_fault(read_scenario_text(std::string(5000000, ' '), "page")).what.find("large"),
            std::string::npos);
}

TEST(ScenarioResolved, ExplainedItIsTheSameScenario) {
  const TinyCity city;
  const Scenario scenario = city.scenario({"description=two\nlines", "run.seed=9"});
  const std::string text = explain_scenario(scenario);
  EXPECT_EQ(reread(text).resolved, scenario.resolved);
  EXPECT_NE(text.find("# share of voters at board elections (0 to 1 [share]); "),
            std::string::npos);
  EXPECT_NE(text.find("tiny.toml:17\nturnout = { source = \"synthetic\", "), std::string::npos);
  EXPECT_NE(text.find("; --set run.seed=9\n"), std::string::npos);
}

}  // namespace
}  // namespace homeroom
