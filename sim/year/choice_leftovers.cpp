#include "sim/year/choice_leftovers.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "sim/core/contracts.hpp"

namespace homeroom::choice {
namespace {

class Placement {
 public:
  Placement(const World& world, int grade, const Zones& zones, const SchoolsSeen& seen,
            Seating& seating)
      : world_(world),
        grade_(grade),
        zoned_(zones[static_cast<std::size_t>(stage_of(grade))]),
        seen_(seen),
        seating_(seating) {}

  SchoolId zoned(std::size_t home) const { return zoned_[home]; }
  /// A school with a seat left, or nobody: the zoned one, then district schools, then those with
  /// their own lottery, nearest first.
  SchoolId with_seat(std::size_t home);
  /// The district's school that has the largest share of its seats in the grade empty, or nobody.
  SchoolId emptiest(std::size_t home) const;
  /// Where a child goes when every seat of the grade is taken.
  SchoolId over_capacity(std::size_t home) const;

 private:
  static constexpr std::array kGates = {Gate::Assignment, Gate::Lottery};

  SchoolId nearest_with_seat(std::size_t gate, std::size_t home);
  template <class Accepts>
  SchoolId nearest(std::size_t home, Accepts&& accepts) const {
    for (const std::uint16_t school : world_.nearest(home)) {
      const Gate gate = seen_.gate[school];
      if (gate == Gate::Shut || gate == Gate::Placement) continue;
      if (accepts(school)) return SchoolId{school};
    }
    return SchoolId{};
  }

  const World& world_;
  const int grade_;
  const std::vector<SchoolId>& zoned_;  ///< by neighbourhood
  const SchoolsSeen& seen_;
  Seating& seating_;
  /// By gate and neighbourhood: how many of the nearest schools have no seat any more. Seats are
  /// only taken here, so nobody has to ask them again.
  std::array<std::vector<std::uint16_t>, kGates.size()> past_;
};

SchoolId Placement::nearest_with_seat(std::size_t gate, std::size_t home) {
  const auto near = world_.nearest(home);
  past_[gate].resize(world_.places.x.size(), 0);
  std::uint16_t& past = past_[gate][home];
  for (; past < near.size(); ++past) {
    const std::uint16_t school = near[past];
    if (seen_.gate[school] == kGates[gate] && seating_.left[cell_of(school, grade_)] > 0) {
      return SchoolId{school};
    }
  }
  return SchoolId{};
}

SchoolId Placement::with_seat(std::size_t home) {
  const SchoolId zone = zoned(home);
  if (zone && seating_.left[cell_of(zone.row(), grade_)] > 0) return zone;
  for (std::size_t gate = 0; gate < kGates.size(); ++gate) {
    const SchoolId school = nearest_with_seat(gate, home);
    if (school) return school;
  }
  return SchoolId{};
}

SchoolId Placement::emptiest(std::size_t home) const {
  SchoolId best;
  double most = 0.0;
  for (const std::uint16_t school : world_.nearest(home)) {
    const std::size_t cell = cell_of(school, grade_);
    if (seen_.gate[school] != Gate::Assignment || seating_.left[cell] <= 0) continue;
    const double empty = static_cast<double>(seating_.left[cell]) / std::max(1, seen_.seats[cell]);
    if (empty <= most) continue;
    most = empty;
    best = SchoolId{school};
  }
  return best;
}

SchoolId Placement::over_capacity(std::size_t home) const {
  const SchoolId zone = zoned(home);
  if (zone && seen_.seats[cell_of(zone.row(), grade_)] > 0) return zone;
  for (const Gate gate : {Gate::Assignment, Gate::Lottery, Gate::Examination}) {
    const SchoolId school = nearest(home, [&](std::size_t s) {
      return seen_.gate[s] == gate && seen_.seats[cell_of(s, grade_)] > 0;
    });
    if (school) return school;
  }
  return nearest(home, [&](std::size_t s) { return world_.schools.span[SchoolId{s}].has(grade_); });
}

struct Waiting {
  std::uint64_t key;
  std::uint32_t family;
  friend bool operator<(const Waiting& a, const Waiting& b) { return a.key < b.key; }
};

/// Numbers are drawn evenly: by their highest bits nearly everyone comes to the right place, and
/// the rest move past few. Priorities are the classes of leftovers, siblings and others.
void sort_by_key(std::vector<Waiting>& waiting) {
  const int bits = std::bit_width(waiting.size());
  const auto part = [&](const Waiting& next) { return Priorities::part_of(next.key, bits); };
  std::vector<std::uint32_t> place((std::size_t{2} << bits) + 1, 0);
  for (const Waiting& next : waiting) ++place[part(next) + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  Buffer<Waiting> sorted(waiting.size());
  for (const Waiting& next : waiting) {
    Waiting& to = sorted[place[part(next)]++];
    to.key = next.key;
    to.family = next.family;
  }
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const Waiting next = sorted[i];
    std::size_t at = i;
    for (; at > 0 && next < waiting[at - 1]; --at) waiting[at] = waiting[at - 1];
    waiting[at] = next;
  }
}

std::vector<std::uint32_t> without_seat(FamilyRange in_grade, const Seating& seating) {
  std::vector<std::uint32_t> families(in_grade.size());
  std::size_t count = 0;
  for (std::uint32_t f = in_grade.first; f < in_grade.past; ++f) {
    families[count] = f;
    count += !seating.seated(f);
  }
  families.resize(count);
  return families;
}

/// By school: 1 if it has a seat for each of its zone's children among `families` and for as many
/// others as zones lack seats. Whatever the order, those children get their seats, and whoever else
/// comes finds one there: a child leaves its zone when that is full, so that no more leave all full
/// zones together than they have children beyond seats.
std::vector<std::uint8_t> sure_of_zone(const Placement& placement,
                                       const std::vector<std::uint32_t>& families,
                                       const Families& all, int grade, const Seating& seating) {
  std::vector<int> spare(seating.left.size() / kGrades);
  for (std::size_t s = 0; s < spare.size(); ++s) spare[s] = seating.left[cell_of(s, grade)];
  int others = 0;
  for (const std::uint32_t f : families) {
    const SchoolId zone = placement.zoned(all.home[f]);
    if (zone) others += --spare[zone.row()] < 0;
    if (!zone) ++others;
  }
  std::vector<std::uint8_t> sure(spare.size());
  for (std::size_t s = 0; s < sure.size(); ++s) sure[s] = spare[s] >= others;
  return sure;
}

}  // namespace

int place_leftovers(const World& world, int grade, const Zones& zones, const SchoolsSeen& seen,
                    const Families& families, const Priorities& priorities, double backfill,
                    const Dice& dice, Seating& seating) {
  const auto families_left = without_seat(families.in_grade(grade), seating);
  if (families_left.empty()) return 0;
  Placement placement(world, grade, zones, seen, seating);
  std::vector<std::uint8_t> sure;
  if (backfill <= 0.0) sure = sure_of_zone(placement, families_left, families, grade, seating);
  std::vector<Waiting> waiting;
  for (const std::uint32_t f : families_left) {
    const SchoolId zone = placement.zoned(families.home[f]);
    if (zone && !sure.empty() && sure[zone.row()]) {
      seating.take(f, grade, static_cast<std::uint16_t>(zone.row()));
    } else {
      waiting.push_back({priorities.leftover(f, zone), f});
    }
  }
  sort_by_key(waiting);
  int over = 0;
  for (const Waiting& next : waiting) {
    const std::size_t home = families.home[next.family];
    const bool sent = backfill > 0.0 &&
                      dice.happens(backfill, Die::Backfill, world.year, families.who(next.family));
    SchoolId school = sent ? placement.emptiest(home) : SchoolId{};
    if (!school) school = placement.with_seat(home);
    if (!school) {
      school = placement.over_capacity(home);
      ++over;
    }
    HOMEROOM_ENSURE(school);  // some open school has the grade
    seating.take(next.family, grade, static_cast<std::uint16_t>(school.row()));
  }
  return over;
}

}  // namespace homeroom::choice
