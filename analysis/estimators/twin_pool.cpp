#include "analysis/estimators/twin_pool.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace homeroom::estimators {
namespace {

/// Scores are told in thousandths, as floats: the edge itself is within.
constexpr double kRounding = 1e-6;

void add_within(const std::vector<TwinCandidate>& alike, double score, double caliper,
                std::vector<TwinCandidate>& found) {
  const double low = score - caliper - kRounding, high = score + caliper + kRounding;
  auto at = std::lower_bound(
      alike.begin(), alike.end(), low,
      [](const TwinCandidate& one, double value) { return one.score_before < value; });
  for (; at != alike.end() && at->score_before <= high; ++at) found.push_back(*at);
}

void keep_nearest(double score, std::vector<TwinCandidate>& found) {
  std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    const double of_a = std::abs(a.score_before - score), of_b = std::abs(b.score_before - score);
    return std::tie(of_a, a.row) < std::tie(of_b, b.row);
  });
  if (found.size() > kMostTwins) found.resize(kMostTwins);
}

}  // namespace

void TwinPool::add(const TwinCandidate& child, int kind) {
  alike_[{child.school_before, kind}].push_back(child);
}

void TwinPool::sort_by_score() {
  for (auto& [likeness, children] : alike_) {
    std::stable_sort(children.begin(), children.end(),
                     [](const auto& a, const auto& b) { return a.score_before < b.score_before; });
  }
}

std::vector<TwinCandidate> TwinPool::nearest(const std::set<int>& schools_before, int kind,
                                             double score, double caliper) const {
  std::vector<TwinCandidate> found;
  for (const int school : schools_before) {
    const auto alike = alike_.find({school, kind});
    if (alike != alike_.end()) add_within(alike->second, score, caliper, found);
  }
  keep_nearest(score, found);
  return found;
}

std::vector<Twins> twins_of(const std::vector<TwinCandidate>& children,
                            const std::vector<int>& kinds,
                            const std::map<int, std::set<int>>& feeders, const TwinPool& pool,
                            double caliper) {
  std::vector<Twins> all;
  for (std::size_t i = 0; i < children.size(); ++i) {
    const TwinCandidate& child = children[i];
    const auto own = feeders.find(child.school);
    all.push_back({child, {}});
    if (own == feeders.end()) continue;
    all.back().twins = pool.nearest(own->second, kinds[i], child.score_before, caliper);
  }
  return all;
}

}  // namespace homeroom::estimators
