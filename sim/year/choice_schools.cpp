#include "sim/year/choice_schools.hpp"

namespace homeroom::choice {
namespace {

constexpr int kHighSchoolEntry = 9;

float number_or_zero(double x) { return x == x ? static_cast<float>(x) : 0.0f; }

using GroupShares = std::array<float, kGroups>;

/// Groups of the children who live in each neighbourhood.
std::vector<GroupShares> groups_at_home(const World& world) {
  std::vector<std::array<int, kGroups>> children(world.places.x.size());
  const Students& students = world.students;
  for (std::size_t row = 0; row < students.size(); ++row) {
    ++children[students.home[row]][static_cast<std::size_t>(students.group(row))];
  }
  std::vector<GroupShares> shares(children.size(), GroupShares{});
  for (std::size_t home = 0; home < shares.size(); ++home) {
    int all = 0;
    for (const int group : children[home]) all += group;
    for (std::size_t g = 0; all > 0 && g < kGroups; ++g) {
      shares[home][g] = static_cast<float>(children[home][g]) / static_cast<float>(all);
    }
  }
  return shares;
}

/// Last year's children; families expect of a school without any what its neighbourhood is. Nobody
/// looks at a school that is not open.
void see_groups(const World& world, SchoolsSeen& seen) {
  std::vector<GroupShares> at_home;
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    if (seen.gate[s] == Gate::Shut) continue;
    const SchoolId school{s};
    const bool known = world.last.school.size() > s && world.last.school[school].enrolment > 0;
    if (!known && at_home.empty()) at_home = groups_at_home(world);
    for (std::size_t g = 0; g < kGroups; ++g) {
      seen.group_share[g][s] = known ? static_cast<float>(world.last.school[school].group[g]) /
                                           static_cast<float>(world.last.school[school].enrolment)
                                     : at_home[world.schools.place[school]][g];
    }
  }
}

}  // namespace

SchoolsSeen look_at_schools(const World& world, const Law& law) {
  const std::size_t count = world.schools.size();
  SchoolsSeen seen;
  seen.gate.resize(count);
  for (auto* column :
       {&seen.picture, &seen.published, &seen.distinct, &seen.reach, &seen.special_draw}) {
    column->resize(count);
  }
  for (auto& column : seen.group_share) column.resize(count);
  seen.seats.resize(count * kGrades);
  for (std::size_t s = 0; s < count; ++s) {
    const SchoolId school{s};
    seen.gate[s] = gate_of(world, law, school);
    seen.picture[s] = number_or_zero(world.schools.picture[school]);
    seen.published[s] = number_or_zero(world.schools.published_growth[school]);
    seen.distinct[s] = number_or_zero(world.schools.distinctness[school]);
    const SchoolModel& model = law.model(world.schools.model[school]);
    seen.reach[s] = static_cast<float>(model.choice_reach_km.in(world.year));
    seen.special_draw[s] = static_cast<float>(model.special_draw.in(world.year));
    for (int grade = 0; grade < kGrades; ++grade) {
      seen.seats[cell_of(s, grade)] = seats_open(world, law, school, grade);
    }
  }
  see_groups(world, seen);
  return seen;
}

bool is_entry(const World& world, SchoolId school, int grade) {
  const GradeSpan span = world.schools.span[school];
  if (!span.has(grade)) return false;
  return grade == span.first || world.schools.opened[school] == world.year ||
         (world.schools.selective[school] && grade == kHighSchoolEntry);
}

}  // namespace homeroom::choice
