#include "sim/year/mobility_sight.hpp"

#include "sim/chance/gumbel.hpp"
#include "sim/core/wide.hpp"

namespace homeroom {

static_assert(Sight::kLanes == Dice::kSideBySide);

HOMEROOM_WIDE void Sight::part_doors(std::size_t slots) {
  const Door* __restrict doors = door.data();
  std::uint32_t* __restrict names = name.data();
  std::uint32_t* __restrict schools = school.data();
  float* __restrict ways = away.data();
  for (std::size_t cell = 0; cell < slots * kLanes; ++cell) {
    names[cell] = doors[cell].school;
    schools[cell] = doors[cell].school & Door::kRow;
    ways[cell] = doors[cell].away;
  }
}

HOMEROOM_WIDE void Sight::value_schools(std::size_t slots, std::size_t width, float backfill) {
  // The exponentials behind tastes first: a loop with both logarithms would wait for itself.
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const std::uint32_t* __restrict taste = words.data() + slot * 4 * kLanes;
    float* __restrict utilities = utility.data() + slot * kLanes;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      utilities[lane] = exponential_from(taste[lane]);
    }
  }
  std::array<std::uint32_t, kLanes> past_own{};
  const std::uint32_t* __restrict own_schools = own.data();
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const std::uint32_t* __restrict names = name.data() + slot * kLanes;
    const float* __restrict ways = away.data() + slot * kLanes;
    const std::uint32_t* __restrict schools = school.data() + slot * kLanes;
    const std::uint32_t* __restrict offered = words.data() + (slot * 4 + 1) * kLanes;
    float* __restrict utilities = utility.data() + slot * kLanes;
    const std::uint32_t too_many = slot + 1 == width;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const std::uint32_t is_own = schools[lane] == own_schools[lane];
      const std::uint32_t nowhere = schools[lane] == kNoSchool;
      const float offer = (names[lane] & Door::kOwnLottery) != 0 ? backfill : 1.0f;
      const std::uint32_t refused = open_unit(offered[lane]) >= offer;
      const std::uint32_t shut = is_own | nowhere | refused | (too_many & (past_own[lane] ^ 1u));
      past_own[lane] |= is_own;
      utilities[lane] = shut != 0 ? kNothing : gumbel_of(utilities[lane]) - ways[lane];
    }
  }
}

}  // namespace homeroom
