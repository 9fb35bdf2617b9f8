#include "sim/founding/smooth_field.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/core/arithmetic.hpp"
#include "sim/core/arithmetic_columns.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom {

void standardise(std::vector<double>& values, const std::vector<double>& weight) {
  double mean = 0.0, total = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    mean += weight[i] * values[i];
    total += weight[i];
  }
  mean /= total;
  double variance = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] -= mean;
    variance += weight[i] * values[i] * values[i];
  }
  const double sd = sqrt_of(variance / total);
  if (sd <= 0.0) return;  // a single neighbourhood has no field
  for (double& value : values) value /= sd;
}

namespace {

/// Fields that are summed side by side: one's sum does not wait for another's.
constexpr std::size_t kTogether = 8;
using Together = std::array<double, kTogether>;

/// Smooths up to kTogether fields; noise[j] holds those of neighbourhood j.
class Smoother {
 public:
  Smoother(const Neighbourhoods& places, double range_km)
      : places_(places), spread_(2.0 * range_km * range_km), kernel_(places.x.size()) {}

  Together at(std::size_t i, const std::vector<Together>& noise) {
    for (std::size_t j = 0; j < kernel_.size(); ++j) {
      const double dx = static_cast<double>(places_.x[i]) - static_cast<double>(places_.x[j]);
      const double dy = static_cast<double>(places_.y[i]) - static_cast<double>(places_.y[j]);
      kernel_[j] = -(dx * dx + dy * dy) / spread_;
    }
    exp_of_all(kernel_.data(), kernel_.size());
    double squares = 0.0;
    for (const double weight : kernel_) squares += weight * weight;
    Together sums{};
    for (std::size_t j = 0; j < kernel_.size(); ++j) {
      for (std::size_t f = 0; f < kTogether; ++f) sums[f] += kernel_[j] * noise[j][f];
    }
    const double length = sqrt_of(squares);
    for (double& sum : sums) sum /= length;
    return sums;
  }

 private:
  const Neighbourhoods& places_;
  const double spread_;
  std::vector<double> kernel_;
};

/// Neighbourhoods that are smoothed with one working column.
constexpr std::size_t kRows = 32;

}  // namespace

std::vector<std::vector<double>> smooth_fields(const Neighbourhoods& places, double range_km,
                                               const std::vector<FieldDraws>& draws, double rough,
                                               const Dice& dice) {
  const std::size_t count = places.x.size();
  std::vector<std::vector<double>> fields(draws.size(), std::vector<double>(count));
  for (std::size_t first = 0; first < draws.size(); first += kTogether) {
    const std::size_t here = std::min(kTogether, draws.size() - first);
    std::vector<Together> noise(count);
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t f = 0; f < here; ++f) {
        noise[i][f] = dice.normal(draws[first + f].die, 0, i, draws[first + f].alternative);
      }
    }
    for_each_index((count + kRows - 1) / kRows, [&](std::size_t part) {
      Smoother smoother(places, range_km);
      for (std::size_t i = part * kRows; i < std::min(count, (part + 1) * kRows); ++i) {
        const Together smooth = smoother.at(i, noise);
        for (std::size_t f = 0; f < here; ++f) {
          const FieldDraws& of = draws[first + f];
          fields[first + f][i] = smooth[f] + rough * dice.normal(of.die, 1, i, of.alternative);
        }
      }
    });
  }
  for (std::vector<double>& field : fields) standardise(field, places.weight);
  return fields;
}

void draw_fields(Neighbourhoods& places, double range_km, double rough, const Dice& dice) {
  std::vector<FieldDraws> draws = {{Die::NeighbourhoodStatus, 0}, {Die::NeighbourhoodField, 0}};
  for (std::uint32_t g = 0; g < places.group_field.size(); ++g) {
    draws.push_back({Die::NeighbourhoodGroup, g});
  }
  auto fields = smooth_fields(places, range_km, draws, rough, dice);
  places.status = std::move(fields[0]);
  places.field = std::move(fields[1]);
  for (std::size_t g = 0; g < places.group_field.size(); ++g) {
    places.group_field[g] = std::move(fields[2 + g]);
  }
}

}  // namespace homeroom
