#include "sim/core/arithmetic.hpp"
#include "sim/founding/found.hpp"

namespace homeroom {
namespace {

/// Weighted mean 0 and variance 1.
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

/// Independent normals smoothed over the map, plus a rough part: near places resemble each other.
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

}  // namespace

void settle_neighbourhoods(World& world, const Place& place, const HouseholdsParameters& nature,
                           const Dice& dice) {
  Neighbourhoods& places = world.places;
  const auto count = static_cast<std::size_t>(place.neighbourhoods);
  const double side = sqrt_of(place.area_km2);
  places.x.resize(count);
  places.y.resize(count);
  places.weight.resize(count);
  double total = 0.0;
  for (std::size_t i = 0; i < count; ++i) {
    places.x[i] = static_cast<float>(side * dice.uniform(Die::NeighbourhoodPlaceX, 0, i));
    places.y[i] = static_cast<float>(side * dice.uniform(Die::NeighbourhoodPlaceY, 0, i));
    places.weight[i] =
        exp_of(nature.population_spread * dice.normal(Die::NeighbourhoodWeight, 0, i));
    total += places.weight[i];
  }
  for (double& weight : places.weight) weight /= total;
  const double range = place.field_correlation_km;
  places.status = smooth_field(places, range, Die::NeighbourhoodStatus, 0, nature.rough, dice);
  places.field = smooth_field(places, range, Die::NeighbourhoodField, 0, nature.rough, dice);
  for (std::size_t g = 0; g < places.group_field.size(); ++g) {
    places.group_field[g] = smooth_field(places, range, Die::NeighbourhoodGroup,
                                         static_cast<std::uint32_t>(g), nature.rough, dice);
  }
}

void orthogonalise_field(World& world) {
  // Gram-Schmidt against the constant, poverty and the households' shares, weighted by children.
  Neighbourhoods& places = world.places;
  const std::size_t count = places.x.size();
  std::vector<std::vector<double>> shares(7, std::vector<double>(count, 0.0));
  std::vector<double> children(count, 1e-9);
  const Students& students = world.students;
  for (std::size_t row = 0; row < students.size(); ++row) {
    const std::size_t home = students.home[row];
    children[home] += 1.0;
    const auto group = static_cast<std::size_t>(students.group(row));
    if (group < 4) shares[2 + group][home] += 1.0;
    if (students.has(row, trait::kLowIncome)) shares[6][home] += 1.0;
  }
  for (std::size_t i = 0; i < count; ++i) {
    shares[0][i] = 1.0;
    shares[1][i] = places.status[i];
    for (std::size_t k = 2; k < shares.size(); ++k) shares[k][i] /= children[i];
  }
  const auto inner = [&](const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < count; ++i) sum += children[i] * a[i] * b[i];
    return sum;
  };
  const auto remove = [&](std::vector<double>& from, const std::vector<double>& basis) {
    const double length = inner(basis, basis);
    if (length < 1e-9) return;
    const double by = inner(from, basis) / length;
    for (std::size_t i = 0; i < count; ++i) from[i] -= by * basis[i];
  };
  for (std::size_t k = 0; k < shares.size(); ++k) {
    for (std::size_t j = 0; j < k; ++j) remove(shares[k], shares[j]);
    remove(places.field, shares[k]);
  }
  standardise(places.field, children);
}

}  // namespace homeroom
