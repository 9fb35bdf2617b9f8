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

void put_grades_away(Students& students) {
  for (std::size_t row = 0; row < students.traits.size(); ++row) {
    students.traits[row] |= static_cast<std::uint16_t>(students.grade[row] << kTraitBits);
  }
  let_go(students.grade);
}

void take_grades_out(Students& students) {
  students.grade.resize(students.traits.size());
  for (std::size_t row = 0; row < students.traits.size(); ++row) {
    students.grade[row] = static_cast<std::uint8_t>(students.traits[row] >> kTraitBits);
    students.traits[row] &= kTraits;
  }
}

/// Nothing where children do not lie by neighbourhood; then the column stays.
std::vector<std::uint32_t> put_homes_away(Students& students, std::size_t homes) {
  if (!std::is_sorted(students.home.begin(), students.home.end())) return {};
  std::vector<std::uint32_t> first(homes + 1, 0);
  for (const std::uint16_t home : students.home) ++first[home + std::size_t{1}];
  for (std::size_t home = 0; home < homes; ++home) first[home + 1] += first[home];
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
  const auto [first, last] = std::minmax_element(students.arrived.begin(), students.arrived.end());
  if (first == students.arrived.end() || *last > year || year - *first > 255) return {};
  std::vector<std::uint8_t> years(students.arrived.size());
  for (std::size_t row = 0; row < years.size(); ++row) {
    years[row] = static_cast<std::uint8_t>(year - students.arrived[row]);
  }
  let_go(students.arrived);
  return years;
}

void take_arrivals_out(Students& students, int year, const std::vector<std::uint8_t>& years) {
  if (years.empty()) return;
  students.arrived.resize(years.size());
  for (std::size_t row = 0; row < years.size(); ++row) {
    students.arrived[row] = static_cast<std::int16_t>(year - years[row]);
  }
}

}  // namespace

ChildrenAtRest lay_down(World& world) {
  let_go(world.last);
  let_go(world.results.moves);
  let_go(world.results.events);
  let_go(world.displaced);
  Students& students = world.students;
  let_go(students.section);
  let_go(students.arrival);
  let_go(students.moved);
  put_grades_away(students);
  return {put_homes_away(students, world.places.x.size()), put_arrivals_away(students, world.year)};
}

void take_up(World& world, ChildrenAtRest&& children) {
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
