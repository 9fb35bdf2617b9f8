// A claim of the report as data: what it says, how it is judged, and on what. All of it is written
// down before anything is run.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/sweep_design.hpp"

namespace homeroom {

enum class ClaimKind { Outcome, Mechanism, Choice, Accountability, Sustainability, Description };
const std::vector<std::string_view>& claim_kinds();

/// How a verdict comes about (docs/claims.md); None: nothing in the model answers it.
enum class ClaimRule { Published, Paired, Dose, Survival, Input, Mediation, Inference, None };
/// V1 to V7 and none, in that order.
const std::vector<std::string_view>& claim_rules();

/// What the claim states of its groups.
enum class ClaimDirection { Higher, Lower, Alike, Ordered, Interaction, Share };
const std::vector<std::string_view>& claim_directions();

/// Two groups of school models of one city, as a study compares them.
struct ClaimContrast {
  std::vector<std::string> of, against;  ///< keys of models
  ClaimDirection direction = ClaimDirection::Higher;
  Spot at;
};

/// What a study of a city would have estimated: rules V1 and V7.
struct ClaimStudy {
  std::string outcome;                ///< proficiency, growth, index5, or a column of schools
  std::string beside;                 ///< a second outcome that is audited beside it; or empty
  std::vector<std::string> subjects;  ///< math, ela
  std::vector<int> years;             ///< school years, pooled
  std::vector<std::string> controls;
  bool prior_score_beside = false;  ///< told once more with schools' prior scores held
  int needed = 0;                   ///< contrasts that must come out as stated; 0: all
  std::vector<ClaimContrast> contrasts;
};

/// One comparison within a claim's sweep: rules V2, V3, V4 and V6.
struct ClaimTest {
  std::string outcome;
  std::string compare;   ///< "policy", or a factor's name
  std::string from, to;  ///< levels; empty: all, as a dose
  ClaimDirection direction = ClaimDirection::Higher;
  bool hazard = false;                    ///< the outcome is a share that survives
  std::string cut;                        ///< factor whose second level cuts the path; empty: none
  double share = 0.0;                     ///< of the effect that must disappear with the path
  std::optional<double> smallest_effect;  ///< none: the claim's
  std::string with;                       ///< factor of an interaction; empty: none
  std::string from_with, to_with;
  Spot at;
};

/// An assumed coefficient on the claim's path, and the value at which it does nothing.
struct ClaimAssumption {
  std::string key;
  double neutral = 0.0;
  Spot at;
};

/// What is true by construction: rule V5.
struct ClaimInput {
  std::string outcome, key;  ///< one of the two
  double low = 0.0, high = 0.0;
};

struct Claim {
  std::string id, says, source, measure, groups, stated, evidence, note, not_testable;
  std::string model_of_double_status;
  ClaimKind kind = ClaimKind::Outcome;
  ClaimRule rule = ClaimRule::None;
  ClaimDirection direction = ClaimDirection::Higher;
  std::vector<ClaimRule> also;
  std::vector<std::string> cities;
  int replicates = 40, most_replicates = 200;
  std::optional<double> smallest_effect;
  std::string unit;  ///< of the smallest effect
  std::optional<ClaimStudy> study;
  std::optional<SweepDesign> sweep;
  bool any_test = false;  ///< one of the tests is enough
  std::vector<ClaimTest> tests;
  std::vector<ClaimAssumption> assumptions;
  std::optional<ClaimInput> input;
  std::filesystem::path file;
};

struct ClaimReading {
  Claim claim;
  std::vector<Fault> faults;
};

/// Reads one claim; what it says counts only where there is no fault. Looked at is what the file
/// tells by itself: what scenarios say of it is looked at when they are read.
ClaimReading read_claim(const std::filesystem::path& file);

}  // namespace homeroom
