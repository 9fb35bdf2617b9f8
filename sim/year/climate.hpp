// Climate and urgency: how a school feels to work in, and how much it fears for its existence.
//
//   "Culture is slow. People who believe in the same thing build it, churn and quarrels wear it
//    away. And nothing concentrates the mind like a review that means it."
//
// Climate: c' = kept c + (1 - kept) tanh(leadership x time - turnover - friction + mean fit
//          - spread of fit - placed without consent (more in small schools) - new principal
//          - poverty + urgency - churn of children + engagement + teacher teams + buy-in of votes
//          + support staff (better where the school chooses them) + own conduct code x leadership).
// Urgency: U = credibility x logistic((bar - rating) / s) x publicity / (1 + unclear targets)
//          x (1 - shield of tenure), s the standard error of the rating, at most 1.
// Sources: turnover Sorensen and Ladd (2020); new principals Bartanen, Grissom and Rogers (2019)
//          and Henry and Harbatkin (2019); threat Rockoff and Turner (2010); values in
//          scenarios/nature/climate.toml.
#pragma once

#include <vector>

#include "sim/core/described.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

struct ClimateParameters {
  double kept, leadership, turnover, turnover_reference, friction, fit, fit_spread;
  double forced, forced_small, small_staff, new_principal, poverty, poverty_reference, urgency;
  double churn, churn_reference, engagement, teacher_teams, vote, vote_fades;
  double support_staff, support_staff_reference, support_staff_choice, conduct;
  double rating_error, unclear, publicity, tenure_shield;
  double trimmed, rivalry;

  void describe(FieldVisitor& visit);
};

struct ClimateOutcome {
  std::vector<double> climate, urgency;  ///< by school
};

/// Reads this year's turnover, friction and principals, and last year's rating.
ClimateOutcome decide_climate(const World& world, const Law& law, const ClimateParameters& nature);

void enact(World& world, ClimateOutcome&& outcome);

}  // namespace homeroom
