// What the year of staffing came to: morale, counts, and who moved where.
#include <vector>

#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

bool dismissed(Departure why) {
  return why == Departure::DismissedPerformance || why == Departure::DismissedFit;
}

SchoolId school_if(const Teachers& t, std::size_t row, TeacherPlace place) {
  return place == TeacherPlace::School ? SchoolId{t.school[row]} : SchoolId{};
}

TeacherMove move_of(const Book& book, std::size_t row, TeacherPlace before) {
  const TeacherPlace after = book.teachers.place[row];
  TeacherMove move;
  move.teacher = TeacherId{row};
  move.person = book.teachers.person[row];
  move.before = before;
  move.after = after;
  move.from =
      before == TeacherPlace::School ? school_if(book.world.teachers, row, before) : SchoolId{};
  move.to = school_if(book.teachers, row, after);
  move.tenured = before != TeacherPlace::Outside && book.tenured_before[row] != 0;
  move.why = book.why[row];
  move.how = book.teachers.hired[row];
  return move;
}

void count_move(const TeacherMove& move, const Teachers& t, StaffingOutcome& out) {
  if (move.from) {
    SchoolStaffing& left = out.school[move.from.row()];
    ++left.departures;
    left.dismissed += dismissed(move.why);
    left.recruited_away += move.why == Departure::Recruited;
  }
  if (move.to) {
    SchoolStaffing& joined = out.school[move.to.row()];
    joined.late_hires += move.how == Hire::Late;
    joined.forced += move.how == Hire::Forced;
    out.placements_forced += move.how == Hire::Forced;
  }
  out.pool_entries += move.after == TeacherPlace::Pool;
  out.pool_exits += move.before == TeacherPlace::Pool;
  out.teachers_left += move.after == TeacherPlace::Outside;
  if (move.before == TeacherPlace::Outside) {
    ++out.hires_outside;
    out.hires_novice += t.experience[move.teacher.row()] == 0;
  }
}

/// True if a teacher is not where it was: another school, the pool, in or out of the city.
bool has_moved(const Book& book, std::size_t row, TeacherPlace before) {
  const TeacherPlace after = book.teachers.place[row];
  if (before != after) return true;
  return after == TeacherPlace::School &&
         book.world.teachers.school[row] != book.teachers.school[row];
}

void count_staff(const Book& book, std::size_t row, StaffingOutcome& out) {
  if (!book.teachers.in_school(row)) return;
  SchoolStaffing& school = out.school[book.teachers.school[row]];
  ++school.teachers;
  school.novices += book.teachers.experience[row] <= 2;
  if (book.teachers.post[row] == Post::Ela) return;
  ++school.teach_mathematics;
  school.mean_effect += book.teachers.effect[kMath][row];
}

void count_posts(const Book& book, StaffingOutcome& out) {
  for (std::size_t post = 0; post < book.posts.size(); ++post) {
    SchoolStaffing& school = out.school[book.posts.school[post]];
    ++school.posts;
    school.vacancies += !book.posts.teacher[post];
  }
  for (SchoolStaffing& school : out.school) {
    if (school.teach_mathematics > 0) school.mean_effect /= school.teach_mathematics;
  }
}

}  // namespace

void settle_morale(Book& book) {
  const StaffingParameters& p = book.nature;
  Teachers& t = book.teachers;
  const auto kept = static_cast<float>(p.morale_kept);
  std::vector<float> mood(book.schools());
  for (std::size_t s = 0; s < book.schools(); ++s) {
    const Workplace& w = book.workplace[s];
    mood[s] = static_cast<float>(p.morale_climate * w.climate + p.morale_pay * w.pay -
                                 p.morale_hours * w.hours - p.morale_friction * w.friction);
  }
  for (std::size_t row = 0; row < t.size(); ++row) {
    if (!t.in_school(row)) continue;
    t.morale[row] = kept * t.morale[row] + (1.0f - kept) * mood[t.school[row]];
  }
}

void count(const Book& book, StaffingOutcome& outcome) {
  const Teachers& before = book.world.teachers;
  outcome.school.assign(book.schools(), {});
  for (std::size_t row = 0; row < book.teachers.size(); ++row) {
    const TeacherPlace was = row < before.size() ? before.place[row] : TeacherPlace::Outside;
    outcome.teachers_before += was != TeacherPlace::Outside;
    if (was == TeacherPlace::School) ++outcome.school[before.school[row]].staff_before;
    outcome.pool_size += book.teachers.place[row] == TeacherPlace::Pool;
    count_staff(book, row, outcome);
    if (!has_moved(book, row, was)) continue;
    outcome.moves.push_back(move_of(book, row, was));
    count_move(outcome.moves.back(), book.teachers, outcome);
  }
  count_posts(book, outcome);
}

}  // namespace homeroom::staffing
