// Claims as data: all that are shipped read, and what is wrong with one is told where it stands.
#include "sim/scenario/claim.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "sim/run/experiment.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

const std::string kSound = R"(id = "C8"
says = "They grow faster."
source = "Osborne and Langhorne (2018), Figure 2"
kind = "outcome"
cities = ["boston"]
measure = "growth"
groups = "these against those"
direction = "higher"
stated = "implied"
evidence = "figure"
rule = "V1"
[published]
outcome = "growth"
subjects = ["math"]
years = [2016]
controls = ["race"]
[[contrasts]]
of = ["pilot"]
against = ["traditional"]
direction = "higher"
[sweep]
scenarios = ["boston"]
outcomes = ["district.turnover@mean"]
[sweep.design]
method = "grid"
[[sweep.factors]]
name = "will"
key = "policy.law.accountability.closure_will"
values = [0.1, 0.5]
[[tests]]
outcome = "district.turnover@mean"
compare = "will"
from = 0.1
to = 0.5
direction = "higher"
[[assumptions]]
key = "nature.learning.leadership"
neutral = 0.02
)";

ClaimReading read_text(std::string text) {
  const Workplace files;
  return read_claim(files.write("C8.toml", text));
}

std::string with(const std::string& was, const std::string& is) {
  std::string text = kSound;
  text.replace(text.find(was), was.size(), is);
  return text;
}

TEST(Claim, HoldsWhatItsFileSays) {
  const ClaimReading reading = read_text(kSound);
  ASSERT_EQ(format_faults(reading.faults), "");
  EXPECT_EQ(reading.claim.rule, ClaimRule::Published);
  EXPECT_EQ(reading.claim.study->contrasts.front().against.front(), "traditional");
  EXPECT_EQ(reading.claim.tests.front().from, "0.1");
  EXPECT_EQ(reading.claim.sweep->factors.front().name, "will");
  EXPECT_DOUBLE_EQ(reading.claim.assumptions.front().neutral, 0.02);
}

TEST(Claim, SaysWhatIsWrongAndWhere) {
  const std::vector<std::array<std::string, 3>> cases = {
      {"id = \"C8\"", "id = \"C9\"", "is not the file's name"},
      {"rule = \"V1\"", "rule = \"V8\"", "V8"},
      {"rule = \"V1\"", "rule = \"V5\"", "input: is missing"},
      {"rule = \"V1\"", "rule = \"none\"", "not_testable: is missing"},
      {"kind = \"outcome\"", "kind = \"outcom\"", "did you mean \"outcome\"?"},
      {"measure = \"growth\"\n", "", "measure: is missing"},
      {"subjects = [\"math\"]", "subjects = [\"maths\"]", "did you mean \"math\"?"},
      {"against = [\"traditional\"]", "against = []", "wants models on both sides"},
      {"compare = \"will\"", "compare = \"wil\"", "did you mean \"will\"?"},
      {"to = 0.5", "to = 0.1", "is the level that it is compared with"},
      {"to = 0.5", "to = 0.6", "will has no level \"0.6\""},
      {"outcome = \"district.turnover@mean\"\ncompare", "outcome = \"district.turnover\"\ncompare",
       "the sweep has no"},
      {"neutral = 0.02", "neutral = 2", "is out of range"},
      {"key = \"nature.learning.leadership\"", "key = \"nature.learning.leadrship\"",
       "did you mean \"nature.learning.leadership\"?"},
      {"stated = \"implied\"", "stated = \"implied\"\nfoo = 1", "foo"}};
  for (const auto& [was, is, told] : cases) {
    const std::string faults = format_faults(read_text(with(was, is)).faults);
    EXPECT_NE(faults.find(told), std::string::npos) << was << " -> " << is << ":\n" << faults;
  }
}

TEST(Claim, AllThatAreShippedAreRead) {
  const fs::path folder = fs::path(HOMEROOM_SOURCE_DIR) / "scenarios/claims";
  int claims = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".toml") continue;
    ++claims;
    EXPECT_EQ(format_faults(read_claim(entry.path()).faults), "");
  }
  EXPECT_EQ(claims, 130);
}

/// The unit of the column that an outcome is taken from: "table.column[.model]@year".
std::string unit_of(const std::string& outcome) {
  for (const TableDefinition* table : tables_of_a_run(true)) {
    for (const ColumnDefinition& column : table->columns) {
      const std::string name = fmt::format("{}.{}", table->name, column.name);
      const bool is = outcome.rfind(name, 0) == 0 &&
                      (outcome[name.size()] == '@' || outcome[name.size()] == '.');
      // A ratio of two shares is counted in points as they are.
      if (is) return column.unit.empty() ? "share" : std::string(column.unit);
    }
  }
  return "no column of " + outcome;
}

TEST(Claim, TestsOfOneClaimThatShareASmallestEffectShareItsUnit) {
  for (const auto& entry :
       fs::directory_iterator(fs::path(HOMEROOM_SOURCE_DIR) / "scenarios/claims")) {
    if (entry.path().extension() != ".toml") continue;
    const Claim claim = read_claim(entry.path()).claim;
    std::set<std::string> units;
    for (const ClaimTest& test : claim.tests) {
      if (!test.hazard && !test.smallest_effect) units.insert(unit_of(test.outcome));
    }
    EXPECT_LE(units.size(), 1u) << claim.id << ": " << fmt::format("{}", fmt::join(units, ", "));
  }
}

}  // namespace
}  // namespace homeroom
