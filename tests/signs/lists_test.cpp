// The lists themselves: every row can be run, and no parameter or lever is without one.
#include <fmt/format.h>
#include <set>

#include "sim/scenario/declared.hpp"
#include "tests/signs/outcomes.hpp"
#include "tests/signs/sign.hpp"

namespace homeroom::signs {
namespace {

/// Parameters and levers: what a row is owed for. A place's data are a city's, not a lever.
bool is_owed(const Declared& field) {
  const auto begins = [&](std::string_view with) {
    return field.key.compare(0, with.size(), with) == 0;
  };
  const bool named = field.key == "models.KEY.label" || field.key == "law.ordinary";
  return (begins("nature.") || begins("law.") || begins("models.")) && !named;
}

bool is_outcome(const std::string& name) { return name.empty() || find_outcome(name) != nullptr; }

TEST(SignLists, EveryRowNamesWhatThereIs) {
  for (const Sign& sign : signs()) {
    SCOPED_TRACE(sign.place());
    EXPECT_NE(find_declared(sign.cause), nullptr) << "unknown cause " << sign.cause;
    EXPECT_TRUE(is_outcome(sign.question.outcome)) << "unknown outcome " << sign.question.outcome;
    EXPECT_TRUE(is_outcome(sign.question.by)) << "unknown outcome " << sign.question.by;
    EXPECT_TRUE(is_outcome(sign.question.where)) << "unknown outcome " << sign.question.where;
    const bool paired = sign.question.statistic == Statistic::Slope ||
                        sign.question.statistic == Statistic::Correlation;
    EXPECT_EQ(paired, !sign.question.by.empty()) << "slopes and correlations name `by`, others not";
    EXPECT_GT(sign.at_least, 0.0);
    EXPECT_GE(sign.replicates, 1);
    EXPECT_FALSE(sign.from && *sign.from == sign.to) << "the cause is not turned";
    if (!sign.through) continue;
    EXPECT_NE(find_declared(sign.through->key), nullptr) << "unknown " << sign.through->key;
    EXPECT_NE(sign.through->key, sign.cause) << "a cause carries itself";
  }
}

TEST(SignLists, EveryOutcomeIsNamedOnce) {
  std::set<std::string> names;
  for (const Outcome& outcome : outcomes()) {
    EXPECT_TRUE(names.insert(outcome.name).second) << outcome.name;
    EXPECT_FALSE(outcome.unit.empty() || outcome.meaning.empty()) << outcome.name;
  }
}

TEST(SignLists, EveryParameterAndLeverHasARowOrAReason) {
  std::set<std::string> turned, excused;
  for (const Sign& sign : signs()) {
    turned.insert(declared_key(sign.cause));
    if (sign.through) turned.insert(declared_key(sign.through->key));
  }
  for (const Excuse& one : not_used()) {
    EXPECT_NE(find_declared(one.key), nullptr) << "not_used.toml:" << one.line << ": " << one.key;
    EXPECT_EQ(turned.count(one.key), 0u) << one.key << " has a row; not_used.toml needs none";
    EXPECT_TRUE(excused.insert(one.key).second) << one.key << " stands twice";
  }
  std::string missing;
  for (const Declared& field : declared_fields()) {
    const bool found = turned.count(field.key) + excused.count(field.key) > 0;
    if (is_owed(field) && !found) missing += "  " + field.key + "\n";
  }
  EXPECT_TRUE(missing.empty()) << "without a sign, and not in not_used.toml:\n" << missing;
}

/// Levers that a row turns whose effect another key carries.
std::set<std::string> carried_levers() {
  std::set<std::string> carried;
  for (const Sign& sign : signs()) {
    if (sign.through) carried.insert(declared_key(sign.cause));
  }
  return carried;
}

// A parameter of nature is its own coefficient; a lever acts through one, or through another lever.
TEST(SignLists, EveryLeverHasACarrier) {
  const std::set<std::string> carried = carried_levers();
  std::set<std::string> missing;
  for (const Sign& sign : signs()) {
    const Declared* field = find_declared(sign.cause);
    if (field == nullptr || !is_owed(*field) || field->key.compare(0, 7, "nature.") == 0) continue;
    if (carried.count(field->key) == 0) missing.insert(field->key);
  }
  EXPECT_TRUE(missing.empty()) << "no row names a carrier of " << ::testing::PrintToString(missing);
}

}  // namespace
}  // namespace homeroom::signs
