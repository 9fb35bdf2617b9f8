#include "analysis/sensitivity/sobol_points.hpp"

#include <algorithm>

namespace homeroom::sensitivity {
namespace {

int dimensions(int factors) {
  if (factors > ScrambledSobol::most_dimensions())
    throw DesignRefused("Sobol' points of " + std::to_string(factors) +
                        " factors; they have at most " +
                        std::to_string(ScrambledSobol::most_dimensions()) + ".");
  return std::max(factors, 0);
}

}  // namespace

SobolPoints::SobolPoints(std::uint64_t points, int factors, std::uint64_t seed)
    : Sampler(factors, seed), points_(points), sobol_(dimensions(factors), seed) {
  if (points < 2 || points > std::uint64_t{1} << 32)
    throw DesignRefused("A design of " + std::to_string(points) +
                        " Sobol' points; it has from 2 to 4294967296.");
}

void SobolPoints::point(std::uint64_t i, double* unit) const {
  for (int f = 0; f < factors(); ++f) unit[f] = sobol_.at(i, f);
}

std::string SobolPoints::identity() const {
  return "sobol of " + std::to_string(points_) + " points, " + std::to_string(factors()) +
         " factors, seed " + std::to_string(seed());
}

}  // namespace homeroom::sensitivity
