#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/claim_fields.hpp"
#include "sim/scenario/claim_study.hpp"
#include "sim/scenario/declared.hpp"
#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/node_lists.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/sweep_key.hpp"
#include "sim/scenario/toml_file.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {
namespace {

const std::vector<std::string> kTables = {"also",      "cities", "smallest_effect", "published",
                                          "contrasts", "sweep",  "tests",           "assumptions",
                                          "input",     "require"};

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

class ClaimReader {
 public:
  ClaimReader(const Node& root, const std::filesystem::path& file, Faults& faults)
      : root_(root), faults_(faults) {
    claim_.file = file;
  }

  Claim read() {
    read_head();
    read_smallest_effect();
    if (const Node* study = root_.find("published")) {
      claim_.study = read_claim_study(*study, root_.find("contrasts"), faults_);
    }
    read_sweep();
    read_tests();
    read_assumptions();
    read_input();
    check_rule();
    return std::move(claim_);
  }

 private:
  void read_head() {
    ClaimHead head{claim_};
    Node scalars = root_;
    for (const std::string& table : kTables) scalars.members.erase(table);
    FieldReader reader(scalars, "", Demand::Optional, faults_, unused_);
    head.describe(reader);
    refuse_unknown_scalars(scalars);
    for (const char* needed : {"id", "says", "source", "kind", "measure", "groups", "direction",
                               "stated", "evidence", "rule"}) {
      if (!root_.find(needed)) faults_.add(root_.at, needed, "is missing");
    }
    claim_.kind = static_cast<ClaimKind>(head.kind);
    claim_.rule = static_cast<ClaimRule>(head.rule);
    claim_.direction = static_cast<ClaimDirection>(head.direction);
    claim_.stated = ClaimHead::stated_words()[static_cast<std::size_t>(head.stated)];
    claim_.model_of_double_status =
        ClaimHead::double_status_words()[static_cast<std::size_t>(head.double_status)];
    claim_.cities = strings_of(root_.find("cities"), "cities", faults_);
    for (const std::string& word : strings_of(root_.find("also"), "also", faults_)) {
      claim_.also.push_back(rule_of(word));
    }
    if (claim_.most_replicates < claim_.replicates) {
      faults_.add(root_.at, "most_replicates", "is below replicates");
    }
    if (claim_.id != claim_.file.stem().string()) {
      faults_.add(root_.at, "id", fmt::format("\"{}\" is not the file's name", claim_.id),
                  claim_.file.stem().string());
    }
  }

  void refuse_unknown_scalars(const Node& scalars) {
    std::vector<std::string> known = {"id",
                                      "says",
                                      "source",
                                      "kind",
                                      "measure",
                                      "groups",
                                      "direction",
                                      "stated",
                                      "evidence",
                                      "rule",
                                      "note",
                                      "not_testable",
                                      "replicates",
                                      "most_replicates",
                                      "model_of_double_status"};
    refuse_unknown_keys(scalars, "", known, faults_);
  }

  ClaimRule rule_of(const std::string& word) {
    const auto& words = claim_rules();
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) {
      faults_.add(root_.find("also")->at, "also", fmt::format("\"{}\" is no rule", word),
                  "V1 to V7");
      return ClaimRule::None;
    }
    return static_cast<ClaimRule>(found - words.begin());
  }

  template <class Fields>
  void read_table(const Node& table, const std::string& prefix, Fields& fields,
                  const std::vector<std::string>& needed) {
    FieldReader reader(table, prefix, Demand::Optional, faults_, unused_);
    fields.describe(reader);
    reader.refuse_unknown_keys();
    for (const std::string& key : needed) {
      if (!table.find(key)) faults_.add(table.at, prefix + "." + key, "is missing");
    }
  }

  void read_smallest_effect() {
    const Node* table = root_.find("smallest_effect");
    if (!table) return;
    SmallestEffect effect;
    read_table(*table, "smallest_effect", effect, {"value", "unit", "source", "status"});
    claim_.smallest_effect = effect.value;
    claim_.unit = effect.unit;
  }

  void read_sweep() {
    const Node* table = root_.find("sweep");
    if (!table) return;
    claim_.sweep = sweep_design_in(*table, claim_.id, claim_.file, faults_);
  }

  void read_tests() {
    if (const Node* require = root_.find("require")) {
      claim_.any_test = require->text == "any";
      if (!require->is(Node::Kind::String) || (require->text != "any" && require->text != "all")) {
        faults_.add(require->at, "require", "says nothing of tests", "\"all\" or \"any\"");
      }
    }
    for_each_table(root_.find("tests"), "tests", faults_,
                   [&](const Node& table, const std::string& prefix) {
                     ClaimTest test;
                     ClaimTestFields fields{test};
                     read_table(with_levels_as_texts(table), prefix, fields,
                                {"outcome", "compare", "direction"});
                     test.direction = static_cast<ClaimDirection>(fields.direction);
                     test.at = table.at;
                     check_test(test, prefix);
                     claim_.tests.push_back(std::move(test));
                   });
  }

  /// Outcomes, factors and levels are the sweep's own.
  void check_test(const ClaimTest& test, const std::string& prefix) {
    if (!claim_.sweep) {
      faults_.add(test.at, prefix, "belongs to a [sweep], and there is none");
      return;
    }
    const auto& outcomes = claim_.sweep->outcomes;
    if (std::find(outcomes.begin(), outcomes.end(), test.outcome) == outcomes.end()) {
      faults_.add(test.at, prefix + ".outcome",
                  fmt::format("the sweep has no \"{}\"", test.outcome), listed(outcomes),
                  nearest_of(test.outcome, outcomes));
    }
    check_levels(test, prefix, "compare", test.compare, {test.from, test.to});
    if (!test.cut.empty()) check_levels(test, prefix, "cut", test.cut, {});
    if (!test.with.empty()) {
      check_levels(test, prefix, "with", test.with, {test.from_with, test.to_with});
    }
    if (!test.from.empty() && test.from == test.to) {
      faults_.add(test.at, prefix + ".to", "is the level that it is compared with");
    }
    if (test.from.empty() != test.to.empty()) {
      faults_.add(test.at, prefix, "has one of from and to", "both, or none of a dose");
    }
  }

  void check_levels(const ClaimTest& test, const std::string& prefix, const std::string& key,
                    const std::string& name, const std::vector<std::string>& levels) {
    std::vector<std::string> known, names = {"policy"};
    bool found = name == "policy";
    if (found) known = claim_.sweep->policies;
    for (const SweepFactor& factor : claim_.sweep->factors) {
      names.push_back(factor.name);
      if (factor.name != name) continue;
      found = true;
      known = factor.levels;
    }
    if (!found) {
      faults_.add(test.at, prefix + "." + key, fmt::format("the sweep has no factor \"{}\"", name),
                  listed(names), nearest_of(name, names));
      return;
    }
    for (const std::string& level : levels) {
      if (level.empty() || std::find(known.begin(), known.end(), level) != known.end()) continue;
      faults_.add(test.at, prefix + "." + key, fmt::format("{} has no level \"{}\"", name, level),
                  listed(known));
    }
  }

  void read_assumptions() {
    for_each_table(root_.find("assumptions"), "assumptions", faults_,
                   [&](const Node& table, const std::string& prefix) {
                     ClaimAssumption assumption;
                     ClaimAssumptionFields fields{assumption};
                     read_table(table, prefix, fields, {"key", "neutral"});
                     assumption.at = table.at;
                     check_assumption(assumption, prefix);
                     claim_.assumptions.push_back(std::move(assumption));
                   });
  }

  void check_assumption(const ClaimAssumption& assumption, const std::string& prefix) {
    const Declared* declared = find_declared(assumption.key);
    if (!declared) {
      faults_.add(assumption.at, prefix + ".key", fmt::format("\"{}\" is no key", assumption.key),
                  {}, near_sweep_key(assumption.key));
      return;
    }
    const bool within = assumption.neutral >= declared->low && assumption.neutral <= declared->high;
    if (within) return;
    faults_.add(assumption.at, prefix + ".neutral",
                fmt::format("{} is out of range", assumption.neutral), allowed_text(*declared));
  }

  void read_input() {
    const Node* table = root_.find("input");
    if (!table) return;
    ClaimInput input;
    ClaimInputFields fields{input};
    read_table(*table, "input", fields, {"low", "high"});
    if (input.outcome.empty() == input.key.empty()) {
      faults_.add(table->at, "input", "wants one of outcome and key");
    }
    if (!input.key.empty()) check_input_key(input.key, *table);
    if (input.low > input.high) faults_.add(table->at, "input.low", "lies above high");
    claim_.input = input;
  }

  void check_input_key(const std::string& key, const Node& table) {
    const Declared* declared = find_declared(key);
    if (!declared) {
      faults_.add(table.at, "input.key", fmt::format("\"{}\" is no key", key), {},
                  near_sweep_key(key));
      return;
    }
    if (!is_one_number(*declared)) {
      faults_.add(table.at, "input.key", fmt::format("{} is no number", key));
    }
  }

  /// What a rule needs to be judged by.
  void check_rule() {
    const auto needs = [&](bool there, const char* table) {
      if (there) return;
      faults_.add(root_.at, table,
                  fmt::format("is missing, and rule {} is judged by it",
                              claim_rules()[static_cast<std::size_t>(claim_.rule)]));
    };
    switch (claim_.rule) {
      case ClaimRule::Published:
      case ClaimRule::Inference:
        needs(claim_.study.has_value(), "published");
        break;
      case ClaimRule::Paired:
      case ClaimRule::Dose:
      case ClaimRule::Survival:
      case ClaimRule::Mediation:
        needs(claim_.sweep.has_value(), "sweep");
        needs(!claim_.tests.empty(), "tests");
        break;
      case ClaimRule::Input:
        needs(claim_.input.has_value(), "input");
        break;
      case ClaimRule::None:
        needs(!claim_.not_testable.empty(), "not_testable");
        break;
    }
    if (claim_.rule != ClaimRule::None) needs(!claim_.cities.empty(), "cities");
  }

  const Node& root_;
  Faults& faults_;
  Provenance unused_;
  Claim claim_;
};

}  // namespace

ClaimReading read_claim(const std::filesystem::path& file) {
  ClaimReading reading;
  Faults faults;
  if (const std::optional<Node> root = read_toml_file(file, faults)) {
    reading.claim = ClaimReader(*root, file, faults).read();
  }
  reading.claim.file = file;
  reading.faults = faults.sorted();
  return reading;
}

}  // namespace homeroom
