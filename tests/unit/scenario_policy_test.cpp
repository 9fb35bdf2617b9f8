// Policies: what they may say, and from when.
#include <gtest/gtest.h>

#include "tests/unit/scenario_policies.hpp"

namespace homeroom {
namespace {

TEST(ScenarioPolicy, TakesForceAtTheFirstPolicyYear) {
  const TinyCity city;
  const Reading reading =
      under(city, {"[law.governance]\nturnout = 0.4\nboard = \"elected\"\nseats = 3\n"});
  const Policy& policy = policy_of(reading);
  EXPECT_EQ(policy.from_year, 2016);
  EXPECT_EQ(policy.law.governance.turnout.in(2016), 0.4);
  EXPECT_EQ(policy.law.governance.turnout.in(2015), 0.15);  // what it was a year before
  EXPECT_EQ(policy.law.governance.board, BoardType::Elected);
  const Scenario& scenario = *reading.scenario;
  EXPECT_EQ(&scenario.law_in(2015), &scenario.law);
  EXPECT_EQ(&scenario.law_in(2016), &policy.law);
  EXPECT_EQ(scenario.law.governance.board, BoardType::Appointed);
  EXPECT_EQ(scenario.law.governance.turnout.in(2016), 0.15);
}

TEST(ScenarioPolicy, MayBeginLater) {
  const TinyCity city;
  const Reading reading = under(city, {"[law.governance]\nturnout = 0.4\n"}, 2018);
  EXPECT_EQ(policy_of(reading).from_year, 2018);
  EXPECT_EQ(reading.scenario->law_in(2017).governance.turnout.in(2017), 0.15);
  EXPECT_EQ(reading.scenario->law_in(2018).governance.turnout.in(2018), 0.4);
}

TEST(ScenarioPolicy, WarnsWhereItBeginsAfterTheLastYear) {
  const TinyCity city;
  const char* const law = "[law.governance]\nturnout = 0.4\n";
  const int last = 2016 + city.scenario().run.policy_years - 1;
  EXPECT_EQ(format_faults(under(city, {law}, last).warnings), "");
  const std::string told = format_faults(under(city, {law}, last + 1).warnings);
  EXPECT_NE(told.find("comes after the last year"), std::string::npos) << told;
}

TEST(ScenarioPolicy, MayNotBeginInTheBurnIn) {
  const TinyCity city;
  const Fault fault = only_fault(under(city, {"[law.governance]\nturnout = 0.4\n"}, 2015));
  EXPECT_EQ(fault.key, "policy.from_year");
  EXPECT_EQ(fault.allowed, "2016 or later");
}

TEST(ScenarioPolicy, CountsYearsFromItsFirst) {
  const TinyCity city;
  const Reading reading =
      under(city, {"[law.governance]\nturnout = { \"+0\" = 0.4, \"+2\" = 0.2 }\n"}, 2017);
  const Dated& turnout = policy_of(reading).law.governance.turnout;
  EXPECT_EQ(turnout.in(2018), 0.4);
  EXPECT_EQ(turnout.in(2019), 0.2);
}

TEST(ScenarioPolicy, DropsWhatTheCityPlannedForLater) {
  const TinyCity city;  // union_strength is .4 from 2018 on
  const Reading reading = under(city, {"[law.governance]\nunion_strength = 0.3\n"});
  EXPECT_EQ(policy_of(reading).law.governance.union_strength.in(2018), 0.3);
}

TEST(ScenarioPolicy, BoundsMoveOnlyAsFarAsTheyMust) {
  const TinyCity city;
  const std::string bound = "[law.governance]\nunion_strength = { at_most = 0.45 }\n";
  const Reading reading = under(city, {bound});
  const Dated& strength = policy_of(reading).law.governance.union_strength;
  EXPECT_EQ(strength.in(2015), 0.5);
  EXPECT_EQ(strength.in(2017), 0.45);
  EXPECT_EQ(strength.in(2018), 0.4);  // the city's own step lies within
}

TEST(ScenarioPolicy, ThatChangesNothingIsNone) {
  const TinyCity city;
  const Reading reading =
      under(city, {"[law.governance]\nturnout = 0.15\nboard = \"appointed\"\nunion_strength = { "
                   "at_least = 0.1 }\n"});
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  EXPECT_EQ(reading.scenario->policy, nullptr);
  EXPECT_EQ(reading.scenario->resolved, city.scenario().resolved);
  EXPECT_NE(format_warnings(reading.warnings).find("A changes nothing in \"tiny\""),
            std::string::npos);
}

TEST(ScenarioPolicy, BeginsInAYear) {
  for (const char* year : {"4294969312", "-1", "2300", "2016.0", "\"2016\""}) {
    const TinyCity city;
    city.append("tiny.toml", fmt::format("\n[policy]\nfrom_year = {}\n", year));
    const Fault fault = only_fault(city.read());
    EXPECT_EQ(fault.key, "policy.from_year") << year;
    EXPECT_EQ(fault.what, "is no year") << year;
  }
}

TEST(ScenarioPolicy, LiesOverAnotherInAnyOrder) {
  const TinyCity city;
  const std::string one = "[law.governance]\nturnout = { at_least = 0.3 }\nseats = 3\n";
  const std::string two =
      "[law.governance]\nturnout = { at_least = 0.4 }\nseats = 3\nboard = \"mixed\"\n";
  const Reading there = under(city, {one, two}), back = under(city, {two, one});
  ASSERT_TRUE(there.scenario && back.scenario);
  EXPECT_EQ(there.scenario->resolved, back.scenario->resolved);
  EXPECT_EQ(policy_of(there).law.governance.turnout.in(2016), 0.4);
}

TEST(ScenarioPolicy, MayNotContradictAnother) {
  const TinyCity city;
  const Fault fault =
      only_fault(under(city, {"[law.governance]\nseats = 3\n",
                              "description = \"x\"\n[law.governance]\nseats = 5\n"}));
  EXPECT_EQ(file_of(fault), "B.toml");
  EXPECT_EQ(fault.line, 3);
  EXPECT_EQ(fault.key, "law.governance.seats");
  EXPECT_NE(fault.what.find("A says 3, B says 5"), std::string::npos);
  const Fault bounds = only_fault(under(city, {"[law.governance]\nturnout = { at_least = 0.5 }\n",
                                               "[law.governance]\nturnout = { at_most = 0.3 }\n"}));
  EXPECT_NE(bounds.what.find("A says at least 0.5, B says at most 0.3"), std::string::npos);
}

TEST(ScenarioPolicy, TellsAllFaultsAtTheirPlaces) {
  const TinyCity city;
  const Reading reading = under(
      city, {"[law.governance]\nturnuot = 0.4\nseats = { at_lest = 3 }\nboard = { at_least = 1 }\n"
             "union_strength = 7\n[[every_model]]\nwhere = { emploier = \"district\" }\nS99 = 1\n"
             "[every_modle]\nx = 1\n[place]\nshare_black = 0.1\n[models.pilto]\nS1 = 1\n"});
  const std::string faults = format_faults(reading.faults);
  EXPECT_FALSE(reading.scenario);
  for (const char* words :
       {"A.toml:2:1: law.governance.turnuot: is no known lever; did you mean "
        "\"law.governance.turnout\"?",
        "law.governance.seats.at_lest: is no part of what a policy says (allowed: value, at_least, "
        "at_most, source, status); did you mean \"at_least\"?",
        "A.toml:4:11: law.governance.board: a bound wants a number",
        "A.toml:5:1: law.governance.union_strength: 7 is out of range (allowed: 0 to 1 [share])",
        "every_model.where.emploier: is nothing that tells school models apart",
        "did you mean \"employer\"?", "every_model.S99: is no known lever; did you mean \"S9\"?",
        "A.toml:9:2: every_modle: is no part of a policy",
        "A.toml:11:2: place: is no matter of a policy",
        "models.pilto: is no school model of the city", "did you mean \"pilot\"?"}) {
    EXPECT_NE(faults.find(words), std::string::npos) << words << "\nnot in\n" << faults;
  }
}

TEST(ScenarioPolicy, HasParts) {
  const TinyCity city;
  city.files.write("policies/part.toml", "parts = [\"A\"]\n[law.governance]\nseats = 3\n");
  const Reading reading = under(city, {"parts = [\"part\"]\n"});
  EXPECT_EQ(policy_of(reading).law.governance.seats, 3);
  EXPECT_EQ(policy_of(reading).names, (std::vector<std::string>{"A", "part"}));
  const Fault fault = only_fault(under(city, {"parts = [\"nowhere\"]\n"}));
  EXPECT_EQ(fault.key, "parts");
  EXPECT_NE(fault.what.find("nowhere.toml"), std::string::npos);
}

TEST(ScenarioPolicy, IsPartOfTheResolvedText) {
  const TinyCity city;
  city.files.write("more/zone.toml", "[models.a_zone]\nlabel = \"Zone\"\nS1 = 1\n");
  const Reading reading = under(
      city,
      {"brings = [\"../more/zone.toml\"]\n[law.governance]\nunion_strength = { at_most = 0.45 "
       "}\nboard = \"elected\"\n[[law.selections]]\nmodel = \"a_zone\"\nshare = 0.3\n"
       "[every_model]\nwhere = { ordinary = false }\nS6 = { value = 1, source = \"x\", "
       "status = \"assumed\" }\n"});
  ASSERT_TRUE(reading.scenario) << format_faults(reading.faults);
  const Reading again = read_scenario_text(reading.scenario->resolved, "again");
  ASSERT_TRUE(again.scenario) << format_faults(again.faults);
  EXPECT_EQ(again.scenario->resolved, reading.scenario->resolved);
  EXPECT_EQ(policy_of(again).law.governance.union_strength.steps(),
            policy_of(reading).law.governance.union_strength.steps());
  EXPECT_EQ(again.scenario->law.models.back().key, "a_zone");
}

TEST(ScenarioPolicy, StandsInAScenarioToo) {
  const TinyCity city;
  city.append("tiny.toml", "[policy]\nfrom_year = 2017\n[policy.law.governance]\nseats = 3\n");
  const Reading reading = city.read();
  EXPECT_EQ(policy_of(reading).from_year, 2017);
  EXPECT_EQ(policy_of(reading).law.governance.seats, 3);
  EXPECT_EQ(reading.scenario->provenance.at("policy.law.governance.seats").value, "3");
}

}  // namespace
}  // namespace homeroom
