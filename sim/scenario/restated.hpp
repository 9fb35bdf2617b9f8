// A policy that changes nothing: every lever is said again, with the value that it has anyway.
#pragma once

#include "sim/scenario/scenario.hpp"

namespace homeroom {

struct Restated {
  Scenario scenario;  ///< under a policy of its own from the first policy year on
  int levers = 0;     ///< how many were restated
};

/// The scenario under a policy whose law is in force from the first policy year on and restates, in
/// that year and in the first of a policy that the scenario has, every lever that may carry dates.
Restated restated(const Scenario& scenario);

}  // namespace homeroom
