#include "sim/year/choice_candidates.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom::choice {
namespace {

/// As what a school is considered for a grade, in the order in which candidates are kept.
enum class As : std::uint8_t { District, Examination, Lottery, Backfill, Nothing };
constexpr std::size_t kKinds = 4;

As considered_as(const World& world, const SchoolsSeen& seen, const std::vector<int>& offers,
                 std::size_t school, int grade, bool founding) {
  const std::size_t cell = cell_of(school, grade);
  const bool entry = founding || is_entry(world, SchoolId{school}, grade);
  switch (seen.seats[cell] > 0 ? seen.gate[school] : Gate::Shut) {
    case Gate::Assignment:
      return As::District;
    case Gate::Examination:
      return entry ? As::Examination : As::Nothing;
    case Gate::Lottery:
      return offers[cell] == 0 ? As::Nothing : entry ? As::Lottery : As::Backfill;
    case Gate::Placement:
    case Gate::Shut:
      return As::Nothing;
  }
  return As::Nothing;
}

/// A bit for each kind and grade; kinds stand sixteen bits apart.
using Uses = std::uint64_t;
constexpr int kKindBits = 16;
static_assert(kGrades <= kKindBits && kKinds * kKindBits <= 64);
constexpr std::size_t bit_of(std::size_t kind, int grade) {
  return kind * kKindBits + static_cast<std::size_t>(grade);
}

/// As what every school is considered, seen from anywhere, in which grades.
std::vector<Uses> uses_of_schools(const World& world, const ChoiceParameters& nature,
                                  const SchoolsSeen& seen, const Families& families,
                                  bool founding) {
  std::vector<Uses> uses(world.schools.size(), 0);
  const auto offers = lottery_seats(world, nature, seen, families.holders, founding);
  for (std::size_t s = 0; s < uses.size(); ++s) {
    for (int grade = 0; grade < kGrades; ++grade) {
      const As here = considered_as(world, seen, offers, s, grade, founding);
      if (here == As::Nothing) continue;
      uses[s] |= Uses{1} << bit_of(static_cast<std::size_t>(here), grade);
    }
  }
  return uses;
}

/// How many schools of each use are looked at: as many as families look at, or all where a city has
/// no more, so that nobody looks through it for another.
struct Limits {
  std::array<std::size_t, kKinds * kKindBits> looked_at{};
  Uses found_somewhere = 0;
};

Limits limits_of(const ChoiceParameters& nature, const std::vector<Uses>& uses) {
  const auto lotteries = static_cast<std::size_t>(nature.lottery_candidates);
  const std::array<std::size_t, kKinds> at_most = {
      static_cast<std::size_t>(nature.district_candidates),
      static_cast<std::size_t>(nature.exam_candidates), lotteries, lotteries};
  Limits limits;
  for (std::size_t bit = 0; bit < limits.looked_at.size(); ++bit) {
    const auto here = std::count_if(uses.begin(), uses.end(),
                                    [&](Uses school) { return (school >> bit & 1u) != 0; });
    limits.looked_at[bit] = std::min(at_most[bit / kKindBits], static_cast<std::size_t>(here));
    if (limits.looked_at[bit] > 0) limits.found_somewhere |= Uses{1} << bit;
  }
  return limits;
}

/// Gathers the candidates of one neighbourhood after the other, of all grades at once: a school
/// that none of them considers any more is passed over at once.
class Gatherer {
 public:
  Gatherer(const World& world, const Zones& zones, const std::vector<Uses>& uses,
           const Limits& limits)
      : world_(world),
        zones_(zones),
        uses_(uses),
        limits_(limits),
        width_(*std::max_element(limits.looked_at.begin(), limits.looked_at.end()) + 1),
        found_(width_ * kKinds * kKindBits) {}

  /// Finds what children of the `grades` (bits) who live there consider, nearest first.
  void look_from(std::size_t home, std::uint32_t grades) {
    count_.fill(0);
    Uses wanted = 0;
    for (std::size_t kind = 0; kind < kKinds; ++kind) wanted |= Uses{grades} << bit_of(kind, 0);
    wanted &= limits_.found_somewhere;
    for (const std::uint16_t school : world_.nearest(home)) {
      if (wanted == 0) break;
      for (Uses left = wanted & uses_[school]; left != 0; left &= left - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(left));
        found_[bit * width_ + count_[bit]++] = school;
        if (count_[bit] == limits_.looked_at[bit]) wanted &= ~(Uses{1} << bit);
      }
    }
    for (std::uint32_t left = grades; left != 0; left &= left - 1) {
      add_zoned(home, std::countr_zero(left));
    }
  }

  /// Appends one grade's candidates, kind after kind.
  void append(int grade, Candidates& candidates) const {
    auto& out = candidates.school;
    const auto add = [&](std::size_t kind) {
      const auto found = found_as(bit_of(kind, grade));
      out.insert(out.end(), found.begin(), found.end());
      return static_cast<std::uint32_t>(out.size());
    };
    candidates.exam.back() = add(0);
    candidates.lottery.back() = add(1);
    candidates.backfill.back() = add(2);
    add(3);
  }

 private:
  void add_zoned(std::size_t home, int grade) {
    const SchoolId zoned = zones_[static_cast<std::size_t>(stage_of(grade))][home];
    if (!zoned || (uses_[zoned.row()] >> bit_of(0, grade) & 1u) == 0) return;
    const std::size_t bit = bit_of(0, grade);
    const auto district = found_as(bit);
    const auto school = static_cast<std::uint16_t>(zoned.row());
    if (std::find(district.begin(), district.end(), school) == district.end()) {
      found_[bit * width_ + count_[bit]++] = school;
    }
  }
  std::span<const std::uint16_t> found_as(std::size_t bit) const {
    return {found_.data() + bit * width_, count_[bit]};
  }

  const World& world_;
  const Zones& zones_;
  const std::vector<Uses>& uses_;
  const Limits& limits_;
  std::size_t width_;  ///< room for the schools of a use, and the zoned one
  std::array<std::size_t, kKinds * kKindBits> count_{};
  Buffer<std::uint16_t> found_;  ///< by use and place
};

/// Bits of the grades in which anyone in the neighbourhood chooses.
std::uint32_t choosing_grades(const Families& families, std::size_t home) {
  std::uint32_t grades = 0;
  for (int grade = 0; grade < kGrades; ++grade) {
    if (!families.in_cell(home, grade).empty()) grades |= 1u << grade;
  }
  return grades;
}

/// Neighbourhoods that are gathered for with the same working columns.
constexpr std::size_t kTogether = 16;

void gather_from(std::size_t home, std::uint32_t grades, Gatherer& gatherer,
                 Candidates& candidates) {
  gatherer.look_from(home, grades);
  for (int grade = 0; grade < kGrades; ++grade) {
    const auto start = static_cast<std::uint32_t>(candidates.school.size());
    for (auto* bound :
         {&candidates.first, &candidates.exam, &candidates.lottery, &candidates.backfill}) {
      bound->push_back(start);
    }
    if (grades >> grade & 1u) gatherer.append(grade, candidates);
  }
}

void append(const Candidates& some, Candidates& candidates) {
  const auto before = static_cast<std::uint32_t>(candidates.school.size());
  const auto move_bounds = [&](const std::vector<std::uint32_t>& from,
                               std::vector<std::uint32_t>& to) {
    for (const std::uint32_t bound : from) to.push_back(before + bound);
  };
  move_bounds(some.first, candidates.first);
  move_bounds(some.exam, candidates.exam);
  move_bounds(some.lottery, candidates.lottery);
  move_bounds(some.backfill, candidates.backfill);
  candidates.school.insert(candidates.school.end(), some.school.begin(), some.school.end());
}

}  // namespace

Candidates find_candidates(const World& world, const ChoiceParameters& nature, const Zones& zones,
                           const SchoolsSeen& seen, const Families& families, bool founding) {
  const std::vector<Uses> uses = uses_of_schools(world, nature, seen, families, founding);
  const Limits limits = limits_of(nature, uses);
  const std::size_t places = world.places.x.size();
  std::vector<Candidates> districts((places + kTogether - 1) / kTogether);
  for_each_index(districts.size(), [&](std::size_t district) {
    Gatherer gatherer(world, zones, uses, limits);
    const std::size_t first = district * kTogether;
    for (std::size_t n = first; n < std::min(first + kTogether, places); ++n) {
      gather_from(n, choosing_grades(families, n), gatherer, districts[district]);
    }
  });
  Candidates candidates;
  for (const Candidates& here : districts) append(here, candidates);
  candidates.first.push_back(static_cast<std::uint32_t>(candidates.school.size()));
  return candidates;
}

}  // namespace homeroom::choice
