#include "sim/year/zones.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <queue>

#include "sim/core/parallel.hpp"
#include "sim/year/seats.hpp"

namespace homeroom {
namespace {

constexpr int kFirstGrade[kStages] = {0, 6, 9};
constexpr int kPastGrade[kStages] = {6, 9, kGrades};

bool may_have_zone(const World& world, const Law& law, SchoolId school) {
  return gate_of(world, law, school) == Gate::Assignment;
}

/// Seats in the grades of a stage; 0 for a school that does not begin the stage, as long as
/// others do: a zone must take a child in its first grade.
double stage_seats(const World& world, const Law& law, SchoolId school, int stage, bool entry) {
  if (!may_have_zone(world, law, school)) return 0.0;
  if (entry && seats_open(world, law, school, kFirstGrade[stage]) == 0) return 0.0;
  double seats = 0.0;
  for (int grade = kFirstGrade[stage]; grade < kPastGrade[stage]; ++grade) {
    seats += seats_open(world, law, school, grade);
  }
  return seats;
}

/// A neighbourhood and the next school that it asks, in order of their distance, then of their
/// rows: the bits of a distance, which is never negative, are ordered as it is.
struct Next {
  std::uint64_t key;
  std::size_t place;  ///< of the school among those nearest to the neighbourhood
  Next(float km, std::size_t neighbourhood, std::size_t school, std::size_t a_place)
      : key(static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(km)) << 32 |
            neighbourhood << 16 | school),
        place(a_place) {}
  std::size_t neighbourhood() const { return key >> 16 & 0xffff; }
  std::size_t school() const { return key & 0xffff; }
  friend bool operator>(const Next& a, const Next& b) { return a.key > b.key; }
};

std::vector<double> seats_by_school(const World& world, const Law& law, int stage) {
  std::vector<double> seats(world.schools.size());
  for (const bool entry : {true, false}) {
    double total = 0.0;
    for (std::size_t s = 0; s < seats.size(); ++s) {
      seats[s] = stage_seats(world, law, SchoolId{s}, stage, entry);
      total += seats[s];
    }
    if (total > 0.0) break;
  }
  return seats;
}

/// Pairs of neighbourhood and school, from the nearest on: only those that someone still asks for.
class NearestFirst {
 public:
  NearestFirst(const World& world, const std::vector<double>& seats)
      : world_(world), seats_(seats) {
    for (std::size_t n = 0; n < world.places.x.size(); ++n) push(n, 0);
  }
  bool empty() const { return waiting_.empty(); }
  Next pop() {
    const Next next = waiting_.top();
    waiting_.pop();
    return next;
  }
  /// The neighbourhood asks its next school with seats, from `place` on.
  void push(std::size_t neighbourhood, std::size_t place) {
    const auto near = world_.nearest(neighbourhood);
    while (place < near.size() && seats_[near[place]] <= 0.0) ++place;
    if (place == near.size()) return;
    waiting_.emplace(world_.distance(neighbourhood, SchoolId{near[place]}), neighbourhood,
                     near[place], place);
  }

 private:
  const World& world_;
  const std::vector<double>& seats_;
  std::priority_queue<Next, std::vector<Next>, std::greater<>> waiting_;
};

/// Children of every neighbourhood, by stage.
using Children = std::array<std::vector<double>, kStages>;

Children children_by_neighbourhood(const World& world) {
  const Students& students = world.students;
  const std::size_t places = world.places.x.size();
  const std::vector<int> count =
      count_by_parts(students.size(), places * kStages,
                     [&](std::size_t first, std::size_t past, std::vector<int>& here) {
                       for (std::size_t row = first; row < past; ++row) {
                         const auto stage = static_cast<std::size_t>(stage_of(students.grade[row]));
                         ++here[students.home[row] * kStages + stage];
                       }
                     });
  Children children;
  for (std::size_t stage = 0; stage < kStages; ++stage) {
    for (std::size_t n = 0; n < places; ++n) children[stage].push_back(count[n * kStages + stage]);
  }
  return children;
}

std::vector<SchoolId> stage_zones(const World& world, const Law& law, int stage,
                                  const std::vector<double>& children) {
  const std::vector<double> seats = seats_by_school(world, law, stage);
  double total = 0.0, all = 0.0;
  for (const double s : seats) total += s;
  for (const double c : children) all += c;
  // Other schools take part of the children: every zone school is asked for its share of all.
  std::vector<double> room = seats;
  for (double& r : room) r *= total > 0.0 ? all / total : 0.0;
  std::vector<SchoolId> zone(children.size()), nearest(children.size());
  for (NearestFirst asking(world, seats); !asking.empty();) {
    const Next pair = asking.pop();
    const std::size_t home = pair.neighbourhood();
    if (!nearest[home]) nearest[home] = SchoolId{pair.school()};
    if (room[pair.school()] > 0.0) {
      zone[home] = SchoolId{pair.school()};
      room[pair.school()] -= children[home];
    } else {
      asking.push(home, pair.place + 1);
    }
  }
  for (std::size_t home = 0; home < zone.size(); ++home) {
    if (!zone[home]) zone[home] = nearest[home];
  }
  return zone;
}

bool serves(const World& world, SchoolId school, int stage) {
  const GradeSpan span = world.schools.span[school];
  return span.first < kPastGrade[stage] && span.last >= kFirstGrade[stage];
}

}  // namespace

Zones draw_zones(const World& world, const Law& law) {
  const Children children = children_by_neighbourhood(world);
  Zones zones;
  for (int stage = 0; stage < kStages; ++stage) {
    zones[static_cast<std::size_t>(stage)] =
        stage_zones(world, law, stage, children[static_cast<std::size_t>(stage)]);
  }
  return zones;
}

bool zones_are_stale(const World& world, const Law& law) {
  const Schools& schools = world.schools;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const SchoolId school{s};
    const bool fresh =
        schools.opened[school] == world.year || schools.in_model_since[school] == world.year;
    if (fresh && may_have_zone(world, law, school)) return true;
  }
  for (int stage = 0; stage < kStages; ++stage) {
    const auto& zone = world.places.zoned[static_cast<std::size_t>(stage)];
    if (zone.size() != world.places.x.size()) return true;
    for (const SchoolId school : zone) {
      if (school && !(may_have_zone(world, law, school) && serves(world, school, stage))) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace homeroom
