// Probes as data: all that are shipped read, and what is wrong with one is told where it stands.
#include "sim/scenario/probe.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "tests/support/workplace.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

const std::string kSound = R"(id = "W1"
weakness = "Schools choose."
source = "Osborne and Langhorne (2018), Figure 2"
question = "Do they seem better?"
known = "Nothing differs."
replicates = 20
quick = 4
[sweep]
scenarios = ["boston", "denver"]
policies = ["none", "R1"]
[sweep.design]
method = "grid"
[[sweep.factors]]
name = "will"
key = "policy.law.accountability.closure_will"
values = [0.1, 0.5]
[[measures]]
city = "boston"
says = "they gain"
unit = "points"
statistic = "mean"
policy = "R1"
at = { will = 0.5 }
found = [{ outcome = "a.b" }, { outcome = "a.c", policy = "none", at = { will = 0.1 }, times = -1 }]
truth = 0
smallest = 1
[[measures]]
says = "called significant"
statistic = "any_significant"
correction = "holm"
outcomes = ["a.p", "b.p"]
most = 0.1
[[measures]]
says = "not shown"
statistic = "unproven"
found = [{ outcome = "a.b" }]
p = "a.p"
error = "a.e"
degrees = "a.d"
margin = 3
)";

ProbeReading read_text(const std::string& text) {
  const Workplace files;
  return read_probe(files.write("W1.toml", text));
}

TEST(Probe, HoldsWhatItsFileSays) {
  const ProbeReading reading = read_text(kSound);
  ASSERT_EQ(format_faults(reading.faults), "");
  const Probe& probe = reading.probe;
  ASSERT_EQ(probe.measures.size(), 3u);
  const ProbeMeasure& mean = probe.measures[0];
  EXPECT_EQ(mean.found[0].policy, "R1");
  EXPECT_EQ(mean.found[0].at.at("will"), "0.5");
  EXPECT_EQ(mean.found[1].policy, "none");
  EXPECT_EQ(mean.found[1].at.at("will"), "0.1");
  EXPECT_DOUBLE_EQ(mean.found[1].times, -1.0);
  EXPECT_DOUBLE_EQ(*mean.true_value, 0.0);
  EXPECT_EQ(probe.measures[1].correction, ProbeCorrection::Holm);
  EXPECT_EQ(probe.measures[1].found[1].outcome, "b.p");
  EXPECT_EQ(probe.measures[1].found[1].policy, "none");  // the sweep's first
  const std::vector<std::string> outcomes = {"a.b", "a.c", "a.p", "b.p", "a.e", "a.d"};
  EXPECT_EQ(probe.sweep.outcomes, outcomes);
}

TEST(Probe, SaysWhatIsWrongAndWhere) {
  const std::vector<std::array<std::string, 3>> cases = {
      {"id = \"W1\"", "id = \"W2\"", "is not the file's name"},
      {"weakness = \"Schools choose.\"\n", "", "weakness: is missing"},
      {"quick = 4", "quick = 40", "is above replicates"},
      {"quick = 4", "quick = 4\nfoo = 1", "foo"},
      {"policies = [", "outcomes = [\"a\"]\npolicies = [", "follows from the measures"},
      {"method = \"grid\"", "method = \"lhs\"\npoints = 4", "is none of probes"},
      {"statistic = \"mean\"", "statistic = \"meen\"", "did you mean \"mean\"?"},
      {"correction = \"holm\"", "correction = \"hom\"", "did you mean \"holm\"?"},
      {"city = \"boston\"", "city = \"bosten\"", "did you mean \"boston\"?"},
      {"policy = \"R1\"\nat", "policy = \"R2\"\nat", "the sweep has no \"R2\""},
      {"policy = \"none\", at", "policy = \"nine\", at", "did you mean \"none\"?"},
      {"at = { will = 0.5 }", "at = { wil = 0.5 }", "did you mean \"will\"?"},
      {"at = { will = 0.5 }", "at = { will = 0.7 }", "will has no level \"0.7\""},
      {"times = -1", "times = \"x\"", "wants a number"},
      {"truth = 0\n", "", "is the rule of a mean whose truth is known"},
      {"truth = 0\nsmallest = 1", "truth = 0\nmost = 0.1", "is the rule of a share"},
      {"p = \"a.p\"\n", "", "p: is missing, and unproven needs it"},
      {"margin = 3", "", "margin: is missing, and unproven needs it"},
      {"outcomes = [\"a.p\", \"b.p\"]\n", "", "outcomes: is missing"},
      {"{ outcome = \"a.b\" }, {", "{ outcom = \"a.b\" }, {", "found.0.outcom"},
      {"says = \"they gain\"\n", "", "says: is missing"}};
  for (const auto& [was, is, told] : cases) {
    std::string text = kSound;
    ASSERT_NE(text.find(was), std::string::npos) << was;
    text.replace(text.find(was), was.size(), is);
    const std::string faults = format_faults(read_text(text).faults);
    EXPECT_NE(faults.find(told), std::string::npos) << was << " -> " << is << ":\n" << faults;
  }
}

TEST(Probe, AllThatAreShippedAreRead) {
  const fs::path folder = fs::path(HOMEROOM_SOURCE_DIR) / "scenarios/probes";
  int probes = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".toml") continue;
    ++probes;
    const ProbeReading reading = read_probe(entry.path());
    EXPECT_EQ(format_faults(reading.faults), "");
    // Something is held against what is known, or the probe only tells.
    const auto& measures = reading.probe.measures;
    EXPECT_TRUE(std::any_of(measures.begin(), measures.end(), [](const ProbeMeasure& measure) {
      return measure.smallest || measure.most;
    })) << entry.path();
  }
  EXPECT_EQ(probes, 25);
}

}  // namespace
}  // namespace homeroom
