// Sobol' points with Owen's scrambling, by number.
//
// Direction numbers are those of Joe and Kuo (2008, SIAM Journal on Scientific Computing 30).
// Scrambling (Owen 1995, "Randomly permuted (t,m,s)-nets and (t,s)-sequences") flips each binary
// digit by a coin that follows from the digits before it: the points stay as evenly spread, and any
// seed gives an unbiased mean.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace homeroom::sensitivity {

class ScrambledSobol {
 public:
  /// As many dimensions as there are direction numbers for.
  static int most_dimensions();

  ScrambledSobol(int dimensions, std::uint64_t seed);
  /// Coordinate of point `i` (below 2^32), above 0 and below 1.
  double at(std::uint64_t i, int dimension) const;

 private:
  static constexpr int kDigits = 32;
  using Directions = std::array<std::uint32_t, kDigits>;
  static Directions directions_of(int dimension);

  std::vector<Directions> directions_;
  std::uint64_t seed_;
};

}  // namespace homeroom::sensitivity
