// A scenario that is read once and set many times is the one that reading anew gives.
#include "sim/scenario/scenario_source.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "sim/scenario/sections.hpp"
#include "sim/scenario/set_number.hpp"
#include "tests/support/workplace.hpp"

namespace homeroom {
namespace {

/// Every field as a line of text.
class Lines final : public FieldVisitor {
 public:
  void number(const Meaning& of, double& field) override { add(of.key, field); }
  void number_if_known(const Meaning& of, std::optional<double>& field) override {
    add(of.key, field ? fmt::format("{}", *field) : "unknown");
  }
  void integer(const Meaning& of, int& field) override { add(of.key, field); }
  void dated(const Meaning& of, Dated& field) override {
    for (const auto& [since, value] : field.steps()) {
      add(of.key, fmt::format("{}:{}", since, value));
    }
  }
  void numbers(const Meaning& of, std::vector<double>& field) override {
    for (const double number : field) add(of.key, number);
  }
  void flag(std::string_view key, std::string_view, bool& field) override { add(key, field); }
  void text(std::string_view key, std::string_view, std::string& field) override {
    add(key, field);
  }
  void choice(std::string_view key, const std::vector<std::string_view>&, std::string_view,
              int& field) override {
    add(key, field);
  }
  template <class Value>
  void add(std::string_view key, const Value& value) {
    text_ += fmt::format("{}={}\n", key, value);
  }
  std::string text_;
};

std::string lines_of(Scenario scenario) {
  Lines lines;
  lines.add("name", scenario.name);
  const auto each = [&](const std::string& key, auto& described) {
    lines.add("part", key);
    described.describe(lines);
  };
  scenario_sections(scenario, each);
  if (!scenario.policy) return lines.text_;
  Scenario under = scenario;
  under.law = scenario.policy->law;
  lines.add("policy from", scenario.policy->from_year);
  scenario_sections(under, each);
  return lines.text_;
}

using Settings = std::vector<std::string>;

struct Case {
  std::string name;
  Settings settings;
  PolicyFiles policies = {};
};

const std::filesystem::path kCity = HOMEROOM_SOURCE_DIR "/scenarios/small_elected.toml";

PolicyFiles under(const std::string& name) {
  return {{std::filesystem::path(HOMEROOM_SOURCE_DIR) / "scenarios/policies" / (name + ".toml")},
          name,
          {}};
}

/// Changes nothing in Millbrook, where the lever is .8.
PolicyFiles with_the_placements_there_are() {
  static const Workplace files;
  return {{files.write("same_placements.toml",
                       "description = \"none\"\n[law.budget]\nforced_placement = 0.8\n")},
          "same_placements",
          {}};
}

std::vector<Case> cases() {
  return {{"nothing", {}},
          {"nature", {"nature.learning.leadership=0.06"}},
          {"lever", {"law.governance.turnout=0.25"}},
          {"place under a policy", {"place.leader_supply=0.5"}, under("R1")},
          {"lever with dates", {"law.governance.turnout={ 1900 = 0.2, 2015 = 0.4 }"}},
          {"minus nought", {"nature.learning.leadership=0.06", "law.budget.forced_placement=-0"}},
          {"whole number", {"run.policy_years=3", "law.choice.list_length=2"}},
          {"word", {"law.choice.tie_breaking=multiple"}},
          {"model", {"models.pilot.S4=0.5"}},
          {"of a list", {"place.schools.0.students=2100"}},
          {"exponent", {"nature.learning.leadership=6e-2"}},
          {"nature under a policy", {"nature.learning.leadership=0.06"}, under("R1")},
          {"lever under a policy", {"law.governance.turnout=0.25"}, under("R6")},
          {"model under a policy", {"models.pilot.S4=0.5"}, under("R1")},
          {"a policy of its own", {"policy.law.budget.forced_placement=0.5"}},
          {"the same in its own policy", {"policy.law.budget.forced_placement=0.8"}},
          {"two levers of its own policy",
           {"policy.law.accountability.closure_will=0.5", "policy.models.pilot.S4=0.4"}},
          {"law and its own policy",
           {"law.governance.turnout=0.25", "policy.law.governance.turnout=0.5"}},
          {"whole number of a policy", {"policy.law.choice.list_length=2"}},
          {"year of its own policy", {"policy.law.governance.turnout=0.5", "run.first_year=2016"}},
          {"both policies", {"policy.law.accountability.closure_will=0.5"}, under("R1")},
          {"what a policy speaks of", {"models.pilot.S4=0.3"}, under("R1")},
          {"the policy's own lever", {"policy.models.pilot.S4=1"}, under("R1")},
          {"law and both policies",
           {"law.governance.turnout=0.25", "policy.law.governance.turnout=0.5",
            "policy.law.accountability.closure_will=0.5", "nature.learning.leadership=0.06"},
           under("R6")},
          {"levers of what others are made like",
           {"models.traditional.S4=0.35", "policy.law.governance.turnout=0.5"},
           under("placebo_levers")},
          {"what a policy had nothing to change in",
           {"law.budget.forced_placement=0.5"},
           with_the_placements_there_are()},
          {"a school's number under a policy",
           {"place.schools.0.count=3", "policy.law.governance.turnout=0.5"}}};
}

TEST(ScenarioSource, GivesWhatReadingGives) {
  for (const Case& one : cases()) {
    const ScenarioSource source(kCity, {"run.seed=7"}, one.policies);
    Settings all = {"run.seed=7"};
    all.insert(all.end(), one.settings.begin(), one.settings.end());
    const Reading wanted = read_scenario(kCity, all, one.policies);
    const Reading given = source.with(one.settings);
    ASSERT_TRUE(wanted.scenario) << one.name << "\n" << format_faults(wanted.faults);
    ASSERT_TRUE(given.scenario) << one.name << "\n" << format_faults(given.faults);
    EXPECT_TRUE(lines_of(*given.scenario) == lines_of(*wanted.scenario)) << one.name;
  }
}

TEST(ScenarioSource, SettingsChangeSomething) {
  const ScenarioSource source(kCity);
  const std::string base = lines_of(*source.with({}).scenario);
  for (const Case& one : cases()) {
    const bool moves = one.name != "the same in its own policy";
    if (one.settings.empty() || !one.policies.files.empty() || !moves) continue;
    EXPECT_TRUE(lines_of(*source.with(one.settings).scenario) != base) << one.name;
  }
  EXPECT_TRUE(lines_of(*source.with({}).scenario) == base);  // and nothing stays set
}

TEST(ScenarioSource, TellsTheFaultsThatReadingTells) {
  const std::vector<Settings> wrong = {
      {"nature.learning.leadership=0.001"},  // below the range of the file
      {"nature.learning.leadership=7"},      // above the declared one
      {"nature.learning.ledership=0.05"},    // no key
      {"run.policy_years=2.5"},              // no whole number
      {"law.governance.turnout=nan"},        // no number
      {"place.neighbourhoods=1", "run.burn_in_years=-1"},
      {"models.pilot.S4=2"}};
  const ScenarioSource source(kCity);
  for (const Settings& settings : wrong) {
    const Reading wanted = read_scenario(kCity, settings);
    ASSERT_FALSE(wanted.faults.empty()) << settings.front();
    const Reading given = source.with(settings);
    EXPECT_FALSE(given.scenario) << settings.front();
    EXPECT_EQ(format_faults(given.faults), format_faults(wanted.faults));
  }
}

TEST(ScenarioSource, KeepsTheFaultsOfItsFiles) {
  const ScenarioSource source(kCity, {"nature.learning.leadership=7"});
  EXPECT_FALSE(source.base().scenario);
  EXPECT_EQ(source.base().faults.size(), 1u);
}

TEST(SetNumber, LeavesWhatDoesNotFit) {
  Scenario scenario = *read_scenario(kCity).scenario;
  const std::string before = lines_of(scenario);
  EXPECT_EQ(set_number(scenario, "nature.learning.leadership", 99.0), NumberSet::OutOfRange);
  EXPECT_EQ(set_number(scenario, "run.replicates", 2.5), NumberSet::NoNumber);
  EXPECT_EQ(set_number(scenario, "nature.learning", 1.0), NumberSet::NoNumber);
  EXPECT_EQ(set_number(scenario, "leadership", 0.05), NumberSet::NoNumber);
  EXPECT_EQ(set_number(scenario, "law.choice.tie_breaking", 1.0), NumberSet::NoNumber);
  EXPECT_TRUE(lines_of(scenario) == before);
}

}  // namespace
}  // namespace homeroom
