#include "sim/year/testing_errors.hpp"

#include <algorithm>

#include "sim/core/arithmetic.hpp"

namespace homeroom {
namespace {

void add_to(ResidualSums::Sums& here, const ResidualSums::Sums& there) {
  here.count += there.count;
  here.sum += there.sum;
  here.squares += there.squares;
}

void add_one(ResidualSums::Sums& sums, double value) { add_to(sums, {1.0, value, value * value}); }

double variance_of(const ResidualSums::Sums& of) {
  const double mean = of.sum / of.count;
  return std::max(0.0, of.squares / of.count - mean * mean);
}

double correlation_of(const ResidualSums& records) {
  const double n = records.math.count;
  const double spread = variance_of(records.math) * variance_of(records.ela);
  if (spread <= 0.0) return 0.0;
  const double covariance = records.products / n - records.math.sum / n * (records.ela.sum / n);
  return clamp_to(covariance / sqrt_of(spread), 0.0, 1.0);
}

double children_part(const GrowthErrors& errors, const ResidualCounts& school) {
  PerSubject<double> variance{};
  for (int m = 0; m < kSubjects; ++m) {
    for (std::size_t kind = 0; kind < kPriors; ++kind) {
      variance[m] += school.prior[m][kind] * errors.variance[kind];
    }
  }
  return variance[kMath] + variance[kEla] +
         2.0 * errors.correlation * sqrt_of(variance[kMath] * variance[kEla]);
}

double shared_part(const GrowthErrors& errors, const ResidualCounts& school) {
  const SharedShocks& shocks = errors.shocks;
  double variance = 0.0;
  for (std::size_t grade = 0; grade < kGrades; ++grade) {
    const double math = school.grade[kMath][grade], ela = school.grade[kEla][grade];
    const double shared = shocks.cohort * shocks.cohort +
                          shocks.classroom * shocks.classroom / std::max(1, school.sections[grade]);
    variance += shared * (math * math + ela * ela + 2.0 * shocks.correlation * math * ela);
  }
  return variance;
}

}  // namespace

void ResidualSums::add_pair(float in_math, float in_ela) {
  add_one(math, in_math);
  add_one(ela, in_ela);
  products += static_cast<double>(in_math) * static_cast<double>(in_ela);
}

void ResidualSums::add(const ResidualSums& other) {
  for (std::size_t kind = 0; kind < kPriors; ++kind) add_to(prior[kind], other.prior[kind]);
  add_to(math, other.math);
  add_to(ela, other.ela);
  products += other.products;
}

GrowthErrors estimate_errors(const ResidualSums& records,
                             const std::array<double, kPriors>& reference, int minimum,
                             const SharedShocks& shocks) {
  GrowthErrors errors;
  errors.shocks = shocks;
  for (std::size_t kind = 0; kind < kPriors; ++kind) {
    const bool known = records.prior[kind].count >= minimum;
    errors.variance[kind] = known ? variance_of(records.prior[kind]) : reference[kind];
  }
  if (records.math.count >= minimum) errors.correlation = correlation_of(records);
  return errors;
}

double standard_error(const GrowthErrors& errors, const ResidualCounts& school) {
  double tests = 0.0;
  for (const auto& subject : school.prior) {
    for (int count : subject) tests += count;
  }
  if (tests <= 0.0) return 0.0;
  return sqrt_of(children_part(errors, school) + shared_part(errors, school)) / tests;
}

}  // namespace homeroom
