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
static_assert((trait::kGroupMask | trait::kLowIncome | trait::kEnglishLearner | trait::kSpecial) <
              kCountedTraits);

/// One school's children by grade and by combination of traits: two additions per child, and the
/// sums that tables want are taken once per school.
struct Tally {
  PerGrade<int> by_grade{};
  std::array<int, kCountedTraits> by_traits{};
};

/// Counts of some neighbouring rows.
std::vector<Tally> tally(const World& world, std::size_t first, std::size_t past) {
  const Students& students = world.students;
  std::vector<Tally> tallies(world.schools.size());
  for (std::size_t row = first; row < past; ++row) {
    HOMEROOM_EXPECT(students.school[row] < tallies.size());
    Tally& here = tallies[students.school[row]];
    ++here.by_grade[students.grade[row]];
    ++here.by_traits[students.traits[row] & (kCountedTraits - 1)];
  }
  return tallies;
}

void add(Tally& sum, const Tally& part) {
  for (std::size_t i = 0; i < sum.by_grade.size(); ++i) sum.by_grade[i] += part.by_grade[i];
  for (std::size_t i = 0; i < sum.by_traits.size(); ++i) sum.by_traits[i] += part.by_traits[i];
}

/// Counts of all rows. Parts are long, since each has a table of its own.
std::vector<Tally> tally(const World& world) {
  constexpr std::size_t kRowsOfPart = std::size_t{1} << 18;
  const std::size_t rows = world.students.size();
  const std::size_t parts = rows / kRowsOfPart + 1;
  std::vector<std::vector<Tally>> tallies(parts);
  for_each_index(parts, [&](std::size_t part) {
    tallies[part] = tally(world, rows * part / parts, rows * (part + 1) / parts);
  });
  for (std::size_t part = 1; part < parts; ++part) {
    for (std::size_t s = 0; s < tallies[part].size(); ++s) add(tallies[0][s], tallies[part][s]);
  }
  return std::move(tallies[0]);
}

void add(const Tally& tally, SchoolYear& year) {
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
  for (std::size_t grade = 0; grade < kGrades; ++grade) {
    year.by_grade[grade] += tally.by_grade[grade];
  }
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
  std::vector<Tally> change(changes.empty() ? 0 : world.schools.size());
  for (const SchoolChange& one : changes) {
    const std::size_t grade = students.grade[one.row];
    const std::size_t traits = students.traits[one.row] & (kCountedTraits - 1);
    --change[one.from].by_grade[grade];
    --change[one.from].by_traits[traits];
    ++change[one.to].by_grade[grade];
    ++change[one.to].by_traits[traits];
  }
  for (std::size_t s = 0; s < change.size(); ++s) {
    add(change[s], world.results.school[SchoolId{s}]);
  }
}

void count_enrolment(World& world) {
  const std::vector<Tally> tallies = tally(world);
  make_rows(world);
  for (std::size_t s = 0; s < tallies.size(); ++s) {
    SchoolYear& year = world.results.school[SchoolId{s}];
    forget(year);
    add(tallies[s], year);
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
