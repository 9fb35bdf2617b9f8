// Every parameter of nature, chapter by chapter: what was measured, calibrated or assumed.
#pragma once

#include "sim/year/accountability.hpp"
#include "sim/year/authorization.hpp"
#include "sim/year/budget.hpp"
#include "sim/year/choice.hpp"
#include "sim/year/climate.hpp"
#include "sim/year/cohort.hpp"
#include "sim/year/governance.hpp"
#include "sim/year/households.hpp"
#include "sim/year/leadership.hpp"
#include "sim/year/learning.hpp"
#include "sim/year/mobility.hpp"
#include "sim/year/staffing.hpp"
#include "sim/year/testing.hpp"

namespace homeroom {

struct Nature {
  GovernanceParameters governance;
  AuthorizationParameters authorization;
  ChoiceParameters choice;
  BudgetParameters budget;
  StaffingParameters staffing;
  LeadershipParameters leadership;
  ClimateParameters climate;
  MobilityParameters mobility;
  LearningParameters learning;
  TestingParameters testing;
  AccountabilityParameters accountability;
  CohortParameters cohort;
  HouseholdsParameters households;

  /// Calls `each(chapter, parameters)` for every chapter, in the year's order.
  template <class Each>
  void chapters(Each&& each) {
    each("governance", governance);
    each("authorization", authorization);
    each("choice", choice);
    each("budget", budget);
    each("staffing", staffing);
    each("leadership", leadership);
    each("climate", climate);
    each("mobility", mobility);
    each("learning", learning);
    each("testing", testing);
    each("accountability", accountability);
    each("cohort", cohort);
    each("households", households);
  }
};

}  // namespace homeroom
