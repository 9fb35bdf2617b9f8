#include "analysis/estimators/kaplan_meier.hpp"

#include <cmath>
#include <limits>

#include "analysis/estimators/moments.hpp"
#include "analysis/estimators/risk_sets.hpp"
#include "analysis/estimators/student_t.hpp"

namespace homeroom::estimators {
namespace {

/// A normal: a t of so many degrees of freedom.
constexpr double kEndless = std::numeric_limits<double>::infinity();

}  // namespace

std::vector<SurvivalStep> kaplan_meier(const std::vector<Spell>& spells, double confidence) {
  const double z = t_within(confidence, kEndless);
  std::vector<SurvivalStep> steps;
  double survival = 1, hazard_variance = 0;
  for (const RiskSet& set : risk_sets({spells})) {
    const double at_risk = set.at_risk[0], ended = set.ended[0];
    survival *= 1.0 - ended / at_risk;
    hazard_variance += ended / (at_risk * (at_risk - ended));
    SurvivalStep step{set.age, set.at_risk[0], set.ended[0], survival, 0, 0, 0};
    if (set.ended[0] == set.at_risk[0]) {
      step.survival = survival = 0;
      step.error = step.low = step.high = kMissing;
    } else if (survival > 0) {
      const double root = std::sqrt(hazard_variance), reach = z * root / std::log(survival);
      step.error = survival * root;
      step.low = std::pow(survival, std::exp(-reach));
      step.high = std::pow(survival, std::exp(reach));
    } else {
      step.error = step.low = step.high = kMissing;
    }
    steps.push_back(step);
  }
  return steps;
}

SurvivalStep survival_at(const std::vector<SurvivalStep>& steps, double age) {
  SurvivalStep last;
  for (const SurvivalStep& step : steps) {
    if (step.age <= age) last = step;
  }
  return last;
}

double median_survival(const std::vector<SurvivalStep>& steps) {
  for (const SurvivalStep& step : steps) {
    // A half that rounding put just above it is a half.
    if (step.survival <= 0.5 + 1e-12) return step.age;
  }
  return kMissing;
}

}  // namespace homeroom::estimators
