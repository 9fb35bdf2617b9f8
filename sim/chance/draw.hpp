// A draw is a pure function of (seed, replicate, district, die, year, who, alternative). Each of
// these has bits of its own in the key or the counter of Threefry4x32-13 (Salmon et al. 2011,
// SC11), so no two draws can meet, and nothing is counted: drawing more in one place moves nothing
// elsewhere.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <limits>

#include "sim/chance/dice.hpp"
#include "sim/core/arithmetic.hpp"

namespace homeroom {

/// Word to open interval (0, 1), 23 bits, exact in float.
inline float open_unit(std::uint32_t word) {
  return (static_cast<float>(static_cast<std::int32_t>(word >> 9)) + 0.5f) * (1.0f / 8388608.0f);
}
/// A word as a normal's inverse distribution function takes it: distance from the median, and the
/// logarithm on which its polynomials run.
struct NormalArgument {
  float x, w;
};
inline NormalArgument normal_argument(std::uint32_t word) {
  const auto magnitude = static_cast<std::int32_t>(word & 0x7fffffffu);
  const float q = (static_cast<float>(magnitude) + 0.5f) * (1.0f / 2147483648.0f);
  return {1.0f - q, -log_of(q * (2.0f - q))};
}
/// The polynomial of all but one in 300 normals, those with w < 5.
inline float central_normal(float w) {
  const float central = w - 2.5f;
  float p = 2.81022636e-08f;
  p = p * central + 3.43273939e-07f;
  p = p * central - 3.5233877e-06f;
  p = p * central - 4.39150654e-06f;
  p = p * central + 0.00021858087f;
  p = p * central - 0.00125372503f;
  p = p * central - 0.00417768164f;
  p = p * central + 0.246640727f;
  return p * central + 1.50140941f;
}
inline float tail_normal(float w) {
  const float far = __builtin_sqrtf(w) - 3.0f;
  float t = -0.000200214257f;
  t = t * far + 0.000100950558f;
  t = t * far + 0.00134934322f;
  t = t * far - 0.00367342844f;
  t = t * far + 0.00573950773f;
  t = t * far - 0.0076224613f;
  t = t * far + 0.00943887047f;
  t = t * far + 1.00167406f;
  return t * far + 2.83297682f;
}
/// A polynomial's value as a normal on the side that the word's sign names.
inline float signed_normal(float polynomial, float x, std::uint32_t word) {
  const float z = polynomial * x * 1.41421356f;
  return std::bit_cast<float>(std::bit_cast<std::uint32_t>(z) ^ (word & 0x80000000u));
}
/// Word to a standard normal by the inverse distribution function, one word each, monotone.
/// Source: Giles (2012), GPU Computing Gems Jade, ch. 10; tail kept by 31 bits and a sign.
inline float normal_from(std::uint32_t word) {
  const auto [x, w] = normal_argument(word);
  return signed_normal(w < 5.0f ? central_normal(w) : tail_normal(w), x, word);
}
/// Word to a standard Gumbel (type I extreme value).
inline float gumbel_from(std::uint32_t word) { return -log_of(-log_of(open_unit(word))); }
/// Word to a standard exponential.
inline float exponential_from(std::uint32_t word) { return -log_of(open_unit(word)); }
/// The same for columns of words, on the widest vectors the machine has; equal bits on each.
void normals_from(const std::uint32_t* words, int count, float* normals);
void gumbels_from(const std::uint32_t* words, int count, float* gumbels);

/// A short-lived generator for draws of varying number, with Boost.Random's engine concept.
class Engine {
 public:
  using result_type = std::uint32_t;
  Engine(std::array<std::uint32_t, 4> key, std::array<std::uint32_t, 4> counter)
      : key_(key), counter_(counter) {}
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
  result_type operator()();

 private:
  std::array<std::uint32_t, 4> key_, counter_, words_{};
  int next_ = 4;
};

/// The dice of one replicate of one seed, and of one district where a nation has many.
class Dice {
 public:
  /// `district`: counted from 1; 0 is a city by itself.
  Dice(std::uint64_t seed, std::uint32_t replicate, std::uint16_t district = 0)
      : seed_(seed), replicate_(replicate), district_(district) {}

  std::uint32_t word(Die die, int year, std::uint64_t who, std::uint32_t alternative = 0) const;
  /// Uniform on (0, 1), 32 bits.
  double uniform(Die die, int year, std::uint64_t who, std::uint32_t alternative = 0) const;
  double normal(Die die, int year, std::uint64_t who, std::uint32_t alternative = 0) const;
  double gumbel(Die die, int year, std::uint64_t who, std::uint32_t alternative = 0) const;
  /// True with probability `p`.
  bool happens(double p, Die die, int year, std::uint64_t who, std::uint32_t alternative = 0) const;
  /// A generator whose words are this draw's own; it never meets another draw.
  Engine engine(Die die, int year, std::uint64_t who, std::uint32_t alternative = 0) const;
  /// Uniform integer in [0, count).
  std::uint32_t below(std::uint32_t count, Die die, int year, std::uint64_t who,
                      std::uint32_t alternative = 0) const;

  /// The four words of the block of `die` for many individuals at once: individual i is
  /// (low[i], high[i]); writes lane l of individual i to lanes[l][i]. Equal to `word` word for
  /// word.
  void block(Die die, int year, const std::uint32_t* low, const std::uint32_t* high,
             std::uint32_t alternative, int count, std::uint32_t* const lanes[4]) const;
  /// The same for neighbours: individual i is (first + i, high[i]).
  void block_of_rows(Die die, int year, std::uint32_t first, const std::int16_t* high, int count,
                     std::uint32_t* const lanes[4]) const;
  /// The same where individual i has an alternative of its own.
  void block_of_each(Die die, int year, const std::uint32_t* low, const std::uint32_t* high,
                     const std::uint32_t* alternatives, int count,
                     std::uint32_t* const lanes[4]) const;
  /// One individual, many alternatives: lane of `die` for alternatives[i].
  void alternatives(Die die, int year, std::uint64_t who, const std::uint32_t* alternatives,
                    int count, std::uint32_t* words) const;
  /// Sixteen individuals, many alternatives: writes for each alternative the four lanes of the
  /// block, one after the other, each with a word of every individual.
  static constexpr int kSideBySide = 16;
  void blocks(Die die, int year, const std::uint32_t low[kSideBySide],
              const std::uint32_t high[kSideBySide], const std::uint32_t* alternatives, int count,
              std::uint32_t* words) const;

  /// The same where every individual has alternatives of its own: alternatives[kSideBySide * k + i]
  /// is the k-th of individual i.
  void blocks_of_each(Die die, int year, const std::uint32_t low[kSideBySide],
                      const std::uint32_t high[kSideBySide], const std::uint32_t* alternatives,
                      int count, std::uint32_t* words) const;

  std::uint64_t seed() const { return seed_; }
  std::uint32_t replicate() const { return replicate_; }

 private:
  std::array<std::uint32_t, 4> key(std::uint32_t block) const {
    // Blocks are numbered below 2^16.
    return {static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32), replicate_,
            static_cast<std::uint32_t>(district_) << 16 | block};
  }
  std::uint64_t seed_;
  std::uint32_t replicate_;
  std::uint16_t district_;
};

/// Who, made of two words: the entity's row and what tells its generations apart.
inline std::uint64_t who_of(std::uint32_t low, std::uint32_t high) {
  return (static_cast<std::uint64_t>(high) << 32) | low;
}

}  // namespace homeroom
