#include "analysis/probes/rising.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace homeroom::probes {

std::size_t longest_rise(const std::vector<double>& outcomes) {
  // ends[k]: the smallest outcome with which a rise of k + 1 outcomes can end so far.
  std::vector<double> ends;
  for (const double outcome : outcomes) {
    const auto place = std::lower_bound(ends.begin(), ends.end(), outcome);
    if (place == ends.end()) {
      ends.push_back(outcome);
    } else {
      *place = outcome;
    }
  }
  return ends.size();
}

double rises_but_for(const std::vector<double>& outcomes, std::size_t exceptions) {
  for (const double outcome : outcomes) {
    if (std::isnan(outcome)) return std::numeric_limits<double>::quiet_NaN();
  }
  return longest_rise(outcomes) + exceptions >= outcomes.size();
}

double chance_of_rising(std::size_t groups, std::size_t exceptions) {
  if (groups > 9) throw std::invalid_argument("orders of more than 9 groups");
  std::vector<double> order(groups);
  std::iota(order.begin(), order.end(), 0.0);
  double rising = 0.0, all = 0.0;
  do {
    rising += rises_but_for(order, exceptions);
    ++all;
  } while (std::next_permutation(order.begin(), order.end()));
  return rising / all;
}

}  // namespace homeroom::probes
