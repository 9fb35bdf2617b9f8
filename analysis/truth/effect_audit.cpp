#include "analysis/truth/effect_audit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/estimators/student_t.hpp"
#include "analysis/truth/paired.hpp"

namespace homeroom::truth {
namespace {

constexpr double kConfidence = 0.95;
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

template <class Of>
std::vector<double> values_of(const EffectAudit& audit, Of&& of) {
  std::vector<double> values;
  for (const EffectReplicate& replicate : audit.replicates) values.push_back(of(replicate));
  return values;
}

const EffectEstimate& estimate_in(const EffectReplicate& replicate, Method method) {
  return replicate.estimates[static_cast<std::size_t>(method)];
}

double truth_in(const EffectReplicate& replicate, Estimand estimand) {
  return replicate.truth.of(estimand);
}

/// By replicate. A year there is a ratio of means over replicates, never a mean of ratios: where
/// few attend because of an offer, a replicate's own ratio is about nothing.
std::vector<double> truths_in(const EffectAudit& audit, Estimand estimand) {
  const auto of = [&](Estimand one) {
    return values_of(audit, [one](const EffectReplicate& r) { return truth_in(r, one); });
  };
  if (estimand != Estimand::YearMath && estimand != Estimand::YearEla) return of(estimand);
  return values_of_ratio(
      of(estimand == Estimand::YearMath ? Estimand::OfferMath : Estimand::OfferEla),
      values_of(audit, [](const EffectReplicate& r) { return r.truth.attended; }));
}

}  // namespace

EffectReplicate audit_replicate(std::uint32_t number, const EffectQuestion& question,
                                const EffectLives& lives) {
  EffectReplicate replicate{
      number, effect_estimates(question, lives.panel), effect_truth(question, lives), {}};
  try {
    replicate.split = effect_split(question, lives);
  } catch (const std::invalid_argument&) {  // told by the estimate
  }
  return replicate;
}

bool EffectAudit::any_school() const {
  return std::any_of(replicates.begin(), replicates.end(),
                     [](const EffectReplicate& replicate) { return replicate.truth.schools > 0; });
}

OverReplicates over_replicates(const std::vector<double>& values) {
  const MeanWithError mean = mean_with_error(values);
  OverReplicates over;
  over.count = mean.count;
  over.mean = mean.mean;
  over.error = mean.error;
  const double reach =
      mean.count > 1 ? estimators::t_within(kConfidence, mean.count - 1) * mean.error : kUnknown;
  over.low = over.mean - reach;
  over.high = over.mean + reach;
  over.spread = mean.error * std::sqrt(static_cast<double>(mean.count));
  return over;
}

MethodSummary summary_of(const EffectAudit& audit, Method method) {
  const std::vector<double> truths = truths_in(audit, text_of(method).of);
  std::vector<double> estimates, errors, gaps, holds;
  MethodSummary summary;
  for (std::size_t r = 0; r < audit.replicates.size(); ++r) {
    const EffectEstimate& one = estimate_in(audit.replicates[r], method);
    estimates.push_back(one.estimate);
    errors.push_back(one.error);
    gaps.push_back(one.estimate - truths[r]);
    const bool held = one.low <= truths[r] && truths[r] <= one.high;
    holds.push_back(std::isnan(one.low + truths[r]) ? kUnknown : held ? 1.0 : 0.0);
    if (summary.why_not.empty()) summary.why_not = one.why_not;
  }
  summary.estimate = over_replicates(estimates);
  summary.truth = over_replicates(truths);
  summary.gap = over_replicates(gaps);
  summary.own_error = mean_with_error(errors).mean;
  summary.holds = mean_with_error(holds).mean;
  return summary;
}

OverReplicates summary_of(const EffectAudit& audit, Estimand estimand) {
  return over_replicates(truths_in(audit, estimand));
}

OverReplicates summary_of(const EffectAudit& audit, Part part) {
  return over_replicates(values_of(
      audit, [&](const EffectReplicate& r) { return r.split ? r.split->of(part) : kUnknown; }));
}

}  // namespace homeroom::truth
