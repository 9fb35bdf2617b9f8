// Dice are named, not drawn in turn: threads, batches, names and policies that do nothing change no
// byte. All seeds are fixed: nothing here is left to chance.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "sim/core/field_passer.hpp"
#include "sim/scenario/sections.hpp"
#include "tests/laws/busy_city.hpp"
#include "tests/support/run_tables.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;

/// The first table in which two runs differ, or nothing. Texts are long: none is printed.
std::string differs(const RunTexts& one, const RunTexts& other) {
  if (one.size() != other.size()) return "another number of replicates";
  const auto tables = tables_of_a_run(true);
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (one[i].first != other[i].first) return "another order of replicates";
    for (std::size_t table = 0; table < tables.size(); ++table) {
      if (one[i].second[table] == other[i].second[table]) continue;
      return fmt::format("replicate {}, {}", one[i].first, tables[table]->name);
    }
  }
  return {};
}

TEST(DiceLaw, AnyNumberOfThreadsWritesEqualBytes) {
  const Scenario scenario = busy_city({"run.burn_in_years=1", "run.policy_years=2"});
  const std::vector<std::uint32_t> replicates = {1, 2, 3, 4, 5, 6, 7, 8};
  const RunTexts alone = run_texts(scenario, replicates, 1);
  for (const auto& text : alone.front().second) EXPECT_FALSE(text.empty());
  for (const int threads : {2, 3, 7}) {
    EXPECT_EQ(differs(run_texts(scenario, replicates, threads), alone), "") << threads;
  }
  // One replicate has all threads to itself, and its loops are cut into slices.
  for (const int threads : {2, 3, 7}) {
    EXPECT_EQ(differs(run_texts(scenario, {1}, threads), {alone.front()}), "") << threads;
  }
}

TEST(DiceLaw, AReplicateAloneIsThatOfABatch) {
  const Scenario scenario = busy_city();
  const RunTexts batch = run_texts(scenario, {1, 2, 3, 4, 5, 6, 7, 8});
  EXPECT_EQ(differs(run_texts(scenario, {7}), {batch.at(6)}), "");
  EXPECT_TRUE(batch.at(5).second != batch.at(6).second);
}

/// Restates every lever at the first policy year with the value that is in force then.
class Restating : public FieldPasser {
 public:
  explicit Restating(int year) : year_(year) {}
  void dated(const Meaning&, Dated& field) override {
    field.set(year_, field.in(year_));
    ++restated;
  }
  int restated = 0;

 private:
  int year_;
};

TEST(DiceLaw, APolicyThatDoesNothingDiffersByNothing) {
  const Scenario scenario = busy_city();
  Scenario same = scenario;
  Restating restating(scenario.run.first_year);
  law_chapters(same.law, [&](const char*, auto& levers) { levers.describe(restating); });
  for (SchoolModel& model : same.law.models) model.describe(restating);
  EXPECT_GT(restating.restated, 200);
  EXPECT_EQ(first_difference(run_records(scenario), run_records(same)), "");
  const Scenario set = busy_city(
      {"law.choice.list_length=5", "law.budget.portability={1900=0.5}",
       "models.innovation.supervisors=1", "models.innovation.zone_overhead=90000",
       "law.governance.zone_model=innovation", "law.accountability.takeover_model=innovation",
       "law.accountability.escape_model=innovation"});
  EXPECT_EQ(first_difference(run_records(scenario), run_records(set)), "");
}

TEST(DiceLaw, AnotherSeedDiffersInEveryTable) {
  const auto one = run_texts(busy_city(), {1}).front().second;
  const auto other = run_texts(busy_city({"run.seed=2"}), {1}).front().second;
  for (std::size_t table = 0; table < one.size(); ++table) {
    // Three years of a small city may close as many schools under either seed.
    if (tables_of_a_run(true)[table] == &survival_table()) continue;
    EXPECT_TRUE(one[table] != other[table]) << tables_of_a_run(true)[table]->name;
  }
}

bool names_the_scenario(const ColumnDefinition& column) { return column.name == "scenario"; }
bool names_a_model(const ColumnDefinition& column) {
  return column.name == "model" || column.name == "second_model";
}

TEST(DiceLaw, AnotherNameOfTheScenarioChangesItsColumnAlone) {
  const ReplicateRecords one = run_records(busy_city());
  const ReplicateRecords other = run_records(busy_city({"name=another"}));
  EXPECT_NE(first_difference(one, other), "");
  EXPECT_EQ(first_difference(one, other, names_the_scenario), "");
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// The scenario with the model `from` called `to`, key and uses.
Scenario renamed(const Scenario& scenario, const std::string& from, const std::string& to) {
  std::string text = scenario.resolved;
  replace_all(text, "models." + from + "]", "models." + to + "]");
  replace_all(text, "models." + from + ".", "models." + to + ".");
  replace_all(text, "\"" + from + "\"", "\"" + to + "\"");
  EXPECT_NE(text, scenario.resolved);
  Reading reading = read_scenario_text(text, "renamed");
  EXPECT_EQ(format_faults(reading.faults), "");
  return std::move(*reading.scenario);
}

class Renaming : public ::testing::TestWithParam<const char*> {};

TEST_P(Renaming, OfAModelChangesItsNameAlone) {
  const Scenario scenario = busy_city();
  const ReplicateRecords one = run_records(scenario);
  for (const char* name : {"aaa", "zzz"}) {  // before and after all others
    const ReplicateRecords other = run_records(renamed(scenario, GetParam(), name));
    EXPECT_NE(first_difference(one, other), "");
    EXPECT_EQ(first_difference(one, other, names_a_model), "") << name;
  }
}

INSTANTIATE_TEST_SUITE_P(DiceLaw, Renaming,
                         ::testing::Values("traditional", "innovation", "independent_charter"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace homeroom
