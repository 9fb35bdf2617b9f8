#include "sim/chance/draw.hpp"

#include <Random123/threefry.h>

#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>

#include "sim/core/arithmetic.hpp"

namespace homeroom {
namespace {

using Words = std::array<std::uint32_t, 4>;

Words threefry(const Words& key, const Words& counter) {
  const threefry4x32_ctr_t at = {{counter[0], counter[1], counter[2], counter[3]}};
  const threefry4x32_key_t under = {{key[0], key[1], key[2], key[3]}};
  const threefry4x32_ctr_t out = threefry4x32(at, under);
  return {out.v[0], out.v[1], out.v[2], out.v[3]};
}

std::uint32_t rotated(std::uint32_t x, int by) { return (x << by) | (x >> (32 - by)); }

// One lane-parallel Threefry4x32-20; the loop over i is what the compiler vectorises. The rotation
// table and the key schedule are those of Salmon et al. (2011), table 2; a test compares with the
// published implementation word for word.
constexpr int kRotation[8][2] = {{10, 26}, {11, 21}, {13, 27}, {23, 5},
                                 {6, 20},  {17, 11}, {25, 10}, {18, 20}};

inline void mix(std::uint32_t& x0, std::uint32_t& x1, std::uint32_t& x2, std::uint32_t& x3, int d) {
  x0 += x1;
  x1 = rotated(x1, kRotation[d][0]) ^ x0;
  x2 += x3;
  x3 = rotated(x3, kRotation[d][1]) ^ x2;
}

inline void mix_crossed(std::uint32_t& x0, std::uint32_t& x1, std::uint32_t& x2, std::uint32_t& x3,
                        int d) {
  x0 += x3;
  x3 = rotated(x3, kRotation[d][0]) ^ x0;
  x2 += x1;
  x1 = rotated(x1, kRotation[d][1]) ^ x2;
}

struct Schedule {
  std::uint32_t k[5];
  explicit Schedule(const Words& key)
      : k{key[0], key[1], key[2], key[3], 0x1BD11BDAu ^ key[0] ^ key[1] ^ key[2] ^ key[3]} {}
};

inline void twenty_rounds(const Schedule& s, std::uint32_t& x0, std::uint32_t& x1,
                          std::uint32_t& x2, std::uint32_t& x3) {
  x0 += s.k[0];
  x1 += s.k[1];
  x2 += s.k[2];
  x3 += s.k[3];
#pragma GCC unroll 5
  for (int group = 0; group < 5; ++group) {
    const int d = (group % 2) * 4;
    mix(x0, x1, x2, x3, d);
    mix_crossed(x0, x1, x2, x3, d + 1);
    mix(x0, x1, x2, x3, d + 2);
    mix_crossed(x0, x1, x2, x3, d + 3);
    x0 += s.k[(group + 1) % 5];
    x1 += s.k[(group + 2) % 5];
    x2 += s.k[(group + 3) % 5];
    x3 += s.k[(group + 4) % 5] + static_cast<std::uint32_t>(group + 1);
  }
}

std::uint32_t block_of(Die die) { return static_cast<std::uint32_t>(die) / 4; }
int lane_of(Die die) { return static_cast<int>(static_cast<std::uint32_t>(die) % 4); }

// Engines live in blocks of their own, so that they meet no single draw.
constexpr std::uint32_t kEngineBlocks = 0x80000000u;

}  // namespace

float normal_from(std::uint32_t word) {
  const float q = (static_cast<float>(static_cast<std::int32_t>(word & 0x7fffffffu)) + 0.5f) *
                  (1.0f / 2147483648.0f);
  const float x = 1.0f - q;
  float w = -log_of(q * (2.0f - q));
  const float central = w - 2.5f;
  float p = 2.81022636e-08f;
  p = p * central + 3.43273939e-07f;
  p = p * central - 3.5233877e-06f;
  p = p * central - 4.39150654e-06f;
  p = p * central + 0.00021858087f;
  p = p * central - 0.00125372503f;
  p = p * central - 0.00417768164f;
  p = p * central + 0.246640727f;
  p = p * central + 1.50140941f;
  const float far = std::sqrt(w) - 3.0f;
  float t = -0.000200214257f;
  t = t * far + 0.000100950558f;
  t = t * far + 0.00134934322f;
  t = t * far - 0.00367342844f;
  t = t * far + 0.00573950773f;
  t = t * far - 0.0076224613f;
  t = t * far + 0.00943887047f;
  t = t * far + 1.00167406f;
  t = t * far + 2.83297682f;
  const float z = (w < 5.0f ? p : t) * x * 1.41421356f;
  return (word & 0x80000000u) ? -z : z;
}

float exponential_from(std::uint32_t word) { return -log_of(open_unit(word)); }

Engine::result_type Engine::operator()() {
  if (next_ == 4) {
    words_ = threefry(key_, counter_);
    ++key_[3];
    key_[3] |= kEngineBlocks;
    next_ = 0;
  }
  return words_[static_cast<std::size_t>(next_++)];
}

std::uint32_t Dice::word(Die die, int year, std::uint64_t who, std::uint32_t alternative) const {
  const Words counter = {static_cast<std::uint32_t>(who), static_cast<std::uint32_t>(who >> 32),
                         static_cast<std::uint32_t>(year), alternative};
  return threefry(key(block_of(die)), counter)[static_cast<std::size_t>(lane_of(die))];
}

double Dice::uniform(Die die, int year, std::uint64_t who, std::uint32_t alternative) const {
  return (static_cast<double>(word(die, year, who, alternative)) + 0.5) * 0x1p-32;
}

double Dice::normal(Die die, int year, std::uint64_t who, std::uint32_t alternative) const {
  return normal_from(word(die, year, who, alternative));
}

double Dice::gumbel(Die die, int year, std::uint64_t who, std::uint32_t alternative) const {
  return gumbel_from(word(die, year, who, alternative));
}

bool Dice::happens(double p, Die die, int year, std::uint64_t who,
                   std::uint32_t alternative) const {
  return uniform(die, year, who, alternative) < p;
}

Engine Dice::engine(Die die, int year, std::uint64_t who, std::uint32_t alternative) const {
  // 2^20 words per engine before it could reach the next die's; dice number fewer than 2^11.
  const std::uint32_t first = kEngineBlocks | (static_cast<std::uint32_t>(die) << 20);
  return Engine(key(first), {static_cast<std::uint32_t>(who), static_cast<std::uint32_t>(who >> 32),
                             static_cast<std::uint32_t>(year), alternative});
}

std::uint32_t Dice::below(std::uint32_t count, Die die, int year, std::uint64_t who,
                          std::uint32_t alternative) const {
  Engine words = engine(die, year, who, alternative);
  return boost::random::uniform_int_distribution<std::uint32_t>(0, count - 1)(words);
}

void Dice::block(Die die, int year, const std::uint32_t* low, const std::uint32_t* high,
                 std::uint32_t alternative, int count, std::uint32_t* const lanes[4]) const {
  const Schedule schedule(key(block_of(die)));
  std::uint32_t* __restrict lane0 = lanes[0];
  std::uint32_t* __restrict lane1 = lanes[1];
  std::uint32_t* __restrict lane2 = lanes[2];
  std::uint32_t* __restrict lane3 = lanes[3];
  const auto when = static_cast<std::uint32_t>(year);
  for (int i = 0; i < count; ++i) {
    std::uint32_t x0 = low[i], x1 = high[i], x2 = when, x3 = alternative;
    twenty_rounds(schedule, x0, x1, x2, x3);
    lane0[i] = x0;
    lane1[i] = x1;
    lane2[i] = x2;
    lane3[i] = x3;
  }
}

void Dice::alternatives(Die die, int year, std::uint64_t who, const std::uint32_t* alternatives,
                        int count, std::uint32_t* __restrict words) const {
  const Schedule schedule(key(block_of(die)));
  const auto low = static_cast<std::uint32_t>(who);
  const auto high = static_cast<std::uint32_t>(who >> 32);
  const auto when = static_cast<std::uint32_t>(year);
  const int lane = lane_of(die);
  for (int i = 0; i < count; ++i) {
    std::uint32_t x0 = low, x1 = high, x2 = when, x3 = alternatives[i];
    twenty_rounds(schedule, x0, x1, x2, x3);
    words[i] = lane == 0 ? x0 : lane == 1 ? x1 : lane == 2 ? x2 : x3;
  }
}

void Dice::alternatives(Die die, int year, std::uint64_t who, const std::uint32_t* alternatives,
                        int count, std::uint32_t* const lanes[4]) const {
  const Schedule schedule(key(block_of(die)));
  std::uint32_t* __restrict lane0 = lanes[0];
  std::uint32_t* __restrict lane1 = lanes[1];
  std::uint32_t* __restrict lane2 = lanes[2];
  std::uint32_t* __restrict lane3 = lanes[3];
  const auto low = static_cast<std::uint32_t>(who);
  const auto high = static_cast<std::uint32_t>(who >> 32);
  const auto when = static_cast<std::uint32_t>(year);
  for (int i = 0; i < count; ++i) {
    std::uint32_t x0 = low, x1 = high, x2 = when, x3 = alternatives[i];
    twenty_rounds(schedule, x0, x1, x2, x3);
    lane0[i] = x0;
    lane1[i] = x1;
    lane2[i] = x2;
    lane3[i] = x3;
  }
}

}  // namespace homeroom
