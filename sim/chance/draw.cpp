#include "sim/chance/draw.hpp"

#include <Random123/threefry.h>

#include <algorithm>
#include <boost/random/uniform_int_distribution.hpp>
#include <cstring>

#include "sim/core/wide.hpp"

namespace homeroom {
namespace {

using Words = std::array<std::uint32_t, 4>;

/// One more than the fewest that pass TestU01's BigCrush in Salmon et al. (2011), table 2;
/// Random123 publishes known answers for thirteen.
constexpr int kRounds = 13;

Words threefry(const Words& key, const Words& counter) {
  const threefry4x32_ctr_t at = {{counter[0], counter[1], counter[2], counter[3]}};
  const threefry4x32_key_t under = {{key[0], key[1], key[2], key[3]}};
  const threefry4x32_ctr_t out = threefry4x32_R(kRounds, at, under);
  return {out.v[0], out.v[1], out.v[2], out.v[3]};
}

// Sixteen individuals side by side in the vector type that g++ and clang share: one source for
// every instruction set, and the same words from each. The rotation table and the key schedule are
// those of Salmon et al. (2011), table 2; a test compares with the published implementation word
// for word.
constexpr int kWidth = 16;
using Vector = std::uint32_t __attribute__((vector_size(4 * kWidth)));

struct Schedule {
  std::uint32_t k[5];
  explicit Schedule(const Words& key)
      : k{key[0], key[1], key[2], key[3], 0x1BD11BDAu ^ key[0] ^ key[1] ^ key[2] ^ key[3]} {}
};

struct State {
  Vector x0, x1, x2, x3;
};

template <int kLeft, int kRight>
inline __attribute__((always_inline)) void mix(State& s) {
  s.x0 += s.x1;
  s.x1 = ((s.x1 << kLeft) | (s.x1 >> (32 - kLeft))) ^ s.x0;
  s.x2 += s.x3;
  s.x3 = ((s.x3 << kRight) | (s.x3 >> (32 - kRight))) ^ s.x2;
}

template <int kLeft, int kRight>
inline __attribute__((always_inline)) void mix_crossed(State& s) {
  s.x0 += s.x3;
  s.x3 = ((s.x3 << kLeft) | (s.x3 >> (32 - kLeft))) ^ s.x0;
  s.x2 += s.x1;
  s.x1 = ((s.x1 << kRight) | (s.x1 >> (32 - kRight))) ^ s.x2;
}

template <int kGroup>
inline __attribute__((always_inline)) void four_rounds(State& s, const Schedule& schedule) {
  if constexpr (kGroup % 2 == 0) {
    mix<10, 26>(s);
    mix_crossed<11, 21>(s);
    mix<13, 27>(s);
    mix_crossed<23, 5>(s);
  } else {
    mix<6, 20>(s);
    mix_crossed<17, 11>(s);
    mix<25, 10>(s);
    mix_crossed<18, 20>(s);
  }
  s.x0 += schedule.k[(kGroup + 1) % 5];
  s.x1 += schedule.k[(kGroup + 2) % 5];
  s.x2 += schedule.k[(kGroup + 3) % 5];
  s.x3 += schedule.k[(kGroup + 4) % 5] + static_cast<std::uint32_t>(kGroup + 1);
}

inline __attribute__((always_inline)) void inject_key(State& s, const Schedule& schedule) {
  s.x0 += schedule.k[0];
  s.x1 += schedule.k[1];
  s.x2 += schedule.k[2];
  s.x3 += schedule.k[3];
}

/// Every round waits for the one before: one state alone leaves a quarter of the time unused, two
/// in turns (measured) next to none. Three groups of four and the first round of the fourth.
template <class... States>
inline __attribute__((always_inline)) void all_rounds(const Schedule& schedule, States&... s) {
  static_assert(kRounds == 13);
  (inject_key(s, schedule), ...);
  (four_rounds<0>(s, schedule), ...);
  (four_rounds<1>(s, schedule), ...);
  (four_rounds<2>(s, schedule), ...);
  (mix<6, 20>(s), ...);
}

inline __attribute__((always_inline)) void load(Vector& v, const std::uint32_t* from, int count) {
  v = Vector{};
  if (count >= kWidth) {
    std::memcpy(&v, from, sizeof v);
  } else {
    std::memcpy(&v, from, 4 * static_cast<std::size_t>(count));
  }
}

inline __attribute__((always_inline)) void store(std::uint32_t* to, const Vector& v, int count) {
  if (count >= kWidth) {
    std::memcpy(to, &v, sizeof v);
  } else {
    std::memcpy(to, &v, 4 * static_cast<std::size_t>(count));
  }
}

inline __attribute__((always_inline)) void store(std::uint32_t* const* lanes, int at,
                                                 const State& s, int count) {
  store(lanes[0] + at, s.x0, count);
  store(lanes[1] + at, s.x1, count);
  store(lanes[2] + at, s.x2, count);
  store(lanes[3] + at, s.x3, count);
}

/// `begin(state, i, left)` writes what the individuals from i on begin with.
template <class Begin>
inline __attribute__((always_inline)) void fill(const Schedule& schedule, int count,
                                                std::uint32_t* const* lanes, const Begin& begin) {
  int i = 0;
  State one, other;
  for (; count - i > kWidth; i += 2 * kWidth) {
    const int left = count - i - kWidth;
    begin(one, i, kWidth);
    begin(other, i + kWidth, left);
    all_rounds(schedule, one, other);
    store(lanes, i, one, kWidth);
    store(lanes, i + kWidth, other, left);
  }
  if (i >= count) return;
  begin(one, i, count - i);
  all_rounds(schedule, one);
  store(lanes, i, one, count - i);
}

HOMEROOM_WIDE void fill_block(const Schedule& schedule, const std::uint32_t* low,
                              const std::uint32_t* high, std::uint32_t when,
                              std::uint32_t alternative, int count, std::uint32_t* const* lanes) {
  fill(
      schedule, count, lanes, [=](State & s, int i, int left) __attribute__((always_inline)) {
        load(s.x0, low + i, left);
        load(s.x1, high + i, left);
        s.x2 = Vector{} + when;
        s.x3 = Vector{} + alternative;
      });
}

/// Neighbouring rows, whose high words are small numbers.
HOMEROOM_WIDE void fill_block_of_rows(const Schedule& schedule, std::uint32_t first,
                                      const std::int16_t* high, std::uint32_t when, int count,
                                      std::uint32_t* const* lanes) {
  using Short = std::int16_t __attribute__((vector_size(2 * kWidth)));
  using Signed = std::int32_t __attribute__((vector_size(4 * kWidth)));
  const Vector steps = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  fill(
      schedule, count, lanes, [=](State & s, int i, int left) __attribute__((always_inline)) {
        Short names{};
        std::memcpy(&names, high + i, 2 * static_cast<std::size_t>(left < kWidth ? left : kWidth));
        const Signed wide = __builtin_convertvector(names, Signed);
        s.x0 = steps + (first + static_cast<std::uint32_t>(i));
        std::memcpy(&s.x1, &wide, sizeof wide);
        s.x2 = Vector{} + when;
        s.x3 = Vector{};
      });
}

HOMEROOM_WIDE void fill_block_of_each(const Schedule& schedule, const std::uint32_t* low,
                                      const std::uint32_t* high, std::uint32_t when,
                                      const std::uint32_t* alternatives, int count,
                                      std::uint32_t* const* lanes) {
  fill(
      schedule, count, lanes, [=](State & s, int i, int left) __attribute__((always_inline)) {
        load(s.x0, low + i, left);
        load(s.x1, high + i, left);
        s.x2 = Vector{} + when;
        load(s.x3, alternatives + i, left);
      });
}

/// Alternative after alternative for the same sixteen, whose four lanes follow each other.
HOMEROOM_WIDE void fill_blocks(const Schedule& schedule, const std::uint32_t* low,
                               const std::uint32_t* high, std::uint32_t when,
                               const std::uint32_t* alternatives, int count, std::uint32_t* words) {
  const State start{Vector{}, Vector{}, Vector{} + when, Vector{}};
  std::uint32_t* lanes[4] = {words, words + kWidth, words + 2 * kWidth, words + 3 * kWidth};
  State one = start, other = start;
  for (int i = 0; i < count; i += 2) {
    const std::uint32_t last = alternatives[i + 1 < count ? i + 1 : i];
    one = other = start;
    load(one.x0, low, kWidth);
    load(one.x1, high, kWidth);
    other.x0 = one.x0;
    other.x1 = one.x1;
    one.x3 += alternatives[i];
    other.x3 += last;
    all_rounds(schedule, one, other);
    store(lanes, 4 * kWidth * i, one, kWidth);
    if (i + 1 < count) store(lanes, 4 * kWidth * (i + 1), other, kWidth);
  }
}

/// The same where each of the sixteen has alternatives of its own.
HOMEROOM_WIDE void fill_blocks_of_each(const Schedule& schedule, const std::uint32_t* low,
                                       const std::uint32_t* high, std::uint32_t when,
                                       const std::uint32_t* alternatives, int count,
                                       std::uint32_t* words) {
  State start{Vector{}, Vector{}, Vector{} + when, Vector{}};
  load(start.x0, low, kWidth);
  load(start.x1, high, kWidth);
  std::uint32_t* lanes[4] = {words, words + kWidth, words + 2 * kWidth, words + 3 * kWidth};
  State one = start, other = start;
  int i = 0;
  for (; i + 1 < count; i += 2) {
    one = other = start;
    load(one.x3, alternatives + kWidth * i, kWidth);
    load(other.x3, alternatives + kWidth * (i + 1), kWidth);
    all_rounds(schedule, one, other);
    store(lanes, 4 * kWidth * i, one, kWidth);
    store(lanes, 4 * kWidth * (i + 1), other, kWidth);
  }
  if (i >= count) return;
  one = start;
  load(one.x3, alternatives + kWidth * i, kWidth);
  all_rounds(schedule, one);
  store(lanes, 4 * kWidth * i, one, kWidth);
}

HOMEROOM_WIDE void fill_alternatives(const Schedule& schedule, std::uint32_t low,
                                     std::uint32_t high, std::uint32_t when,
                                     const std::uint32_t* alternatives, int count, int lane,
                                     std::uint32_t* words) {
  for (int i = 0; i < count; i += kWidth) {
    const int left = count - i;
    State s{Vector{} + low, Vector{} + high, Vector{} + when, Vector{}};
    load(s.x3, alternatives + i, left);
    all_rounds(schedule, s);
    store(words + i, lane == 0 ? s.x0 : lane == 1 ? s.x1 : lane == 2 ? s.x2 : s.x3, left);
  }
}

std::uint32_t block_of(Die die) { return static_cast<std::uint32_t>(die) / 4; }
int lane_of(Die die) { return static_cast<int>(static_cast<std::uint32_t>(die) % 4); }

/// From this magnitude of a word on its normal is a central one for certain: q is at least .0034,
/// so that w is at most 4.993.
constexpr std::uint32_t kCentral = 7301445;

// Engines live in blocks of their own, so that they meet no single draw.
constexpr std::uint32_t kEngineBlocks = 0x80000000u;

}  // namespace

HOMEROOM_WIDE void normals_from(const std::uint32_t* __restrict words, int count,
                                float* __restrict normals) {
  // In two short loops of few steps each, since a long one waits for itself: arguments first.
  constexpr int kBatch = 128;
  float x[kBatch], w[kBatch];
  int first = 0;
  for (; count - first >= kBatch; first += kBatch) {
    for (int i = 0; i < kBatch; ++i) {
      const NormalArgument of = normal_argument(words[first + i]);
      x[i] = of.x;
      w[i] = of.w;
    }
    for (int i = 0; i < kBatch; ++i) {
      normals[first + i] = signed_normal(central_normal(w[i]), x[i], words[first + i]);
    }
    std::uint32_t least = kCentral;
    for (int i = 0; i < kBatch; ++i) least = std::min(least, words[first + i] & 0x7fffffffu);
    if (least == kCentral) continue;
    for (int i = 0; i < kBatch; ++i) {
      const std::uint32_t word = words[first + i];
      if ((word & 0x7fffffffu) < kCentral) normals[first + i] = normal_from(word);
    }
  }
  for (int i = first; i < count; ++i) normals[i] = normal_from(words[i]);
}

HOMEROOM_WIDE void gumbels_from(const std::uint32_t* words, int count, float* gumbels) {
  for (int i = 0; i < count; ++i) gumbels[i] = gumbel_from(words[i]);
}

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
  fill_block(Schedule(key(block_of(die))), low, high, static_cast<std::uint32_t>(year), alternative,
             count, lanes);
}

void Dice::block_of_rows(Die die, int year, std::uint32_t first, const std::int16_t* high,
                         int count, std::uint32_t* const lanes[4]) const {
  fill_block_of_rows(Schedule(key(block_of(die))), first, high, static_cast<std::uint32_t>(year),
                     count, lanes);
}

void Dice::block_of_each(Die die, int year, const std::uint32_t* low, const std::uint32_t* high,
                         const std::uint32_t* alternatives, int count,
                         std::uint32_t* const lanes[4]) const {
  fill_block_of_each(Schedule(key(block_of(die))), low, high, static_cast<std::uint32_t>(year),
                     alternatives, count, lanes);
}

void Dice::alternatives(Die die, int year, std::uint64_t who, const std::uint32_t* alternatives,
                        int count, std::uint32_t* words) const {
  fill_alternatives(Schedule(key(block_of(die))), static_cast<std::uint32_t>(who),
                    static_cast<std::uint32_t>(who >> 32), static_cast<std::uint32_t>(year),
                    alternatives, count, lane_of(die), words);
}

void Dice::blocks(Die die, int year, const std::uint32_t low[kSideBySide],
                  const std::uint32_t high[kSideBySide], const std::uint32_t* alternatives,
                  int count, std::uint32_t* words) const {
  static_assert(kSideBySide == kWidth);
  fill_blocks(Schedule(key(block_of(die))), low, high, static_cast<std::uint32_t>(year),
              alternatives, count, words);
}

void Dice::blocks_of_each(Die die, int year, const std::uint32_t low[kSideBySide],
                          const std::uint32_t high[kSideBySide], const std::uint32_t* alternatives,
                          int count, std::uint32_t* words) const {
  fill_blocks_of_each(Schedule(key(block_of(die))), low, high, static_cast<std::uint32_t>(year),
                      alternatives, count, words);
}

}  // namespace homeroom
