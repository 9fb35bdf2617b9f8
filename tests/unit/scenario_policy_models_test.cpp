// Policies: which school models they mean and bring.
#include <gtest/gtest.h>

#include "tests/unit/scenario_policies.hpp"

namespace homeroom {
namespace {

TEST(ScenarioPolicy, MeansModelsByWhatTheyAre) {
  const TinyCity city;
  const Reading reading = under(
      city, {"[[every_model]]\nwhere = { employer = \"district\", ordinary = false }\nS6 = 1\n"
             "[[every_model]]\nwhere = { ordinary = false }\nunless = { guarantee = "
             "[\"union_agreement\", \"separate\"] }\nS7 = 0.5\n"});
  const Law& law = policy_of(reading).law;
  EXPECT_EQ(model_of(law, "traditional").paper[index_of(Right::S6)].in(2016), 0.0);
  EXPECT_EQ(model_of(law, "pilot").paper[index_of(Right::S6)].in(2016), 1.0);
  EXPECT_EQ(model_of(law, "pilot").paper[index_of(Right::S6)].in(2015), 0.0);
  EXPECT_EQ(model_of(law, "turnaround").paper[index_of(Right::S6)].in(2016), 1.0);
  EXPECT_EQ(model_of(law, "pilot").paper[index_of(Right::S7)].in(2016), 0.0);
  EXPECT_EQ(model_of(law, "turnaround").paper[index_of(Right::S7)].in(2016), 0.5);
}

TEST(ScenarioPolicy, WarnsWhereNoModelIsMeant) {
  const TinyCity city;
  const Reading reading =
      under(city, {"[every_model]\nwhere = { employer = \"state\" }\nS6 = 1\n"});
  ASSERT_TRUE(reading.scenario);
  EXPECT_NE(format_warnings(reading.warnings).find("no school model of \"tiny\" is meant"),
            std::string::npos);
}

// Organisations under contract with the district are among its own, though separate; others are
// not.
TEST(ScenarioPolicy, MeansSchoolsThatTheDistrictCountsAmongItsOwn) {
  const TinyCity city;
  city.files.write("more/contracted.toml",
                   "[models.contracted]\nlabel = \"Contracted\"\nemployer = \"school\"\n"
                   "guarantee = \"separate\"\ndistrict_contract = true\n"
                   "[models.apart]\nlabel = \"Apart\"\nemployer = \"school\"\n"
                   "guarantee = \"separate\"\n");
  const Reading reading =
      under(city, {"brings = [\"../more/contracted.toml\"]\n[every_model]\n"
                   "where = { portfolio = true, ordinary = false }\ncoaching = 0.5\n"});
  const Law& law = policy_of(reading).law;
  EXPECT_EQ(model_of(law, "contracted").coaching.in(2016), 0.5);
  EXPECT_EQ(model_of(law, "pilot").coaching.in(2016), 0.5);
  EXPECT_EQ(model_of(law, "apart").coaching.in(2016), 0.0);
  EXPECT_EQ(model_of(law, "traditional").coaching.in(2016), 0.0);
}

constexpr const char* kOutOfReach = "that no school of \"tiny\" has or can take up";

TEST(ScenarioPolicy, WarnsWhereNoSchoolHasTheModelsThatItMoves) {
  const TinyCity city;
  city.files.write("more/zone.toml", "[models.a_zone]\nlabel = \"Zone\"\nS1 = 1\n");
  const std::string brings = "brings = [\"../more/zone.toml\"]\n";
  const std::string moves = "[models.a_zone]\ncoaching = 0.5\n";
  const auto warnings = [&](const std::string& text) {
    const Reading reading = under(city, {brings + text});
    EXPECT_TRUE(reading.scenario) << format_faults(reading.faults);
    return format_warnings(reading.warnings);
  };
  EXPECT_NE(warnings(moves).find(kOutOfReach), std::string::npos) << warnings(moves);
  // A school that takes the model up, a lever of the law, or of a model that schools have.
  for (const std::string& more :
       {std::string("[[law.selections]]\nmodel = \"a_zone\"\nshare = 0.3\n"),
        std::string("[law.governance]\nseats = 3\n"),
        std::string("[models.traditional]\ncoaching = 0.5\n")}) {
    EXPECT_EQ(warnings(moves + more).find(kOutOfReach), std::string::npos) << more;
  }
}

TEST(ScenarioPolicy, SelectsVolunteersFromNoModelOfTheirOwn) {
  const TinyCity city;
  city.files.write("more/zone.toml", "[models.a_zone]\nlabel = \"Zone\"\nS1 = 1\n");
  const std::string selection =
      "brings = [\"../more/zone.toml\"]\n[[law.selections]]\nmodel = \"a_zone\"\n"
      "volunteers = 0.2\n";
  const Reading reading = under(city, {selection});
  const Policy& policy = policy_of(reading);
  ASSERT_EQ(policy.law.selections.size(), 2u);
  EXPECT_EQ(policy.law.selections[1].from, "");
  EXPECT_EQ(policy.law.selections[1].count, 0);
  EXPECT_EQ(policy.law.selections[1].year, 2016);
  EXPECT_EQ(policy.law.selections[1].volunteers, 0.2);
  const Fault fault = only_fault(under(city, {selection + "count = 3\n"}));
  EXPECT_NE(fault.what.find("goes with no from, count"), std::string::npos) << fault.what;
}

TEST(ScenarioPolicy, CountsNoShareOfVolunteersFromEverywhere) {
  const TinyCity city;
  const std::string told = format_faults(
      under(city, {"[[law.selections]]\nmodel = \"pilot\"\nvolunteers = 0.2\nshare = 0.5\n"})
          .faults);
  EXPECT_NE(told.find("A.toml:4:1: law.selections.share: is a share of no school model's schools"),
            std::string::npos)
      << told;
}

TEST(ScenarioPolicy, TellsAWrongWordOfEveryModelOnce) {
  const TinyCity city;
  for (const char* value : {"{ at_leats = 1 }", "{ at_leats = 1, source = \"a guess\" }"}) {
    const Fault fault = only_fault(under(
        city, {fmt::format("[[every_model]]\nwhere = {{ ordinary = false }}\nS2 = {}\n", value)}));
    EXPECT_EQ(fault.key, "every_model.S2.at_leats") << value;
    EXPECT_EQ(fault.nearest, "at_least") << value;
  }
}

TEST(ScenarioPolicy, BringsModelsThatTheCityLacks) {
  const TinyCity city;
  city.files.write("more/zone.toml", "[models.a_zone]\nlabel = \"Zone\"\nS1 = 1\n");
  const Reading reading = under(
      city,
      {"brings = [\"../more/zone.toml\"]\n[[law.selections]]\nmodel = \"a_zone\"\nshare = 0.3\n"});
  const Policy& policy = policy_of(reading);
  // The models of the city keep their places.
  EXPECT_EQ(policy.law.models.back().key, "a_zone");
  EXPECT_EQ(reading.scenario->law.models.back().key, "a_zone");
  ASSERT_EQ(policy.law.selections.size(), 2u);
  EXPECT_EQ(policy.law.selections[1].from, "traditional");
  EXPECT_EQ(policy.law.selections[1].year, 2016);
  EXPECT_EQ(policy.law.selections[1].count, 2);  // of five
  EXPECT_EQ(reading.scenario->law.selections.size(), 1u);
}

}  // namespace
}  // namespace homeroom
