// Other names for the same scenario: every use of a model's key follows, and nothing else does.
#include <set>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/relabelled.hpp"
#include "tests/support/random_city.hpp"

namespace homeroom {
namespace {

using testing::small_city;

TEST(Relabelled, KeysThatNameAModelAreThese) {
  std::set<std::string> keys;
  for (const Declared& field : declared_fields()) {
    if (names_a_model(field.key)) keys.insert(field.key);
  }
  const std::set<std::string> wanted = {"law.ordinary",
                                        "nation.model",
                                        "nation.choice_model",
                                        "place.schools.N.model",
                                        "place.schools.N.second_model",
                                        "place.school_list.N.model",
                                        "place.school_list.N.second_model",
                                        "law.governance.zone_model",
                                        "law.authorization.opening_model",
                                        "law.authorization.conversion_model",
                                        "law.authorization.network_model",
                                        "law.accountability.takeover_model",
                                        "law.accountability.escape_model",
                                        "law.selections.N.model",
                                        "law.selections.N.from",
                                        "law.selections.N.double_from",
                                        "models.KEY.restart_model"};
  EXPECT_EQ(keys, wanted);
}

TEST(Relabelled, ReversedNamesTurnTheOrderOfTheLetters) {
  const Scenario city = small_city({});
  const NewNames reversed = reversed_names(city), fresh = fresh_names(city);
  ASSERT_EQ(reversed.size(), city.law.models.size());
  EXPECT_EQ(reversed.begin()->second, reversed.rbegin()->first);
  EXPECT_EQ(reversed.rbegin()->second, reversed.begin()->first);
  EXPECT_GT(fresh.begin()->second, fresh.rbegin()->second);
  for (const auto& [old, name] : fresh) EXPECT_EQ(city.law.named(name), ModelId{}) << old;
}

TEST(Relabelled, EveryUseFollowsAndNothingElse) {
  const Scenario city =
      small_city({"law.authorization.network_model=innovation",
                  "models.innovation.restart_model=traditional", "description=traditional"});
  const NewNames names = fresh_names(city);
  const Reading reading = relabelled(city, names);
  ASSERT_EQ(format_faults(reading.faults), "");
  const Scenario& other = *reading.scenario;
  EXPECT_EQ(other.law.authorization.network_model, names.at("innovation"));
  EXPECT_EQ(other.law.model(other.law.named(names.at("innovation"))).restart_model,
            names.at("traditional"));
  EXPECT_EQ(other.law.model(other.law.ordinary).key, names.at("traditional"));
  EXPECT_EQ(other.place.schools.front().model, names.at(city.place.schools.front().model));
  EXPECT_EQ(other.place.schools.front().name, city.place.schools.front().name);
  EXPECT_EQ(other.description, "traditional");
  EXPECT_EQ(other.place.title, "another city");
  EXPECT_EQ(other.law.models.size(), city.law.models.size());
  // Back again it is what it was, but for the labels.
  NewNames back;
  for (const auto& [old, name] : names) back[name] = old;
  const Reading again = relabelled(other, back);
  ASSERT_EQ(format_faults(again.faults), "");
  for (std::size_t m = 0; m < city.law.models.size(); ++m) {
    EXPECT_EQ(again.scenario->law.models[m].key, city.law.models[m].key);
    EXPECT_EQ(again.scenario->law.models[m].label, "label of " + city.law.models[m].key);
  }
}

}  // namespace
}  // namespace homeroom
