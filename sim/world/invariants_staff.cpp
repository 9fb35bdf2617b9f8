#include "sim/world/invariants_staff.hpp"

#include <vector>

#include "sim/world/enrolment.hpp"

namespace homeroom {
namespace {

std::string at(const char* law, std::size_t row) {
  return std::string(law) + ": row " + std::to_string(row);
}

std::string fault_of_order(const World& world) {
  const Posts& posts = world.posts;
  if (posts.first.size() != world.schools.size() * kGrades + 1) return "a cell of posts is missing";
  if (posts.first.back() != posts.size()) return "posts end outside their cells";
  for (std::size_t cell = 0; cell + 1 < posts.first.size(); ++cell) {
    for (std::uint32_t post = posts.first[cell]; post < posts.first[cell + 1]; ++post) {
      if (cell_of(posts.school[post], posts.grade[post]) != cell) {
        return at("a post lies in another cell than its school and grade", post);
      }
    }
  }
  return {};
}

std::string fault_of_posts(const World& world, std::vector<std::uint8_t>& seated) {
  const Posts& posts = world.posts;
  const Teachers& t = world.teachers;
  for (std::size_t post = 0; post < posts.size(); ++post) {
    if (!posts.teacher[post]) continue;
    const std::size_t row = posts.teacher[post].row();
    if (row >= t.size()) return at("a post names a teacher who is not there", post);
    if (seated[row]++ != 0) return at("a teacher has two posts", row);
    if (!t.in_school(row)) return at("a post is held by a teacher in no school", post);
    if (t.school[row] != posts.school[post] || t.grade[row] != posts.grade[post]) {
      return at("a teacher's school and grade are not those of the post", row);
    }
    if (t.post[row] != posts.post[post]) return at("a teacher has a post of another kind", row);
  }
  return {};
}

std::string fault_of_teachers(const World& world, const std::vector<std::uint8_t>& seated) {
  const Teachers& t = world.teachers;
  for (std::size_t row = 0; row < t.size(); ++row) {
    if (t.in_school(row) && seated[row] == 0) return at("a teacher in a school has no post", row);
    if (t.place[row] == TeacherPlace::Pool && t.employer[row] != Employer::District) {
      return at("the pool holds a teacher whom the district does not employ", row);
    }
  }
  return {};
}

std::string fault_of_counts(const World& world) {
  const Results& r = world.results;
  int here = 0, pool = 0, posts = 0, filled = 0;
  for (TeacherPlace place : world.teachers.place) {
    here += place != TeacherPlace::Outside;
    pool += place == TeacherPlace::Pool;
  }
  for (const SchoolYear& year : r.school) {
    posts += year.posts;
    filled += year.posts - year.vacancies;
    if (year.posts - year.vacancies != year.teachers)
      return "teachers are not posts less vacancies";
    if (year.departures > year.staff_before) return "more departures than teachers";
  }
  if (posts != static_cast<int>(world.posts.size())) return "posts are not those counted";
  if (filled + pool != here) return "teachers in schools and pool are not all";
  if (pool != r.pool_size) return "the pool is not as large as counted";
  if (r.teachers_before + r.hires_outside - r.teachers_left != here) {
    return "teachers before and hired are not teachers after and left";
  }
  return {};
}

}  // namespace

std::string staffing_fault(const World& world) {
  std::vector<std::uint8_t> seated(world.teachers.size(), 0);
  std::string fault = fault_of_order(world);
  if (fault.empty()) fault = fault_of_posts(world, seated);
  if (fault.empty()) fault = fault_of_teachers(world, seated);
  if (fault.empty()) fault = fault_of_counts(world);
  return fault;
}

}  // namespace homeroom
