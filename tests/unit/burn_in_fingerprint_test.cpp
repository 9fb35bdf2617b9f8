// What a burnt-in city hangs on changes its fingerprint, and nothing else does.
#include "sim/run/burn_in_fingerprint.hpp"

#include <gtest/gtest.h>

#include <set>

#include "sim/core/field_passer.hpp"
#include "sim/scenario/sections.hpp"

namespace homeroom {
namespace {

Scenario small_city() {
  static const Scenario scenario = [] {
    Scenario read = *read_scenario(HOMEROOM_SOURCE_DIR "/scenarios/small_elected.toml").scenario;
    read.provenance.clear();  // large, and not what is lived
    return read;
  }();
  return scenario;
}

std::string fingerprint_of(const Scenario& scenario, const std::string& program = "program",
                           std::uint32_t replicate = 1, int district = 0) {
  return BurnInFingerprints(scenario, program).of(replicate, district);
}

/// Changes the field with this number among all that it is shown, levers from `since` on.
class ChangeOne final : public FieldVisitor {
 public:
  ChangeOne(int which, int since) : which_(which), since_(since) {}
  void number(const Meaning& of, double& field) override {
    if (mine(of.key)) field += 0.125;
  }
  void number_if_known(const Meaning& of, std::optional<double>& field) override {
    if (mine(of.key)) field = field.value_or(0.0) + 0.125;
  }
  void integer(const Meaning& of, int& field) override { field += mine(of.key); }
  void dated(const Meaning& of, Dated& field) override {
    if (mine(of.key)) field.set(since_, field.in(since_) + 0.125);
    dated_now = dated_now || is_;
  }
  void numbers(const Meaning& of, std::vector<double>& field) override {
    if (mine(of.key)) field.push_back(0.125);
  }
  void flag(std::string_view key, std::string_view, bool& field) override {
    if (mine(key)) field = !field;
  }
  void text(std::string_view key, std::string_view, std::string& field) override {
    if (mine(key)) field += "x";
  }
  void choice(std::string_view key, const std::vector<std::string_view>&, std::string_view,
              int& field) override {
    field += mine(key);
  }
  std::string changed;
  bool dated_now = false;

 private:
  bool mine(std::string_view key) {
    is_ = seen_++ == which_;
    if (is_) changed = key;
    return is_;
  }
  int which_, since_, seen_ = 0;
  bool is_ = false;
};

/// The scenario with the field of this number changed, and which that was; nothing beyond the last.
struct Changed {
  Scenario scenario;
  std::string key;
  bool dated = false;
};
Changed changed_in(const Scenario& scenario, int which, int since) {
  Changed changed{scenario, "", false};
  ChangeOne change(which, since);
  scenario_sections(changed.scenario, [&](const std::string& part, auto& described) {
    const bool before = change.changed.empty();
    described.describe(change);
    if (before && !change.changed.empty()) changed.key = part + "." + change.changed;
  });
  changed.dated = change.dated_now;
  return changed;
}

TEST(BurnInFingerprint, EveryFieldOfTheScenarioChangesIt) {
  const Scenario scenario = small_city();
  const std::string usual = fingerprint_of(scenario);
  const std::set<std::string> free = {"run.replicates", "run.policy_years"};
  std::set<std::string> seen = {usual};
  int fields = 0, levers = 0;
  for (;; ++fields) {
    const Changed before = changed_in(scenario, fields, scenario.run.first_year - 1);
    if (before.key.empty()) break;
    const std::string now = fingerprint_of(before.scenario);
    if (free.count(before.key) > 0) {
      EXPECT_EQ(now, usual) << before.key;
    } else {
      EXPECT_TRUE(seen.insert(now).second) << before.key;
    }
    if (!before.dated) continue;
    ++levers;
    const Changed later = changed_in(scenario, fields, scenario.run.first_year);
    EXPECT_EQ(fingerprint_of(later.scenario), usual) << later.key;
  }
  EXPECT_GT(fields, 400);
  EXPECT_GT(levers, 100);
}

TEST(BurnInFingerprint, AStepThatChangesNothingIsNone) {
  const Scenario scenario = small_city();
  Scenario other = scenario;
  Dated& lever = other.law.budget.base_per_student;
  lever.set(2005, lever.in(2005));
  EXPECT_EQ(fingerprint_of(other), fingerprint_of(scenario));
  lever.set(2005, lever.in(2005) + 1);
  EXPECT_NE(fingerprint_of(other), fingerprint_of(scenario));
  // Schools that took their model long ago have asked what was in force then.
  Scenario not_always = scenario;
  not_always.law.budget.base_per_student.clear();
  not_always.law.budget.base_per_student.set(1900, scenario.law.budget.base_per_student.in(2005));
  EXPECT_NE(fingerprint_of(not_always), fingerprint_of(scenario));
}

TEST(BurnInFingerprint, ProgramReplicateAndDistrictChangeIt) {
  const Scenario scenario = small_city();
  EXPECT_EQ(fingerprint_of(scenario), fingerprint_of(small_city()));
  EXPECT_EQ(std::set<std::string>({fingerprint_of(scenario), fingerprint_of(scenario, "another"),
                                   fingerprint_of(scenario, "program", 2),
                                   fingerprint_of(scenario, "program", 1, 2)})
                .size(),
            4u);
}

TEST(BurnInFingerprint, TheScenarioThatSetsTheZeroChangesIt) {
  Scenario anchored = small_city();
  const std::string alone = fingerprint_of(anchored);
  anchored.anchor_base = std::make_shared<const Scenario>(small_city());
  const std::string by_itself = fingerprint_of(anchored);
  Scenario base = small_city();
  base.nature.learning.cohort_shock += 0.01;
  anchored.anchor_base = std::make_shared<const Scenario>(base);
  EXPECT_EQ(std::set<std::string>({alone, by_itself, fingerprint_of(anchored)}).size(), 3u);
}

TEST(BurnInFingerprint, PoliciesSelectionsToComeAndNamesDoNot) {
  const Scenario scenario = small_city();
  Scenario other = scenario;
  other.name = "another";
  other.description = "of another kind";
  Policy policy{{"more"}, other.run.first_year, other.law};
  policy.law.authorization.conversions_per_year = 2.0;
  other.policy = std::make_shared<const Policy>(policy);
  Selection selection;
  selection.model = other.law.models.front().key;
  selection.year = other.run.first_year;
  other.law.selections.push_back(selection);
  EXPECT_EQ(fingerprint_of(other), fingerprint_of(scenario));
  other.law.selections.back().year = other.run.first_year - 1;
  EXPECT_NE(fingerprint_of(other), fingerprint_of(scenario));
}

}  // namespace
}  // namespace homeroom
