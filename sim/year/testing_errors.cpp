#include "sim/year/testing_errors.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "sim/core/arithmetic.hpp"
#include "sim/core/wide.hpp"

namespace homeroom {
namespace {

void add_to(ResidualSums::Sums& here, const ResidualSums::Sums& there) {
  here.count += there.count;
  here.sum += there.sum;
  here.squares += there.squares;
}

/// A number for every kind of prior scores, and two to fill a vector.
constexpr std::size_t kColumns = 8;
static_assert(kPriors <= kColumns);

/// Lets through what is of a kind; nothing of kind 0.
constexpr std::int64_t kOnly[kPriors][kColumns] = {{},
                                                   {0, -1, 0, 0, 0, 0, 0, 0},
                                                   {0, 0, -1, 0, 0, 0, 0, 0},
                                                   {0, 0, 0, -1, 0, 0, 0, 0},
                                                   {0, 0, 0, 0, -1, 0, 0, 0},
                                                   {0, 0, 0, 0, 0, -1, 0, 0}};

/// Sums of all kinds of prior scores, in as many vectors as they need. A sum waits for the one
/// before it, wherever it lies: here they stay in registers, and those that a residual does not
/// concern get nothing added.
template <int kDoubles>
class SumsByKind {
 public:
  inline HOMEROOM_INLINE explicit SumsByKind(const std::array<ResidualSums::Sums, kPriors>& prior) {
    for (std::size_t kind = 0; kind < kPriors; ++kind) {
      counts_[kind / kDoubles][kind % kDoubles] = prior[kind].count;
      sum_[kind / kDoubles][kind % kDoubles] = prior[kind].sum;
      squares_[kind / kDoubles][kind % kDoubles] = prior[kind].squares;
    }
  }
  inline HOMEROOM_INLINE void add(std::uint8_t kind, double r) {
#pragma GCC unroll 4
    for (int part = 0; part < kParts; ++part) {
      Mask only;
      std::memcpy(&only, kOnly[kind] + part * kDoubles, sizeof only);
      counts_[part] += reinterpret_cast<Doubles>(reinterpret_cast<Mask>(Doubles{} + 1.0) & only);
      sum_[part] += reinterpret_cast<Doubles>(reinterpret_cast<Mask>(Doubles{} + r) & only);
      squares_[part] += reinterpret_cast<Doubles>(reinterpret_cast<Mask>(Doubles{} + r * r) & only);
    }
  }
  inline HOMEROOM_INLINE ResidualSums::Sums of(std::size_t kind) const {
    return {counts_[kind / kDoubles][kind % kDoubles], sum_[kind / kDoubles][kind % kDoubles],
            squares_[kind / kDoubles][kind % kDoubles]};
  }

 private:
  typedef double Doubles __attribute__((vector_size(8 * kDoubles)));
  typedef std::int64_t Mask __attribute__((vector_size(8 * kDoubles)));
  static constexpr int kParts = (static_cast<int>(kPriors) + kDoubles - 1) / kDoubles;

  Doubles counts_[kParts] = {}, sum_[kParts] = {}, squares_[kParts] = {};
};

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

void ResidualSums::add_all(const std::uint8_t* kinds, const float* residuals, std::size_t count) {
  run_in_lanes([=, this](auto width) HOMEROOM_INLINE {
    SumsByKind<decltype(width)::kLanes / 2> sums(prior);
    for (std::size_t i = 0; i < count; ++i) sums.add(kinds[i], residuals[i]);
    for (std::size_t kind = 0; kind < kPriors; ++kind) prior[kind] = sums.of(kind);
  });
}

HOMEROOM_WIDE void ResidualSums::add_pairs(const std::uint8_t* __restrict math_kinds,
                                           const std::uint8_t* __restrict ela_kinds,
                                           const float* __restrict in_math,
                                           const float* __restrict in_ela, std::size_t count) {
  Sums of_math = math, of_ela = ela;
  double of_both = products;
  int pairs = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const bool both = (math_kinds[i] != 0) & (ela_kinds[i] != 0);
    // Nothing where one is missing, by a mask: a branch would be guessed wrong.
    const std::uint32_t only = 0u - both;
    const double m = std::bit_cast<float>(std::bit_cast<std::uint32_t>(in_math[i]) & only);
    const double e = std::bit_cast<float>(std::bit_cast<std::uint32_t>(in_ela[i]) & only);
    pairs += both;
    of_math.sum += m;
    of_math.squares += m * m;
    of_ela.sum += e;
    of_ela.squares += e * e;
    of_both += m * e;
  }
  of_math.count += pairs;
  of_ela.count += pairs;
  math = of_math;
  ela = of_ela;
  products = of_both;
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
