// Rule V1: what a published study of many simulated cities would have found.
//
// A claim's contrasts are estimated in each of n cities (replicates). A city passes where as many
// contrasts as are needed come out as stated: a sign by its sign, "alike" by an estimate within the
// margin.
//   share = (k + .5) / (n + 1), of k cities that pass; its interval is Wilson's (1927), 95 %
// A claim of signs is supported from .80 on and contradicted up to .20. A claim of no difference is
// supported where of every contrast the mean over cities and its 90 % interval lie within the
// margin, contradicted where the interval of one lies outside. Between, both are mixed. Beside it
// stands the share that passes where the models do nothing; a ratio of the two between 1/2 and 2
// says that passing tells nothing, whatever the share. Source: Wilson (1927), Journal of the
// American Statistical Association 22.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/claims/verdict.hpp"

namespace homeroom::claims {

enum class Stated { Higher, Lower, Alike };

struct PublishedRule {
  std::vector<Stated> contrasts;
  std::size_t needed = 0;  ///< contrasts that must come out as stated; 0: all that a city has
  double margin = 0.0;     ///< of alike, in the outcome's unit
};

/// One simulated city; by contrast, NaN where it has none.
struct StudiedCity {
  std::vector<double> estimates, p;
};

struct PublishedFinding {
  Verdict verdict = Verdict::NotJudged;
  std::size_t cities = 0;  ///< in which any contrast could be estimated
  /// Mean over cities of the mean over contrasts, and its interval: 95 %, of no difference 90 %.
  double estimate = 0, low = 0, high = 0;
  double share = 0, share_low = 0, share_high = 0;  ///< of cities that pass
  /// Of cities that pass by contrasts with p below .05 alone; of no difference of contrasts and
  /// cities with p of .05 and more.
  double significant_share = 0;
  double other_side_share = 0;  ///< of cities with a contrast of the other sign, p below .05
  double power = 0;             ///< of no difference: to find the margin; else NaN
  double placebo_share = 0, placebo_low = 0, placebo_high = 0;
  std::size_t only_with = 0, only_without = 0;  ///< cities that pass in one of their lives alone
  double ratio = 0;                             ///< of share and placebo share
  bool settled = false;                         ///< the interval of the share has left .80 and .20
};

/// Cities of the model and of its placebo, over the same dice. Throws std::invalid_argument where
/// there is no contrast.
PublishedFinding judge_published(const PublishedRule& rule, const std::vector<StudiedCity>& cities,
                                 const std::vector<StudiedCity>& placebo);

}  // namespace homeroom::claims
