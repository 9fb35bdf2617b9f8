// An audit of a model's effect over replicates: estimates and truth side by side.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/truth/effect_estimates.hpp"
#include "analysis/truth/effect_split.hpp"
#include "analysis/truth/effect_truth.hpp"

namespace homeroom::truth {

struct EffectReplicate {
  std::uint32_t number = 0;
  std::vector<EffectEstimate> estimates;  ///< in the order of `Method`
  EffectTruth truth;
  std::optional<EffectSplit> split;  ///< nothing where the report's regression finds no model
};
EffectReplicate audit_replicate(std::uint32_t number, const EffectQuestion& question,
                                const EffectLives& lives);

struct EffectAudit {
  std::string scenario, model, reference;  ///< keys
  int year = 0;
  std::vector<EffectReplicate> replicates;

  bool any_school() const;
};

/// A mean over replicates; NaN is missing.
struct OverReplicates {
  int count = 0;
  double mean = 0, error = 0, low = 0, high = 0;  ///< 95 % interval of the mean, Student's t
  double spread = 0;                              ///< SD over replicates
};
OverReplicates over_replicates(const std::vector<double>& values);

/// One method's estimates beside the truth that they are of. The gap counts replicates that have
/// both.
struct MethodSummary {
  OverReplicates estimate, truth, gap;
  double own_error = 0;  ///< mean of the standard errors that the method itself tells
  double holds = 0;      ///< share of replicates whose 95 % interval holds their truth
  std::string why_not;   ///< why a replicate has none; the first of them
};
MethodSummary summary_of(const EffectAudit& audit, Method method);
OverReplicates summary_of(const EffectAudit& audit, Estimand estimand);
OverReplicates summary_of(const EffectAudit& audit, Part part);

}  // namespace homeroom::truth
