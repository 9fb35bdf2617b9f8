// Many replicates of one number told as an estimate with its Monte Carlo error.
#pragma once

#include <cstddef>
#include <vector>

namespace homeroom::probes {

/// NaN: there is none. Replicates that are NaN count nowhere.
struct Told {
  double estimate, low, high;
  std::size_t replicates = 0;
};

/// The mean and its 95 % interval by Student's t; fewer than two replicates have none.
Told mean_of(const std::vector<double>& values);

/// The median, and the 5th and 95th percentile of single replicates (type 7 of Hyndman and Fan
/// 1996): no error, but how far one draw may lie from another.
Told quantiles_of(std::vector<double> values);

/// The share of replicates in which something is so (1; 0 where it is not) and its 95 % interval.
/// Source: Wilson (1927), Journal of the American Statistical Association 22.
Told share_of(const std::vector<double>& events);

}  // namespace homeroom::probes
