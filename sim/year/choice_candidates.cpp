#include "sim/year/choice_candidates.hpp"

#include <algorithm>
#include <utility>

namespace homeroom::choice {
namespace {

/// Open schools of a neighbourhood, nearest first, ties by row.
void sort_by_distance(const World& world, const std::vector<std::uint16_t>& open,
                      Candidates& candidates) {
  const std::size_t neighbourhoods = world.places.x.size();
  candidates.open_schools = open.size();
  candidates.by_distance.resize(neighbourhoods * open.size());
  std::vector<std::pair<float, std::uint16_t>> order(open.size());
  for (std::size_t n = 0; n < neighbourhoods; ++n) {
    for (std::size_t i = 0; i < open.size(); ++i) {
      order[i] = {world.distance(n, SchoolId{open[i]}), open[i]};
    }
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < open.size(); ++i) {
      candidates.by_distance[n * open.size() + i] = order[i].second;
    }
  }
}

/// Open schools that take children of a grade this year.
struct TakesGrade {
  std::vector<std::uint8_t> district, exam, lottery, backfill;  ///< by cell of school and grade
};

TakesGrade who_takes(const World& world, const ChoiceParameters& nature, const SchoolsSeen& seen,
                     const Families& families, bool founding) {
  TakesGrade takes;
  takes.district.resize(seen.seats.size());
  takes.exam.resize(seen.seats.size());
  takes.lottery.resize(seen.seats.size());
  takes.backfill.resize(seen.seats.size());
  const auto offers = lottery_seats(world, nature, seen, families.holders, founding);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    for (int grade = 0; grade < kGrades; ++grade) {
      const std::size_t cell = cell_of(s, grade);
      const bool seats = seen.seats[cell] > 0;
      const bool entry = founding || is_entry(world, SchoolId{s}, grade);
      takes.district[cell] = seats && seen.gate[s] == Gate::Assignment;
      takes.exam[cell] = seats && entry && seen.gate[s] == Gate::Examination;
      takes.lottery[cell] = offers[cell] > 0 && entry;
      takes.backfill[cell] = offers[cell] > 0 && !entry;
    }
  }
  return takes;
}

/// Appends the nearest `limit` schools of `near` that take the grade.
void append_nearest(const std::uint16_t* near, std::size_t count,
                    const std::vector<std::uint8_t>& takes, int grade, std::size_t limit,
                    std::vector<std::uint16_t>& out) {
  for (std::size_t i = 0; i < count && limit > 0; ++i) {
    if (!takes[cell_of(near[i], grade)]) continue;
    out.push_back(near[i]);
    --limit;
  }
}

}  // namespace

std::vector<int> lottery_seats(const World& world, const ChoiceParameters& nature,
                               const SchoolsSeen& seen, const std::vector<int>& holders,
                               bool founding) {
  std::vector<int> offers(seen.seats.size(), 0);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    if (seen.gate[s] != Gate::Lottery) continue;
    for (int grade = 0; grade < kGrades; ++grade) {
      const std::size_t cell = cell_of(s, grade);
      const int vacant = std::max(0, seen.seats[cell] - holders[cell]);
      const bool entry = founding || is_entry(world, SchoolId{s}, grade);
      offers[cell] = entry ? vacant : static_cast<int>(nature.lottery_backfill * vacant + 0.5);
    }
  }
  return offers;
}

Candidates find_candidates(const World& world, const ChoiceParameters& nature, const Zones& zones,
                           const SchoolsSeen& seen, const Families& families, bool founding) {
  Candidates candidates;
  std::vector<std::uint16_t> open;
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    if (seen.gate[s] != Gate::Shut) open.push_back(static_cast<std::uint16_t>(s));
  }
  sort_by_distance(world, open, candidates);
  const TakesGrade takes = who_takes(world, nature, seen, families, founding);
  const auto everything = open.size();
  for (std::size_t n = 0; n < world.places.x.size(); ++n) {
    const std::uint16_t* near = candidates.nearest(n);
    for (int grade = 0; grade < kGrades; ++grade) {
      auto& school = candidates.school;
      const std::size_t first = school.size();
      candidates.first.push_back(static_cast<std::uint32_t>(first));
      const std::size_t cell = home_cell(n, grade);
      const bool anyone = families.first[cell] < families.first[cell + 1];
      if (anyone) {
        append_nearest(near, everything, takes.district, grade,
                       static_cast<std::size_t>(nature.district_candidates), school);
        const SchoolId zoned = zones[static_cast<std::size_t>(stage_of(grade))][n];
        const bool listed = zoned && std::find(school.begin() + static_cast<std::ptrdiff_t>(first),
                                               school.end(), zoned.value) != school.end();
        if (zoned && !listed && takes.district[cell_of(zoned.row(), grade)]) {
          school.push_back(static_cast<std::uint16_t>(zoned.value));
        }
      }
      candidates.exam.push_back(static_cast<std::uint32_t>(school.size()));
      if (anyone) append_nearest(near, everything, takes.exam, grade, everything, school);
      candidates.lottery.push_back(static_cast<std::uint32_t>(school.size()));
      const auto lotteries = static_cast<std::size_t>(nature.lottery_candidates);
      if (anyone) append_nearest(near, everything, takes.lottery, grade, lotteries, school);
      candidates.backfill.push_back(static_cast<std::uint32_t>(school.size()));
      if (anyone) append_nearest(near, everything, takes.backfill, grade, lotteries, school);
    }
  }
  candidates.first.push_back(static_cast<std::uint32_t>(candidates.school.size()));
  return candidates;
}

}  // namespace homeroom::choice
