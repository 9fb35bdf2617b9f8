#include "sim/scenario/claim_tests.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/claim_fields.hpp"
#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/node_lists.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {
namespace {

/// Levels are compared as a design's values are: as they stand after KEY=.
Node with_levels_as_texts(Node table) {
  for (const char* key : {"from", "to", "from_with", "to_with"}) {
    const auto found = table.members.find(key);
    if (found == table.members.end()) continue;
    const Node& level = found->second;
    const bool plain = level.is_number() || level.is(Node::Kind::Boolean);
    if (plain) found->second = string_node(toml_literal(level), level.at);
  }
  return table;
}

/// A test of a sweep, and what is wrong with it.
class TestCheck {
 public:
  TestCheck(const ClaimTest& test, const std::string& prefix, const SweepDesign& sweep,
            Faults& faults)
      : test_(test), prefix_(prefix), sweep_(sweep), faults_(faults) {}

  void check() {
    const auto& outcomes = sweep_.outcomes;
    if (std::find(outcomes.begin(), outcomes.end(), test_.outcome) == outcomes.end()) {
      faults_.add(test_.at, prefix_ + ".outcome",
                  fmt::format("the sweep has no \"{}\"", test_.outcome), listed(outcomes),
                  nearest_of(test_.outcome, outcomes));
    }
    check_levels("compare", test_.compare, {test_.from, test_.to});
    if (!test_.cut.empty()) check_levels("cut", test_.cut, {});
    if (!test_.with.empty()) check_levels("with", test_.with, {test_.from_with, test_.to_with});
    if (!test_.from.empty() && test_.from == test_.to) {
      faults_.add(test_.at, prefix_ + ".to", "is the level that it is compared with");
    }
    if (test_.from.empty() != test_.to.empty()) {
      faults_.add(test_.at, prefix_, "has one of from and to", "both, or none of a dose");
    }
  }

 private:
  void check_levels(const std::string& key, const std::string& name,
                    const std::vector<std::string>& levels) {
    std::vector<std::string> known, names = {"policy"};
    bool found = name == "policy";
    if (found) known = sweep_.policies;
    for (const SweepFactor& factor : sweep_.factors) {
      names.push_back(factor.name);
      if (factor.name != name) continue;
      found = true;
      known = factor.levels;
    }
    if (!found) {
      faults_.add(test_.at, prefix_ + "." + key,
                  fmt::format("the sweep has no factor \"{}\"", name), listed(names),
                  nearest_of(name, names));
      return;
    }
    for (const std::string& level : levels) {
      if (level.empty() || std::find(known.begin(), known.end(), level) != known.end()) continue;
      faults_.add(test_.at, prefix_ + "." + key, fmt::format("{} has no level \"{}\"", name, level),
                  listed(known));
    }
  }

  const ClaimTest& test_;
  const std::string& prefix_;
  const SweepDesign& sweep_;
  Faults& faults_;
};

ClaimTest test_in(const Node& written, const std::string& prefix, Faults& faults) {
  const Node table = with_levels_as_texts(written);
  ClaimTest test;
  ClaimTestFields fields{test};
  Provenance unused;
  FieldReader reader(table, prefix, Demand::Optional, faults, unused);
  fields.describe(reader);
  reader.refuse_unknown_keys();
  refuse_missing_keys(table, prefix, {"outcome", "compare", "direction"}, faults);
  test.direction = static_cast<ClaimDirection>(fields.direction);
  test.at = written.at;
  return test;
}

}  // namespace

bool any_test_in(const Node* require, Faults& faults) {
  if (!require) return false;
  if (!require->is(Node::Kind::String) || (require->text != "any" && require->text != "all")) {
    faults.add(require->at, "require", "says nothing of tests", "\"all\" or \"any\"");
  }
  return require->text == "any";
}

std::vector<ClaimTest> read_claim_tests(const Node* list, const std::optional<SweepDesign>& sweep,
                                        Faults& faults) {
  std::vector<ClaimTest> tests;
  for_each_table(list, "tests", faults, [&](const Node& table, const std::string& prefix) {
    tests.push_back(test_in(table, prefix, faults));
    if (sweep) {
      TestCheck(tests.back(), prefix, *sweep, faults).check();
    } else {
      faults.add(table.at, prefix, "belongs to a [sweep], and there is none");
    }
  });
  return tests;
}

}  // namespace homeroom
