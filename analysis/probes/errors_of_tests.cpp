#include "analysis/probes/errors_of_tests.hpp"

#include <cmath>
#include <limits>

#include "analysis/estimators/equivalence.hpp"

namespace homeroom::probes {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct Counted {
  double known = 0, below = 0;
};

Counted counted(const std::vector<double>& p) {
  Counted counted;
  for (const double one : p) {
    if (std::isnan(one)) continue;
    ++counted.known;
    counted.below += one < kSignificant;
  }
  return counted;
}

}  // namespace

double is_significant(double p) { return std::isnan(p) ? kNone : p < kSignificant; }

double finds(double estimate, double p, double truth) {
  if (std::isnan(estimate) || std::isnan(p) || std::isnan(truth) || truth == 0.0) return kNone;
  return p < kSignificant && (estimate > 0.0) == (truth > 0.0);
}

double has_wrong_sign(double estimate, double truth) {
  if (std::isnan(estimate) || std::isnan(truth) || truth == 0.0) return kNone;
  return (estimate > 0.0) != (truth > 0.0);
}

double is_unproven(const Estimated& estimated, double margin) {
  if (std::isnan(estimated.p) || std::isnan(estimated.error)) return kNone;
  if (estimated.p < kSignificant) return kNone;
  return !estimators::equivalence_test(estimated.estimate, estimated.error, estimated.degrees,
                                       margin)
              .equivalent;
}

double disagree(const std::vector<double>& p) {
  const Counted all = counted(p);
  if (all.known < 2) return kNone;
  return all.below > 0 && all.below < all.known;
}

double any_significant(const std::vector<double>& p) {
  const Counted all = counted(p);
  return all.known == 0 ? kNone : static_cast<double>(all.below > 0);
}

double share_significant(const std::vector<double>& p) {
  const Counted all = counted(p);
  return all.known == 0 ? kNone : all.below / all.known;
}

double share_positive(const std::vector<double>& estimates) {
  double known = 0.0, above = 0.0;
  for (const double estimate : estimates) {
    if (std::isnan(estimate)) continue;
    ++known;
    above += estimate > 0.0;
  }
  return known == 0.0 ? kNone : above / known;
}

}  // namespace homeroom::probes
