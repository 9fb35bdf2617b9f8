// A policy over a scenario: it changes nothing before it begins, its order is nobody's concern, and
// every recommendation of the report can be laid over any city. All seeds are fixed.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <set>

#include "sim/scenario/file_text.hpp"
#include "sim/scenario/policy_reach.hpp"
#include "sim/scenario/policy_sets.hpp"
#include "sim/scenario/scenario_source.hpp"
#include "tests/laws/busy_city.hpp"
#include "tests/scenario_files.hpp"
#include "tests/support/run_tables.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;
namespace fs = std::filesystem;

const fs::path kScenarios = fs::path(HOMEROOM_SOURCE_DIR) / "scenarios";

PolicyFiles shipped(std::initializer_list<const char*> names) {
  PolicyFiles policies;
  for (const char* name : names) {
    policies.files.push_back(kScenarios / "policies" / (std::string(name) + ".toml"));
  }
  return policies;
}

/// The text of a batch's rows before a year.
std::string rows_before(const Batch& batch, int year) {
  constexpr std::size_t kYear = 2;
  std::string text, before;
  append_csv(text, batch);
  std::size_t at = 0;
  for (std::size_t row = 0; row < batch.rows(); ++row) {
    const std::size_t end = text.find('\n', at) + 1;
    if (batch.wholes(kYear)[row] < year) before += text.substr(at, end - at);
    at = end;
  }
  return before;
}

TEST(PolicyLaw, NothingDiffersBeforeItBegins) {
  PolicyFiles policies = shipped({"R1", "R2", "R6", "R8"});
  policies.from_year = 2012;
  // R8 changes how seats are assigned, which cannot carry dates.
  const std::vector<std::string> zoned = {"law.choice.assignment=neighbourhood"};
  const ReplicateRecords base = run_records(busy_city(zoned));
  const ReplicateRecords under = run_records(busy_city(zoned, policies));
  const auto one = base.batches(), other = under.batches();
  for (std::size_t table = 0; table < one.size(); ++table) {
    const std::string name(one[table]->definition().name);
    EXPECT_TRUE(rows_before(*one[table], 2012) == rows_before(*other[table], 2012)) << name;
  }
  EXPECT_NE(first_difference(base, under), "");
}

TEST(PolicyLaw, AModelThatItBringsAndNobodyTakesUpChangesNothing) {
  const Workplace files;
  files.write("zone.toml", "[models.a_zone]\nlabel = \"Zone\"\nS1 = 1\nzone = true\n");
  PolicyFiles policies;
  policies.files = {files.write("bringing.toml", "brings = [\"zone.toml\"]\n")};
  EXPECT_EQ(first_difference(run_records(busy_city()), run_records(busy_city({}, policies))), "");
}

TEST(PolicyLaw, TheResolvedTextLivesTheSame) {
  const Scenario under = busy_city({}, shipped({"R1", "R6", "R8"}));
  const Reading again = read_scenario_text(under.resolved, "again");
  ASSERT_TRUE(again.scenario) << format_faults(again.faults);
  EXPECT_EQ(first_difference(run_records(under), run_records(*again.scenario)), "");
}

TEST(PolicyLaw, TheOrderOfPoliciesIsNobodysConcern) {
  EXPECT_EQ(busy_city({}, shipped({"R1", "R6", "R7"})).resolved,
            busy_city({}, shipped({"R7", "R1", "R6"})).resolved);
}

/// A city that ends its burn-in once, and goes on under the policy from there.
TEST(PolicyLaw, BeginsFromABurntInCityAsFromItsOwn) {
  const Scenario base = busy_city(), under = busy_city({}, shipped({"R1", "R6", "R8"}));
  const std::atomic<bool> go_on{false};
  ReplicatePlan plan;
  plan.keep_burnt_in = true;
  const auto of_base = run_replicate(base, plan, go_on, [] {});
  ASSERT_TRUE(of_base && of_base->burnt_in);
  ReplicatePlan from_there;
  from_there.burnt_in = &*of_base->burnt_in;
  const auto from_base = run_replicate(under, from_there, go_on, [] {});
  const auto alone = run_replicate(under, ReplicatePlan{}, go_on, [] {});
  EXPECT_EQ(first_difference(*alone, *from_base), "");
}

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

/// Mean over the policy years and four replicates of a column of the district's table.
double mean_of(const Scenario& scenario, std::size_t column, bool hidden = false) {
  double sum = 0.0;
  int count = 0;
  for (std::uint32_t replicate = 1; replicate <= 4; ++replicate) {
    ReplicatePlan plan;
    plan.replicate = replicate;
    const std::atomic<bool> go_on{false};
    const auto records = run_replicate(scenario, plan, go_on, [] {});
    const Batch& batch = hidden ? records->hidden_sustainability : records->district;
    const auto& columns = batch.definition().columns;
    for (std::size_t row = 0; row < batch.rows(); ++row) {
      if (hidden && !batch.texts(3)[row].empty()) continue;  // the city's row
      sum += columns[column].kind == ColumnKind::Number
                 ? batch.numbers(column)[row]
                 : static_cast<double>(batch.wholes(column)[row]);
      ++count;
    }
  }
  return sum / count;
}

std::size_t column_named(const TableDefinition& table, std::string_view name) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].name == name) return c;
  }
  throw std::logic_error(std::string(name));
}

struct Sign {
  const char* policy;
  const char* column;
  bool hidden;
  int direction;
};

// What each policy is for must move its way, in a city where it has room to.
TEST(PolicySigns, MoveWhatTheyAreFor) {
  const std::vector<Sign> signs = {
      {"R1", "held_autonomy", true, 1},  {"R1b", "forced_placements", false, -1},
      {"R1d", "pool_cost", false, -1},   {"R2", "friction", true, -1},
      {"R2a", "held_autonomy", true, 1}, {"R3", "buy_in", true, 1},
      {"R8", "participants", false, 1}};
  const std::vector<std::string> city = {"models.innovation.S5=0", "models.innovation.B1=0",
                                         "law.choice.assignment=neighbourhood",
                                         "run.policy_years=5"};
  for (const Sign& sign : signs) {
    const TableDefinition& table = sign.hidden ? hidden_sustainability_table() : district_table();
    const std::size_t column = column_named(table, sign.column);
    const double before = mean_of(busy_city(city), column, sign.hidden);
    const double after = mean_of(busy_city(city, shipped({sign.policy})), column, sign.hidden);
    EXPECT_GT(sign.direction * (after - before), 0.0)
        << sign.policy << ": " << sign.column << " from " << before << " to " << after;
  }
}

}  // namespace
}  // namespace homeroom
