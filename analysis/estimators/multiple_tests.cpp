#include "analysis/estimators/multiple_tests.hpp"

#include <algorithm>
#include <cmath>

namespace homeroom::estimators {
namespace {

/// Places of the p values that are numbers, the smallest first.
std::vector<std::size_t> by_size(const std::vector<double>& p) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (!std::isnan(p[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t one, std::size_t other) { return p[one] < p[other]; });
  return order;
}

}  // namespace

std::vector<double> holm(const std::vector<double>& p) {
  const std::vector<std::size_t> order = by_size(p);
  std::vector<double> adjusted = p;
  double least = 0.0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    least = std::max(least, static_cast<double>(order.size() - i) * p[order[i]]);
    adjusted[order[i]] = std::min(1.0, least);
  }
  return adjusted;
}

std::vector<double> benjamini_hochberg(const std::vector<double>& p) {
  const std::vector<std::size_t> order = by_size(p);
  std::vector<double> adjusted = p;
  double most = 1.0;
  for (std::size_t i = order.size(); i-- > 0;) {
    const double scaled = static_cast<double>(order.size()) / static_cast<double>(i + 1);
    most = std::min(most, scaled * p[order[i]]);
    adjusted[order[i]] = most;
  }
  return adjusted;
}

}  // namespace homeroom::estimators
