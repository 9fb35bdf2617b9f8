#include "analysis/sensitivity/factorial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace homeroom::sensitivity {
namespace {

constexpr std::uint64_t kMostPoints = std::uint64_t{1} << 32;

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// Over equally likely values: divided by their number.
double variance_of(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size());
}

}  // namespace

Factorial::Factorial(std::vector<std::uint64_t> levels)
    : Sampler(static_cast<int>(levels.size()), 0), levels_(std::move(levels)) {
  for (const std::uint64_t of_factor : levels_) {
    if (of_factor < 1 || of_factor > kMostPoints / points_) {
      throw DesignRefused("A grid has from 1 to 4294967296 points, and a level of each factor.");
    }
    points_ *= of_factor;
  }
}

std::uint64_t Factorial::points_in_step(int factor) const {
  std::uint64_t points = 1;
  for (auto f = static_cast<std::size_t>(factor) + 1; f < levels_.size(); ++f) points *= levels_[f];
  return points;
}

void Factorial::point(std::uint64_t i, double* unit) const {
  for (int f = factors(); f-- > 0;) {
    const std::uint64_t of_factor = levels_[static_cast<std::size_t>(f)];
    unit[f] = (static_cast<double>(i % of_factor) + 0.5) / static_cast<double>(of_factor);
    i /= of_factor;
  }
}

std::string Factorial::identity() const {
  std::string text = "grid of ";
  for (std::size_t f = 0; f < levels_.size(); ++f) {
    text += fmt::format("{}{}", f == 0 ? "" : " x ", levels_[f]);
  }
  return text + " levels";
}

// With E_i the mean over all other factors at each level of factor i: S_i = Var(E_i) / Var. The
// points that differ in factor i alone are a line; T_i = mean over lines of their variance / Var.
FactorialShares Factorial::shares(const DesignOutcome& outcome) const {
  refuse_foreign(*this, outcome);
  const std::vector<double>& values = outcome.values();
  const auto missing =
      std::count_if(values.begin(), values.end(), [](double x) { return std::isnan(x); });
  if (missing > 0) {
    throw DesignRefused(fmt::format(
        "{} of {} points have no outcome; shares of a grid want all of them.", missing, points_));
  }
  FactorialShares found;
  found.mean = mean_of(values);
  found.variance = variance_of(values);
  // Rounding alone is no variance.
  const bool varies = *std::max_element(values.begin(), values.end()) !=
                      *std::min_element(values.begin(), values.end());
  const double scale = varies ? 1.0 / found.variance : std::numeric_limits<double>::quiet_NaN();
  if (!varies) found.variance = 0;
  for (int f = 0; f < factors(); ++f) {
    const std::uint64_t of_factor = levels_[static_cast<std::size_t>(f)], step = points_in_step(f);
    std::vector<double> level_means(of_factor), line(of_factor);
    double within = 0;
    for (std::uint64_t i = 0; i < points_; ++i) {
      if (i / step % of_factor != 0) continue;
      for (std::uint64_t l = 0; l < of_factor; ++l) {
        line[l] = values[i + l * step];
        level_means[l] += line[l] - found.mean;
      }
      within += variance_of(line);
    }
    const std::uint64_t count = points_ / of_factor;  // no rest: every combination is there
    const auto lines = static_cast<double>(count);
    for (double& mean : level_means) mean /= lines;
    found.factors.push_back({variance_of(level_means) * scale, within / lines * scale});
    found.first_together += found.factors.back().first;
  }
  return found;
}

}  // namespace homeroom::sensitivity
