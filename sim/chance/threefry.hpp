// Words of Threefry4x32-13 (Salmon et al. 2011, SC11): a block of four for a key and a counter, one
// at a time as the authors publish it, or those of many individuals side by side; equal words.
#pragma once

#include <Random123/threefry.h>

#include <array>
#include <cstdint>

namespace homeroom::threefry {

using Words = std::array<std::uint32_t, 4>;

/// One more than the fewest that pass TestU01's BigCrush in Salmon et al. (2011), table 2;
/// Random123 publishes known answers for thirteen.
inline constexpr int kRounds = 13;

inline Words block(const Words& key, const Words& counter) {
  const threefry4x32_ctr_t at = {{counter[0], counter[1], counter[2], counter[3]}};
  const threefry4x32_key_t under = {{key[0], key[1], key[2], key[3]}};
  const threefry4x32_ctr_t out = threefry4x32_R(kRounds, at, under);
  return {out.v[0], out.v[1], out.v[2], out.v[3]};
}

/// What all rounds of a key take from it.
struct Schedule {
  std::uint32_t k[5];
  explicit Schedule(const Words& key)
      : k{key[0], key[1], key[2], key[3], 0x1BD11BDAu ^ key[0] ^ key[1] ^ key[2] ^ key[3]} {}
};

/// So many individuals go side by side.
inline constexpr int kWidth = 16;

// Counters are (low, high, when, alternative). Individual i's four words go to lanes[0][i] to
// lanes[3][i].

void fill_block(const Schedule& schedule, const std::uint32_t* low, const std::uint32_t* high,
                std::uint32_t when, std::uint32_t alternative, int count,
                std::uint32_t* const* lanes);
/// Neighbouring rows, whose high words are small numbers.
void fill_block_of_rows(const Schedule& schedule, std::uint32_t first, const std::int16_t* high,
                        std::uint32_t when, int count, std::uint32_t* const* lanes);
/// Each with an alternative of its own.
void fill_block_of_each(const Schedule& schedule, const std::uint32_t* low,
                        const std::uint32_t* high, std::uint32_t when,
                        const std::uint32_t* alternatives, int count, std::uint32_t* const* lanes);
/// Alternative after alternative for the same sixteen, whose four lanes follow each other.
void fill_blocks(const Schedule& schedule, const std::uint32_t* low, const std::uint32_t* high,
                 std::uint32_t when, const std::uint32_t* alternatives, int count,
                 std::uint32_t* words);
/// The same where each of the sixteen has alternatives of its own.
void fill_blocks_of_each(const Schedule& schedule, const std::uint32_t* low,
                         const std::uint32_t* high, std::uint32_t when,
                         const std::uint32_t* alternatives, int count, std::uint32_t* words);
/// One individual, many alternatives: one lane of each.
void fill_alternatives(const Schedule& schedule, std::uint32_t low, std::uint32_t high,
                       std::uint32_t when, const std::uint32_t* alternatives, int count, int lane,
                       std::uint32_t* words);

}  // namespace homeroom::threefry
