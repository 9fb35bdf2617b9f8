// Explanations and the generated reference.
#include <nlohmann/json.hpp>

#include "sim/scenario/explain.hpp"
#include "sim/scenario/reference.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST(ScenarioExplain, AKeyTellsItsStory) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  const std::string text = explain_key(&scenario, "law.governance.turnout");
  EXPECT_TRUE(says(text, "meaning: share of voters at board elections"));
  EXPECT_TRUE(says(text, "allowed: 0 to 1 [share]"));
  EXPECT_TRUE(says(text, "value:   0.15"));
  EXPECT_TRUE(says(text, "source:  synthetic"));
  EXPECT_TRUE(says(text, "status:  assumed"));
  EXPECT_TRUE(says(text, "tiny.toml:17"));
}

TEST(ScenarioExplain, AKeyIsExplainedWithoutAScenario) {
  const std::string text = explain_key(nullptr, "place.schools.3.count");
  EXPECT_TRUE(says(text, "schools in the group"));
  EXPECT_FALSE(says(text, "value:"));
}

TEST(ScenarioExplain, AStartingValueIsSaidToBeOne) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  EXPECT_TRUE(says(explain_key(&scenario, "law.budget.portability"), "starting value"));
}

TEST(ScenarioExplain, ASectionListsItsChildren) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  EXPECT_TRUE(says(explain_key(&scenario, "law.governance"), "law.governance.seats = 7"));
  const std::string law = explain_key(&scenario, "law");
  EXPECT_TRUE(says(law, "law.ordinary = \"traditional\""));
  EXPECT_TRUE(says(law, "  law.budget.\n"));
  EXPECT_TRUE(says(explain_key(nullptr, "models.KEY"), "models.KEY.S1"));
}

TEST(ScenarioExplain, AListShowsItsEntries) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  const std::string text = explain_key(&scenario, "law.selections");
  EXPECT_TRUE(says(text,
                   "law.selections.0: model = \"turnaround\", from = \"traditional\", "
                   "count = 1, year = 2016\n"));
  EXPECT_TRUE(says(text, "law.selections.N.count"));
  EXPECT_TRUE(says(explain_key(&scenario, "place.schools"), "place.schools.3: model = "));
  const Scenario none = city.scenario({"law.selections=[]"});
  EXPECT_TRUE(says(explain_key(&none, "law.selections"), "no entry"));
  EXPECT_TRUE(says(explain_key(nullptr, "place.schools"), "place.schools.N.count"));
  EXPECT_TRUE(says(explain_key(&scenario, "law.selections.0"), "law.selections.0.count = 1"));
}

TEST(ScenarioExplain, TheRangeThatIsCheckedIsThatOfTheEvidence) {
  const TinyCity city;
  city.append("tiny.toml", "[law.accountability]\nbar = { value = 0.2, range = [0.1, 0.3] }\n");
  const Scenario scenario = city.scenario();
  EXPECT_TRUE(says(explain_key(&scenario, "law.accountability.bar"),
                   "allowed: 0.1 to 0.3 [share], the range of its evidence; declared: 0 to 1\n"));
}

TEST(ScenarioExplain, ABareWordFindsItsKey) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  EXPECT_TRUE(says(explain_key(&scenario, "turnout"), "law.governance.turnout\n  meaning"));
  const std::string many = explain_key(nullptr, "closure_will");
  EXPECT_TRUE(says(many, "law.accountability.closure_will"));
  EXPECT_TRUE(says(many, "models.KEY.closure_will"));
}

TEST(ScenarioExplain, AnUnknownKeyNamesTheNearest) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  EXPECT_EQ(explain_key(&scenario, "law.governance.turnuot"),
            "law.governance.turnuot: is no known key; did you mean \"law.governance.turnout\"?\n");
  EXPECT_FALSE(is_explained(&scenario, "law.governance.turnuot"));
  EXPECT_FALSE(is_explained(&scenario, "models.nobody.S1"));
  EXPECT_FALSE(is_explained(&scenario, ""));
  EXPECT_TRUE(is_explained(&scenario, "models.pilot.S1"));
}

TEST(ScenarioExplain, ModelsAreATable) {
  const TinyCity city;
  const std::string text =
      explain_models(city.scenario({"models.pilot.conversion_threshold=0.66"}));
  EXPECT_TRUE(says(text, "model"));
  EXPECT_TRUE(says(text, "2 bodies, vote of 66%"));
  EXPECT_TRUE(says(text, "every 5 years"));
  EXPECT_TRUE(says(text, "turnaround_plan"));
}

TEST(ScenarioExplain, LevelsFollowTheScoreOfTheLastPolicyYear) {
  const TinyCity city;
  const RunPlan run = city.scenario().run;
  const int last = run.first_year + run.policy_years - 1;
  std::vector<std::string> full;
  for (const RightName& right : kRightNames) {
    full.push_back(
        fmt::format("models.pilot.{}={{ 1900 = 0, {} = 1, {} = 0 }}", right.code, last, last + 1));
  }
  EXPECT_TRUE(says(explain_models(city.scenario(full)), "1.00   above high"));
  EXPECT_TRUE(says(explain_models(city.scenario()), "low"));
  EXPECT_EQ(autonomy_level(0.41), AutonomyLevel::Low);
  EXPECT_EQ(autonomy_level(0.44), AutonomyLevel::Mid);
  EXPECT_EQ(autonomy_level(0.51), AutonomyLevel::Mid);
  EXPECT_EQ(autonomy_level(0.70), AutonomyLevel::High);
}

TEST(ScenarioExplain, RightsThatASourceStatesAreToldFromThoseProposed) {
  const TinyCity city;
  const std::string note = "source = \"x\", status = ";
  city.append("tiny_models.toml",
              "[models.noted]\nlabel = \"Noted\"\ncity = \"Elsewhere\"\n"
              "S1 = { value = 1, " +
                  note +
                  "\"measured\" }\n"
                  "S2 = { value = 1, " +
                  note +
                  "\"assumed\" }\n"
                  "[models.guessed]\nlabel = \"Guessed\"\n"
                  "S1 = { value = 1, " +
                  note + "\"assumed\" }\n");
  const std::string text = explain_models(city.scenario());
  EXPECT_TRUE(says(text, "Elsewhere"));
  EXPECT_TRUE(says(text, "1 stated, 28 proposed"));
  EXPECT_TRUE(says(text, "1 proposed: no score in the source"));
  EXPECT_TRUE(says(text, "no source"));
}

TEST(ScenarioReference, TheSchemaIsJsonAndKnowsEveryKey) {
  const auto schema = nlohmann::json::parse(json_schema());
  EXPECT_EQ(schema.at("$schema"), "https://json-schema.org/draft/2020-12/schema");
  const auto& turnout = schema.at("properties")
                            .at("law")
                            .at("properties")
                            .at("governance")
                            .at("properties")
                            .at("turnout");
  EXPECT_EQ(turnout.at("anyOf").at(0).at("anyOf").at(0).at("maximum"), 1);
  const auto& group =
      schema.at("properties").at("place").at("properties").at("schools").at("items");
  EXPECT_TRUE(group.at("properties").contains("count"));
  const auto& model = schema.at("properties").at("models").at("additionalProperties");
  EXPECT_EQ(model.at("properties").at("employer").at("anyOf").at(0).at("enum").at(0), "district");
  EXPECT_TRUE(schema.at("properties").contains("extends"));
}

TEST(ScenarioReference, ASchemaOfAPartHoldsThatPartAndOwesNaturesNotes) {
  const auto keys = [](const nlohmann::json& schema) {
    std::vector<std::string> names;
    for (const auto& [name, ignored] : schema.at("properties").items()) names.push_back(name);
    return names;
  };
  const auto nature = nlohmann::json::parse(json_schema(SchemaOf::Nature));
  EXPECT_EQ(keys(nature), (std::vector<std::string>{"extends", "nature"}));
  EXPECT_EQ(keys(nlohmann::json::parse(json_schema(SchemaOf::Models))),
            (std::vector<std::string>{"extends", "models"}));
  EXPECT_EQ(keys(nlohmann::json::parse(json_schema(SchemaOf::Places))),
            (std::vector<std::string>{"extends", "law", "models", "nation", "place"}));
  EXPECT_EQ(
      nature
          .at("/properties/nature/properties/learning/properties/climate/allOf/0/required"_json_pointer)
          .size(),
      5u);
}

TEST(ScenarioReference, ASchemaTakesNaturesBoundsFromAScenario) {
  Scenario scenario;
  scenario.provenance["nature.learning.climate"].range = std::pair(-0.1, 0.2);
  const auto value = [](const std::string& schema) {
    return nlohmann::json::parse(schema).at(
        "/properties/nature/properties/learning/properties/climate/allOf/0/properties"_json_pointer);
  };
  const auto bound = value(json_schema(SchemaOf::Nature, &scenario));
  EXPECT_EQ(bound.at("value").at("maximum"), 0.2);
  const auto declared = value(json_schema(SchemaOf::Nature));
  EXPECT_GT(declared.at("value").at("maximum"), 0.2);
  EXPECT_EQ(bound.at("range"), declared.at("range")) << "a file's own range may be wider";
}

TEST(ScenarioReference, TablesHaveARowForEveryKey) {
  const std::string levers = levers_table_markdown(), parameters = parameters_table_markdown();
  for (const Declared& field : declared_fields()) {
    const bool nature = field.key.compare(0, 7, "nature.") == 0;
    const std::string row = "| `" + field.key.substr(field.key.rfind('.') + 1) + "` |";
    EXPECT_TRUE(says(nature ? parameters : levers, row)) << field.key;
  }
}

TEST(ScenarioReference, ParametersShowTheirValuesGivenAScenario) {
  const TinyCity city;
  const Scenario scenario = city.scenario();
  const std::string text = parameters_table_markdown(&scenario);
  EXPECT_TRUE(says(text, "| value | range | status | source |"));
  EXPECT_TRUE(says(text, "| assumed | made up |"));
}

TEST(ScenarioReference, EveryDeclarationIsWhole) {
  std::set<std::string> keys;
  for (const Declared& field : declared_fields()) {
    EXPECT_TRUE(keys.insert(field.key).second) << field.key << " is declared twice";
    EXPECT_FALSE(field.text.empty()) << field.key;
    EXPECT_LE(field.low, field.high) << field.key;
    const std::string name = field.key.substr(field.key.rfind('.') + 1);
    for (const char* word : {"value", "unit", "range", "source", "status"}) {
      EXPECT_NE(name, word) << field.key << " cannot be told from a note";
    }
  }
}

}  // namespace
}  // namespace homeroom
