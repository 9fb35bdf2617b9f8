// How far a share that some cases show may be from the share of all.
#pragma once

namespace homeroom::estimators {

struct ShareInterval {
  double low, high;
};

/// 95 % interval of a `share` of `cases`, after Wilson (1927), Journal of the American Statistical
/// Association 22(158): 209-212. It may reach past 0 or 1 by rounding.
ShareInterval share_interval(double share, double cases);

}  // namespace homeroom::estimators
