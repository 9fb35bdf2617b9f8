// A good scenario becomes the typed one that its files say.
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

TEST(ScenarioReading, FillsEveryPart) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  EXPECT_EQ(scenario.name, "tiny");
  EXPECT_EQ(scenario.run.seed, 7u);
  EXPECT_EQ(scenario.run.last_year(), 2020);
  EXPECT_EQ(scenario.place.title, "Tinytown");
  ASSERT_EQ(scenario.place.schools.size(), 4u);
  EXPECT_EQ(scenario.place.schools[2].name, "Ash");
  EXPECT_EQ(scenario.law.governance.board, BoardType::Appointed);
  EXPECT_EQ(scenario.law.governance.turnout.in(2016), 0.15);
  ASSERT_EQ(scenario.law.selections.size(), 1u);
  EXPECT_EQ(scenario.law.selections[0].model, "turnaround");
}

TEST(ScenarioReading, DatedLeversChangeInTheirYear) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  EXPECT_EQ(scenario.law.governance.union_strength.in(2017), 0.5);
  EXPECT_EQ(scenario.law.governance.union_strength.in(2018), 0.4);
  EXPECT_EQ(scenario.law.model(ModelId(1)).paper[index_of(Right::B1)].in(2009), 0.5);
}

TEST(ScenarioReading, DatesMayStandInsideAValueWithNotes) {
  const TinyCity city;
  city.append("tiny.toml",
              "[law.testing]\n"
              "tests_given = { value = { 1990 = 1, 2018 = 0 }, source = \"the state\" }\n");
  const Scenario scenario = city.scenario();
  EXPECT_EQ(scenario.law.testing.tests_given.in(2017), 1.0);
  EXPECT_EQ(scenario.law.testing.tests_given.in(2018), 0.0);
  EXPECT_EQ(scenario.provenance.at("law.testing.tests_given").source, "the state");
}

TEST(ScenarioReading, ModelsStandInOrderOfTheGroupsThenByKey) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  ASSERT_EQ(scenario.law.models.size(), 3u);
  EXPECT_EQ(scenario.law.models[0].key, "traditional");
  EXPECT_EQ(scenario.law.models[1].key, "pilot");
  EXPECT_EQ(scenario.law.models[2].key, "turnaround");
  EXPECT_EQ(scenario.law.ordinary, ModelId(0));
}

TEST(ScenarioReading, RenamingAModelKeepsItsId) {
  const TinyCity city;
  city.change("tiny_models.toml", "[models.pilot]", "[models.zebra]");
  city.change("tiny_place.toml", "model = \"pilot\"", "model = \"zebra\"");
  const Scenario scenario = city.scenario({"law.authorization.opening_model=zebra"});
  EXPECT_EQ(scenario.law.models[1].key, "zebra");
  EXPECT_EQ(scenario.law.models[1].label, "Pilot");
}

TEST(ScenarioReading, ProvenanceKnowsWhereAValueWasSet) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  const Noted& turnout = scenario.provenance.at("law.governance.turnout");
  EXPECT_EQ(turnout.value, "0.15");
  EXPECT_EQ(turnout.unit, "share");
  EXPECT_EQ(turnout.source, "synthetic");
  EXPECT_EQ(turnout.status, "assumed");
  EXPECT_EQ(std::filesystem::path(turnout.file).filename(), "tiny.toml");
  EXPECT_EQ(turnout.line, 17);
  EXPECT_EQ(scenario.provenance.at("place.schools.0.count").value, "3");
  EXPECT_EQ(where_set(scenario.provenance.at("law.budget.portability")),
            "starting value, set in no file");
}

TEST(ScenarioReading, EveryParameterOfNatureKeepsItsNotes) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  const Declared& field = some_parameter();
  const Noted& noted = scenario.provenance.at(field.key);
  EXPECT_EQ(noted.unit, field.unit);
  EXPECT_EQ(noted.source, "made up");
  ASSERT_TRUE(noted.range.has_value());
  EXPECT_EQ(noted.range->second, field.high);
}

}  // namespace
}  // namespace homeroom
