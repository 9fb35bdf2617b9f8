// Classes of a school model's levers, and policies that make whole classes neutral.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "sim/scenario/declared.hpp"
#include "sim/scenario/neutral.hpp"
#include "tests/scenario_files.hpp"
#include "tests/support/random_city.hpp"

namespace homeroom {
namespace {

using testing::small_city;

/// What `places/millbrook.toml` has, with another policy.
Reading under(const std::string& policy) {
  const Workplace files;
  PolicyFiles policies;
  policies.files = {files.write("mine.toml", policy)};
  return read_scenario(std::filesystem::path(HOMEROOM_SOURCE_DIR) / "scenarios/small_elected.toml",
                       {}, policies);
}

TEST(NeutralLevers, EveryFieldOfASchoolModelIsOfOneClass) {
  std::set<std::string> classes;
  for (const ModelFieldClass& one : kModelFieldClasses) classes.emplace(one.name);
  std::map<std::string, std::string> class_of;
  for (const Declared& field : declared_fields()) {
    const bool of_model = field.key.compare(0, 11, "models.KEY.") == 0;
    EXPECT_EQ(of_model, !field.field_class.empty()) << field.key;
    if (!of_model) continue;
    EXPECT_EQ(classes.count(field.field_class), 1u) << field.key << ": " << field.field_class;
    EXPECT_TRUE(class_of.emplace(field.key.substr(11), field.field_class).second) << field.key;
  }
  EXPECT_EQ(class_of.at("admission"), "selection");
  EXPECT_EQ(class_of.at("grade_by_grade"), "selection");
  EXPECT_EQ(class_of.at("special_draw"), "selection");
  EXPECT_EQ(class_of.at("S1"), "production");
  EXPECT_EQ(class_of.at("planning_weeks"), "production");
  EXPECT_EQ(class_of.at("label"), "name");
}

// Named one by one: a class that loses a lever to another is seen here.
TEST(NeutralLevers, SelectionIsWhoComesAndWhichSchoolsDo) {
  std::set<std::string> selection;
  for (const Declared& field : declared_fields()) {
    if (field.field_class == "selection") selection.insert(field.key.substr(11));
  }
  const std::set<std::string> expected = {
      "origin",           "admission",      "conversion_threshold",
      "approval_bodies",  "grade_by_grade", "choice_reach_km",
      "attrition_weight", "special_draw",   "counselling_out"};
  EXPECT_EQ(selection, expected);
}

TEST(NeutralLevers, WordsThatAreNoClassAreFaults) {
  const std::string where = "[[every_model]]\nwhere = { ordinary = false }\n";
  const auto told = [&](const std::string& line) {
    return format_faults(under(where + line + "\n").faults);
  };
  EXPECT_NE(told("neutral = [\"producton\"]").find("production"), std::string::npos);
  EXPECT_NE(told("neutral = [\"producton\"]").find("mine.toml:3"), std::string::npos);
  EXPECT_NE(told("neutral = \"name\"").find("is no class of levers"), std::string::npos);
  EXPECT_NE(told("neutral = 1").find("wants classes of levers"), std::string::npos);
  EXPECT_NE(told("neutral = []").find("names no class"), std::string::npos);
  EXPECT_EQ(told("neutral = \"production\""), "");
}

TEST(NeutralLevers, AnotherValueBesideThemIsAContradiction) {
  const Reading reading =
      under("[[every_model]]\nwhere = { ordinary = false }\nneutral = \"production\"\nS1 = 0.9\n");
  EXPECT_NE(format_faults(reading.faults).find("cannot be laid over one city together"),
            std::string::npos);
}

// Ordinary practice that changes with the years is neutral as it is in each; until the policy
// begins a model keeps what it had.
TEST(NeutralLevers, FollowTheDatesOfOrdinaryPractice) {
  const Workplace files;
  PolicyFiles policies;
  policies.files = {files.write(
      "mine.toml", "[[every_model]]\nwhere = { key = \"pilot\" }\nneutral = \"production\"\n")};
  policies.from_year = 2013;
  const Scenario city = small_city(
      {"law.ordinary=traditional", "models.traditional.S5={ 1900 = 0.1, 2012 = 0.2, 2015 = 0.4 }",
       "models.pilot.S5={ 1900 = 0.7, 2014 = 0.9 }"},
      policies);
  const SchoolModel& pilot = city.policy->law.model(city.policy->law.named("pilot"));
  const Dated& right = pilot.paper[static_cast<std::size_t>(index_of(Right::S5))];
  EXPECT_EQ(right.in(2012), 0.7);
  EXPECT_EQ(right.in(2013), 0.2);
  EXPECT_EQ(right.in(2014), 0.2);
  EXPECT_EQ(right.in(2015), 0.4);
}

TEST(NeutralLevers, SayWhereTheyComeFrom) {
  const Reading reading =
      under("[[every_model]]\nwhere = { ordinary = false }\nneutral = \"production\"\n");
  ASSERT_TRUE(reading.scenario && reading.scenario->policy) << format_faults(reading.faults);
  int told = 0;
  for (const auto& [key, noted] : reading.scenario->provenance) {
    if (key.compare(0, 14, "policy.models.") != 0) continue;
    EXPECT_EQ(noted.source.compare(0, 19, "neutral: as models."), 0) << key << noted.source;
    ++told;
  }
  EXPECT_GT(told, 5);
}

}  // namespace
}  // namespace homeroom
