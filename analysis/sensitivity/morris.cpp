#include "analysis/sensitivity/morris.hpp"

#include "sim/core/hashed.hpp"
#include "sim/core/keyed_permutation.hpp"

namespace homeroom::sensitivity {
namespace {

constexpr std::uint64_t kOrderDie = 4;
constexpr std::uint64_t kLevelDie = 5;
constexpr std::uint64_t kDirectionDie = 6;
constexpr std::uint64_t kMostTrajectories = std::uint64_t{1} << 32;

}  // namespace

Morris::Morris(std::uint64_t trajectories, int factors, int levels, std::uint64_t seed)
    : Sampler(factors, seed), trajectories_(trajectories), levels_(levels) {
  std::string faults;
  if (trajectories < 2 || trajectories > kMostTrajectories)
    faults += "A Morris design of " + std::to_string(trajectories) +
              " trajectories; it has from 2 to 4294967296. ";
  if (levels < 2 || levels % 2 != 0)
    faults += "A Morris design of " + std::to_string(levels) +
              " levels; their number is even, so that a step is half the range. Try 4. ";
  if (faults.empty()) return;
  faults.pop_back();
  throw DesignRefused(faults);
}

void Morris::point(std::uint64_t i, double* unit) const {
  const std::uint64_t trajectory = i / points_of_a_trajectory();
  const std::uint64_t steps = i % points_of_a_trajectory();
  const KeyedPermutation turn(static_cast<std::uint64_t>(factors()),
                              hashed(seed(), kOrderDie, trajectory));
  for (int f = 0; f < factors(); ++f) {
    const auto half = static_cast<std::uint64_t>(levels_ / 2);
    const bool up = hashed(seed(), kDirectionDie, trajectory, f) >> 63 != 0;
    const bool moved = turn(static_cast<std::uint64_t>(f)) < steps;
    const std::uint64_t level =
        below(half, hashed(seed(), kLevelDie, trajectory, f)) + (up == moved ? half : 0);
    unit[f] = (static_cast<double>(level) + 0.5) / levels_;
  }
}

std::string Morris::identity() const {
  return "morris of " + std::to_string(trajectories_) + " trajectories, " +
         std::to_string(factors()) + " factors, " + std::to_string(levels_) + " levels, seed " +
         std::to_string(seed());
}

}  // namespace homeroom::sensitivity
