#include "sim/year/choice_leftovers.hpp"

#include <algorithm>
#include <array>

#include "sim/core/contracts.hpp"

namespace homeroom::choice {
namespace {

class Placement {
 public:
  Placement(const World& world, const Zones& zones, const SchoolsSeen& seen, Seating& seating)
      : world_(world),
        zones_(zones),
        seen_(seen),
        seating_(seating),
        past_(kGates.size() * world.places.x.size() * kGrades, 0) {}

  SchoolId zoned(std::size_t home, int grade) const {
    return zones_[static_cast<std::size_t>(stage_of(grade))][home];
  }
  /// A school with a seat left, or nobody: the zoned one, then district schools, then those with
  /// their own lottery, nearest first.
  SchoolId with_seat(std::size_t home, int grade);
  /// The district's school that has the largest share of its seats in the grade empty, or nobody.
  SchoolId emptiest(std::size_t home, int grade) const;
  /// Where a child goes when every seat of the grade is taken.
  SchoolId over_capacity(std::size_t home, int grade) const;

 private:
  static constexpr std::array kGates = {Gate::Assignment, Gate::Lottery};

  SchoolId nearest_with_seat(std::size_t gate, std::size_t home, int grade);
  template <class Accepts>
  SchoolId nearest(std::size_t home, Accepts&& accepts) const {
    for (const std::uint16_t school : world_.nearest(home)) {
      if (seen_.gate[school] != Gate::Shut && accepts(school)) return SchoolId{school};
    }
    return SchoolId{};
  }

  const World& world_;
  const Zones& zones_;
  const SchoolsSeen& seen_;
  Seating& seating_;
  /// By gate and home cell: how many of the nearest schools have no seat any more. Seats are only
  /// taken here, so nobody has to ask them again.
  std::vector<std::uint16_t> past_;
};

SchoolId Placement::nearest_with_seat(std::size_t gate, std::size_t home, int grade) {
  const auto near = world_.nearest(home);
  std::uint16_t& past =
      past_[(gate * world_.places.x.size() + home) * kGrades + static_cast<std::size_t>(grade)];
  for (; past < near.size(); ++past) {
    const std::uint16_t school = near[past];
    if (seen_.gate[school] == kGates[gate] && seating_.left[cell_of(school, grade)] > 0) {
      return SchoolId{school};
    }
  }
  return SchoolId{};
}

SchoolId Placement::with_seat(std::size_t home, int grade) {
  const SchoolId zone = zoned(home, grade);
  if (zone && seating_.left[cell_of(zone.row(), grade)] > 0) return zone;
  for (std::size_t gate = 0; gate < kGates.size(); ++gate) {
    const SchoolId school = nearest_with_seat(gate, home, grade);
    if (school) return school;
  }
  return SchoolId{};
}

SchoolId Placement::emptiest(std::size_t home, int grade) const {
  SchoolId best;
  double most = 0.0;
  for (const std::uint16_t school : world_.nearest(home)) {
    const std::size_t cell = cell_of(school, grade);
    if (seen_.gate[school] != Gate::Assignment || seating_.left[cell] <= 0) continue;
    const double empty = static_cast<double>(seating_.left[cell]) / std::max(1, seen_.seats[cell]);
    if (empty <= most) continue;
    most = empty;
    best = SchoolId{school};
  }
  return best;
}

SchoolId Placement::over_capacity(std::size_t home, int grade) const {
  const SchoolId zone = zoned(home, grade);
  if (zone && seen_.seats[cell_of(zone.row(), grade)] > 0) return zone;
  for (const Gate gate : {Gate::Assignment, Gate::Lottery, Gate::Examination}) {
    const SchoolId school = nearest(home, [&](std::size_t s) {
      return seen_.gate[s] == gate && seen_.seats[cell_of(s, grade)] > 0;
    });
    if (school) return school;
  }
  return nearest(home, [&](std::size_t s) { return world_.schools.span[SchoolId{s}].has(grade); });
}

struct Waiting {
  std::uint64_t key;
  std::uint32_t family;
  friend bool operator<(const Waiting& a, const Waiting& b) { return a.key < b.key; }
};

}  // namespace

int place_leftovers(const World& world, const Zones& zones, const SchoolsSeen& seen,
                    const Families& families, const Priorities& priorities, double backfill,
                    const Dice& dice, Seating& seating) {
  Placement placement(world, zones, seen, seating);
  std::vector<Waiting> waiting;
  for (std::size_t f = 0; f < families.size(); ++f) {
    if (seating.seated(f)) continue;
    const std::size_t home = families.home[f];
    const SchoolId zone = placement.zoned(home, families.grade[f]);
    waiting.push_back({priorities.leftover(f, zone), static_cast<std::uint32_t>(f)});
  }
  std::sort(waiting.begin(), waiting.end());
  int over = 0;
  for (const Waiting& next : waiting) {
    const std::size_t home = families.home[next.family];
    const int grade = families.grade[next.family];
    const bool sent = backfill > 0.0 && dice.happens(backfill, Die::Backfill, world.year,
                                                     families.who(next.family));
    SchoolId school = sent ? placement.emptiest(home, grade) : SchoolId{};
    if (!school) school = placement.with_seat(home, grade);
    if (!school) {
      school = placement.over_capacity(home, grade);
      ++over;
    }
    HOMEROOM_ENSURE(school);  // some open school has the grade
    seating.take(next.family, grade, static_cast<std::uint16_t>(school.row()));
  }
  return over;
}

}  // namespace homeroom::choice
