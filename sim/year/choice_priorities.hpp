// Who is served before whom: a class in the high bits, then a lottery number or an examination's
// result, then the child's row, so that no two children of a school are equal.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/mechanism/market.hpp"
#include "sim/year/choice_lists.hpp"

namespace homeroom::choice {

/// Classes in the order in which they are served.
enum class Served : std::uint8_t { OwnSeat, SiblingInZone, Sibling, Zone, Others };
constexpr Served before(Served served, int classes) {
  return static_cast<Served>(static_cast<int>(served) - classes);
}

/// A family that enters lotteries.
struct Entrant {
  std::uint32_t family, row, generation;
  std::uint16_t sibling;  ///< school in which a sibling goes on, or kNoSchool
  std::uint8_t listed;
};

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
  Halves district(std::size_t family, std::size_t school) const {
    return district(claims(family), school);
  }
  /// What a family has to show at any school, found once for all that it lists.
  struct Claims {
    std::uint32_t family, row;
    std::uint32_t drawn, examination;
    std::uint16_t zoned, sibling;  ///< schools whose zone or sibling counts, or kNoSchool
  };
  Claims claims(std::size_t family) const {
    Claims found;
    find_claims(family, found);
    return found;
  }
  void find_claims(std::size_t family, Claims& claims) const;
  Halves district(const Claims& claims, std::size_t school) const;
  static std::uint64_t own_seat(const Claims& claims) {
    return key_of(Served::OwnSeat, claims.drawn, claims.row);
  }
  /// A school's own lottery, siblings first.
  std::uint64_t lottery(std::size_t family, std::size_t school) const;
  /// The same for all lines of a grade's lotteries that go to schools which are `drawing`: writes
  /// `market.priority`, 0 for the others. `entrant`: by line, a row of `entrants`.
  void lotteries(std::span<const Entrant> entrants, const std::uint32_t* entrant,
                 const std::vector<std::uint8_t>& drawing, mechanism::Market& market) const;
  /// Placement of those whom no list has seated: siblings at `zoned` first.
  std::uint64_t leftover(std::size_t family, SchoolId zoned) const;

  /// Which of the parts a priority falls into that come one after another: the highest `bits` of
  /// what was drawn, all others after all who claim a sibling's or a zone's seat.
  static std::size_t part_of(std::uint64_t priority, int bits) {
    const bool others = priority >> kClassAt >= static_cast<std::uint64_t>(Served::Others);
    const auto draw = static_cast<std::uint32_t>(priority >> kDrawAt);
    return std::size_t{others} << bits | draw >> (32 - bits);
  }
  /// The draw behind a priority, in (0, 1), smaller is better.
  static float draw_of(std::uint64_t priority);

 private:
  // 8 bits of class, 32 of draw, 24 of row.
  static constexpr int kDrawAt = 24;
  static constexpr int kClassAt = 56;

  bool sibling(std::size_t family, std::size_t school) const {
    return families_.sibling[family] == school && sibling_claims(family, school);
  }
  bool sibling_claims(std::size_t family, std::size_t school) const {
    if (sibling_priority_ <= 0.0) return false;
    if (sibling_priority_ >= 1.0) return true;  // whatever the die says
    return dice_.happens(sibling_priority_, Die::SiblingClaim, world_.year, families_.who(family),
                         static_cast<std::uint32_t>(school));
  }
  std::uint32_t own_tie_breaker(std::size_t family, std::size_t school) const;
  static std::uint64_t key_of(Served served, std::uint32_t draw, std::uint32_t row) {
    return (static_cast<std::uint64_t>(served) << kClassAt) |
           (static_cast<std::uint64_t>(draw) << kDrawAt) | row;
  }
  std::uint64_t key(Served served, std::uint32_t draw, std::size_t family) const {
    return key_of(served, draw, families_.row[family]);
  }

  const World& world_;
  const Dice& dice_;
  const Zones& zones_;
  const SchoolsSeen& seen_;
  const Families& families_;
  TieBreaking tie_breaking_;
  double sibling_priority_;
  std::vector<std::uint32_t> examination_;  ///< by family; 0 for those who do not sit it
};

// Field by field, so that nothing is put together elsewhere first.
inline void Priorities::find_claims(std::size_t family, Claims& claims) const {
  const auto stage = static_cast<std::size_t>(stage_of(families_.grade[family]));
  const SchoolId zoned = zones_[stage][families_.home[family]];
  const std::uint16_t sibling = families_.sibling[family];
  claims.family = static_cast<std::uint32_t>(family);
  claims.row = families_.row[family];
  claims.drawn = families_.lottery[family];
  claims.examination = examination_[family];
  claims.zoned = zoned ? static_cast<std::uint16_t>(zoned.row()) : kNoSchool;
  claims.sibling = sibling_claims(family, sibling) ? sibling : kNoSchool;
}

// Without branches: what a family has to show at the next school of its list is hard to guess.
inline Priorities::Halves Priorities::district(const Claims& claims, std::size_t school) const {
  const bool examined = seen_.gate[school] == Gate::Examination;
  const bool zone = !examined & (claims.zoned == school);
  const bool brother = !examined & (claims.sibling == school);
  std::uint32_t draw = examined ? claims.examination : claims.drawn;
  if (tie_breaking_ != TieBreaking::Single && !examined) {
    draw = own_tie_breaker(claims.family, school);
  }
  static_assert(before(Served::Others, 2) == Served::Sibling);
  static_assert(before(Served::Others, 1) == Served::Zone);
  static_assert(before(Served::Sibling, 1) == Served::SiblingInZone);
  // A class earlier is so much less.
  constexpr std::uint64_t kClass = std::uint64_t{1} << kClassAt;
  const std::uint64_t open = key_of(Served::Others, draw, claims.row) - 2 * kClass * brother;
  return {open - kClass * zone, open};
}

}  // namespace homeroom::choice
