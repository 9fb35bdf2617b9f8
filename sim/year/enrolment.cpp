#include "sim/year/enrolment.hpp"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/core/contracts.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom {
namespace {

/// Traits that tables count, as they stand in the lowest bits.
constexpr std::size_t kCountedTraits = 128;
static_assert((trait::kGroupMask & (trait::kGroupMask + 1)) == 0);
static_assert((trait::kGroupMask | trait::kLowIncome | trait::kEnglishLearner | trait::kSpecial) <
              kCountedTraits);

/// What is counted of a school: its children by grade and by combination of traits. Two additions
/// per child; the sums that tables want are taken once per school.
constexpr std::size_t kNumbers = kGrades + kCountedTraits;

/// Counts children school by school.
std::vector<int> tally(const World& world) {
  const Students& students = world.students;
  const std::size_t schools = world.schools.size();
  const auto count = [&](std::size_t first, std::size_t past, std::vector<int>& numbers) {
    int* const all = numbers.data();
    for (std::size_t row = first; row < past; ++row) {
      HOMEROOM_EXPECT(students.school[row] < schools);
      int* const here = all + students.school[row] * kNumbers;
      ++here[students.grade[row]];
      ++here[kGrades + (students.traits[row] & (kCountedTraits - 1))];
    }
  };
  return count_by_parts(students.size(), schools * kNumbers, count);
}

/// A school's children by group, and by their other traits.
struct ByTraits {
  std::array<int, trait::kGroupMask + 1> group{};
  std::array<int, kCountedTraits / (trait::kGroupMask + 1)> other{};

  explicit ByTraits(const int* by_traits) {
    for (std::size_t o = 0; o < other.size(); ++o) {
      for (std::size_t g = 0; g < group.size(); ++g) {
        const int children = by_traits[o * group.size() + g];
        group[g] += children;
        other[o] += children;
      }
    }
  }
  /// Children who have one of `traits`, which are no groups.
  int with(std::size_t traits) const {
    int sum = 0;
    for (std::size_t o = 0; o < other.size(); ++o) {
      sum += (o * group.size() & traits) != 0 ? other[o] : 0;
    }
    return sum;
  }
};

void add(const int* numbers, SchoolYear& year) {
  for (std::size_t grade = 0; grade < kGrades; ++grade) year.by_grade[grade] += numbers[grade];
  const ByTraits children(numbers + kGrades);
  for (const int others : children.other) year.enrolment += others;
  for (std::size_t group = 0; group < year.group.size(); ++group) {
    year.group[group] += children.group[group];
  }
  year.low_income += children.with(trait::kLowIncome);
  year.english_learners += children.with(trait::kEnglishLearner);
  year.special += children.with(trait::kSpecial);
  year.severe += children.with(trait::kSpecialSevere);
}

void forget(SchoolYear& year) {
  year.enrolment = year.low_income = year.english_learners = year.special = year.severe = 0;
  year.by_grade.fill(0);
  year.group.fill(0);
}

void make_rows(World& world) {
  if (world.results.school.size() == world.schools.size()) return;
  world.results.school.assign(world.schools.size(), SchoolYear{});
}

}  // namespace

void count_again(World& world, std::span<const SchoolChange> changes) {
  const Students& students = world.students;
  if (changes.empty()) return;
  std::vector<int> change(world.schools.size() * kNumbers);
  for (const SchoolChange& one : changes) {
    const std::size_t grade = students.grade[one.row];
    const std::size_t traits = kGrades + (students.traits[one.row] & (kCountedTraits - 1));
    int* const from = change.data() + one.from * kNumbers;
    int* const to = change.data() + one.to * kNumbers;
    --from[grade];
    --from[traits];
    ++to[grade];
    ++to[traits];
  }
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    add(change.data() + s * kNumbers, world.results.school[SchoolId{s}]);
  }
}

void count_enrolment(World& world) {
  const std::vector<int> numbers = tally(world);
  make_rows(world);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    SchoolYear& year = world.results.school[SchoolId{s}];
    forget(year);
    add(numbers.data() + s * kNumbers, year);
  }
}

void count_entrants(World& world) {
  make_rows(world);
  const Students& students = world.students;
  const std::size_t schools = world.schools.size();
  // By school: who did not come by choice, who did, and who came at first rank. One addition each
  // and no branch, since its neighbours tell nothing about a child.
  constexpr std::size_t kWays = 3;
  const auto count = [&](std::size_t first, std::size_t past, std::vector<int>& counts) {
    const std::uint16_t* const school = students.school.data();
    const Arrival* const arrival = students.arrival.data();
    const std::uint8_t* const rank = students.rank.data();
    int* const by_way = counts.data();
    for (std::size_t row = first; row < past; ++row) {
      const std::size_t came =
          ((arrival[row] == Arrival::Chosen) | (arrival[row] == Arrival::Displaced)) &
          (rank[row] != kNoRank);
      ++by_way[school[row] * kWays + came + (came & (rank[row] == 1))];
    }
  };
  const std::vector<int> counts = count_by_parts(students.size(), kWays * schools, count);
  for (std::size_t s = 0; s < schools; ++s) {
    SchoolYear& year = world.results.school[SchoolId{s}];
    year.first_choices = counts[s * kWays + 2];
    year.entrants = counts[s * kWays + 1] + year.first_choices;
  }
}

}  // namespace homeroom
