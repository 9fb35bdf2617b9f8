#include "analysis/sensitivity/sobol_pick_freeze.hpp"

#include <algorithm>
#include <bit>

namespace homeroom::sensitivity {
namespace {

// Checked before direction numbers are worked out.
int halves(int factors) {
  const int most = ScrambledSobol::most_dimensions() / 2;
  if (factors > most)
    throw DesignRefused("A Sobol' pick-freeze design of " + std::to_string(factors) +
                        " factors; it has at most " + std::to_string(most) + ".");
  return 2 * std::max(factors, 0);
}

}  // namespace

SobolPickFreeze::SobolPickFreeze(std::uint64_t base_points, int factors, std::uint64_t seed)
    : Sampler(factors, seed), base_points_(base_points), sobol_(halves(factors), seed) {
  if (base_points >= 2 && base_points <= std::uint64_t{1} << 32 && std::has_single_bit(base_points))
    return;
  const std::uint64_t kept = std::clamp<std::uint64_t>(base_points, 2, std::uint64_t{1} << 32);
  throw DesignRefused("A Sobol' design of " + std::to_string(base_points) +
                      " base points; their number is a power of two from 2 to 4294967296, else "
                      "they are not spread evenly. Try " +
                      std::to_string(std::bit_floor(kept)) + " or " +
                      std::to_string(std::min(std::bit_ceil(kept), std::uint64_t{1} << 32)) + ".");
}

void SobolPickFreeze::point(std::uint64_t i, double* unit) const {
  const std::uint64_t base = i / rows_of_a_base_point();
  const std::uint64_t row = i % rows_of_a_base_point();
  for (int f = 0; f < factors(); ++f) {
    const bool from_b = row == 1 || row == static_cast<std::uint64_t>(f) + 2;
    unit[f] = sobol_.at(base, from_b ? factors() + f : f);
  }
}

std::string SobolPickFreeze::identity() const {
  return "saltelli of " + std::to_string(base_points_) + " base points, " +
         std::to_string(factors()) + " factors, seed " + std::to_string(seed());
}

}  // namespace homeroom::sensitivity
