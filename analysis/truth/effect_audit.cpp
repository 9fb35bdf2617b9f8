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
  const Estimand of = text_of(method).of;
  const auto estimate = [&](const EffectReplicate& r) { return estimate_in(r, method).estimate; };
  const auto truth = [&](const EffectReplicate& r) { return r.truth.of(of); };
  MethodSummary summary;
  summary.estimate = over_replicates(values_of(audit, estimate));
  summary.truth = over_replicates(values_of(audit, truth));
  summary.gap = over_replicates(
      values_of(audit, [&](const EffectReplicate& r) { return estimate(r) - truth(r); }));
  summary.own_error = mean_with_error(values_of(audit, [&](const EffectReplicate& r) {
                        return estimate_in(r, method).error;
                      })).mean;
  summary.holds = mean_with_error(values_of(audit, [&](const EffectReplicate& r) {
                    const EffectEstimate& one = estimate_in(r, method);
                    if (std::isnan(one.low + truth(r))) return kUnknown;
                    return one.low <= truth(r) && truth(r) <= one.high ? 1.0 : 0.0;
                  })).mean;
  for (const EffectReplicate& r : audit.replicates) {
    if (summary.why_not.empty()) summary.why_not = estimate_in(r, method).why_not;
  }
  return summary;
}

OverReplicates summary_of(const EffectAudit& audit, Estimand estimand) {
  return over_replicates(
      values_of(audit, [&](const EffectReplicate& r) { return r.truth.of(estimand); }));
}

OverReplicates summary_of(const EffectAudit& audit, Part part) {
  return over_replicates(values_of(
      audit, [&](const EffectReplicate& r) { return r.split ? r.split->of(part) : kUnknown; }));
}

}  // namespace homeroom::truth
