// `--set a.b=c`: one value over the files, by the same checks.
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

TEST(ScenarioOverride, TakesTomlValues) {
  const TinyCity city;
  const Scenario scenario = city.scenario(
      {"run.seed=42", "law.governance.turnout=0.3", "models.pilot.tenure=false",
       "law.governance.union_strength={ 2016 = 0.2, 2019 = 0.6 }", "place.title=\"Two words\""});
  EXPECT_EQ(scenario.run.seed, 42u);
  EXPECT_EQ(scenario.law.governance.turnout.in(2016), 0.3);
  EXPECT_FALSE(scenario.law.models[1].tenure);
  EXPECT_EQ(scenario.law.governance.union_strength.in(2020), 0.6);
  EXPECT_EQ(scenario.place.title, "Two words");
}

TEST(ScenarioOverride, TakesBareWordsAsStrings) {
  const TinyCity city;
  const Scenario scenario =
      city.scenario({"law.ordinary=pilot", "name=two words = one name", "place.title="});
  EXPECT_EQ(scenario.law.ordinary, ModelId(1));
  EXPECT_EQ(scenario.name, "two words = one name");
  EXPECT_EQ(scenario.place.title, "");
}

TEST(ScenarioOverride, FindsGroupsByPosition) {
  const TinyCity city;
  EXPECT_EQ(city.scenario({"place.schools.0.count=4"}).place.schools[0].count, 4);
  EXPECT_EQ(city.scenario({"law.selections.0.count=2"}).law.selections[0].count, 2);
  const Fault fault = only_fault(city.read({"place.schools.4.count=4"}));
  EXPECT_EQ(fault.what, "\"4\" is no position in a list");
  EXPECT_EQ(fault.allowed, "0 to 3");
  EXPECT_EQ(only_fault(city.read({"place.schools.first.count=4"})).key,
            "place.schools.first.count");
}

TEST(ScenarioOverride, TheLastOneWins) {
  const TinyCity city;
  EXPECT_EQ(city.scenario({"run.seed=1", "run.seed=2"}).run.seed, 2u);
}

TEST(ScenarioOverride, SetsNotesBesideABareValue) {
  const TinyCity city;
  const Noted noted =
      city.scenario({"place.area_km2.source=a map"}).provenance.at("place.area_km2");
  EXPECT_EQ(noted.value, "12");
  EXPECT_EQ(noted.source, "a map");
}

TEST(ScenarioOverride, FaultsStandAtTheSetting) {
  const TinyCity city;
  const Fault range = only_fault(city.read({"law.governance.turnout=1.5"}));
  EXPECT_EQ(format_fault(range),
            "--set law.governance.turnout=1.5: law.governance.turnout: 1.5 is out of range "
            "(allowed: 0 to 1 [share])");
  const Fault unknown = only_fault(city.read({"law.governance.turnuot=1"}));
  EXPECT_EQ(unknown.file, "--set law.governance.turnuot=1");
  EXPECT_EQ(unknown.nearest, "law.governance.turnout");
  // A word near none is told what there is, or how to see it.
  EXPECT_EQ(only_fault(city.read({"run.xylophone=1"})).allowed,
            "seed, replicates, first_year, policy_years, burn_in_years");
  const std::string many = only_fault(city.read({"law.governance.xylophone=1"})).allowed;
  EXPECT_NE(many.find("keys, see homeroom explain law.governance"), std::string::npos) << many;
  EXPECT_EQ(only_fault(city.read({"run.seed=x"})).what, "wants a whole number, not a string");
}

TEST(ScenarioOverride, WhatIsNoSettingIsSaid) {
  const TinyCity city;
  for (const char* setting : {"seed", "=3", "run..seed=3", ".=3", "run.seed.=3", "", "name=\xFF"}) {
    EXPECT_EQ(only_fault(city.read({setting})).what, "is no setting") << setting;
  }
  std::string deep = "a";
  for (int i = 0; i < 100000; ++i) deep += ".a";
  EXPECT_EQ(only_fault(city.read({deep + "=1"})).what, "is no setting");
}

TEST(ScenarioOverride, ALineBreakBringsNoOtherKeysAlong) {
  const TinyCity city;
  EXPECT_EQ(city.scenario({"description=1\nname = \"other\""}).description, "1\nname = \"other\"");
}

TEST(ScenarioOverride, CannotExtend) {
  const TinyCity city;
  EXPECT_EQ(only_fault(city.read({"extends=other.toml"})).what, "is no known key");
}

}  // namespace
}  // namespace homeroom
