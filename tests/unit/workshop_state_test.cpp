#include <gtest/gtest.h>

#include "app/workshop/state.hpp"

namespace homeroom::workshop {
namespace {

std::string texts_of(const StateReading& reading) {
  std::string texts;
  for (const StateFault& fault : reading.faults) texts += fault.text() + "\n";
  return texts;
}

TEST(WorkshopState, SaysWhatStandsInIt) {
  const StateReading reading = read_state(
      R"({"v":1,"city":"boston","years":5,"seed":7,"replicates":16,
          "a":{"presets":["R6","R1","R6"]},
          "b":{"models":{"pilot":"luminary"},
               "levers":{"law.choice.list_length":6,"models.pilot.S6":0.5,
                         "models.pilot.tenure":false,"law.governance.board":"appointed"}}})");
  ASSERT_TRUE(reading.state) << texts_of(reading);
  const State& state = *reading.state;
  EXPECT_EQ(state.city, "boston");
  EXPECT_EQ(state.years, 5);
  EXPECT_EQ(state.seed, 7);
  EXPECT_EQ(state.replicates, 16);
  EXPECT_EQ(state.a.presets, (std::vector<std::string>{"R1", "R6"}));
  EXPECT_EQ(state.b.models.at("pilot"), "luminary");
  EXPECT_EQ(state.b.levers.at("law.choice.list_length"), "6");
  EXPECT_EQ(state.b.levers.at("models.pilot.S6"), "0.5");
  EXPECT_EQ(state.b.levers.at("models.pilot.tenure"), "false");
  EXPECT_EQ(state.b.levers.at("law.governance.board"), "\"appointed\"");
}

TEST(WorkshopState, LeavesOutWhatMayBeLeftOut) {
  const StateReading reading = read_state(R"({"city":"boston"})");
  ASSERT_TRUE(reading.state);
  EXPECT_EQ(reading.state->replicates, 128);
  EXPECT_FALSE(reading.state->years || reading.state->seed);
  EXPECT_TRUE(reading.state->a.levers.empty() && reading.state->b.presets.empty());
}

TEST(WorkshopState, TellsEveryFaultAtOnce) {
  const StateReading reading = read_state(
      R"({"city":3,"years":31,"seed":-1,"replicates":1.5,"yeers":1,"a":[],
          "b":{"levers":{"law.choice.list_length":null},"presets":[1]},"v":2})");
  EXPECT_FALSE(reading.state);
  const std::string texts = texts_of(reading);
  for (const char* key :
       {"city: ", "years: ", "seed: ", "replicates: ", "yeers: ", "v: ", "policy A: ",
        "policy B: law.choice.list_length: ", "policy B: presets: "}) {
    EXPECT_NE(texts.find(key), std::string::npos) << key << "not in\n" << texts;
  }
  EXPECT_NE(texts.find("did you mean \"years\"?"), std::string::npos);
}

TEST(WorkshopState, RefusesNumbersThatNoIntegerHolds) {
  for (const char* seed : {"99999999999999999999", "18446744073709551615", "2147483648", "1e3"}) {
    EXPECT_FALSE(read_state(std::string(R"({"city":"boston","seed":)") + seed + "}").state) << seed;
  }
  EXPECT_TRUE(read_state(R"({"city":"boston","seed":2147483647})").state);
}

TEST(WorkshopState, RefusesWhatIsNoJson) {
  for (const char* text :
       {"", "[", "[]", "3", "{\"city\":\"\xff\"}", "{\"city\":\"boston\"} more"}) {
    EXPECT_FALSE(read_state(text).is_json) << text;
  }
}

}  // namespace
}  // namespace homeroom::workshop
