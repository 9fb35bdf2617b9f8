// Staff records of two years side by side: who stayed, moved, left or came, and why.
//
// Whoever left keeps a row in the world until the next year's hiring, so nothing is stored twice.
#include <fmt/format.h>

#include "sim/observe/names.hpp"
#include "sim/observe/public_records.hpp"
#include "sim/policy/school_model.hpp"

namespace homeroom {
namespace {

/// A teacher's place last year and this year.
struct Places {
  TeacherPlace before, now;
  SchoolId school_before, school;
};

/// Rows of those whose place has changed; the others have none.
std::vector<const TeacherMove*> moves_by_row(const World& world) {
  std::vector<const TeacherMove*> moves(world.teachers.size(), nullptr);
  for (const TeacherMove& move : world.results.moves) moves[move.teacher.row()] = &move;
  return moves;
}

Places places_of(const Teachers& teachers, std::size_t row, const TeacherMove* move) {
  if (move != nullptr) return {move->before, move->after, move->from, move->to};
  const TeacherPlace place = teachers.place[row];
  const SchoolId school = teachers.in_school(row) ? SchoolId{teachers.school[row]} : SchoolId{};
  return {place, place, school, school};
}

std::string_view move_name(const Places& at) {
  if (at.before == TeacherPlace::Outside) return "hired";
  if (at.now == TeacherPlace::Outside) return "left";
  return at.before == at.now && at.school_before == at.school ? "stayed" : "moved";
}

Batch& add_if(Batch& batch, bool there, std::size_t value) {
  if (there) return batch.add(static_cast<std::int64_t>(value));
  batch.add_missing();
  return batch;
}

Batch& add_school(Batch& batch, SchoolId school) {
  return add_if(batch, static_cast<bool>(school), school ? school.row() : 0);
}

}  // namespace

void observe_teachers(const World& world, const RowKey& key, Batch& batch) {
  const Teachers& teachers = world.teachers;
  const Posts& posts = world.posts;
  std::vector<std::size_t> section(teachers.size(), 0);
  for (std::size_t post = 0; post < posts.size(); ++post) {
    if (posts.teacher[post]) section[posts.teacher[post].row()] = posts.section[post];
  }
  const std::vector<const TeacherMove*> moves = moves_by_row(world);
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    const TeacherMove* move = moves[row];
    if (teachers.place[row] == TeacherPlace::Outside && move == nullptr) continue;
    const Places at = places_of(teachers, row, move);
    const bool here = at.now == TeacherPlace::School;
    const bool was_here = move == nullptr || at.before != TeacherPlace::Outside;
    add_key(batch, key).add(fmt::format("{}", teachers.person[row]));
    batch.add(move_name(at)).add(name_of(at.before)).add(name_of(at.now));
    add_school(add_school(batch, at.school_before), at.school);
    add_if(batch, here, teachers.grade[row]);
    add_if(batch, here, section[row]);
    batch.add(name_of(teachers.post[row]))
        .add(employer_names()[static_cast<std::size_t>(teachers.employer[row])])
        .add(static_cast<int>(teachers.experience[row]));
    add_if(batch, here, teachers.years_here[row]);
    add_if(batch, was_here, move != nullptr ? move->tenured : teachers.tenured[row]);
    batch.add(name_of(teachers.hired[row]));
    batch.add(was_here && move != nullptr ? name_of(move->why) : std::string_view());
    batch.end_row();
  }
}

}  // namespace homeroom
