#include "analysis/claims/inference_audit.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/estimators/mean_interval.hpp"

namespace homeroom::claims {
namespace {

constexpr double kSignificant = 0.05;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

AuditedMean mean_of(const std::vector<double>& values) {
  const estimators::MeanInterval of(values);
  return {of.mean(), of.low(0.95), of.high(0.95)};
}

}  // namespace

InferenceAudit audit_inference(const std::vector<StudiedCity>& cities,
                               const std::vector<StudiedCity>& placebo) {
  if (cities.size() != placebo.size()) throw std::invalid_argument("cities without their placebo");
  std::vector<double> estimates, truths, biases;
  double wrong = 0, missed = 0, told = 0;
  for (std::size_t city = 0; city < cities.size(); ++city) {
    double estimate = 0, without = 0, there = 0;
    for (std::size_t i = 0; i < cities[city].estimates.size(); ++i) {
      const double found = cities[city].estimates[i], bias = placebo[city].estimates[i];
      if (std::isnan(found) || std::isnan(bias)) continue;
      estimate += found;
      without += bias;
      ++there;
      const double truth = found - bias;
      if (truth == 0.0) continue;
      ++told;
      const bool other = (found > 0.0) != (truth > 0.0);
      wrong += other;
      // A p of nothing finds nothing.
      missed += other || !(cities[city].p[i] < kSignificant);
    }
    if (there == 0) continue;
    estimates.push_back(estimate / there);
    biases.push_back(without / there);
    truths.push_back((estimate - without) / there);
  }
  InferenceAudit audit;
  audit.cities = estimates.size();
  audit.estimate = mean_of(estimates);
  audit.truth = mean_of(truths);
  audit.bias = mean_of(biases);
  audit.sign_errors = told > 0 ? wrong / told : kNone;
  audit.missed = told > 0 ? missed / told : kNone;
  return audit;
}

}  // namespace homeroom::claims
