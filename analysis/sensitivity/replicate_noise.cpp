#include "analysis/sensitivity/replicate_noise.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contracts.hpp"

namespace homeroom::sensitivity {

ReplicateNoise::ReplicateNoise(int replicates)
    : of_replicates_(static_cast<std::size_t>(replicates)) {}

void ReplicateNoise::add(const std::vector<double>& replicates) {
  HOMEROOM_EXPECT(replicates.size() == of_replicates_.size());
  for (const double value : replicates) {
    if (std::isnan(value)) return;
  }
  if (points_++ == 0) origin_ = replicates.front();
  double sum = 0;
  for (std::size_t r = 0; r < replicates.size(); ++r) {
    const double value = replicates[r] - origin_;
    sum += value;
    squares_ += value * value;
    of_replicates_[r] += value;
  }
  of_points_ += sum * sum;
}

ChanceShare ReplicateNoise::share() const {
  ChanceShare found;
  found.points = points_;
  found.replicates = static_cast<int>(of_replicates_.size());
  found.share = found.of_a_run = found.shared = std::numeric_limits<double>::quiet_NaN();
  if (points_ < 2 || of_replicates_.size() < 2) return found;
  const auto points = static_cast<double>(points_);
  const auto replicates = static_cast<double>(of_replicates_.size());
  double sum = 0, squares_of_replicates = 0;
  for (const double of_replicate : of_replicates_) {
    sum += of_replicate;
    squares_of_replicates += of_replicate * of_replicate;
  }
  const double middle = sum * sum / (points * replicates);
  const double between_points = std::max(0.0, of_points_ / replicates - middle);
  const double between_replicates = std::max(0.0, squares_of_replicates / points - middle);
  const double rest = std::max(0.0, squares_ - middle - between_points - between_replicates);
  const double mean_rest = rest / ((points - 1) * (replicates - 1));
  const double mean_points = between_points / (points - 1);
  const double mean_replicates = between_replicates / (replicates - 1);
  found.share = mean_points > 0 ? mean_rest / mean_points : found.share;
  found.of_a_run = std::sqrt(mean_rest);
  found.shared = std::sqrt(std::max(0.0, mean_replicates - mean_rest) / points);
  return found;
}

}  // namespace homeroom::sensitivity
