#include "sim/year/climate.hpp"

#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/world/enrolment.hpp"
#include "sim/world/rights.hpp"
#include "sim/year/climate_sums.hpp"

namespace homeroom {
namespace {

constexpr double kMiddlePercentile = 50.0;

/// Standard error of a rating that is the mean of so many years; one that has none is as good as
/// one year's.
double rating_error(const Schools& schools, SchoolId school, const ClimateParameters& p) {
  return p.rating_error / sqrt_of(std::max(1, schools.rated_years[school]));
}

/// Children lost are posts lost as far as the money goes with them.
double rivalry_term(const World& world, const Law& law, SchoolId school,
                    const ClimateParameters& p) {
  if (school.row() >= world.last.school.size()) return 0.0;
  const double before = world.last.school[school].enrolment;
  const double now = world.results.school[school].enrolment;
  if (before <= 0.0 || now >= before) return 0.0;
  return p.rivalry * law.budget.portability.in(world.year) * (1.0 - now / before);
}

double urgency_of(const World& world, const Law& law, SchoolId school, const StaffSums& staff,
                  const ClimateParameters& p) {
  const Schools& schools = world.schools;
  const SchoolModel& model = law.model(schools.model[school]);
  const int year = world.year;
  // The bar that is feared is the one that judges: a contract's, or else the district's.
  const bool reviewed = model.review_years.in(year) >= 1.0;
  const double bar =
      100.0 * (reviewed ? model.review_bar.in(year) : law.accountability.bar.in(year));
  const double rating =
      schools.rated_years[school] > 0 ? schools.rating[school] : kMiddlePercentile;
  const double below = logistic((bar - rating) / rating_error(schools, school, p));
  const double clear = 1.0 + p.unclear * (1.0 - model.target_clarity.in(year));
  const double loud = 1.0 + p.publicity * model.data_publicity.in(year);
  const double waived = schools.held[school][static_cast<std::size_t>(index_of(Right::S11))];
  const double shield = 1.0 - p.tenure_shield * staff.tenured_share() * (1.0 - waived);
  const double of_results = schools.credibility[school] * below * loud / clear * shield;
  return clamp_to(of_results + rivalry_term(world, law, school, p), 0.0, 1.0);
}

/// Placements hurt more where few others carry the culture.
double placement_weight(const StaffSums& staff, const ClimateParameters& p) {
  return staff.teachers < p.small_staff ? p.forced * p.forced_small : p.forced;
}

/// Staff who voted for the model stand behind it, and less so as years pass and staff change.
double buy_in_of_votes(const World& world, const SchoolModel& model, SchoolId school,
                       const ClimateParameters& p) {
  if (model.origin != Origin::Conversion) return 0.0;
  const int years = world.year - world.schools.in_model_since[school];
  return p.vote * model.conversion_threshold.in(world.year) * exp_of(-years / p.vote_fades);
}

double poverty_term(const World& world, SchoolId school, const ClimateParameters& p) {
  return p.poverty * (low_income_share(world, school, p.poverty_reference) - p.poverty_reference);
}

double churn_term(const World& world, SchoolId school, const ClimateParameters& p) {
  if (school.row() >= world.last.school.size()) return 0.0;
  const SchoolYear& last = world.last.school[school];
  if (last.enrolment == 0) return 0.0;
  return p.churn * (static_cast<double>(last.moved_in) / last.enrolment - p.churn_reference);
}

/// Counsellors, psychologists and aides; a school that may choose them has better ones.
double support_term(const Schools& schools, SchoolId school, const ClimateParameters& p) {
  const double chosen = 1.0 + p.support_staff_choice * taken_up(schools, school, Right::S9);
  return p.support_staff * (schools.support_staff[school] * chosen - p.support_staff_reference);
}

/// Rules of conduct of the school's own are as good as whoever leads.
double conduct_term(const Schools& schools, SchoolId school, const ClimateParameters& p) {
  return p.conduct * taken_up(schools, school, Right::X1) * schools.principals.leadership[school];
}

double pull_of(const World& world, const Law& law, SchoolId school, const StaffSums& staff,
               double engagement, double urgency, const ClimateParameters& p) {
  const Schools& schools = world.schools;
  const SchoolYear& year = world.results.school[school];
  const SchoolModel& model = law.model(schools.model[school]);
  // A school without a past has no turnover to suffer from.
  const double turnover = year.staff_before > 0 ? year.turnover - p.turnover_reference : 0.0;
  return p.leadership * schools.principals.leadership[school] * schools.principals.time[school] -
         p.turnover * turnover - p.friction * schools.friction[school] + p.fit * staff.mean_fit() -
         p.fit_spread * (staff.spread_of_fit() - 1.0) -
         placement_weight(staff, p) * staff.forced_share() -
         p.new_principal * (schools.principals.is_new[school] != 0 ? 1.0 : 0.0) -
         poverty_term(world, school, p) + p.urgency * urgency - churn_term(world, school, p) +
         p.engagement * engagement + p.teacher_teams * model.teacher_teams.in(world.year) +
         buy_in_of_votes(world, model, school, p) + support_term(schools, school, p) +
         conduct_term(schools, school, p) - p.trimmed * schools.trimmed[school];
}

}  // namespace

ClimateOutcome decide_climate(const World& world, const Law& law, const ClimateParameters& nature) {
  const Schools& schools = world.schools;
  const std::vector<StaffSums> staff = sum_staff(world.teachers, schools.size());
  const std::vector<double> engagement = mean_engagement(world.students, schools.size());
  ClimateOutcome outcome{{schools.climate.begin(), schools.climate.end()},
                         std::vector<double>(schools.size(), 0.0)};
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const SchoolId school{s};
    if (!schools.is_open(school)) continue;
    outcome.urgency[s] = urgency_of(world, law, school, staff[s], nature);
    const double pull =
        pull_of(world, law, school, staff[s], engagement[s], outcome.urgency[s], nature);
    outcome.climate[s] =
        nature.kept * schools.climate[school] + (1.0 - nature.kept) * tanh_of(pull);
  }
  return outcome;
}

}  // namespace homeroom
