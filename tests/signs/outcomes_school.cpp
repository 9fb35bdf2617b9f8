// What can be said of a school: who learns, leads and teaches there, and in what state it is.
#include "tests/signs/school_looks.hpp"

namespace homeroom::signs {
namespace {

using namespace school;

void add_people(std::vector<Outcome>& all) {
  all.push_back(of_year("enrolment", "students", "children", &SchoolYear::enrolment));
  all.push_back(share("low_income", "children of low income", &SchoolYear::low_income,
                      &SchoolYear::enrolment));
  all.push_back(share("special", "children with special needs", &SchoolYear::special,
                      &SchoolYear::enrolment));
  all.push_back(share("severe", "children with severe special needs", &SchoolYear::severe,
                      &SchoolYear::enrolment));
  all.push_back(share("english_learner", "English learners", &SchoolYear::english_learners,
                      &SchoolYear::enrolment));
  all.push_back(share("moved_in", "children who came within the year", &SchoolYear::moved_in,
                      &SchoolYear::enrolment));
  all.push_back(share("moved_out", "children who left within the year", &SchoolYear::moved_out,
                      &SchoolYear::enrolment));
  all.push_back(share("entrants", "children who came by choice", &SchoolYear::entrants,
                      &SchoolYear::enrolment));
  all.push_back(
      of_year("mean_baseline", "state SD", "mean family baseline", &SchoolYear::mean_baseline));
  all.push_back(in("open_share", "share", "of its seats that are taken",
                   [](const Schools& s, const SchoolYear& year, SchoolId id) {
                     double seats = 0;
                     for (const int one : s.seats[id]) seats += one;
                     return seats > 0 ? year.enrolment / seats : NAN;
                   }));
  all.push_back(in("one", "schools", "1: counts schools in a total",
                   [](const Schools&, const SchoolYear&, SchoolId) { return 1.0; }));
  all.push_back(principal("leadership", "SD", "true, of the principal", &Principals::leadership));
  all.push_back(principal("skill", "SD", "the principal's autonomy skill", &Principals::skill));
  all.push_back(principal("principal_years", "years", "the principal's years in post",
                          &Principals::years_here));
  all.push_back(principal("principal_experience", "years", "the principal's years as one",
                          &Principals::experience));
  all.push_back(
      principal("frustration", "share", "stock of friction met", &Principals::frustration));
  all.push_back(
      principal("new_principal", "0/1", "the principal came this year", &Principals::is_new));
  all.push_back(principal("principal_time", "share", "of the principal's time left for leading",
                          &Principals::time));
}

void add_staff(std::vector<Outcome>& all) {
  all.push_back(of_year("posts", "posts", "class posts", &SchoolYear::posts));
  all.push_back(of_year("teachers", "teachers", "who teach", &SchoolYear::teachers));
  all.push_back(in("children_per_post", "students", "children to a post",
                   [](const Schools&, const SchoolYear& y, SchoolId) {
                     return y.posts > 0 ? static_cast<double>(y.enrolment) / y.posts : NAN;
                   }));
  all.push_back(share("novices", "teachers in their first years", &SchoolYear::novices,
                      &SchoolYear::teachers));
  all.push_back(share("turnover", "teachers of a year ago who left", &SchoolYear::departures,
                      &SchoolYear::staff_before));
  all.push_back(share("vacancies", "posts with a long-term substitute", &SchoolYear::vacancies,
                      &SchoolYear::posts));
  all.push_back(share("late_hires", "posts filled after school began", &SchoolYear::late_hires,
                      &SchoolYear::posts));
  all.push_back(
      share("forced", "posts filled without consent", &SchoolYear::forced, &SchoolYear::posts));
  all.push_back(share("dismissed", "teachers of a year ago who were removed",
                      &SchoolYear::dismissed, &SchoolYear::staff_before));
  all.push_back(share("recruited_away", "teachers of a year ago whom a zone recruited",
                      &SchoolYear::recruited_away, &SchoolYear::staff_before));
  all.push_back(of_year("teacher_effect", kGrowth, "mean true effectiveness, mathematics",
                        &SchoolYear::mean_effect));
}

void add_states(std::vector<Outcome>& all) {
  all.push_back(column("climate", "climate", "slow state of the school", &Schools::climate));
  all.push_back(column("urgency", "share", "perceived probability of loss", &Schools::urgency));
  all.push_back(
      column("start_up", "share", "disruption of a start that fades", &Schools::start_up));
  all.push_back(column("hours", "hours/day", "effective extra hours", &Schools::hours));
  all.push_back(column("pay", "share", "teachers' pay against the district scale", &Schools::pay));
  all.push_back(column("design", "SD", "design quality", &Schools::design_quality));
  all.push_back(in("poor_design", "0/1", "its design is below that of an ordinary leader",
                   [](const Schools& s, const SchoolYear&, SchoolId id) {
                     return s.design_quality[id] < 0.0 ? 1.0 : 0.0;
                   }));
  all.push_back(
      column("distinctness", "share", "how distinct the design is", &Schools::distinctness));
  all.push_back(column("resources", "USD/student", "useful spending beyond staff against the norm",
                       &Schools::resources));
  all.push_back(in("revenue", "USD/student", "money received",
                   [](const Schools& s, const SchoolYear& y, SchoolId id) {
                     return s.revenue[id] / y.enrolment;
                   }));
  all.push_back(in("spending", "USD/student", "money spent",
                   [](const Schools& s, const SchoolYear& y, SchoolId id) {
                     return s.spending[id] / y.enrolment;
                   }));
  all.push_back(in("fund_balance", "USD/student", "money kept",
                   [](const Schools& s, const SchoolYear& y, SchoolId id) {
                     return s.fund_balance[id] / y.enrolment;
                   }));
  all.push_back(
      column("service_quality", "share", "of the services it uses", &Schools::service_quality));
  all.push_back(column("support_staff", "positions/100 students", "counsellors, aides",
                       &Schools::support_staff));
  all.push_back(column("rating", "percentile", "published", &Schools::rating));
  all.push_back(column("rating_index", "index", "behind the rating", &Schools::rating_index));
  all.push_back(column("support", "share", "support received, of a full dose", &Schools::support));
  all.push_back(column("credibility", "share", "probability that failure has its consequence",
                       &Schools::credibility));
  all.push_back(column("picture", "SD", "what families see", &Schools::picture));
  all.push_back(
      column("published_growth", "SD", "published value added", &Schools::published_growth));
  all.push_back(in("on_probation", "0/1", "on probation",
                   [](const Schools& s, const SchoolYear&, SchoolId id) {
                     return s.status[id] == SchoolStatus::Probation ? 1.0 : 0.0;
                   }));
  all.push_back(of_year("rated_bottom", "0/1", "rated below the bar of its review body",
                        &SchoolYear::rated_bottom));
  all.push_back(
      of_year("value_added_level", "level", "five-level index", &SchoolYear::value_added_level));
}

void add_standing(std::vector<Outcome>& all) {
  all.push_back({"school.satisfaction", "share", "of children who came by choice, at first rank",
                 [](const SeenYear& y, std::size_t s) {
                   const SchoolYear& year = y.world.results.school[SchoolId{s}];
                   return year.entrants > 0
                              ? static_cast<double>(year.first_choices) / year.entrants
                              : NAN;
                 }});
  all.push_back({"school.listed", "0/1", "on the state's list of this year",
                 [](const SeenYear& y, std::size_t s) {
                   return y.world.schools.listed[SchoolId{s}] == y.world.year ? 1.0 : 0.0;
                 }});
  all.push_back(
      {"school.in_zone", "0/1", "in a zone or network", [](const SeenYear& y, std::size_t s) {
         return y.world.schools.zone[SchoolId{s}] ? 1.0 : 0.0;
       }});
}

}  // namespace

std::vector<Outcome> school_outcomes() {
  std::vector<Outcome> all;
  add_people(all);
  add_staff(all);
  add_states(all);
  add_standing(all);
  return all;
}

}  // namespace homeroom::signs
