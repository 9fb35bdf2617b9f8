#include "analysis/report/replicates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "analysis/estimators/mean_interval.hpp"
#include "analysis/estimators/quantile.hpp"

namespace homeroom::report {
namespace {

constexpr int kEnoughForQuantiles = 20;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<double> values_of(const Lives& lives) {
  std::vector<double> values;
  for (const auto& [replicate, value] : lives) values.push_back(value);
  return values;
}

}  // namespace

Summary spread_of(const Lives& lives) {
  std::vector<double> sorted = values_of(lives);
  const estimators::MeanInterval of(sorted);
  Summary summary{static_cast<int>(lives.size()), of.mean(), of.error(), kNone, kNone};
  if (lives.size() < 2) return summary;
  std::sort(sorted.begin(), sorted.end());
  const bool enough = summary.replicates >= kEnoughForQuantiles;
  summary.low = enough ? estimators::quantile_of_sorted(sorted, 0.05) : sorted.front();
  summary.high = enough ? estimators::quantile_of_sorted(sorted, 0.95) : sorted.back();
  return summary;
}

Summary interval_of(const Lives& lives) {
  const estimators::MeanInterval of(values_of(lives));
  return {static_cast<int>(lives.size()), of.mean(), of.error(), of.low(0.95), of.high(0.95)};
}

Lives difference_of(const Lives& one, const Lives& other) {
  Lives difference;
  for (const auto& [replicate, value] : one) {
    const auto found = other.find(replicate);
    if (found != other.end()) difference.emplace(replicate, value - found->second);
  }
  return difference;
}

std::string band_words(int replicates) {
  if (replicates < 2) return "one replicate, no band";
  return replicates >= kEnoughForQuantiles ? "middle 90 % of replicates"
                                           : "least to greatest of replicates";
}

void Replicates::add(std::string_view group, int year, int replicate, double value) {
  if (std::isfinite(value)) values_[{std::string(group), year}][replicate] = value;
}

const Lives& Replicates::of(const std::string& group, int year) const {
  static const Lives none;
  const auto found = values_.find({group, year});
  return found == values_.end() ? none : found->second;
}

std::vector<std::string> Replicates::groups() const {
  std::set<std::string> groups;
  for (const auto& [key, lives] : values_) groups.insert(key.first);
  return {groups.begin(), groups.end()};
}

std::vector<int> Replicates::years() const {
  std::set<int> years;
  for (const auto& [key, lives] : values_) years.insert(key.second);
  return {years.begin(), years.end()};
}

int Replicates::replicates() const {
  std::size_t most = 0;
  for (const auto& [key, lives] : values_) most = std::max(most, lives.size());
  return static_cast<int>(most);
}

}  // namespace homeroom::report
