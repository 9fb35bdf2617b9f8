#include "sim/year/choice_candidates.hpp"

#include <algorithm>
#include <array>
#include <bit>

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

/// As what every school is considered, seen from anywhere.
struct Considered {
  std::vector<As> as;                 ///< by cell of school and grade
  std::vector<std::uint32_t> grades;  ///< by school: bits of those in which it is considered

  Considered(const World& world, const ChoiceParameters& nature, const SchoolsSeen& seen,
             const Families& families, bool founding)
      : as(seen.seats.size()), grades(world.schools.size(), 0) {
    const auto offers = lottery_seats(world, nature, seen, families.holders, founding);
    for (std::size_t s = 0; s < grades.size(); ++s) {
      for (int grade = 0; grade < kGrades; ++grade) {
        const As here = considered_as(world, seen, offers, s, grade, founding);
        as[cell_of(s, grade)] = here;
        if (here != As::Nothing) grades[s] |= 1u << grade;
      }
    }
  }
};

/// Gathers the candidates of one neighbourhood after the other, of all grades at once: a school
/// that none of them considers is passed over once.
class Gatherer {
 public:
  Gatherer(const World& world, const ChoiceParameters& nature, const Zones& zones,
           const Considered& considered)
      : world_(world), zones_(zones), as_(considered.as), grades_(considered.grades) {
    const auto lotteries = static_cast<std::size_t>(nature.lottery_candidates);
    limit_ = {static_cast<std::size_t>(nature.district_candidates),
              static_cast<std::size_t>(nature.exam_candidates), lotteries, lotteries};
  }

  /// Finds what children of the `grades` (bits) who live there consider, nearest first.
  void look_from(std::size_t home, std::uint32_t grades) {
    for (auto& kinds : found_) {
      for (auto& kind : kinds) kind.clear();
    }
    for (const std::uint16_t school : world_.nearest(home)) {
      for (std::uint32_t left = grades & grades_[school]; left != 0; left &= left - 1) {
        const int grade = std::countr_zero(left);
        const auto as = static_cast<std::size_t>(as_[cell_of(school, grade)]);
        auto& kind = found_[static_cast<std::size_t>(grade)][as];
        if (kind.size() < limit_[as]) kind.push_back(school);
      }
    }
    for (std::uint32_t left = grades; left != 0; left &= left - 1) {
      add_zoned(home, std::countr_zero(left));
    }
  }

  /// Appends one grade's candidates, kind after kind.
  void append(int grade, Candidates& candidates) const {
    const auto& found = found_[static_cast<std::size_t>(grade)];
    auto& out = candidates.school;
    out.insert(out.end(), found[0].begin(), found[0].end());
    candidates.exam.back() = static_cast<std::uint32_t>(out.size());
    out.insert(out.end(), found[1].begin(), found[1].end());
    candidates.lottery.back() = static_cast<std::uint32_t>(out.size());
    out.insert(out.end(), found[2].begin(), found[2].end());
    candidates.backfill.back() = static_cast<std::uint32_t>(out.size());
    out.insert(out.end(), found[3].begin(), found[3].end());
  }

 private:
  void add_zoned(std::size_t home, int grade) {
    const SchoolId zoned = zones_[static_cast<std::size_t>(stage_of(grade))][home];
    if (!zoned || as_[cell_of(zoned.row(), grade)] != As::District) return;
    auto& district = found_[static_cast<std::size_t>(grade)][0];
    const auto school = static_cast<std::uint16_t>(zoned.row());
    if (std::find(district.begin(), district.end(), school) == district.end()) {
      district.push_back(school);
    }
  }

  const World& world_;
  const Zones& zones_;
  const std::vector<As>& as_;
  const std::vector<std::uint32_t>& grades_;
  std::array<std::size_t, kKinds> limit_{};
  std::array<std::array<std::vector<std::uint16_t>, kKinds>, kGrades> found_;
};

/// Bits of the grades in which anyone in the neighbourhood chooses.
std::uint32_t choosing_grades(const Families& families, std::size_t home) {
  std::uint32_t grades = 0;
  for (int grade = 0; grade < kGrades; ++grade) {
    const std::size_t cell = home_cell(home, grade);
    if (families.first[cell] < families.first[cell + 1]) grades |= 1u << grade;
  }
  return grades;
}

/// Neighbourhoods that are gathered for with the same working columns.
constexpr std::size_t kTogether = 8;

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

int lottery_seats_of(const World& world, const ChoiceParameters& nature, std::size_t school,
                     int grade, int vacant, bool founding) {
  if (vacant <= 0) return 0;
  const bool entry = founding || is_entry(world, SchoolId{school}, grade);
  return entry ? vacant : static_cast<int>(nature.lottery_backfill * vacant + 0.5);
}

std::vector<int> lottery_seats(const World& world, const ChoiceParameters& nature,
                               const SchoolsSeen& seen, const std::vector<int>& holders,
                               bool founding) {
  std::vector<int> offers(seen.seats.size(), 0);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    if (seen.gate[s] != Gate::Lottery) continue;
    for (int grade = 0; grade < kGrades; ++grade) {
      const std::size_t cell = cell_of(s, grade);
      offers[cell] =
          lottery_seats_of(world, nature, s, grade, seen.seats[cell] - holders[cell], founding);
    }
  }
  return offers;
}

std::vector<int> places_on_offer(const World& world, const ChoiceParameters& nature,
                                 const SchoolsSeen& seen, const std::vector<int>& holders,
                                 bool founding) {
  std::vector<int> offers = lottery_seats(world, nature, seen, holders, founding);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const Gate gate = seen.gate[s];
    if (gate != Gate::Assignment && gate != Gate::Examination) continue;
    for (int grade = 0; grade < kGrades; ++grade) {
      const bool entry = founding || is_entry(world, SchoolId{s}, grade);
      if (gate == Gate::Examination && !entry) continue;
      const std::size_t cell = cell_of(s, grade);
      offers[cell] = std::max(0, seen.seats[cell] - holders[cell]);
    }
  }
  return offers;
}

Candidates find_candidates(const World& world, const ChoiceParameters& nature, const Zones& zones,
                           const SchoolsSeen& seen, const Families& families, bool founding) {
  const Considered considered(world, nature, seen, families, founding);
  const std::size_t places = world.places.x.size();
  std::vector<Candidates> districts((places + kTogether - 1) / kTogether);
  for_each_index(districts.size(), [&](std::size_t district) {
    Gatherer gatherer(world, nature, zones, considered);
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
