#include "analysis/sensitivity/scrambled_sobol.hpp"

#include <boost/random/detail/sobol_table.hpp>

#include "sim/core/hashed.hpp"

namespace homeroom::sensitivity {
namespace {

using Table = boost::random::detail::qrng_tables::sobol;

constexpr std::uint64_t kScrambleDie = 3;

int degree_of(std::uint32_t polynomial) {
  int degree = 0;
  while (polynomial >> (degree + 1) != 0) ++degree;
  return degree;
}

std::uint32_t scrambled(std::uint32_t digits, std::uint64_t key) {
  std::uint32_t flips = 0;
  for (int place = 0; place < 32; ++place) {
    // The digits before this one, with a leading 1 so that their number counts.
    const std::uint64_t before = (std::uint64_t{1} << 32 | digits) >> (32 - place);
    flips |= static_cast<std::uint32_t>(hashed(key, before) & 1) << (31 - place);
  }
  return digits ^ flips;
}

}  // namespace

int ScrambledSobol::most_dimensions() { return static_cast<int>(Table::max_dimension); }

// Bratley and Fox (1988), ACM Transactions on Mathematical Software 14, section 2. The first
// dimension has no polynomial: its digits are those of the number, mirrored.
ScrambledSobol::Directions ScrambledSobol::directions_of(int dimension) {
  Directions odd;
  odd.fill(1);
  if (dimension > 0) {
    const auto row = static_cast<std::size_t>(dimension - 1);
    const std::uint32_t polynomial = Table::polynomial(row);
    const int degree = degree_of(polynomial);
    for (int j = 0; j < kDigits; ++j) {
      if (j < degree) {
        odd[j] = Table::minit(row, static_cast<std::size_t>(j));
        continue;
      }
      odd[j] = odd[j - degree];
      for (int back = 1; back <= degree; ++back)
        if (polynomial >> (degree - back) & 1) odd[j] ^= odd[j - back] << back;
    }
  }
  for (int j = 0; j < kDigits; ++j) odd[j] <<= kDigits - 1 - j;
  return odd;
}

ScrambledSobol::ScrambledSobol(int dimensions, std::uint64_t seed) : seed_(seed) {
  for (int d = 0; d < dimensions; ++d) directions_.push_back(directions_of(d));
}

double ScrambledSobol::at(std::uint64_t i, int dimension) const {
  const Directions& directions = directions_[static_cast<std::size_t>(dimension)];
  std::uint32_t digits = 0;
  for (int j = 0; j < kDigits && i >> j != 0; ++j)
    if (i >> j & 1) digits ^= directions[j];
  return (static_cast<double>(scrambled(digits, hashed(seed_, kScrambleDie, dimension))) + 0.5) /
         4294967296.0;
}

}  // namespace homeroom::sensitivity
