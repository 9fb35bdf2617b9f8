// Leadership: principals learn, are worn down, leave and are followed by others.
//
//   "A good principal takes years to grow, and every fight over what we were promised brings her
//    nearer to the door."
//
// Exit:       P(leave) = logistic(base + poverty + frustration + urgency without support - climate
// + late in post). Frustration: F' = kept F + (1 - kept) friction met this year. Successor:  L ~
// N(pipeline + shift, 1), skill = pipeline + r (L - pipeline) + sqrt(1 - r^2) N;
//             pipeline = model's + city's + what coaching and teacher teams raise from within.
// Growth:     in the first years L and skill grow; coaching adds to both. In a zone practice is
//             shared: L and skill close part of their gap to the mean of the zone's others, where
//             that is higher; novices who are mentored close part of it to the veterans' mean.
// Time:       share of the principal's time left after friction, compliance and reporting.
// Sources: exits NCES Principal Follow-up Survey (2018) and DeAngelis and White (2011); learning
//          Clark, Martorell and Rockoff (2009); coaching RAND (2021); values in
//          scenarios/nature/leadership.toml.
#pragma once

#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

struct LeadershipParameters {
  double exit_base, exit_poverty, poverty_reference, exit_frustration, exit_urgency, exit_climate;
  double exit_late, late_years;
  double frustration_kept;
  double successor_shift, skill_correlation, pipeline_coaching, pipeline_teams;
  double growth_leadership, growth_skill, growth_years, coaching_leadership, coaching_skill;
  double network;
  double mentoring, mentoring_time;
  double friction_time, compliance_time, fit_lost;

  void describe(FieldVisitor& visit);
};

struct LeadershipOutcome {
  Principals principals;
  std::vector<double> fit_kept;  ///< by school: share of teachers' fit that outlives the year
  std::vector<Event> events;
};

/// Reads this year's friction and the climate and urgency that last year left.
LeadershipOutcome decide_leadership(const World& world, const Law& law,
                                    const LeadershipParameters& nature, const Dice& dice);

void enact(World& world, LeadershipOutcome&& outcome);

}  // namespace homeroom
