// The pool: teachers on the payroll without a post. Leaving it, and being placed without consent.
#include <algorithm>
#include <utility>

#include "sim/core/arithmetic.hpp"
#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

/// Alternatives of ApplySchool from here on belong to placements.
constexpr std::uint32_t kPlacements = 64;
constexpr std::uint32_t kPlacementTries = 32;

/// How hard the paid pool presses on the budget: 1 where it is as large as can be borne.
double pressure(const Book& book) {
  std::size_t pool = 0, staff = 0;
  for (TeacherPlace place : book.teachers.place) {
    pool += place == TeacherPlace::Pool;
    staff += place != TeacherPlace::Outside;
  }
  if (staff == 0) return 0.0;
  const double share = static_cast<double>(pool) / static_cast<double>(staff);
  const double paid = book.law.staffing.idle_pay.in(book.year);
  return std::min(1.0, share * paid / book.nature.pool_tolerance);
}

/// A district school has to take a teacher of this kind, unless its rights protect it.
bool must_take(const Book& book, std::size_t school, Post kind, float chance) {
  const Workplace& w = book.workplace[school];
  return w.open && w.model->employer == Employer::District &&
         book.openings.vacant(program_of(school, kind)) > 0 && chance >= w.free_of_placement;
}

/// Tries schools in an order of the teacher's own; nothing happens if none has to take it.
void place_somewhere(Book& book, std::size_t row, std::size_t not_here) {
  const std::uint64_t person = book.teachers.person[row];
  for (std::uint32_t i = kPlacements; i < kPlacements + kPlacementTries; ++i) {
    const std::uint64_t word = book.dice.word(Die::ApplySchool, book.year, person, i);
    const std::size_t school = static_cast<std::size_t>(word * book.schools() >> 32);
    const float chance = open_unit(book.dice.word(Die::ApplySeen, book.year, person, i));
    if (school == not_here || !must_take(book, school, book.teachers.post[row], chance)) continue;
    const double fit = book.dice.normal(Die::ApplyFit, book.year, person, i);
    book.seat(row, school, static_cast<float>(fit), Hire::Forced);
    return;
  }
}

/// Tries schools from the nearest on.
void place_near(Book& book, std::size_t row, std::size_t from) {
  const Neighbourhoods& places = book.world.places;
  if (places.distance.empty()) return place_somewhere(book, row, from);
  std::vector<std::pair<float, std::size_t>> near;
  for (std::size_t s = 0; s < book.schools(); ++s) {
    if (s == from || !must_take(book, s, book.teachers.post[row], 1.0f)) continue;
    near.emplace_back(book.world.distance(book.world.schools.place[SchoolId{from}], SchoolId{s}),
                      s);
  }
  std::sort(near.begin(), near.end());
  const std::uint64_t person = book.teachers.person[row];
  for (const auto& [distance, school] : near) {
    const auto alternative = static_cast<std::uint32_t>(kPlacements + school);
    const float chance = open_unit(book.dice.word(Die::ApplySeen, book.year, person, alternative));
    if (!must_take(book, school, book.teachers.post[row], chance)) continue;
    const double fit = book.dice.normal(Die::ApplyFit, book.year, person, alternative);
    book.seat(row, school, static_cast<float>(fit), Hire::Forced);
    return;
  }
}

/// Teachers of the pool for whom `chosen` holds, in an order that does not depend on rows.
template <class Chosen>
std::vector<std::size_t> pool_by_person(const Book& book, Chosen&& chosen) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < book.person_low.size(); ++row) {
    if (book.teachers.place[row] == TeacherPlace::Pool && chosen(row)) rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    return book.teachers.person[a] < book.teachers.person[b];
  });
  return rows;
}

}  // namespace

namespace {

/// How far the right of every school to refuse has come since last year [share of what lacked].
double refusal_gained(const Book& book) {
  const Dated& consent = book.law.staffing.mutual_consent;
  const double before = consent.in(book.year - 1), now = consent.in(book.year);
  return before < 1.0 && now > before ? (now - before) / (1.0 - before) : 0.0;
}

}  // namespace

void release_placed(Book& book) {
  const double share = book.nature.placed_released * refusal_gained(book);
  if (share <= 0.0) return;
  const Teachers& t = book.teachers;
  for (std::size_t row = 0; row < t.size(); ++row) {
    const bool sent = t.in_school(row) && t.hired[row] == Hire::Forced;
    if (!sent || t.employer[row] != Employer::District) continue;
    if (book.dice.happens(share, Die::PlacedReleased, book.year, t.person[row])) {
      book.leave(row, TeacherPlace::Pool, Departure::Released);
    }
  }
}

void shrink_pool(Book& book) {
  const StaffingParameters& p = book.nature;
  const double package = book.law.budget.exit_package.in(book.year);
  const double leaves = clamp_to(p.pool_leave + p.pool_package * package, 0.0, 1.0);
  for (std::size_t row = 0; row < book.person_low.size(); ++row) {
    // Only those who were in it when the year began.
    if (book.world.teachers.place[row] != TeacherPlace::Pool) continue;
    const bool too_old = book.teachers.age[row] >= p.last_age;
    if (!too_old && open_unit(book.second.lane[1][row]) >= leaves) continue;
    const bool retires = book.teachers.age[row] >= p.retirement_age;
    book.teachers.place[row] = TeacherPlace::Outside;
    book.why[row] = retires ? Departure::Retired : Departure::Left;
  }
}

void reclaim(Book& book) {
  const double share = book.law.staffing.return_rights.in(book.year);
  if (share <= 0.0) return;
  const Teachers& t = book.teachers;
  const auto may_return = [&](std::size_t row) {
    return t.may_return[row] != 0 && t.pool_years[row] <= book.nature.return_years;
  };
  std::vector<std::size_t> rows = pool_by_person(book, may_return);
  std::stable_sort(rows.begin(), rows.end(),
                   [&](std::size_t a, std::size_t b) { return t.seniority[a] > t.seniority[b]; });
  for (std::size_t row : rows) {
    const std::size_t school = t.school[row];
    const Workplace& w = book.workplace[school];
    const bool room = w.open && w.model->employer == Employer::District &&
                      book.openings.vacant(program_of(school, t.post[row])) > 0;
    const double claim = share * (1.0 - w.free_of_return);
    if (!room || !book.dice.happens(claim, Die::StaffReturn, book.year, t.person[row])) continue;
    book.seat(row, school, t.fit[row], Hire::Seniority);
  }
}

void place_removed(Book& book) {
  const auto removed = [&](std::size_t row) {
    return book.why[row] == Departure::DismissedPerformance ||
           book.why[row] == Departure::DismissedFit;
  };
  for (std::size_t row : pool_by_person(book, removed)) {
    const std::size_t from = book.world.teachers.school[row];
    const Destination to = book.workplace[from].model->dismissal_destination;
    if (to == Destination::NearbySchool) place_near(book, row, from);
    if (to == Destination::OtherSchool) place_somewhere(book, row, from);
  }
}

void place_from_pool(Book& book) {
  const double share = book.law.budget.forced_placement.in(book.year) * pressure(book);
  const auto to_be_placed = [&](std::size_t row) {
    return open_unit(book.second.lane[3][row]) < share;
  };
  for (std::size_t row : pool_by_person(book, to_be_placed)) {
    const bool just_left = book.why[row] != Departure::None;
    place_somewhere(book, row, just_left ? book.world.teachers.school[row] : kNoSchool);
  }
}

}  // namespace homeroom::staffing
