#include "analysis/estimators/intraclass.hpp"

#include <algorithm>

#include "analysis/estimators/moments.hpp"

namespace homeroom::estimators {

double intraclass_correlation(const std::vector<double>& value, const std::vector<int>& group) {
  const int last = group.empty() ? -1 : *std::max_element(group.begin(), group.end());
  std::vector<Moments> of(static_cast<std::size_t>(last + 1));
  Moments all;
  for (std::size_t i = 0; i < value.size(); ++i) {
    of[static_cast<std::size_t>(group[i])].add(value[i]);
    all.add(value[i]);
  }
  double groups = 0, between = 0, within = 0, squares = 0;
  for (const Moments& one : of) {
    if (one.count() == 0) continue;
    const double n = one.weight(), from_all = one.mean() - all.mean();
    ++groups;
    between += n * from_all * from_all;
    within += n * one.variance();
    squares += n * n;
  }
  if (groups < 2) return kMissing;
  const double typical = (all.weight() - squares / all.weight()) / (groups - 1);
  const double residual = within / (all.weight() - groups);
  const double of_groups = (between / (groups - 1) - residual) / typical;
  return of_groups / (of_groups + residual);
}

}  // namespace homeroom::estimators
