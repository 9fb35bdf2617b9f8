// What can be said of a teacher who teaches, and of one who did a year ago.
#include "tests/signs/outcomes.hpp"

namespace homeroom::signs {
namespace {

Outcome now(const char* name, const char* unit, const char* meaning,
            std::function<double(const Teachers&, std::size_t)> of) {
  return {std::string("teacher.") + name, unit, meaning,
          [of](const SeenYear& y, std::size_t row) { return of(y.world.teachers, row); }};
}

Outcome was(const char* name, const char* unit, const char* meaning,
            std::function<double(const Teachers&, std::size_t)> of) {
  return {std::string("staff.") + name, unit, meaning,
          [of](const SeenYear& y, std::size_t row) { return of(y.teachers_before, row); }};
}

Outcome gone(const char* name, const char* meaning, std::function<bool(Departure)> is) {
  return {std::string("staff.") + name, "0/1", meaning,
          [is](const SeenYear& y, std::size_t row) { return is(y.fate[row]) ? 1.0 : 0.0; }};
}

Outcome came(const char* name, const char* meaning, Hire how) {
  return {
      std::string("teacher.") + name, "0/1", meaning, [how](const SeenYear& y, std::size_t row) {
        return y.world.teachers.hired[row] == how && y.world.teachers.years_here[row] == 0 ? 1.0
                                                                                           : 0.0;
      }};
}

/// What is known of a teacher now or a year ago, in the same words.
template <class Make>
void add_facts(std::vector<Outcome>& all, Make make) {
  all.push_back(make("effect_math", "SD/year", "true effectiveness",
                     [](const Teachers& t, std::size_t r) { return t.effect[kMath][r]; }));
  all.push_back(make("effect_ela", "SD/year", "true effectiveness",
                     [](const Teachers& t, std::size_t r) { return t.effect[kEla][r]; }));
  all.push_back(make("experience", "years", "taught",
                     [](const Teachers& t, std::size_t r) { return t.experience[r]; }));
  all.push_back(make("early", "0/1", "at most three years of experience",
                     [](const Teachers& t, std::size_t r) { return t.experience[r] <= 3; }));
  all.push_back(make("seniority", "years", "in the district",
                     [](const Teachers& t, std::size_t r) { return t.seniority[r]; }));
  all.push_back(make("years_here", "years", "in the present school",
                     [](const Teachers& t, std::size_t r) { return t.years_here[r]; }));
  all.push_back(
      make("age", "years", "of age", [](const Teachers& t, std::size_t r) { return t.age[r]; }));
  all.push_back(make("tenured", "0/1", "has tenure",
                     [](const Teachers& t, std::size_t r) { return t.tenured[r]; }));
  all.push_back(make("fit", "SD", "fit with the school's mission",
                     [](const Teachers& t, std::size_t r) { return t.fit[r]; }));
  all.push_back(
      make("morale", "SD", "morale", [](const Teachers& t, std::size_t r) { return t.morale[r]; }));
}

}  // namespace

std::vector<Outcome> teacher_outcomes() {
  std::vector<Outcome> all;
  add_facts(all, now);
  add_facts(all, was);
  all.push_back(now("one", "teachers", "1: counts teachers in a total",
                    [](const Teachers&, std::size_t) { return 1.0; }));
  all.push_back(now("novice", "0/1", "in the first year",
                    [](const Teachers& t, std::size_t r) { return t.experience[r] == 0; }));
  all.push_back(now("second_years", "0/1", "in the second or third year",
                    [](const Teachers& t, std::size_t r) {
                      return t.experience[r] == 1 || t.experience[r] == 2;
                    }));
  all.push_back(now("new_here", "0/1", "came this year",
                    [](const Teachers& t, std::size_t r) { return t.years_here[r] == 0; }));
  all.push_back(now("removal_begun", "0/1", "removal for performance was begun this year",
                    [](const Teachers& t, std::size_t r) { return t.below_years[r] == 1; }));
  all.push_back(now("new_mathematics", "0/1", "came this year to teach mathematics alone",
                    [](const Teachers& t, std::size_t r) {
                      return t.years_here[r] == 0 && t.post[r] == Post::Mathematics;
                    }));
  all.push_back({"teacher.transferred", "0/1", "came this year from another school of the city",
                 [](const SeenYear& y, std::size_t row) {
                   const Teachers &now = y.world.teachers, &before = y.teachers_before;
                   const bool known = row < before.size() && before.person[row] == now.person[row];
                   return known && before.in_school(row) && now.years_here[row] == 0 ? 1.0 : 0.0;
                 }});
  all.push_back(came("by_seniority", "came this year by seniority", Hire::Seniority));
  all.push_back(came("by_consent", "came this year by mutual consent", Hire::Consent));
  all.push_back(came("late", "came this year after school began", Hire::Late));
  all.push_back(came("placed", "came this year without consent", Hire::Forced));
  all.push_back(came("recruited", "came this year, recruited by a zone", Hire::Recruited));
  all.push_back(gone("gone", "left the school", [](Departure d) { return d != Departure::None; }));
  all.push_back(gone("left", "left the city of one's own will",
                     [](Departure d) { return d == Departure::Left; }));
  all.push_back(gone("quit", "left the school of one's own will, not to retire", [](Departure d) {
    return d == Departure::Left || d == Departure::MovedInCity;
  }));
  all.push_back(gone("moved_in_city", "went to another school of the city",
                     [](Departure d) { return d == Departure::MovedInCity; }));
  all.push_back(gone("retired", "retired", [](Departure d) { return d == Departure::Retired; }));
  all.push_back(gone("dismissed", "removed for performance",
                     [](Departure d) { return d == Departure::DismissedPerformance; }));
  all.push_back(
      gone("misfit", "removed for fit", [](Departure d) { return d == Departure::DismissedFit; }));
  all.push_back(
      gone("excess", "lost the post", [](Departure d) { return d == Departure::Excess; }));
  all.push_back(
      gone("reset", "not kept at a reset", [](Departure d) { return d == Departure::Reset; }));
  all.push_back(gone("recruited_away", "recruited by a zone",
                     [](Departure d) { return d == Departure::Recruited; }));
  return all;
}

}  // namespace homeroom::signs
