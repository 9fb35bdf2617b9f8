#include "tests/signs/effect.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace homeroom::signs {
namespace {

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double margin(double room, double error) {
  if (error == 0.0) return room >= 0.0 ? std::numeric_limits<double>::infinity() : -INFINITY;
  return room / error;
}

}  // namespace

Effect::Effect(std::vector<double> before, std::vector<double> after, int judged)
    : before_(std::move(before)), after_(std::move(after)), judged_(judged) {}

double Effect::before() const { return mean_of(before_); }
double Effect::after() const { return mean_of(after_); }

double Effect::error() const {
  const double n = static_cast<double>(before_.size());
  double squares = 0.0;
  for (std::size_t r = 0; r < before_.size(); ++r) {
    const double off = after_[r] - before_[r] - size();
    squares += off * off;
  }
  return std::sqrt(squares / (n - 1) / judged_);
}

std::string Effect::text() const { return fmt::format("{:+.4g} +- {:.2g}", size(), error()); }

double along(Direction direction, double size) {
  if (direction == Direction::Any) return std::fabs(size);
  return direction == Direction::Up ? size : -size;
}

double margin_of_effect(const Sign& sign, const Effect& effect) {
  return margin(along(sign.direction, effect.size()) - sign.at_least, effect.error());
}

double margin_of_rest(const Sign& sign, const Effect& rest) {
  return margin(sign.at_least - std::fabs(rest.size()), rest.error());
}

double false_alarm(double margin) { return std::erfc(margin / std::sqrt(2.0)) / 2.0; }

}  // namespace homeroom::signs
