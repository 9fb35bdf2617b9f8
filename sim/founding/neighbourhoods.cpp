#include "sim/core/arithmetic.hpp"
#include "sim/founding/found.hpp"
#include "sim/founding/smooth_field.hpp"

namespace homeroom {

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
  draw_fields(places, place.field_correlation_km, nature.rough, dice);
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
