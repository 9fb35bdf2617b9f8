// Leaving a school of one's own will: for another school of the city, another life, or retirement.
#include "sim/core/arithmetic.hpp"
#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

/// What the teacher adds to the logit of its school.
float own_exit_logit(const Book& book, std::size_t row, const Workplace& w) {
  const StaffingParameters& p = book.nature;
  const Teachers& t = book.teachers;
  const double years = t.experience[row];
  double x = -p.exit_effect * book.worth(row) - p.exit_fit * t.fit[row] * w.distinct;
  if (years <= p.early_years) x += p.exit_early;
  x += p.exit_late * clamp_to((years - p.late_from) / p.late_ramp, 0.0, 1.0);
  // Hours agreed to when hired weigh less; whoever was placed has agreed to nothing.
  const bool agreed = w.agreement && t.hired[row] != Hire::Forced;
  x += p.exit_hours * w.hours * (agreed ? 1.0 - p.elect_relief : 1.0) *
       (1.0 - p.plan_relief * w.plan);
  if (w.dismiss > 0.0 && book.seen_poor(row)) x += p.exit_threat * w.dismiss * w.unsupported;
  if (t.hired[row] == Hire::Recruited && t.bonus_years[row] == 0) x += p.exit_after_bonus;
  return static_cast<float>(x);
}

bool leaves(float logit, std::uint32_t word) {
  return open_unit(word) * (1.0f + exp_of(-logit)) < 1.0f;
}

void leave_city(Book& book, std::size_t row) {
  const bool retires = book.teachers.age[row] >= book.nature.retirement_age;
  book.leave(row, TeacherPlace::Outside, retires ? Departure::Retired : Departure::Left);
}

}  // namespace

void exits(Book& book) {
  const StaffingParameters& p = book.nature;
  Teachers& t = book.teachers;
  for (std::size_t row = 0; row < t.size(); ++row) {
    if (!t.in_school(row)) continue;
    const Workplace& w = book.at(row);
    const float logit = static_cast<float>(w.exit) + own_exit_logit(book, row, w);
    const bool last_year = t.age[row] >= p.last_age;
    if (!last_year && !leaves(logit, book.yearly.lane[0][row])) continue;
    const bool looks_near = t.age[row] < p.retirement_age &&
                            open_unit(book.yearly.lane[1][row]) < static_cast<float>(p.move_share);
    if (!looks_near) {
      leave_city(book, row);
    } else if (t.below_years[row] == 0) {
      // No school takes a teacher whose removal is going on: such a mover stays.
      book.leave(row, TeacherPlace::Outside, Departure::MovedInCity);
    }
  }
}

}  // namespace homeroom::staffing
