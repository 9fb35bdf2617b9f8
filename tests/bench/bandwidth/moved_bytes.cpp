#include "tests/bench/bandwidth/moved_bytes.hpp"

#include "sim/world/students.hpp"
#include "sim/world/teachers.hpp"

namespace homeroom::bandwidth {
namespace {

/// Bytes of one row of the columns.
template <class... Values>
double row(const std::vector<Values>&... columns) {
  static_cast<void>(((columns.size()) + ...));
  return static_cast<double>((sizeof(Values) + ...));
}
template <class Value>
double both(const PerSubject<std::vector<Value>>&) {
  return kSubjects * sizeof(Value);
}

// What the model is like rather than what it must be: shares of children, roundly.
constexpr double kNew = 1.0 / kGrades + 0.05;  // kindergartners, and a leave rate of a city's size
constexpr double kChoosers = 0.2;              // without a seat to keep, or asking for another
constexpr double kMovers = 0.08;               // in mid-year
constexpr double kTested = 7.0 / kGrades;      // grades 3 to 8 and 10
constexpr double kTeachers = 0.08;             // per child

double row_of(const Teachers& t) {
  return row(t.place, t.school, t.grade, t.post, t.experience, t.seniority, t.years_here, t.age,
             t.tenured, t.employer, t.fit, t.morale, t.seen_sum, t.seen_years, t.below_years,
             t.hired, t.bonus_years, t.pool_years, t.may_return) +
         both(t.effect);
}

}  // namespace

std::vector<Moved> moved_bytes() {
  const Students s;
  const double stocks = both(s.baseline) + both(s.durable) + both(s.fleeting) + both(s.transient);
  const double scores = both(s.score) + both(s.score_before);
  const double seat = row(s.school, s.arrival, s.rank, s.moved);
  const double teacher = kTeachers * row_of(Teachers{});
  return {
      {"cohort", "everyone is a grade older or leaves; newcomers get all that a child has",
       row(s.grade, s.housing, s.arrived), row(s.grade) + kNew * kBytesPerStudent},
      {"choice",
       "who must choose shows in school and grade; families who list are read whole; everyone's "
       "seat is written",
       row(s.school, s.grade) + kChoosers * (row(s.home, s.traits, s.information, s.engagement) +
                                             both(s.baseline) + both(s.score)),
       seat},
      {"staffing", "every teacher is a year older, judged, and may leave or be hired", teacher,
       teacher},
      {"mobility",
       "who moves hangs on income, housing, rank and climate; movers' seats are written",
       row(s.school, s.grade, s.traits, s.housing, s.rank, s.arrived), kMovers * seat},
      {"engagement", "drawn back to its own level, and by school and rank",
       row(s.engagement, s.drive, s.rank, s.school), row(s.engagement)},
      {"classes", "children of a school and grade are dealt to sections", row(s.school, s.grade),
       row(s.section)},
      {"learning", "both subjects' stocks, baselines and transient states go a year on",
       row(s.school, s.grade, s.section, s.traits, s.engagement, s.moved) + stocks, stocks},
      {"testing", "achievement with an error becomes a score; scores move back a year",
       row(s.school, s.grade) + kTested * (stocks + scores), kTested * scores},
  };
}

}  // namespace homeroom::bandwidth
