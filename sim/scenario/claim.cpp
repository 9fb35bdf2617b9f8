#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/claim_fields.hpp"
#include "sim/scenario/claim_study.hpp"
#include "sim/scenario/claim_tests.hpp"
#include "sim/scenario/declared.hpp"
#include "sim/scenario/field_reader.hpp"
#include "sim/scenario/node_lists.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/sweep_key.hpp"
#include "sim/scenario/toml_file.hpp"

namespace homeroom {
namespace {

const std::vector<std::string> kTables = {"also",      "cities", "smallest_effect", "published",
                                          "contrasts", "sweep",  "tests",           "assumptions",
                                          "input",     "require"};

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
    claim_.any_test = any_test_in(root_.find("require"), faults_);
    claim_.tests = read_claim_tests(root_.find("tests"), claim_.sweep, faults_);
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
    reader.refuse_unknown_keys();
    refuse_missing_keys(root_, "",
                        {"id", "says", "source", "kind", "measure", "groups", "direction", "stated",
                         "evidence", "rule"},
                        faults_);
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
    refuse_missing_keys(table, prefix, needed, faults_);
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
