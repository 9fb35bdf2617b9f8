// Who is served before whom: a class in the high bits, then a lottery number or an examination's
// result, then the child's row, so that no two children of a school are equal.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/year/choice_lists.hpp"

namespace homeroom::choice {

/// Classes in the order in which they are served.
enum class Served : std::uint8_t { OwnSeat, SiblingInZone, Sibling, Zone, Others };

class Priorities {
 public:
  Priorities(const World& world, const Law& law, const ChoiceParameters& nature, const Dice& dice,
             const Zones& zones, const SchoolsSeen& seen, const Families& families);

  /// The district's round. In the half of a school's seats that is kept for its zone, children of
  /// the zone come first; in the other the zone does not count.
  std::uint64_t district(std::size_t family, std::size_t school, bool zone_half) const {
    const Halves halves = district(family, school);
    return zone_half ? halves.zone : halves.open;
  }
  /// Both halves at once.
  struct Halves {
    std::uint64_t zone, open;
  };
  Halves district(std::size_t family, std::size_t school) const;
  std::uint64_t own_seat(std::size_t family) const;
  /// A school's own lottery, siblings first.
  std::uint64_t lottery(std::size_t family, std::size_t school) const;
  /// The same for many families, one school each.
  std::vector<std::uint64_t> lotteries(const std::vector<std::uint32_t>& family,
                                       const std::vector<std::uint32_t>& school) const;
  /// Placement of those whom no list has seated: siblings at `zoned` first.
  std::uint64_t leftover(std::size_t family, SchoolId zoned) const;

  /// The draw behind a priority, in (0, 1), smaller is better.
  static float draw_of(std::uint64_t priority);

 private:
  std::uint64_t lottery_key(std::size_t family, std::size_t school, std::uint32_t draw) const;
  bool sibling(std::size_t family, std::size_t school) const;
  std::uint32_t tie_breaker(std::size_t family, std::size_t school) const;
  std::uint64_t key(Served served, std::uint32_t draw, std::size_t family) const;

  const World& world_;
  const Dice& dice_;
  const Zones& zones_;
  const SchoolsSeen& seen_;
  const Families& families_;
  TieBreaking tie_breaking_;
  double sibling_priority_;
  std::vector<std::uint32_t> examination_;  ///< by family; 0 for those who do not sit it
};

}  // namespace homeroom::choice
