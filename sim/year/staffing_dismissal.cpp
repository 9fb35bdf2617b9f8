// Removing teachers: by right, by non-renewal before tenure, or by a procedure of years.
#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"
#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

/// What still protects a teacher: tenure, as far as the school's contract has not waived it.
double protection(const Book& book, std::size_t row, const Workplace& w) {
  return book.teachers.tenured[row] != 0 ? 1.0 - w.waived : 0.0;
}

double dismissal_chance(const Book& book, std::size_t row, const Workplace& w) {
  if (!book.seen_poor(row)) return 0.0;
  const StaffingParameters& p = book.nature;
  const double by_right =
      w.dismiss * p.dismiss_rate * (p.dismiss_floor + (1.0 - p.dismiss_floor) * w.skill_share);
  const double not_renewed = p.dismiss_untenured * (1.0 - protection(book, row, w));
  return by_right > not_renewed ? by_right : not_renewed;
}

double misfit_chance(const Book& book, std::size_t row, const Workplace& w) {
  const StaffingParameters& p = book.nature;
  const Teachers& t = book.teachers;
  if (t.fit[row] >= p.misfit_below) return 0.0;
  // The work agreement binds those who signed it, not those who were sent, unless it says so.
  if (w.model->elect_to_work && !w.agreement) return 0.0;
  const bool sent = w.model->elect_to_work && t.hired[row] == Hire::Forced;
  return (sent ? w.binds_placed : 1.0) * w.dismiss_misfit * p.misfit_rate * w.distinct;
}

/// Where a school sends those it removes. Staff of others than the district leave.
TeacherPlace destination_of(const Book& book, std::size_t row, const Workplace& w) {
  if (book.teachers.employer[row] != Employer::District) return TeacherPlace::Outside;
  switch (w.model->dismissal_destination) {
    case Destination::None:
    case Destination::Exit:
      return TeacherPlace::Outside;
    default:
      return TeacherPlace::Pool;
  }
}

void dismiss(Book& book, std::size_t row, const Workplace& w, Departure why) {
  book.leave(row, destination_of(book, row, w), why);
}

/// Programmes change, and with them what a post is for: its teacher has to find another.
bool is_displaced(const Book& book, std::size_t row, float chance) {
  return book.teachers.employer[row] == Employer::District && chance > 1.0 - book.nature.displaced;
}

/// Leaders avoid the bad rating that begins a removal, the more the longer that takes.
double honest_ratings(const Book& book) {
  const StaffingParameters& p = book.nature;
  const double years = book.law.staffing.removal_years.in(book.year) - p.removal_reference;
  return exp_of(-p.rating_avoided * years);
}

/// Without the right a removal takes years, and may fail in the end.
bool procedure_ends_in_removal(Book& book, std::size_t row, const Workplace& w, double honest) {
  const StaffingParameters& p = book.nature;
  Teachers& t = book.teachers;
  const float chance = open_unit(book.second.lane[0][row]);
  if (t.below_years[row] == 0) {
    const double begun = p.removal_begun * honest * protection(book, row, w);
    if (book.seen_poor(row) && chance < begun) t.below_years[row] = 1;
    return false;
  }
  if (t.below_years[row] <= book.law.staffing.removal_years.in(book.year)) return false;
  t.below_years[row] = 0;
  return chance < p.removal_success;
}

void judge(Book& book, std::size_t row, double honest) {
  const Workplace& w = book.at(row);
  const float chance = open_unit(book.yearly.lane[3][row]);
  const double poor = dismissal_chance(book, row, w);
  if (chance < poor) {
    dismiss(book, row, w, Departure::DismissedPerformance);
  } else if (chance < poor + misfit_chance(book, row, w)) {
    dismiss(book, row, w, Departure::DismissedFit);
  } else if (is_displaced(book, row, chance)) {
    book.leave(row, TeacherPlace::Pool, Departure::Excess);
  } else if (procedure_ends_in_removal(book, row, w, honest)) {
    book.leave(row, TeacherPlace::Outside, Departure::DismissedPerformance);
  }
}

}  // namespace

void dismissals(Book& book) {
  const double honest = honest_ratings(book);
  for_short_slices(book.teachers.size(), [&](std::size_t first, std::size_t past) {
    for (std::size_t row = first; row < past; ++row) {
      if (book.teachers.in_school(row)) judge(book, row, honest);
    }
  });
}

}  // namespace homeroom::staffing
