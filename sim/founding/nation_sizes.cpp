// How many districts there are of which size.
#include <algorithm>
#include <numeric>

#include "sim/core/arithmetic.hpp"
#include "sim/founding/nation.hpp"

namespace homeroom {
namespace {

constexpr double kSteepest = 60.0;  // of a power law: all mass at one bound

/// Integral of t^(s - 1) from 1 to e^range.
double integral(double s, double range) {
  const double x = s * range;
  if (x < 1e-5 && x > -1e-5) return range * (1.0 + 0.5 * x);
  return (exp_of(x) - 1.0) / s;
}

/// Mean of a power law on [1, e^range] whose density falls as t^-(exponent + 1).
double mean_of(double exponent, double range) {
  return integral(1.0 - exponent, range) / integral(-exponent, range);
}

/// The mean falls with the exponent, so halving finds the one that has it.
double exponent_with(double mean, double range) {
  double low = -kSteepest, high = kSteepest;
  for (int step = 0; step < 80; ++step) {
    const double middle = 0.5 * (low + high);
    (mean_of(middle, range) > mean ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace

// A size is a whole number: what lies between two counts as the lower, half a child less on
// average.
DistrictSizes::DistrictSizes(const SizeClass& of)
    : least_(of.least),
      past_(of.most + 1.0),
      exponent_(exponent_with((of.mean + 0.5) / least_, log_of(past_ / least_))) {}

int DistrictSizes::at(double u) const {
  const double range = log_of(past_ / least_);
  // Of the mass a share u lies below t: (1 - t^-a) / (1 - e^-ar) = u.
  const double a = exponent_;
  const double part = u * integral(-a, range);
  const double log_t = a < 1e-9 && a > -1e-9 ? part : -log_of(std::max(1e-300, 1.0 - a * part)) / a;
  const int students = static_cast<int>(least_ * exp_of(clamp_to(log_t, 0.0, range)));
  return std::clamp(students, static_cast<int>(least_), static_cast<int>(past_) - 1);
}

std::vector<int> districts_by_class(const Nation& nation) {
  std::vector<int> drawn;
  for (const SizeClass& of : nation.classes) drawn.push_back(of.count);
  const int all = std::accumulate(drawn.begin(), drawn.end(), 0);
  if (nation.districts <= 0 || nation.districts >= all) return drawn;
  std::vector<std::pair<double, std::size_t>> remainder;  // largest first
  int left = nation.districts;
  for (std::size_t c = 0; c < drawn.size(); ++c) {
    const double part = static_cast<double>(nation.districts) * nation.classes[c].count / all;
    drawn[c] = static_cast<int>(part);
    remainder.emplace_back(drawn[c] - part, c);
    left -= drawn[c];
  }
  std::sort(remainder.begin(), remainder.end());
  for (int i = 0; i < left; ++i) ++drawn[remainder[static_cast<std::size_t>(i)].second];
  return drawn;
}

std::vector<DistrictPlan> plan_districts(const Nation& nation, std::uint64_t seed,
                                         std::uint32_t replicate) {
  std::vector<DistrictPlan> plans;
  const std::vector<int> drawn = districts_by_class(nation);
  for (std::size_t c = 0; c < drawn.size(); ++c) {
    const DistrictSizes sizes(nation.classes[c]);
    for (int i = 0; i < drawn[c]; ++i) {
      DistrictPlan plan;
      plan.number = static_cast<std::uint16_t>(plans.size() + 1);
      plan.size_class = static_cast<std::uint16_t>(c);
      const double within = dice_of(plan, seed, replicate).uniform(Die::DistrictSize, 0, 0);
      plan.students = sizes.at(1.0 - (i + within) / drawn[c]);
      plans.push_back(plan);
    }
  }
  return plans;
}

}  // namespace homeroom
