#include "analysis/sensitivity/latin_hypercube.hpp"

#include "sim/core/hashed.hpp"
#include "sim/core/keyed_permutation.hpp"

namespace homeroom::sensitivity {
namespace {

constexpr std::uint64_t kCellDie = 1;
constexpr std::uint64_t kPlaceDie = 2;

// A cell below 2^32 and 20 bits and a half within it: the sum is exact, and its quotient below 1.
constexpr double kWithin = 1048576.0;

}  // namespace

LatinHypercube::LatinHypercube(std::uint64_t points, int factors, std::uint64_t seed)
    : Sampler(factors, seed), points_(points) {
  if (points < 2 || points > std::uint64_t{1} << 32)
    throw DesignRefused("A Latin hypercube of " + std::to_string(points) +
                        " points; it has from 2 to 4294967296.");
}

void LatinHypercube::point(std::uint64_t i, double* unit) const {
  for (int f = 0; f < factors(); ++f) {
    const KeyedPermutation cells(points_, hashed(seed(), kCellDie, f));
    const std::uint64_t within = hashed(seed(), kPlaceDie, f, i) >> 44;
    unit[f] = (static_cast<double>(cells(i)) + (static_cast<double>(within) + 0.5) / kWithin) /
              static_cast<double>(points_);
  }
}

std::string LatinHypercube::identity() const {
  return "lhs of " + std::to_string(points_) + " points, " + std::to_string(factors()) +
         " factors, seed " + std::to_string(seed());
}

}  // namespace homeroom::sensitivity
