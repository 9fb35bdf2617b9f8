#include "sim/founding/smooth_field.hpp"

#include "sim/core/arithmetic.hpp"

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

std::vector<double> smooth_field(const Neighbourhoods& places, double range_km, Die die,
                                 std::uint32_t alternative, double rough, const Dice& dice) {
  const std::size_t count = places.x.size();
  std::vector<double> noise(count), field(count, 0.0);
  for (std::size_t i = 0; i < count; ++i) noise[i] = dice.normal(die, 0, i, alternative);
  for (std::size_t i = 0; i < count; ++i) {
    double squares = 0.0;
    for (std::size_t j = 0; j < count; ++j) {
      const double dx = static_cast<double>(places.x[i]) - static_cast<double>(places.x[j]);
      const double dy = static_cast<double>(places.y[i]) - static_cast<double>(places.y[j]);
      const double kernel = exp_of(-(dx * dx + dy * dy) / (2.0 * range_km * range_km));
      field[i] += kernel * noise[j];
      squares += kernel * kernel;
    }
    field[i] = field[i] / sqrt_of(squares) + rough * dice.normal(die, 1, i, alternative);
  }
  standardise(field, places.weight);
  return field;
}

}  // namespace homeroom
