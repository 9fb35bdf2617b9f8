// What can be said of a rank on the district's list, or of an entry in a separate lottery.
#include <cmath>

#include "tests/signs/outcomes.hpp"

namespace homeroom::signs {
namespace {

Outcome of(const char* name, const char* unit, const char* meaning,
           std::function<double(const SeenYear&, const Application&)> look) {
  return {std::string("application.") + name, unit, meaning,
          [look](const SeenYear& y, std::size_t i) {
            return look(y, y.world.results.applications[i]);
          }};
}

bool is_first(const Application& a) { return a.market == 0 && a.rank == 1; }

/// First choices of the district's list by the child's stage.
Outcome first_of(const char* name, int from, int to) {
  return of(name, "0/1", "first choice of a child of this stage",
            [from, to](const SeenYear& y, const Application& a) {
              const int grade = y.world.students.grade[a.row];
              return is_first(a) && grade >= from && grade <= to;
            });
}

Outcome asks_a_child(const char* name, const char* unit, const char* meaning,
                     std::function<double(const Students&, std::size_t)> look) {
  return of(name, unit, meaning, [look](const SeenYear& y, const Application& a) {
    return look(y.world.students, a.row);
  });
}

double of_own_group(const SeenYear& y, const Application& a) {
  const SchoolYear& last = y.world.last.school[a.school];
  const auto group = static_cast<std::size_t>(y.world.students.group(a.row));
  return last.enrolment > 0 ? static_cast<double>(last.group[group]) / last.enrolment : NAN;
}

double to_sibling(const SeenYear& y, const Application& a) {
  const std::size_t other = a.row ^ 1u;
  if (!y.world.students.has(a.row, trait::kSibling)) return NAN;
  return SchoolId{y.before.school[other]} == a.school;
}

double to_zone(const SeenYear& y, const Application& a) {
  const Students& students = y.world.students;
  const int grade = students.grade[a.row];
  const auto stage = static_cast<std::size_t>(stage_of(grade));
  return y.world.places.zoned[stage][students.home[a.row]] == a.school;
}

}  // namespace

std::vector<Outcome> application_outcomes() {
  std::vector<Outcome> all;
  all.push_back(of("first", "0/1", "first choice of the district's list",
                   [](const SeenYear&, const Application& a) { return is_first(a); }));
  all.push_back(first_of("first_elementary", 0, 5));
  all.push_back(first_of("first_middle", 6, 8));
  all.push_back(first_of("first_high", 9, 12));
  all.push_back(of("lottery", "0/1", "entry in a separate lottery",
                   [](const SeenYear&, const Application& a) { return a.market == 1; }));
  all.push_back(of("kilometres", "km", "from home to the school asked for",
                   [](const SeenYear& y, const Application& a) {
                     return y.world.distance(y.world.students.home[a.row], a.school);
                   }));
  all.push_back(of(
      "picture", "SD", "public picture of the school asked for",
      [](const SeenYear& y, const Application& a) { return y.world.schools.picture[a.school]; }));
  all.push_back(of("published_growth", "SD", "published value added of the school asked for",
                   [](const SeenYear& y, const Application& a) {
                     return y.world.schools.published_growth[a.school];
                   }));
  all.push_back(of("distinctness", "share", "how distinct the school asked for is",
                   [](const SeenYear& y, const Application& a) {
                     return y.world.schools.distinctness[a.school];
                   }));
  all.push_back(
      of("own_group", "share", "of its children a year ago of the child's group", of_own_group));
  all.push_back(of("enrolment", "students", "of the school asked for",
                   [](const SeenYear& y, const Application& a) {
                     return y.world.results.school[a.school].enrolment;
                   }));
  all.push_back(
      of("to_sibling", "0/1", "of children with a sibling: its school of a year ago", to_sibling));
  all.push_back(of("to_zone", "0/1", "the neighbourhood's own school", to_zone));
  all.push_back(of("offered", "0/1", "was offered",
                   [](const SeenYear&, const Application& a) { return a.offered != 0; }));
  all.push_back(
      asks_a_child("baseline", "state SD", "the child's baseline, mathematics",
                   [](const Students& s, std::size_t r) { return s.baseline[kMath][r]; }));
  all.push_back(
      asks_a_child("learner", "0/1", "a child whom distinct designs suit",
                   [](const Students& s, std::size_t r) { return s.has(r, trait::kLearner); }));
  return all;
}

}  // namespace homeroom::signs
