#include "analysis/estimators/quantile.hpp"

#include <algorithm>
#include <limits>

namespace homeroom::estimators {

double quantile_of_sorted(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return std::numeric_limits<double>::quiet_NaN();
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double way = place - static_cast<double>(below);
  return sorted[below] + way * (sorted[above] - sorted[below]);
}

}  // namespace homeroom::estimators
