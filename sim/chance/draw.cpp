#include "sim/chance/draw.hpp"

#include <algorithm>
#include <boost/random/uniform_int_distribution.hpp>

#include "sim/chance/gumbel.hpp"
#include "sim/chance/threefry.hpp"
#include "sim/chance/unit_interval.hpp"
#include "sim/core/wide.hpp"

namespace homeroom {
namespace {

using threefry::Schedule;
using threefry::Words;

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

HOMEROOM_WIDE void gumbels_from(const std::uint32_t* __restrict words, int count,
                                float* __restrict gumbels) {
  for (int i = 0; i < count; ++i) gumbels[i] = exponential_from(words[i]);
  for (int i = 0; i < count; ++i) gumbels[i] = gumbel_of(gumbels[i]);
}

Engine::result_type Engine::operator()() {
  if (next_ == 4) {
    words_ = threefry::block(key_, counter_);
    ++key_[3];
    key_[3] |= kEngineBlocks;
    next_ = 0;
  }
  return words_[static_cast<std::size_t>(next_++)];
}

std::uint32_t Dice::word(Die die, int year, std::uint64_t who, std::uint32_t alternative) const {
  const Words counter = {static_cast<std::uint32_t>(who), static_cast<std::uint32_t>(who >> 32),
                         static_cast<std::uint32_t>(year), alternative};
  return threefry::block(key(block_of(die)), counter)[static_cast<std::size_t>(lane_of(die))];
}

double Dice::uniform(Die die, int year, std::uint64_t who, std::uint32_t alternative) const {
  return unit_interval(word(die, year, who, alternative));
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
  threefry::fill_block(Schedule(key(block_of(die))), low, high, static_cast<std::uint32_t>(year),
                       alternative, count, lanes);
}

void Dice::block_of_rows(Die die, int year, std::uint32_t first, const std::int16_t* high,
                         int count, std::uint32_t* const lanes[4]) const {
  threefry::fill_block_of_rows(Schedule(key(block_of(die))), first, high,
                               static_cast<std::uint32_t>(year), count, lanes);
}

void Dice::block_of_each(Die die, int year, const std::uint32_t* low, const std::uint32_t* high,
                         const std::uint32_t* alternatives, int count,
                         std::uint32_t* const lanes[4]) const {
  threefry::fill_block_of_each(Schedule(key(block_of(die))), low, high,
                               static_cast<std::uint32_t>(year), alternatives, count, lanes);
}

void Dice::alternatives(Die die, int year, std::uint64_t who, const std::uint32_t* alternatives,
                        int count, std::uint32_t* words) const {
  threefry::fill_alternatives(Schedule(key(block_of(die))), static_cast<std::uint32_t>(who),
                              static_cast<std::uint32_t>(who >> 32),
                              static_cast<std::uint32_t>(year), alternatives, count, lane_of(die),
                              words);
}

void Dice::blocks(Die die, int year, const std::uint32_t low[kSideBySide],
                  const std::uint32_t high[kSideBySide], const std::uint32_t* alternatives,
                  int count, std::uint32_t* words) const {
  static_assert(kSideBySide == threefry::kWidth);
  threefry::fill_blocks(Schedule(key(block_of(die))), low, high, static_cast<std::uint32_t>(year),
                        alternatives, count, words);
}

void Dice::blocks_of_each(Die die, int year, const std::uint32_t low[kSideBySide],
                          const std::uint32_t high[kSideBySide], const std::uint32_t* alternatives,
                          int count, std::uint32_t* words) const {
  threefry::fill_blocks_of_each(Schedule(key(block_of(die))), low, high,
                                static_cast<std::uint32_t>(year), alternatives, count, words);
}

}  // namespace homeroom
