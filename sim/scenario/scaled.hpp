// The same city, larger or smaller: more or fewer schools of the same size on land of the same
// density. What grows along is said where each quantity is declared (`Scaling`); shares, sizes,
// kilometres and all that is told per school or child stay.
#pragma once

#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// Why a scenario cannot be scaled, in words; empty where it can: a nation is no city, and the
/// schools of a list are those that they are.
std::string why_not_scaled(const Scenario& scenario);

/// The scenario times `times`, a whole number: nothing has to be rounded.
Scenario multiplied(const Scenario& scenario, int times);

/// The scenario's `parts`-th part. What is counted is rounded, schools such that models and grades
/// keep their shares as far as whole schools allow; no model, and no selection or lever that counts
/// schools, comes to nothing.
Scenario divided(const Scenario& scenario, int parts);

}  // namespace homeroom
