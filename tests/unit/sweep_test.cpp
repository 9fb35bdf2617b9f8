// The runs of a sweep: their order, what a factor's values are, and what policies share.
#include "sim/run/sweep.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "sim/core/arithmetic.hpp"
#include "sim/scenario/sweep_design.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

const std::string kCity = HOMEROOM_SOURCE_DIR "/scenarios/small_elected.toml";
const std::vector<std::string> kShort = {"run.policy_years=2", "run.burn_in_years=2"};

SweepArm arm(const std::string& policy) {
  PolicyFiles files;
  if (policy != "none") {
    files = {
        {std::filesystem::path(HOMEROOM_SOURCE_DIR) / "scenarios/policies" / (policy + ".toml")},
        policy,
        {}};
  }
  return {policy, policy, ScenarioSource(kCity, kShort, files)};
}

SweepPlan plan_of(std::uint64_t points, int cities, std::uint32_t replicates) {
  SweepPlan plan;
  plan.points = points;
  for (int i = 0; i < cities; ++i) {
    SweepCity city;
    city.name = "city" + std::to_string(i);
    city.file = kCity;
    city.arms.push_back(arm("none"));
    plan.cities.push_back(std::move(city));
  }
  plan.replicates = replicates;
  return plan;
}

TEST(SweepOrder, EveryJobOnceInWhateverShards) {
  for (const int shards : {1, 2, 3, 7, 40}) {
    SweepPlan plan = plan_of(5, 1, 6);
    const BalancedOrder order = plan.order();
    std::set<std::uint64_t> seen;
    plan.shards = shards;
    for (plan.shard = 1; plan.shard <= shards; ++plan.shard) {
      for (std::uint64_t place = 0; place < plan.own_jobs(); ++place) {
        EXPECT_TRUE(seen.insert(order(plan.first_place(plan.shard) + place)).second);
      }
    }
    EXPECT_EQ(seen.size(), plan.jobs());
    EXPECT_EQ(*seen.rbegin(), plan.jobs() - 1);
  }
}

/// By how many jobs a level of a digit has more or fewer than its share, at worst, from `first` on.
double unevenness(const BalancedOrder& order, std::uint64_t first, std::uint64_t places,
                  std::uint64_t weight, std::uint64_t levels) {
  std::vector<double> counts(levels);
  for (std::uint64_t i = 0; i < places; ++i) counts[order(first + i) / weight % levels] += 1;
  double worst = 0;
  for (const double count : counts) {
    worst = std::max(worst,
                     std::abs(count - static_cast<double>(places) / static_cast<double>(levels)));
  }
  return worst;
}

/// A design of a grid of 6 x 4 x 2 x 2, three cities, twenty replicates, in shards of every kind of
/// number: also those that share factors with the levels.
TEST(SweepOrder, EveryShardAndEachOfItsBeginningsIsBalanced) {
  SweepPlan plan = plan_of(96, 3, 20);
  plan.levels = {6, 4, 2, 2};
  const BalancedOrder order = plan.order();
  for (const int shards : {1, 2, 3, 4, 5, 8, 12, 20, 60, 97}) {
    plan.shards = shards;
    for (plan.shard = 1; plan.shard <= shards; plan.shard += 1 + shards / 10) {
      const std::uint64_t own = plan.own_jobs(), first = plan.first_place(plan.shard);
      for (const std::uint64_t places : {own, own / 2, own / 7, std::uint64_t{13}}) {
        if (places > own) continue;
        std::uint64_t weight = 1;
        for (const std::uint64_t levels : {20, 3, 2, 2, 4, 6}) {
          EXPECT_LE(unevenness(order, first, places, weight, levels), 3.0)
              << "shard " << plan.shard << " of " << shards << ", " << places << " places, "
              << levels << " levels";
          weight *= levels;
        }
      }
    }
  }
}

/// Points of a sample count as one digit: a beginning is a beginning of the sample.
TEST(SweepOrder, ASampleIsLivedInItsOwnOrder) {
  const SweepPlan plan = plan_of(64, 2, 4);
  const BalancedOrder order = plan.order();
  for (std::uint64_t place = 0; place < 64; ++place) EXPECT_EQ(order(place) / 8, place);
}

/// Two levels must not go together: of every pair of levels there are as many as of others.
TEST(SweepOrder, NoTwoFactorsGoTogether) {
  SweepPlan plan = plan_of(8, 1, 40);
  plan.levels = {2, 2, 2};
  const BalancedOrder order = plan.order();
  std::map<std::pair<int, int>, int> pairs;
  for (std::uint64_t place = 0; place < 40; ++place) {
    const std::uint64_t job = order(place);
    ++pairs[{static_cast<int>(job / 40 % 2), static_cast<int>(job / 80 % 2)}];
  }
  ASSERT_EQ(pairs.size(), 4u);
  for (const auto& [pair, count] : pairs) EXPECT_GE(count, 4);
}

TEST(SweepOrder, AMillionPointsTakeNoTime) {
  const SweepPlan plan = plan_of(100000000, 1, 1000000);
  EXPECT_EQ(plan.jobs(), 100000000000000u);
  EXPECT_LT(plan.order()(plan.own_jobs() - 1), plan.jobs());
}

std::map<std::uint64_t, SweepResult> lived(const SweepPlan& plan, SweepTold& told,
                                           const std::set<std::uint64_t>& there = {}) {
  std::map<std::uint64_t, SweepResult> results;
  const SweepSink sink = {[&](std::uint64_t run) { return there.count(run) > 0; },
                          [&](const SweepResult& result) { results.emplace(result.run, result); }};
  const std::atomic<bool> stop{false};
  told = run_sweep(plan, sink, stop, [](bool) {});
  return results;
}

SweepPlan two_policies() {
  SweepPlan plan = plan_of(2, 1, 2);
  plan.cities.front().arms.push_back(arm("R1"));
  plan.keys = {"nature.learning.leadership", "policy.law.counterfactual.equal_growth"};
  plan.values_at = [](std::uint64_t point) {
    return std::vector<std::string>{"0.06", point == 0 ? "0" : "1"};
  };
  for (const char* name :
       {"truth_models.latent_growth_math@last", "truth_models.effort_math@mean"}) {
    plan.outcomes.push_back(read_outcome(name).outcome);
  }
  return plan;
}

/// Runs share burnt-in cities between policies, and between points that differ in policies' keys;
/// each is nevertheless what it is alone.
TEST(Sweep, ARunIsWhatItIsAlone) {
  const SweepPlan plan = two_policies();
  SweepTold told;
  const auto results = lived(plan, told);
  ASSERT_EQ(results.size(), 8u);
  EXPECT_EQ(told.done, 8u);
  for (const auto& [run, result] : results) {
    const SweepArm& of = plan.cities.front().arms[result.policy == "none" ? 0 : 1];
    const Reading reading = of.source.with(
        {plan.keys[0] + "=" + result.values[0], plan.keys[1] + "=" + result.values[1]});
    OutcomeReader reader(plan.outcomes);
    ReplicatePlan alone;
    alone.replicate = result.replicate;
    alone.read_year = [&](const ReplicateRecords& year) { reader.add(year); };
    const std::atomic<bool> stop{false};
    ASSERT_TRUE(run_replicate(*reading.scenario, alone, stop, [] {}));
    EXPECT_EQ(reader.values(), result.outcomes) << run;
  }
  EXPECT_NE(results.at(0).outcomes, results.at(2).outcomes);  // policies differ
  EXPECT_NE(results.at(0).outcomes, results.at(4).outcomes);  // points differ
}

TEST(Sweep, RunsThatAreThereAreNotRunAgain) {
  SweepTold told;
  const auto results = lived(two_policies(), told, {0, 2, 5});
  EXPECT_EQ(told.there, 3u);
  EXPECT_EQ(results.size(), 5u);
  EXPECT_EQ(results.count(2), 0u);
}

TEST(Sweep, AFailedRunIsToldAndTheRestGoesOn) {
  SweepPlan plan = two_policies();
  plan.values_at = [](std::uint64_t point) {
    return std::vector<std::string>{point == 0 ? "77" : "0.06", "0"};
  };
  SweepTold told;
  const auto results = lived(plan, told);
  EXPECT_EQ(told.failed, 4u);
  EXPECT_EQ(told.done, 4u);
  const SweepResult& failed = results.at(2);
  EXPECT_NE(failed.failure.find("77 is out of range"), std::string::npos) << failed.failure;
  EXPECT_EQ(failed.command, "homeroom run " + kCity +
                                " --replicate 1 --policy R1 --set nature.learning.leadership=77 "
                                "--set policy.law.counterfactual.equal_growth=0");
  EXPECT_TRUE(failed.outcomes.empty());
}

SweepFactor factor(Spread spread, double low, double high) {
  SweepFactor one;
  one.spread = spread;
  one.low = low;
  one.high = high;
  return one;
}

double at(const SweepFactor& factor, double unit) { return std::stod(factor.value_at(unit)); }

TEST(SweepFactor, ValuesFollowTheirDistribution) {
  EXPECT_DOUBLE_EQ(at(factor(Spread::Uniform, 2, 6), 0.25), 3.0);
  EXPECT_NEAR(at(factor(Spread::LogUniform, 1, 100), 0.5), 10.0, 1e-9);
  SweepFactor triangle = factor(Spread::Triangular, 0, 4);
  triangle.mode = 1;
  EXPECT_NEAR(at(triangle, 0.25), 1.0, 1e-12);  // a quarter lies below the mode
  EXPECT_NEAR(at(triangle, 0.8125), 4.0 - std::sqrt(0.1875 * 12.0), 1e-12);
  SweepFactor normal = factor(Spread::Normal, -1, 3);
  normal.mean = 1;
  normal.sd = 2;
  EXPECT_NEAR(at(normal, 0.5), 1.0, 1e-7);
  const double share = normal_cdf(-1.0) + 0.9 * (normal_cdf(1.0) - normal_cdf(-1.0));
  EXPECT_NEAR(normal_cdf((at(normal, 0.9) - 1.0) / 2.0), share, 1e-7);
  EXPECT_GE(at(normal, 1e-12), -1.0);
}

TEST(SweepFactor, WholeNumbersAndLevelsAreEquallyLikely) {
  SweepFactor whole = factor(Spread::Uniform, 1, 3);
  whole.whole = true;
  SweepFactor levels;
  levels.levels = {"single", "multiple", "none"};
  std::map<std::string, int> of_whole, of_levels;
  for (int i = 0; i < 300; ++i) {
    ++of_whole[whole.value_at((i + 0.5) / 300)];
    ++of_levels[levels.value_at((i + 0.5) / 300)];
  }
  EXPECT_EQ(of_whole, (std::map<std::string, int>{{"1", 100}, {"2", 100}, {"3", 100}}));
  EXPECT_EQ(of_levels,
            (std::map<std::string, int>{{"single", 100}, {"multiple", 100}, {"none", 100}}));
}

TEST(SweepDesign, TellsEveryFaultAtOnce) {
  const Workplace files;
  const auto file =
      files.write("design.toml",
                  "scenarios = []\noutcomes = [\"a\", \"a\"]\nreplicate = 3\n"
                  "[design]\nmethod = \"latin\"\nsize = 3\n"
                  "[[factors]]\nkey = \"nature.learning.ledership\"\nvalues = [1, 1]\n"
                  "[[factors]]\nkey = \"law.governance.turnout\"\n"
                  "distribution = \"uniform\"\nlow = 2\nhigh = 1\n"
                  "[[factors]]\nkey = \"law.choice.assignment\"\n"
                  "distribution = \"normal\"\n");
  const std::string told = format_faults(read_sweep_design(file).faults);
  for (const char* words :
       {"scenarios: wants a list that holds something", "names \"a\" twice",
        "did you mean \"replicates\"", "\"latin\" is no choice", "design.size",
        "did you mean \"nature.learning.leadership\"", "names 1 twice", "is not below high",
        "2 is out of range", "belongs to numbers", "sd: is missing"}) {
    EXPECT_NE(told.find(words), std::string::npos) << words << "\n" << told;
  }
}

TEST(SweepDesign, FactorsHaveNoNamesOfTheTablesOwnColumns) {
  const Workplace files;
  const auto read = [&](const std::string& name) {
    return read_sweep_design(
        files.write("design.toml",
                    "scenarios = [\"small_elected\"]\noutcomes = [\"a\"]\n[design]\nmethod = "
                    "\"grid\"\n[[factors]]\nkey = \"run.seed\"\nvalues = [1, 2]\n" +
                        name));
  };
  ASSERT_EQ(read("").design.factors.size(), 1u);
  EXPECT_EQ(read("").design.factors[0].name, "run.seed");
  EXPECT_TRUE(read("name = \"dice\"\n").faults.empty());
  for (const char* name : {"seed", "Policy", "point"}) {
    const std::string told = format_faults(read(fmt::format("name = \"{}\"\n", name)).faults);
    EXPECT_NE(told.find("is a column of every sweep's tables"), std::string::npos) << told;
  }
}

}  // namespace
}  // namespace homeroom
