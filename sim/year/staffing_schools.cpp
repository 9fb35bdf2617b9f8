// What each school is as a place of work this year: looked up once, asked many times.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/world/enrolment.hpp"
#include "sim/year/staffing_book.hpp"

namespace homeroom::staffing {
namespace {

void look_at_rights(const PerRight<double>& held, double consent, Workplace& w) {
  const auto right = [&](Right r) { return held[static_cast<std::size_t>(index_of(r))]; };
  w.outside = right(Right::S1);
  w.free_of_seniority = std::max({right(Right::S2), right(Right::S3), consent});
  w.free_of_placement = std::max(right(Right::S4), consent);
  // The last quarter of S4 keeps off those with a right to return: see docs/model/autonomies.md.
  w.free_of_return = std::max(0.0, 4.0 * right(Right::S4) - 3.0);
  w.selection = right(Right::S5);
  w.dismiss = right(Right::S6);
  w.dismiss_misfit = right(Right::S7);
  w.free_layoff = right(Right::S8);
  w.waived = right(Right::S11);
  w.early = std::max(right(Right::S1), right(Right::S3));
}

void look_at_levers(const Book& book, SchoolId school, Workplace& w) {
  w.fit_weight = w.model->hire_fit_weight.in(book.year);
  w.plan = w.model->shared_plan.in(book.year);
  w.binds_placed = w.model->agreement_binds_placed.in(book.year);
  w.agreement = w.model->elect_to_work && book.world.schools.unsigned_work[school] == 0;
}

void look_at_attraction(const StaffingParameters& p, Workplace& w) {
  w.attraction =
      p.attract_climate * w.climate - p.attract_poverty * (w.poverty - p.poverty_reference) +
      p.attract_leadership * w.leadership + p.attract_pay * w.pay - p.attract_hours * w.hours +
      p.attract_right * w.selection + p.attract_zone * w.recruitment;
  w.noise = p.hire_noise * exp_of(-p.noise_skill * w.selection * w.skill_share -
                                  p.noise_leadership * w.leadership);
}

/// Imposed from outside, with another employer, a short while ago.
bool is_takeover(const SchoolModel& model, int years, double takeover_years) {
  return model.origin == Origin::Imposed && model.employer != Employer::District &&
         years < takeover_years;
}

void look_at_exit(const Book& book, SchoolId school, Workplace& w) {
  const StaffingParameters& p = book.nature;
  const Schools& schools = book.world.schools;
  const int years = book.year - schools.in_model_since[school];
  // Came last year, or with a new start this year; this year's successions are still to come.
  const bool new_principal = schools.principals.years_here[school] == 0;
  w.exit = p.exit_base + p.exit_poverty * (w.poverty - p.poverty_reference) -
           p.exit_climate * w.climate - p.exit_leadership * w.leadership +
           p.exit_friction * w.friction + p.exit_urgency * w.pressure -
           p.exit_pay * ((1.0 + w.pay) / book.world.city.market_pay - 1.0) +
           (new_principal ? p.exit_new_principal : 0.0) +
           (is_takeover(*w.model, years, p.takeover_years) ? p.exit_takeover : 0.0);
}

}  // namespace

void look_at_schools(Book& book) {
  const Schools& schools = book.world.schools;
  const double consent = book.law.staffing.mutual_consent.in(book.year);
  const double shortage_open = book.law.staffing.shortage_open.in(book.year);
  for (std::size_t s = 0; s < book.schools(); ++s) {
    const SchoolId school{s};
    Workplace& w = book.workplace[s];
    w.model = &book.law.model(schools.model[school]);
    w.open = schools.is_open(school);
    w.poverty = low_income_share(book.world, school, book.nature.poverty_reference);
    w.climate = schools.climate[school];
    w.leadership = schools.principals.leadership[school];
    w.skill_share = normal_cdf(schools.principals.skill[school]);
    w.friction = schools.friction[school];
    w.hours = schools.hours[school];
    w.pay = schools.pay[school];
    w.distinct = schools.distinctness[school];
    w.unsupported = 1.0 - schools.support[school];
    w.pressure = schools.urgency[school] * w.unsupported;
    w.recruitment = w.model->recruitment.in(book.year);
    look_at_levers(book, school, w);
    look_at_rights(schools.held[school], consent, w);
    w.outside_short = std::max(w.outside, shortage_open);
    look_at_attraction(book.nature, w);
    look_at_exit(book, school, w);
  }
}

}  // namespace homeroom::staffing
