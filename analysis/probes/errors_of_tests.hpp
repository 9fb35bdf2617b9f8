// Whether a study erred in one replicate: 1 it did (or found), 0 it did not, NaN it could not tell.
#pragma once

#include <vector>

namespace homeroom::probes {

inline constexpr double kSignificant = 0.05;

/// p lies below .05.
double is_significant(double p);

/// p lies below .05, and the estimate has the sign of the truth.
double finds(double estimate, double p, double truth);

/// The estimate has the other sign than the truth; nothing to tell where the truth is 0.
double has_wrong_sign(double estimate, double truth);

struct Estimated {
  double estimate, error, degrees, p;
};
/// Of an estimate that is not significant: two one-sided tests (Schuirmann 1987) do not show it
/// within the margin either, so that it says nothing. NaN where it is significant.
double is_unproven(const Estimated& estimated, double margin);

/// Some of several p lie below .05 and some do not.
double disagree(const std::vector<double>& p);

/// At least one lies below.
double any_significant(const std::vector<double>& p);

/// The share of several p that lies below.
double share_significant(const std::vector<double>& p);

/// The share of several estimates that lies above 0.
double share_positive(const std::vector<double>& estimates);

}  // namespace homeroom::probes
