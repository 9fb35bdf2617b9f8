// A sampling design: points of the unit cube by number.
//
// Any point may be asked for at any time, and nothing is held: a design of a million points starts
// at once, and every shard of a cluster finds its own points. What decides a point is integers and
// exactly rounded arithmetic alone, so that it has the same bits on every machine.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace homeroom::sensitivity {

/// A design that cannot be, or rows that are not its own: the message says which and what to try.
struct DesignRefused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Sampler {
 public:
  virtual ~Sampler() = default;
  virtual std::string method() const = 0;  ///< "lhs", "sobol", "saltelli" or "morris"
  virtual std::uint64_t points() const = 0;
  /// Writes `factors()` coordinates of point `i` (below `points()`), each above 0 and below 1.
  virtual void point(std::uint64_t i, double* unit) const = 0;
  /// What every point follows from, in words: method, sizes, seed. Equal words, equal points.
  virtual std::string identity() const = 0;
  int factors() const { return factors_; }
  std::uint64_t seed() const { return seed_; }

 protected:
  /// Throws DesignRefused where there is no factor.
  Sampler(int factors, std::uint64_t seed);

 private:
  int factors_;
  std::uint64_t seed_;
};

}  // namespace homeroom::sensitivity
