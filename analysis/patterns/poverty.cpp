#include "analysis/patterns/poverty.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace homeroom::patterns {
namespace {

/// Schools with their share of low income, lowest first.
std::vector<std::pair<double, int>> by_low_income(const panel::Schools& schools) {
  std::vector<std::pair<double, int>> shares;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    shares.emplace_back(schools.low_income[s], schools.school[s]);
  }
  std::sort(shares.begin(), shares.end());
  return shares;
}

}  // namespace

std::set<int> poorest_quarter(const panel::Schools& schools) {
  const auto shares = by_low_income(schools);
  std::set<int> poorest;
  for (std::size_t s = shares.size() - shares.size() / 4; s < shares.size(); ++s) {
    poorest.insert(shares[s].second);
  }
  return poorest;
}

std::set<int> richest_quarter(const panel::Schools& schools) {
  const auto shares = by_low_income(schools);
  std::set<int> richest;
  for (std::size_t s = 0; s < shares.size() / 4; ++s) richest.insert(shares[s].second);
  return richest;
}

}  // namespace homeroom::patterns
