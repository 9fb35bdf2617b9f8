#include "sim/year/enrolment.hpp"

#include <array>
#include <cstdint>
#include <vector>

#include "sim/core/contracts.hpp"

namespace homeroom {
namespace {

/// Traits that tables count, as they stand in the lowest bits.
constexpr std::size_t kCountedTraits = 128;
static_assert((trait::kGroupMask | trait::kLowIncome | trait::kEnglishLearner | trait::kSpecial) <
              kCountedTraits);

/// One school's children by grade and by combination of traits: two additions per child, and the
/// sums that tables want are taken once per school.
struct Tally {
  PerGrade<int> by_grade{};
  std::array<int, kCountedTraits> by_traits{};
};

std::vector<Tally> tally(const World& world) {
  const Students& students = world.students;
  std::vector<Tally> tallies(world.schools.size());
  for (std::size_t row = 0; row < students.size(); ++row) {
    HOMEROOM_EXPECT(students.school[row] < tallies.size());
    Tally& here = tallies[students.school[row]];
    ++here.by_grade[students.grade[row]];
    ++here.by_traits[students.traits[row] & (kCountedTraits - 1)];
  }
  return tallies;
}

void write(const Tally& tally, SchoolYear& year) {
  year.enrolment = year.low_income = year.english_learners = year.special = year.severe = 0;
  year.group.fill(0);
  for (std::size_t traits = 0; traits < kCountedTraits; ++traits) {
    const int children = tally.by_traits[traits];
    year.enrolment += children;
    if (traits & trait::kLowIncome) year.low_income += children;
    if (traits & trait::kEnglishLearner) year.english_learners += children;
    if (traits & trait::kSpecial) year.special += children;
    if (traits & trait::kSpecialSevere) year.severe += children;
    const std::size_t group = traits & trait::kGroupMask;
    if (group < year.group.size()) year.group[group] += children;
  }
  year.by_grade = tally.by_grade;
}

void make_rows(World& world) {
  if (world.results.school.size() == world.schools.size()) return;
  world.results.school.assign(world.schools.size(), SchoolYear{});
}

/// Adds a child to a school's counts, or takes it away.
void add(SchoolYear& year, std::uint16_t traits, std::uint8_t grade, int one) {
  const auto has = [&](std::uint16_t flags) { return (traits & flags) != 0 ? one : 0; };
  year.enrolment += one;
  year.by_grade[grade] += one;
  year.low_income += has(trait::kLowIncome);
  year.english_learners += has(trait::kEnglishLearner);
  year.special += has(trait::kSpecial);
  year.severe += has(trait::kSpecialSevere);
  const std::size_t group = traits & trait::kGroupMask;
  if (group < year.group.size()) year.group[group] += one;
}

}  // namespace

void count_again(World& world, std::size_t row, SchoolId from, SchoolId to) {
  const std::uint16_t traits = world.students.traits[row];
  const std::uint8_t grade = world.students.grade[row];
  add(world.results.school[from], traits, grade, -1);
  add(world.results.school[to], traits, grade, 1);
}

void count_enrolment(World& world) {
  const std::vector<Tally> tallies = tally(world);
  make_rows(world);
  for (std::size_t s = 0; s < tallies.size(); ++s) {
    write(tallies[s], world.results.school[SchoolId{s}]);
  }
}

void count_entrants(World& world) {
  make_rows(world);
  const Students& students = world.students;
  // By school: entrants, in the high half those of their first choice.
  std::vector<std::uint64_t> entrants(world.schools.size(), 0);
  const std::uint16_t* const school = students.school.data();
  for (std::size_t row = 0; row < students.size(); ++row) {
    const Arrival arrival = students.arrival[row];
    const std::uint8_t rank = students.rank[row];
    const bool came =
        ((arrival == Arrival::Chosen) | (arrival == Arrival::Displaced)) & (rank != kNoRank);
    const std::uint64_t first = came & (rank == 1);
    entrants[school[row]] += came | first << 32;
  }
  for (std::size_t s = 0; s < entrants.size(); ++s) {
    SchoolYear& year = world.results.school[SchoolId{s}];
    year.entrants = static_cast<int>(entrants[s] & 0xffffffffu);
    year.first_choices = static_cast<int>(entrants[s] >> 32);
  }
}

}  // namespace homeroom
