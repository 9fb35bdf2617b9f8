// Leaving a school of one's own will: for another school of the city, another life, or retirement.
#include <array>

#include "sim/core/arithmetic.hpp"
#include "sim/core/buffer.hpp"
#include "sim/core/parallel.hpp"
#include "sim/core/wide.hpp"
#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

/// What years of teaching add to the logit, for all there can be.
struct CareerTerms {
  std::array<double, 256> early{}, late{};
  explicit CareerTerms(const StaffingParameters& p) {
    for (std::size_t years = 0; years < early.size(); ++years) {
      const auto taught = static_cast<double>(years);
      early[years] = taught <= p.early_years ? p.exit_early : 0.0;
      late[years] = p.exit_late * clamp_to((taught - p.late_from) / p.late_ramp, 0.0, 1.0);
    }
  }
};

/// What the teacher adds to the logit of its school.
float own_exit_logit(const Book& book, const CareerTerms& career, std::size_t row,
                     const Workplace& w) {
  const StaffingParameters& p = book.nature;
  const Teachers& t = book.teachers;
  double x = -p.exit_effect * book.worth(row) - p.exit_fit * t.fit[row] * w.distinct;
  x += career.early[t.experience[row]];
  x += career.late[t.experience[row]];
  // Hours agreed to when hired weigh less; whoever was placed has agreed to nothing.
  const bool agreed = w.agreement && t.hired[row] != Hire::Forced;
  x += p.exit_hours * w.hours * (agreed ? 1.0 - p.elect_relief : 1.0) *
       (1.0 - p.plan_relief * w.plan);
  if (w.dismiss > 0.0 && book.seen_poor(row)) x += p.exit_threat * w.dismiss * w.unsupported;
  if (t.hired[row] == Hire::Recruited && t.bonus_years[row] == 0) x += p.exit_after_bonus;
  return static_cast<float>(x);
}

/// Who leaves by logit and word: 1 or 0.
HOMEROOM_WIDE void leaving(const float* logits, const std::uint32_t* words, std::size_t count,
                           std::uint8_t* leaves) {
  for (std::size_t i = 0; i < count; ++i) {
    leaves[i] = open_unit(words[i]) * (1.0f + exp_of(-logits[i])) < 1.0f;
  }
}

void leave_city(Book& book, std::size_t row) {
  const bool retires = book.teachers.age[row] >= book.nature.retirement_age;
  book.leave(row, TeacherPlace::Outside, retires ? Departure::Retired : Departure::Left);
}

void leave_or_move(Book& book, std::size_t row) {
  const StaffingParameters& p = book.nature;
  const Teachers& t = book.teachers;
  const bool looks_near = t.age[row] < p.retirement_age &&
                          open_unit(book.yearly.lane[1][row]) < static_cast<float>(p.move_share);
  if (!looks_near) {
    leave_city(book, row);
  } else if (t.below_years[row] == 0) {
    // No school takes a teacher whose removal is going on: such a mover stays.
    book.leave(row, TeacherPlace::Outside, Departure::MovedInCity);
  }
}

}  // namespace

void exits(Book& book) {
  const StaffingParameters& p = book.nature;
  const Teachers& t = book.teachers;
  const CareerTerms career(p);
  for_short_slices(t.size(), [&](std::size_t first, std::size_t past) {
    Buffer<float> logit(past - first);
    Buffer<std::uint8_t> leaves(past - first);
    for (std::size_t row = first; row < past; ++row) {
      logit[row - first] = 0.0f;
      if (!t.in_school(row)) continue;
      const Workplace& w = book.at(row);
      logit[row - first] = static_cast<float>(w.exit) + own_exit_logit(book, career, row, w);
    }
    leaving(logit.data(), book.yearly.lane[0].data() + first, past - first, leaves.data());
    for (std::size_t row = first; row < past; ++row) {
      const bool last_year = t.age[row] >= p.last_age;
      if (t.in_school(row) && (last_year || leaves[row - first] != 0)) leave_or_move(book, row);
    }
  });
}

}  // namespace homeroom::staffing
