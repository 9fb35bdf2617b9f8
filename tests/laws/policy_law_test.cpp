// A policy over a scenario: it changes nothing before it begins, and its order is nobody's concern.
// All seeds are fixed.
#include <gtest/gtest.h>

#include <atomic>

#include "tests/laws/busy_city.hpp"
#include "tests/laws/shipped_policies.hpp"
#include "tests/scenario_files.hpp"
#include "tests/support/run_tables.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;
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

}  // namespace
}  // namespace homeroom
