#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/core/arithmetic.hpp"
#include "sim/scenario/sweep_design.hpp"

namespace homeroom {
namespace {

double truncated_normal(const SweepFactor& factor, double unit) {
  const double below = normal_cdf((factor.low - factor.mean) / factor.sd);
  const double above = normal_cdf((factor.high - factor.mean) / factor.sd);
  const double share = below + unit * (above - below);
  if (share <= 0.0) return factor.low;
  if (share >= 1.0) return factor.high;
  return factor.mean + factor.sd * normal_quantile(share);
}

double triangular(const SweepFactor& factor, double unit) {
  const double width = factor.high - factor.low;
  const double rising = factor.mode - factor.low;
  if (unit * width < rising) return factor.low + sqrt_of(unit * width * rising);
  return factor.high - sqrt_of((1.0 - unit) * width * (factor.high - factor.mode));
}

double number_at(const SweepFactor& factor, double unit) {
  switch (factor.spread) {
    case Spread::LogUniform:
      return factor.low * exp_of(unit * log_of(factor.high / factor.low));
    case Spread::Normal:
      return truncated_normal(factor, unit);
    case Spread::Triangular:
      return triangular(factor, unit);
    case Spread::Uniform:
    case Spread::Levels:
      break;
  }
  // Whole numbers are equally likely, both ends included.
  const double width = factor.high - factor.low + (factor.whole ? 1.0 : 0.0);
  return factor.low + unit * width;
}

}  // namespace

const std::vector<std::string>& spread_words() {
  static const std::vector<std::string> words = {"levels", "uniform", "log_uniform", "normal",
                                                 "triangular"};
  return words;
}

std::string SweepFactor::value_at(double unit) const {
  if (spread == Spread::Levels) {
    const auto count = static_cast<double>(levels.size());
    return levels[std::min(levels.size() - 1, static_cast<std::size_t>(unit * count))];
  }
  const double number = number_at(*this, unit);
  if (!whole) return fmt::format("{}", clamp_to(number, low, high));
  return fmt::format("{}", static_cast<std::int64_t>(clamp_to(std::floor(number), low, high)));
}

}  // namespace homeroom
