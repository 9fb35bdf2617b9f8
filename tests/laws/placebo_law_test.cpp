// Placebos over every city that is shipped: what they make neutral is neutral, what they leave is
// left, and under the third no school differs from another in what it adds. All seeds are fixed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "sim/core/field_passer.hpp"
#include "tests/laws/busy_city.hpp"
#include "tests/scenario_files.hpp"
#include "tests/support/lived_city.hpp"
#include "tests/support/run_tables.hpp"
#include "tests/support/world_faults.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;
namespace fs = std::filesystem;

const fs::path kScenarios = fs::path(HOMEROOM_SOURCE_DIR) / "scenarios";

PolicyFiles placebo(const std::string& name) {
  PolicyFiles policies;
  policies.files = {kScenarios / "policies" / (name + ".toml")};
  return policies;
}

/// A model's levers by class and key, as they are in the years [first, last].
class LeversInForce final : public FieldPasser {
 public:
  LeversInForce(int first, int last) : first_(first), last_(last) {}
  void fields_of(std::string_view name) override { class_ = name; }
  void dated(const Meaning& meaning, Dated& field) override {
    std::string& text = found[class_][std::string(meaning.key)];
    for (int year = first_; year <= last_; ++year) text += std::to_string(field.in(year)) + " ";
  }
  void flag(std::string_view key, std::string_view, bool& field) override {
    found[class_][std::string(key)] = field ? "true" : "false";
  }
  void text(std::string_view key, std::string_view, std::string& field) override {
    found[class_][std::string(key)] = field;
  }
  void choice(std::string_view key, const std::vector<std::string_view>&, std::string_view,
              int& index) override {
    found[class_][std::string(key)] = std::to_string(index);
  }
  std::map<std::string, std::map<std::string, std::string>> found;

 private:
  int first_, last_;
  std::string class_;
};

auto levers_of(SchoolModel model, const Scenario& scenario) {
  LeversInForce levers(scenario.run.first_year, scenario.run.last_year());
  model.describe(levers);
  return levers.found;
}

class ShippedCity : public ::testing::TestWithParam<std::string> {
 protected:
  Scenario under(const std::string& policy) const {
    const Reading reading = read_scenario(kScenarios / (GetParam() + ".toml"), {}, placebo(policy));
    EXPECT_TRUE(reading.scenario) << format_faults(reading.faults);
    EXPECT_TRUE(reading.scenario && reading.scenario->policy);
    return *reading.scenario;
  }
};

TEST_P(ShippedCity, HasNeutralLeversUnderTheFirst) {
  const Scenario city = under("placebo_levers");
  const Law& law = city.policy->law;
  const auto ordinary = levers_of(law.model(law.ordinary), city);
  for (const SchoolModel& model : law.models) {
    const auto levers = levers_of(model, city);
    EXPECT_EQ(levers.at("production"), ordinary.at("production")) << model.key;
    EXPECT_EQ(levers.at("selection"), ordinary.at("selection")) << model.key;
  }
}

TEST_P(ShippedCity, KeepsSelectionAloneUnderTheSecond) {
  const Scenario city = under("placebo_production");
  const Law& law = city.policy->law;
  const auto ordinary = levers_of(law.model(law.ordinary), city);
  bool differs = false;
  for (std::size_t m = 0; m < law.models.size(); ++m) {
    const auto levers = levers_of(law.models[m], city),
               before = levers_of(city.law.models[m], city);
    EXPECT_EQ(levers.at("production"), ordinary.at("production")) << law.models[m].key;
    EXPECT_EQ(levers.at("selection"), before.at("selection")) << law.models[m].key;
    EXPECT_EQ(levers.at("name"), before.at("name")) << law.models[m].key;
    differs = differs || before.at("production") != ordinary.at("production");
  }
  EXPECT_TRUE(differs);  // there was something to take away
}

// Laid over a city they leave the law above the single school, where schools stand, and nature.
TEST_P(ShippedCity, KeepsItsLawUnderTheFirstTwo) {
  for (const char* policy : {"placebo_levers", "placebo_production"}) {
    for (const auto& [key, noted] : under(policy).provenance) {
      EXPECT_NE(key.compare(0, 11, "policy.law."), 0) << policy << ": " << key;
    }
  }
}

TEST_P(ShippedCity, MovesOneLeverUnderTheThird) {
  const Scenario city = under("placebo_growth");
  std::vector<std::string> moved;
  for (const auto& [key, noted] : city.provenance) {
    if (key.compare(0, 7, "policy.") == 0) moved.push_back(key);
  }
  EXPECT_EQ(moved, (std::vector<std::string>{"policy.from_year",
                                             "policy.law.counterfactual.equal_growth"}));
}

INSTANTIATE_TEST_SUITE_P(Placebos, ShippedCity,
                         ::testing::Values("boston", "los_angeles", "memphis", "denver",
                                           "springfield", "indianapolis"),
                         [](const auto& info) { return info.param; });

/// Settings that leave the busy city with schools of ordinary practice alone.
std::vector<std::string> ordinary_schools() {
  const Scenario base = busy_city();
  std::vector<std::string> settings = {"law.authorization.conversions_per_year=0",
                                       "law.authorization.openings_per_year=0",
                                       "law.selections=[]"};
  for (std::size_t i = 0; i < base.place.schools.size(); ++i) {
    settings.push_back("place.schools." + std::to_string(i) +
                       ".model=" + base.law.model(base.law.ordinary).key);
  }
  return settings;
}

// What the first takes away are levers of other models, and nothing else.
TEST(PlaceboLaw, OrdinarySchoolsDifferByNothing) {
  const Scenario base = busy_city(ordinary_schools()),
                 under = busy_city(ordinary_schools(), placebo("placebo_levers"));
  EXPECT_TRUE(under.policy);  // there are models that no school has
  EXPECT_EQ(first_difference(run_records(base), run_records(under)), "");
  EXPECT_NE(first_difference(run_records(busy_city()),
                             run_records(busy_city({}, placebo("placebo_levers")))),
            "");
}

// Employers, guarantees and admissions change in mid-life, and the city stays a city.
TEST(PlaceboLaw, LeavesASoundCity) {
  for (const char* policy : {"placebo_levers", "placebo_production", "placebo_growth"}) {
    const Scenario under = busy_city({}, placebo(policy));
    LivedCity city(under);
    while (city.pass_year()) {
      const Law& law = under.law_in(city.world().year);
      EXPECT_EQ(children_fault(city.before(), city.world()), "") << policy;
      EXPECT_EQ(seating_fault(city.world()), "") << policy;
      EXPECT_EQ(capacity_fault(city.before(), city.world(), law), "") << policy;
      EXPECT_EQ(number_fault(city.world()), "") << policy;
    }
  }
}

/// The children's growth this year: what their stocks gained beyond what was kept of them.
struct Growth {
  int grade;
  float durable, fleeting;
};

std::vector<Growth> growth_of(const LivedCity& city, const LearningParameters& nature, int m) {
  std::vector<Growth> all;
  const Students &now = city.world().students, &before = city.before();
  for (std::size_t row = 0; row < now.size(); ++row) {
    if (before.arrived[row] != now.arrived[row]) continue;
    all.push_back(
        {now.grade[row],
         now.durable[m][row] - static_cast<float>(nature.persistence) * before.durable[m][row],
         now.fleeting[m][row] - static_cast<float>(nature.fading) * before.fleeting[m][row]});
  }
  return all;
}

/// The widest range of growth within a grade [SD].
float widest_range(const std::vector<Growth>& growth) {
  float widest = 0.0f;
  for (int grade = 0; grade < kGrades; ++grade) {
    float low = 9.0f, high = -9.0f;
    for (const Growth& child : growth) {
      if (child.grade != grade) continue;
      const float whole = child.durable + child.fleeting;
      low = std::min(low, whole);
      high = std::max(high, whole);
    }
    widest = std::max(widest, high - low);
  }
  return widest;
}

TEST(PlaceboLaw, UnderTheThirdAllChildrenOfAGradeGrowEqually) {
  const Scenario base = busy_city(), under = busy_city({}, placebo("placebo_growth"));
  LivedCity city(under), other(base);
  while (city.pass_year() && other.pass_year()) {
    for (int m = 0; m < kSubjects; ++m) {
      const float equal = widest_range(growth_of(city, under.nature.learning, m));
      if (city.world().year < under.run.first_year) {
        EXPECT_GT(equal, 0.1f);
      } else {
        EXPECT_LT(equal, 2e-6f) << city.world().year;  // the rounding of stocks
      }
      EXPECT_GT(widest_range(growth_of(other, base.nature.learning, m)), 0.1f);
    }
  }
}

// In its first year nothing differs before the chapter on learning, so the means must agree.
TEST(PlaceboLaw, UnderTheThirdTheCitysMeanOfEachTermStays) {
  const Scenario base = busy_city({"run.policy_years=1"}),
                 under = busy_city({"run.policy_years=1"}, placebo("placebo_growth"));
  LivedCity one(base), other(under);
  while (one.pass_year() && other.pass_year()) {
  }
  const auto mean = [](const World& world, int m, std::size_t term) {
    double sum = 0.0;
    for (const std::uint16_t school : world.students.school) {
      sum += world.results.school[SchoolId{school}].growth[m][term];
    }
    return sum / static_cast<double>(world.students.size());
  };
  for (int m = 0; m < kSubjects; ++m) {
    EXPECT_NEAR(one.world().raw_growth[m], other.world().raw_growth[m], 1e-6);
    for (std::size_t term = 0; term < kTerms; ++term) {
      EXPECT_NEAR(mean(one.world(), m, term), mean(other.world(), m, term), 1e-6)
          << kTermNames[term].word;
    }
  }
}

}  // namespace
}  // namespace homeroom
