// Every recommendation of the report can be laid over any city, and what finds nothing to do there
// is told.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "sim/scenario/file_text.hpp"
#include "sim/scenario/policy_reach.hpp"
#include "sim/scenario/policy_sets.hpp"
#include "sim/scenario/scenario_source.hpp"
#include "tests/laws/shipped_policies.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// Every shipped city; the report's recommendations may be laid over any of them.
std::vector<fs::path> cities() {
  std::vector<fs::path> files;
  for (const std::string& name : names_in(kScenarios)) {
    const fs::path file = kScenarios / (name + ".toml");
    const Reading reading = read_scenario(file);
    // A nation has no schools of its own that a policy could choose by name; an experiment has its
    // own policy, which may contradict a recommendation.
    if (!reading.scenario || reading.scenario->nation || reading.scenario->policy) continue;
    files.push_back(file);
  }
  return files;
}

/// A recommendation or a part of one that a city leaves nothing to do.
struct Idle {
  const char *policy, *city;
  const char* why;
};

const std::vector<Idle>& idle_policies() {
  static const std::vector<Idle> all = {
      {"R6c_appointed", "boston", "the mayor appoints the board"},
      {"R8b", "denver", "neighbourhoods have as much of a preference"},
      {"R1c", "indianapolis", "organisations under contract dismiss"},
      {"R1c_exit", "indianapolis", "organisations under contract dismiss"},
      {"R1c_other_school", "indianapolis", "organisations under contract dismiss"},
      {"R1e", "indianapolis", "organisations under contract steer their money"},
      {"R1e_actual_salaries", "indianapolis", "they pay what their teachers earn"},
      {"R1f", "indianapolis", "they keep their balances"},
      {"R1g", "indianapolis", "design and curriculum are theirs"},
      {"R2d", "indianapolis", "their own boards protect more"},
      {"R5e", "indianapolis", "they have planned for a year"},
      {"R8b", "indianapolis", "neighbourhoods have as much of a preference"},
      {"R8b", "los_angeles", "seats go by neighbourhood"},
      {"R1c_other_school", "memphis", "the zone may dismiss, and its misfits go to other schools"},
      {"R7a", "memphis", "the zone picks its principals with more care"},
      {"R7c", "memphis", "the zone has teams of teachers"},
      {"R8b", "memphis", "seats go by neighbourhood"},
      {"R2d", "springfield", "the zone has a board outside the district"},
      {"R7c", "springfield", "the zone has teams of teachers"},
      {"R8b", "springfield", "neighbourhoods have as much of a preference"},
      {"R1e_actual_salaries", "small_elected", "innovation schools hold it"},
      {"R1f", "small_elected", "innovation schools hold it"},
      {"R1g", "small_elected", "innovation schools hold it"},
      {"R8b", "small_elected", "seats go by neighbourhood"},
      {"R8b", "small_zone", "seats go by neighbourhood"},
  };
  return all;
}

bool is_idle(const std::string& policy, const std::string& city) {
  return std::any_of(idle_policies().begin(), idle_policies().end(),
                     [&](const Idle& idle) { return policy == idle.policy && city == idle.city; });
}

/// Levers that the policy moves of the law, or of models that a school has or can take up.
std::size_t levers_in_reach(const Scenario& scenario) {
  if (!scenario.policy) return 0;
  std::set<std::string> reach = models_in_reach(scenario, scenario.law);
  reach.merge(models_in_reach(scenario, scenario.policy->law));
  std::size_t levers = 0;
  for (const auto& [key, noted] : scenario.provenance) {
    const std::vector<std::string> parts = split_key(key);
    if (parts.size() < 4 || parts[0] != "policy") continue;
    levers += parts[1] == "law" || (parts[1] == "models" && reach.count(parts[2]) > 0);
  }
  return levers;
}

// Every recommendation and part has something to act on in every city, but for the pairs above:
// neither more nor fewer are idle, and the documents tell the same ones.
TEST(PolicyLaw, EveryShippedPolicyTurnsSomethingThatTheCityHas) {
  const std::vector<fs::path> files = cities();
  ASSERT_GE(files.size(), 8u);
  for (const fs::path& city : files) {
    const ScenarioSource source(city);
    for (const std::string& name : names_in(kScenarios / "policies")) {
      const Reading reading = source.under(shipped({name.c_str()}));
      ASSERT_TRUE(reading.scenario) << name << " over " << city << "\n"
                                    << format_faults(reading.faults);
      const bool idle = levers_in_reach(*reading.scenario) == 0;
      EXPECT_EQ(idle, is_idle(name, city.stem().string())) << name << " over " << city.stem();
      const std::string warnings = format_warnings(reading.warnings);
      const bool warned = warnings.find("changes nothing in") != std::string::npos ||
                          warnings.find("has or can take up") != std::string::npos;
      EXPECT_EQ(warned, idle) << name << " over " << city.stem() << "\n" << warnings;
    }
  }
}

TEST(PolicyLaw, DocumentsTellWhereAPartHasNothingToActOn) {
  const std::string page = read_file_text(kScenarios.parent_path() / "docs/comparing.md").text;
  for (const Idle& idle : idle_policies()) {
    const std::string row = fmt::format("\n| `{}` | {} | {} |\n", idle.city, idle.policy, idle.why);
    EXPECT_NE(page.find(row), std::string::npos) << row;
  }
}

// Whoever joined a district's network by contract is one of its autonomous schools.
TEST(PolicyLaw, RecommendationsReachTheNetworkOfIndianapolis) {
  for (const char* name : {"R1", "R2", "R5", "R6", "R7"}) {
    const Reading reading = read_scenario(kScenarios / "indianapolis.toml", {}, shipped({name}));
    ASSERT_TRUE(reading.scenario && reading.scenario->policy) << name;
    const auto& noted = reading.scenario->provenance;
    const auto moved = noted.lower_bound("policy.models.indianapolis_charter.");
    EXPECT_TRUE(moved != noted.end() &&
                moved->first.find("policy.models.indianapolis_charter.") == 0)
        << name;
    const auto apart = noted.lower_bound("policy.models.independent_charter.");
    EXPECT_FALSE(apart != noted.end() &&
                 apart->first.find("policy.models.independent_charter.") == 0)
        << name;
  }
}

/// Whether the program warns that a policy does nothing in a city, or finds no school there.
bool does_nothing(const ScenarioSource& city, const PolicyFiles& policies) {
  const std::string told = format_warnings(city.under(policies).warnings);
  return told.find("changes nothing") != std::string::npos ||
         told.find("no school of") != std::string::npos;
}

TEST(PolicyLaw, EveryRecommendationFindsSomethingToActOnInEveryCity) {
  for (const fs::path& city : cities()) {
    const ScenarioSource source(city);
    ASSERT_TRUE(source.base().scenario) << format_faults(source.base().faults);
    for (const char* name : {"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9"}) {
      EXPECT_FALSE(does_nothing(source, shipped({name}))) << name << " over " << city;
    }
  }
}

TEST(PolicyLaw, SaysWhereItFindsNoSchoolOfTheCity) {
  const Workplace files;
  const ScenarioSource indianapolis(kScenarios / "indianapolis.toml");
  const auto warned = [&](const std::string& model) {
    PolicyFiles policies;
    policies.files = {files.write(model + ".toml", "[[every_model]]\nwhere = { key = \"" + model +
                                                       "\" }\ncoaching = { at_least = 1 }\n")};
    return does_nothing(indianapolis, policies);
  };
  EXPECT_TRUE(warned("turnaround"));
  EXPECT_FALSE(warned("indianapolis_restart"));
}

TEST(PolicyLaw, LaddersClimbOnPoliciesThatThereAre) {
  const PolicyLadders ladders = read_policy_ladders(kScenarios / "ladders.toml");
  EXPECT_EQ(format_faults(ladders.faults), "");
  const std::vector<std::string> known = names_in(kScenarios / "policies");
  for (const auto& [ladder, sets] : ladders.sets) {
    for (const std::string& set : sets) {
      std::string name;
      for (const char letter : set + "+") {
        if (letter != '+' && letter != '-') {
          name += letter;
          continue;
        }
        EXPECT_TRUE(std::count(known.begin(), known.end(), name)) << ladder << ": " << set;
        name.clear();
      }
    }
  }
}

}  // namespace
}  // namespace homeroom
