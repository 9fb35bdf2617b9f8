#include "analysis/sensitivity/findings.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/sensitivity/factorial.hpp"
#include "analysis/sensitivity/finding_remarks.hpp"
#include "analysis/sensitivity/latin_hypercube.hpp"
#include "analysis/sensitivity/morris.hpp"
#include "analysis/sensitivity/sobol_pick_freeze.hpp"
#include "analysis/sensitivity/sobol_points.hpp"

namespace homeroom::sensitivity {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Mean and standard deviation over the points that have an outcome.
void describe(const DesignOutcome& outcome, Findings& found) {
  double sum = 0, squares = 0, count = 0;
  for (const double value : outcome.values()) {
    if (std::isnan(value)) continue;
    sum += value;
    ++count;
  }
  found.mean = sum / count;
  for (const double value : outcome.values()) {
    if (!std::isnan(value)) squares += (value - found.mean) * (value - found.mean);
  }
  found.deviation = std::sqrt(squares / (count - 1.0));
}

void add(Findings& found, const DesignOutcome& outcome, std::vector<Finding> findings) {
  found.factors.push_back({outcome.design().factors[found.factors.size()], std::move(findings)});
}

Findings indices_of(const SobolPickFreeze& design, const DesignOutcome& outcome,
                    const Asked& asked) {
  const SobolIndices indices = design.indices(outcome, asked);
  Findings found;
  found.measures = {"first_order", "total"};
  found.parts = indices.base_points;
  found.left_out = indices.left_out;
  found.parts_are = "base points";
  for (const FactorIndices& of : indices.factors) add(found, outcome, {{of.first}, {of.total}});
  if (indices.variance > 0) remark_on_idle(found);
  remark_on_nothing(found, 0);
  remark_on_order(found, 1);
  remark_on_sum(found, indices.first_together);
  return found;
}

Findings shares_of(const Factorial& design, const DesignOutcome& outcome) {
  const FactorialShares shares = design.shares(outcome);
  Findings found;
  found.measures = {"first_order", "total"};
  found.parts = design.points();
  found.parts_are = "points";
  for (const FactorShares& of : shares.factors) {
    add(found, outcome, {{{of.first, kNone, kNone}}, {{of.total, kNone, kNone}}});
  }
  if (shares.variance > 0) remark_on_idle(found);
  remark_on_sum(found, {shares.first_together, kNone, kNone});
  return found;
}

Findings effects_of(const Morris& design, const DesignOutcome& outcome, const Asked& asked) {
  const ElementaryEffects effects = design.effects(outcome, asked);
  Findings found;
  found.measures = {"mu", "mu_star", "sigma"};
  found.parts = effects.trajectories;
  found.left_out = effects.left_out;
  found.parts_are = "trajectories";
  for (const FactorEffects& of : effects.factors) {
    add(found, outcome, {{of.mean}, {of.mean_absolute}, {of.spread}});
  }
  remark_on_idle(found);
  remark_on_nothing(found, 1);
  remark_on_order(found, 1);
  remark_on_signs(found);
  return found;
}

Findings ranks_of(const PartialRanks& ranks, const DesignOutcome& outcome, const Asked& asked) {
  Findings found;
  found.measures = {"prcc"};
  found.parts = ranks.points;
  found.left_out = ranks.left_out;
  found.parts_are = "points";
  for (const estimators::PartialRank& of : ranks.factors) {
    add(found, outcome, {{{of.correlation, of.low, of.high}, of.p}});
  }
  remark_on_ranks(found, asked.level);
  return found;
}

Findings of_design(const Sampler& sampler, const DesignOutcome& outcome, const Asked& asked) {
  if (const auto* design = dynamic_cast<const SobolPickFreeze*>(&sampler)) {
    return indices_of(*design, outcome, asked);
  }
  if (const auto* design = dynamic_cast<const Morris*>(&sampler)) {
    return effects_of(*design, outcome, asked);
  }
  if (const auto* design = dynamic_cast<const Factorial*>(&sampler)) {
    return shares_of(*design, outcome);
  }
  if (const auto* design = dynamic_cast<const LatinHypercube*>(&sampler)) {
    return ranks_of(design->partial_ranks(outcome, asked), outcome, asked);
  }
  const auto& design = dynamic_cast<const SobolPoints&>(sampler);
  return ranks_of(design.partial_ranks(outcome, asked), outcome, asked);
}

}  // namespace

Findings findings_of(const Sampler& sampler, const DesignOutcome& outcome, const Asked& asked) {
  Findings found = of_design(sampler, outcome, asked);
  describe(outcome, found);
  return found;
}

void spread_over_dice(Findings& found, const Sampler& sampler,
                      const std::vector<DesignOutcome>& replicates, const Asked& asked) {
  Asked estimates = asked;
  estimates.resamples = 1;  // intervals are not looked at
  for (const DesignOutcome& outcome : replicates) {
    const Findings alone = of_design(sampler, outcome, estimates);
    for (std::size_t f = 0; f < found.factors.size(); ++f) {
      for (std::size_t m = 0; m < found.measures.size(); ++m) {
        Finding& finding = found.factors[f].findings[m];
        const double estimate = alone.factors[f].findings[m].of.estimate;
        finding.lowest = std::fmin(finding.lowest, estimate);  // of a number and NaN the number
        finding.highest = std::fmax(finding.highest, estimate);
      }
    }
  }
}

std::string limits_of(const Sampler& sampler) {
  const std::string method = sampler.method();
  if (method == "saltelli") {
    return "This design cannot tell: whether an outcome rises or falls with a factor (lhs or sobol "
           "tell), which factors act together, and anything outside the factors' distributions. "
           "Shares are of the variance over those distributions: wider ones give other shares.";
  }
  if (method == "grid") {
    return "This design cannot tell: what lies between or beyond the levels. Shares are of the "
           "variance over the levels as listed, each equally likely.";
  }
  if (method == "morris") {
    return "This design cannot tell: shares of variance (saltelli tells), and whether a large "
           "sigma comes from a curve or from other factors.";
  }
  return "This design cannot tell: effects that rise in one part of a factor's range and fall in "
         "another, factors that act only together, and shares of variance (saltelli tells).";
}

}  // namespace homeroom::sensitivity
