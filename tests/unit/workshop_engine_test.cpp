#include <gtest/gtest.h>

#include "analysis/truth/measures.hpp"
#include "app/workshop/differences.hpp"
#include "app/workshop/engine.hpp"
#include "app/workshop/levers.hpp"
#include "app/workshop/outcomes.hpp"
#include "app/workshop/policies.hpp"
#include "sim/scenario/declared.hpp"

namespace homeroom::workshop {
namespace {

using namespace std::chrono_literals;

const std::string kScenarios = HOMEROOM_SOURCE_DIR "/scenarios/";

const Policies& policies() {
  static const Policies all = [] {
    const std::string file = kScenarios + "small_elected.toml";
    std::vector<City> cities;
    cities.push_back(city_of(file, *read_scenario(file).scenario));
    return Policies(std::move(cities), presets_in(kScenarios + "policies"));
  }();
  return all;
}

State two_years() {
  State state;
  state.city = "small_elected";
  state.years = 2;
  return state;
}

EngineOptions one_thread() {
  EngineOptions options;
  options.threads = 1;
  return options;
}

/// Waits until `pairs` are lived; a minute is for machines that do other things as well.
Watcher::News lived(Watcher& watcher, int pairs) {
  Watcher::News news;
  for (int i = 0; i < 600 && news.pairs < pairs && news.failure.empty(); ++i) {
    news = watcher.wait(pairs - 1, 100ms);
  }
  return news;
}

TEST(WorkshopEngine, LivesAreTheSameWhoeverLivesThem) {
  State state = two_years();
  state.b.levers["law.choice.list_length"] = "2";
  state.b.presets = {"R6"};
  const Asked asked = policies().arms_of(state);
  ASSERT_TRUE(asked.faults.empty());
  std::string alone;
  for (const int threads : {1, 3}) {
    EngineOptions options;
    options.threads = threads;
    Engine engine(options);
    const auto watcher = engine.watch(asked.a, asked.b, 4);
    ASSERT_EQ(lived(*watcher, 4).pairs, 4);
    const std::string told = differences_json(watcher->lives('a', 4), watcher->lives('b', 4), 4);
    if (alone.empty()) alone = told;
    EXPECT_EQ(told, alone);
  }
  EXPECT_NE(alone.find("\"d\":[0.0"), std::string::npos) << "a policy that makes no difference";
}

TEST(WorkshopEngine, EqualPoliciesAreLivedOnce) {
  const Asked asked = policies().arms_of(two_years());
  EXPECT_EQ(asked.a->key, asked.b->key);
  Engine engine(one_thread());
  const auto watcher = engine.watch(asked.a, asked.b, 2);
  ASSERT_EQ(lived(*watcher, 2).pairs, 2);
  EXPECT_EQ(watcher->lives('a', 2), watcher->lives('b', 2));
}

TEST(WorkshopEngine, LimitsWhoWatches) {
  EngineOptions options = one_thread();
  options.most_watchers = 2;
  Engine engine(options);
  const Asked asked = policies().arms_of(two_years());
  auto one = engine.watch(asked.a, asked.b, 1);
  const auto two = engine.watch(asked.a, asked.b, 1);
  EXPECT_TRUE(one && two);
  EXPECT_FALSE(engine.watch(asked.a, asked.b, 1));
  one.reset();
  EXPECT_TRUE(engine.watch(asked.a, asked.b, 1));
}

TEST(WorkshopEngine, GivesUpWhatNobodyWatches) {
  Engine engine(one_thread());
  State state = two_years();
  state.years = 30;
  const Asked asked = policies().arms_of(state);
  // Whoever is here first leaves a long queue behind; it is gone with him.
  engine.watch(asked.a, asked.b, kMostReplicates).reset();
  const Asked other = policies().arms_of(two_years());
  const auto watcher = engine.watch(other.a, other.b, 1);
  EXPECT_EQ(lived(*watcher, 1).pairs, 1);
  EXPECT_EQ(engine.watchers(), 1);
  EXPECT_FALSE(engine.city(*asked.a, 2)) << "lived on for nobody";
}

TEST(WorkshopEngine, KeepsItsBound) {
  EngineOptions options = one_thread();
  options.city_bytes = 2.5 * bytes_of_city(6000);
  options.life_bytes = 1.0;  // none
  Engine engine(options);
  const Asked asked = policies().arms_of(two_years());
  const auto watcher = engine.watch(asked.a, asked.b, 4);
  ASSERT_EQ(lived(*watcher, 4).pairs, 4);
  EXPECT_LE(engine.city_bytes(), options.city_bytes);
  EXPECT_GT(engine.city_bytes(), 0.0);
  EXPECT_EQ(engine.life_bytes(), 0.0);
}

TEST(WorkshopPolicies, LeversStandAbovePresets) {
  State state = two_years();
  state.b.presets = {"R6"};
  state.b.levers["law.accountability.closure_will"] = "0.1";  // R6c asks for half at least
  const Asked asked = policies().arms_of(state);
  ASSERT_TRUE(asked.faults.empty()) << asked.faults.front().text();
  const Scenario& b = *asked.b->scenario;
  EXPECT_EQ(b.law_in(b.run.first_year).accountability.closure_will.in(b.run.first_year), 0.1);
  EXPECT_NE(b.law_in(b.run.first_year - 1).accountability.closure_will.in(b.run.first_year), 0.1);
}

TEST(WorkshopPolicies, WhatIsReadAheadIsNotReadAgain) {
  const std::atomic<bool> stop{false};
  policies().read_ahead(policies().cities().front(), stop);
  for (const char* preset : {"R1", "R8"}) {
    State state;
    state.city = "small_elected";
    state.b.presets = {preset};
    const Asked one = policies().arms_of(state), other = policies().arms_of(state);
    ASSERT_TRUE(one.faults.empty());
    EXPECT_EQ(one.b, other.b) << preset;
    EXPECT_NE(one.a, one.b);
  }
}

TEST(WorkshopPolicies, PresetsAreThePoliciesOfThatName) {
  const std::string file = kScenarios + "small_elected.toml";
  for (const std::vector<std::string>& presets :
       {std::vector<std::string>{"R1", "R6"}, {"R9"}, {"all"}}) {
    State state;
    state.city = "small_elected";
    state.b.presets = presets;
    PolicyFiles files;
    for (const std::string& preset : presets) {
      files.files.push_back(kScenarios + "policies/" + preset + ".toml");
    }
    const Reading by_command = read_scenario(file, {"run.replicates=128"}, files);
    ASSERT_TRUE(by_command.scenario);
    const Told told = policies().told(state, 'b', "small_elected");
    ASSERT_TRUE(told.scenario) << presets.front();
    EXPECT_EQ(told.scenario->resolved, by_command.scenario->resolved) << presets.front();
  }
}

TEST(WorkshopPolicies, FaultsAreOfTheLeverThatWasMoved) {
  State state = two_years();
  state.b.levers["autonomous.S6"] = "7";
  const Asked asked = policies().arms_of(state);
  ASSERT_EQ(asked.faults.size(), 1u);
  EXPECT_EQ(asked.faults.front().lever, "autonomous.S6");
  EXPECT_EQ(asked.faults.front().policy, "b");
}

TEST(WorkshopPolicies, SayTheSameInWhateverWords) {
  State state = two_years(), other = two_years();
  other.seed = static_cast<std::int64_t>(policies().cities().front().scenario.run.seed);
  EXPECT_EQ(policies().arms_of(state).a->key, policies().arms_of(other).a->key);
}

TEST(WorkshopLevers, EveryLeverIsDeclaredAndHasAName) {
  EXPECT_GT(levers().size(), 170u);
  for (const Lever& lever : levers()) {
    EXPECT_TRUE(find_declared(lever.key)) << lever.key;
    EXPECT_FALSE(lever.name.empty() || lever.kind.empty()) << lever.key;
  }
  // And the other way round: what a policy may move can be moved here.
  for (const Declared& field : declared_fields()) {
    const bool law = field.key.rfind("law.", 0) == 0 && field.key != "law.ordinary" &&
                     field.key.rfind("law.selections", 0) != 0 &&
                     field.key.rfind("law.counterfactual", 0) != 0;
    const bool model = field.key.rfind("models.KEY.", 0) == 0 && field.field_class != "name";
    if (law || model) EXPECT_TRUE(find_lever(field.key)) << field.key;
  }
}

TEST(WorkshopOutcomes, AreMeasuresOfCompare) {
  for (const Outcome& outcome : outcomes()) {
    EXPECT_EQ(truth::measures()[outcome.measure].name, outcome.key);
    EXPECT_FALSE(outcome.name.empty() || outcome.group.empty());
  }
}

}  // namespace
}  // namespace homeroom::workshop
