// Staffing: who teaches which class.
//
//   "Good people leave hard schools first. I may not remove the wrong ones, I must take whom the
//    pool sends, and by August the best candidates have signed elsewhere."
//
// Exit:    P(leave) = logistic(base + early + late career + poverty - climate - leadership
//          + friction + unpaid hours + unsupported urgency - own effect - fit - pay
//          + threat of dismissal without support, for those seen as poor).
// Removal: P = held right to dismiss x rate x (floor + (1 - floor) Phi(skill)) for those seen a
//          teacher-SD below the mean; without the right, a procedure of years that may fail.
// Market:  schools rank by effect + experience + fit + noise, noise = sd exp(-skill x own
//          selection - leadership); candidates rank by climate, poverty, pay, hours, mission and
//          distance + Gumbel; deferred acceptance, teachers proposing (Gale and Shapley 1962).
// Sources: exits Ronfeldt, Loeb and Wyckoff (2013) and NCES Teacher Follow-up Survey (2014), table
//          2; removal NCES Schools and Staffing Survey (2013), district table 8; pool Boston
//          2014-18; each number with its source in scenarios/nature/staffing.toml.
#pragma once

#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

struct StaffingParameters {
  // What teachers are like.
  double effect_mean, effect_sd, effect_mean_ela, effect_sd_ela, effect_correlation;
  double stock_advantage, seen_noise, seen_years;
  // Leaving.
  double exit_base, exit_early, early_years, exit_late, late_from, late_ramp;
  double exit_poverty, poverty_reference, exit_climate, exit_leadership, exit_friction;
  double exit_hours, elect_relief, exit_urgency, exit_effect, exit_fit, exit_pay;
  double exit_new_principal, exit_takeover, takeover_years, exit_after_bonus;
  double exit_threat;
  double move_share, move_found, hired_novices, placed_share, retirement_age, last_age;
  // Removal and layoff.
  double dismiss_below, dismiss_rate, dismiss_floor, dismiss_untenured;
  double removal_begun, removal_success, misfit_rate, misfit_below, displaced;
  double rating_avoided, removal_reference, plan_relief;
  double layoff_seniority, restart_keep, placed_released;
  // The pool.
  double pool_leave, pool_package, pool_search, pool_tolerance, return_years;
  // What candidates look at.
  double taste_spread, attract_climate, attract_poverty, attract_leadership, attract_pay;
  double attract_hours, attract_right, attract_zone, attract_distance, attract_mission;
  // What schools look at.
  double hire_noise, noise_skill, noise_leadership, noise_internal, hire_fit;
  double hire_first_year, hire_early_years;
  int applications, late_applications, looks;
  double listed_share, late_share, late_right, late_experienced;
  // Supply from outside.
  double supply_fall, supply_depth, candidate_experience, first_age, age_spread;
  // A zone's recruitment.
  double recruit_seen, recruit_noise, recruit_bar, recruit_accept, recruit_floor, recruit_pay;
  int bonus_years;
  // Morale.
  double morale_kept, morale_climate, morale_pay, morale_hours, morale_friction;

  void describe(FieldVisitor& visit);
};

/// What one school's year of staffing came to.
struct SchoolStaffing {
  int staff_before = 0, posts = 0, teachers = 0, novices = 0, departures = 0, vacancies = 0,
      late_hires = 0, forced = 0, dismissed = 0, recruited_away = 0, teach_mathematics = 0;
  double mean_effect = 0;  ///< in mathematics, of those who teach it [SD/year]
};

struct StaffingOutcome {
  Teachers teachers;  ///< the tables as they stand after the year's moves
  Posts posts;
  std::vector<SchoolStaffing> school;  ///< by school
  std::vector<TeacherMove> moves;
  int placements_forced = 0, pool_size = 0, pool_entries = 0, pool_exits = 0;
  int hires_outside = 0, hires_novice = 0, teachers_before = 0, teachers_left = 0;
};

/// Reads this year's enrolment by grade (results), rights, friction, pay and hours, and the climate
/// and urgency that last year left.
StaffingOutcome decide_staffing(const World& world, const Law& law,
                                const StaffingParameters& nature, const Dice& dice);

void enact(World& world, StaffingOutcome&& outcome);

}  // namespace homeroom
