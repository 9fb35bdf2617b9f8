// The fields of a claim's tables, as its file has them.
#pragma once

#include <string>
#include <vector>

#include "sim/core/described.hpp"
#include "sim/scenario/claim.hpp"

namespace homeroom {

constexpr double kWidestOfClaims = 1e9;

struct ClaimHead {
  Claim& claim;
  int kind = 0, direction = 0, rule = 7, stated = 0, double_status = 0;
  static const std::vector<std::string_view>& stated_words() {
    static const std::vector<std::string_view> words = {"significant", "implied", "not significant",
                                                        "not said", "not tested"};
    return words;
  }
  static const std::vector<std::string_view>& double_status_words() {
    static const std::vector<std::string_view> words = {"model", "second_model"};
    return words;
  }
  void describe(FieldVisitor& visit) {
    visit.text("id", "number of the claim", claim.id);
    visit.text("says", "the claim in one sentence of ours", claim.says);
    visit.text("source", "section or figure", claim.source);
    visit.choice("kind", claim_kinds(), "of claim", kind);
    visit.text("measure", "what the report looks at", claim.measure);
    visit.text("groups", "who is compared", claim.groups);
    visit.choice("direction", claim_directions(), "of what is stated", direction);
    visit.choice("stated", stated_words(), "significance as stated", stated);
    visit.text("evidence", "what the report rests it on", claim.evidence);
    visit.choice("rule", claim_rules(), "by which it is judged", rule);
    visit.choice("model_of_double_status", double_status_words(),
                 "which of its two models a school counts under", double_status);
    visit.integer({"replicates", "cities", 2, 10000, "lived at first"}, claim.replicates);
    visit.integer({"most_replicates", "cities", 2, 10000, "lived at most"}, claim.most_replicates);
    visit.text("note", "what the test can see and cannot", claim.note);
    visit.text("not_testable", "why nothing answers it", claim.not_testable);
  }
};

struct SmallestEffect {
  double value = 0.0;
  std::string unit, source, status;
  void describe(FieldVisitor& visit) {
    visit.number({"value", "as unit", 0.0, kWidestOfClaims, "smallest effect of interest"}, value);
    visit.text("unit", "of the value", unit);
    visit.text("source", "why this one", source);
    visit.text("status", "measured, calibrated or assumed", status);
  }
};

struct ClaimTestFields {
  ClaimTest& test;
  int direction = 0;
  void describe(FieldVisitor& visit) {
    visit.text("outcome", "of the sweep", test.outcome);
    visit.text("compare", "policy, or a factor's name", test.compare);
    visit.text("from", "level", test.from);
    visit.text("to", "level", test.to);
    visit.choice("direction", claim_directions(), "of to against from", direction);
    visit.flag("hazard", "the outcome is a share that survives", test.hazard);
    visit.text("cut", "factor whose second level cuts the path", test.cut);
    visit.number({"share", "share", 0.0, 1.0, "of the effect that must disappear with the path"},
                 test.share);
    visit.number_if_known({"smallest_effect", "as the outcome", 0.0, kWidestOfClaims,
                           "of interest; left out: the claim's"},
                          test.smallest_effect);
    visit.text("with", "second factor of an interaction", test.with);
    visit.text("from_with", "its level", test.from_with);
    visit.text("to_with", "its level", test.to_with);
  }
};

struct ClaimAssumptionFields {
  ClaimAssumption& assumption;
  void describe(FieldVisitor& visit) {
    visit.text("key", "assumed coefficient on the claim's path", assumption.key);
    visit.number(
        {"neutral", "as the key", -kWidestOfClaims, kWidestOfClaims, "where it does nothing"},
        assumption.neutral);
  }
};

struct ClaimInputFields {
  ClaimInput& input;
  void describe(FieldVisitor& visit) {
    visit.text("outcome", "of a run", input.outcome);
    visit.text("key", "of the scenario", input.key);
    visit.number({"low", "as what is looked at", -kWidestOfClaims, kWidestOfClaims, "lowest"},
                 input.low);
    visit.number({"high", "as what is looked at", -kWidestOfClaims, kWidestOfClaims, "highest"},
                 input.high);
  }
};

}  // namespace homeroom
