// How uncertain a school's value added is: what would change if other children of the same kind
// had sat in its classes in another year.
//
// Note. "Eighty children are not eighty draws: they had one flu, one building site, two teachers."
//   Var(sum of residuals) = children + shocks
//   children = V_m + V_e + 2 r sqrt(V_m V_e),  V = sum over a subject's tests of the variance of a
//              residual on prior scores of that kind; both variances and r from the year's records
//   shocks   = sum over grades of s^2 (n_m^2 + n_e^2 + 2 c n_m n_e),  s^2 = cohort^2 + class^2 /
//              sections: what a grade and its classes share in a year
// Source: Kane and Staiger (2001), NBER 8156: sampling and other transient variance of school
// means.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/vocabulary/entities.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom {

inline constexpr std::size_t kPriors = 6;  ///< kinds of prior scores, see testing::Prior

/// What children of a grade, or of a class, share in one year [state SD].
struct SharedShocks {
  double cohort = 0, classroom = 0;
  double correlation = 0;  ///< of a shock in mathematics and in ELA
};

/// Sums over the children of a slice from which the year's variances are estimated.
struct ResidualSums {
  struct Sums {
    double count = 0, sum = 0, squares = 0;
  };
  std::array<Sums, kPriors> prior{};  ///< residuals of both subjects [SD]
  Sums math, ela;                     ///< of children with both, standardised
  double products = 0;

  void add(std::size_t kind, float residual) {
    const double r = residual;
    ++prior[kind].count;
    prior[kind].sum += r;
    prior[kind].squares += r * r;
  }
  /// Adds many residuals, one after the other; those of kind 0 (none) do not count.
  void add_all(const std::uint8_t* kinds, const float* residuals, std::size_t count);
  void add_pair(float in_math, float in_ela) {
    constexpr std::uint8_t kKnown = 1;
    add_pairs(&kKnown, &kKnown, &in_math, &in_ela, 1);
  }
  /// Adds the standardised residuals of many children, of whom those count who have both kinds.
  void add_pairs(const std::uint8_t* math_kinds, const std::uint8_t* ela_kinds,
                 const float* in_math, const float* in_ela, std::size_t count);
  void add(const ResidualSums& other);
};

struct GrowthErrors {
  std::array<double, kPriors> variance{};  ///< of a child's residual, by kind of prior scores
  double correlation = 0;                  ///< of a child's residuals in the two subjects
  SharedShocks shocks;
};

/// The year's own variances; those of the state's reference where fewer than `minimum` are known.
GrowthErrors estimate_errors(const ResidualSums& records,
                             const std::array<double, kPriors>& reference, int minimum,
                             const SharedShocks& shocks);

/// Residuals of one school that went into its value added, counted by kind and by grade.
struct ResidualCounts {
  PerSubject<std::array<int, kPriors>> prior{};
  PerSubject<PerGrade<int>> grade{};
  PerGrade<int> sections{};
};

/// Standard error of the mean of all its residuals [SD].
double standard_error(const GrowthErrors& errors, const ResidualCounts& school);

}  // namespace homeroom
