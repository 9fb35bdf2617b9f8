#include "sim/world/at_rest.hpp"

#include <algorithm>

namespace homeroom {
namespace {

template <class Values>
void let_go(Values& values) {
  values = Values{};
}

// A grade stands above the flags of a child's traits.
constexpr int kTraitBits = 12;
constexpr std::uint16_t kTraits = (1u << kTraitBits) - 1;
static_assert(trait::kLearner <= kTraits && kLastGrade < 1 << (16 - kTraitBits));

// Columns are named once in these loops: a column of bytes might be anything, for all that the
// compiler knows.

void put_grades_away(Students& students) {
  std::uint16_t* __restrict const traits = students.traits.data();
  const std::uint8_t* __restrict const grade = students.grade.data();
  for (std::size_t row = 0; row < students.traits.size(); ++row) {
    traits[row] |= static_cast<std::uint16_t>(grade[row] << kTraitBits);
  }
  let_go(students.grade);
}

void take_grades_out(Students& students) {
  const std::size_t rows = students.traits.size();
  students.grade.resize(rows);
  std::uint16_t* __restrict const traits = students.traits.data();
  std::uint8_t* __restrict const grade = students.grade.data();
  for (std::size_t row = 0; row < rows; ++row) {
    grade[row] = static_cast<std::uint8_t>(traits[row] >> kTraitBits);
    traits[row] &= kTraits;
  }
}

bool lie_by_neighbourhood(const std::vector<std::uint16_t>& home) {
  const std::uint16_t* const at = home.data();
  std::uint16_t descents = 0;
  for (std::size_t row = 1; row < home.size(); ++row) descents |= at[row] < at[row - 1];
  return descents == 0;
}

/// Nothing where children do not lie by neighbourhood; then the column stays.
std::vector<std::uint32_t> put_homes_away(Students& students, std::size_t homes) {
  if (!lie_by_neighbourhood(students.home)) return {};
  std::vector<std::uint32_t> first;
  for (std::size_t home = 0; home <= homes; ++home) {
    const auto at = std::lower_bound(students.home.begin(), students.home.end(), home);
    first.push_back(static_cast<std::uint32_t>(at - students.home.begin()));
  }
  let_go(students.home);
  return first;
}

void take_homes_out(Students& students, const std::vector<std::uint32_t>& first) {
  if (first.empty()) return;
  students.home.resize(first.back());
  for (std::size_t home = 0; home + 1 < first.size(); ++home) {
    std::fill(students.home.begin() + first[home], students.home.begin() + first[home + 1],
              static_cast<std::uint16_t>(home));
  }
}

/// Nothing where someone arrived too long ago; then the column stays.
std::vector<std::uint8_t> put_arrivals_away(Students& students, int year) {
  const std::size_t rows = students.arrived.size();
  const std::int16_t* __restrict const arrived = students.arrived.data();
  std::int16_t first = static_cast<std::int16_t>(year), last = first;
  for (std::size_t row = 0; row < rows; ++row) {
    first = std::min(first, arrived[row]);
    last = std::max(last, arrived[row]);
  }
  if (last > year || year - first > 255) return {};
  std::vector<std::uint8_t> all(rows);
  std::uint8_t* __restrict const years = all.data();
  for (std::size_t row = 0; row < rows; ++row) {
    years[row] = static_cast<std::uint8_t>(year - arrived[row]);
  }
  let_go(students.arrived);
  return all;
}

void take_arrivals_out(Students& students, int year, const std::vector<std::uint8_t>& years) {
  if (years.empty()) return;
  students.arrived.resize(years.size());
  for (std::size_t row = 0; row < years.size(); ++row) {
    students.arrived[row] = static_cast<std::int16_t>(year - years[row]);
  }
}

/// Governance writes the rights of all open schools before anybody reads them.
void put_rights_away(Schools& schools) {
  for (std::size_t s = 0; s < schools.size(); ++s) {
    if (!schools.is_open(SchoolId{s})) return;
  }
  let_go(schools.paper);
  let_go(schools.honoured);
  let_go(schools.held);
  let_go(schools.used);
}

void take_rights_out(Schools& schools) {
  if (schools.paper.size() == schools.size()) return;
  schools.paper.assign(schools.size(), {});
  schools.honoured.assign(schools.size(), {});
  schools.held.assign(schools.size(), {});
  schools.used.assign(schools.size(), {});
}

}  // namespace

ChildrenAtRest lay_down(World& world) {
  let_go(world.last);
  let_go(world.results.moves);
  let_go(world.results.events);
  let_go(world.displaced);
  put_rights_away(world.schools);
  Students& students = world.students;
  let_go(students.section);
  let_go(students.arrival);
  let_go(students.moved);
  put_grades_away(students);
  return {put_homes_away(students, world.places.x.size()), put_arrivals_away(students, world.year)};
}

void take_up(World& world, ChildrenAtRest&& children) {
  take_rights_out(world.schools);
  Students& students = world.students;
  take_arrivals_out(students, world.year, children.years);
  take_homes_out(students, children.first_at_home);
  take_grades_out(students);
  students.section.resize(students.size());
  students.arrival.resize(students.size());
  students.moved.resize(students.size());
  let_go(children);
}

}  // namespace homeroom
