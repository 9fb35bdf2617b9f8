// How many rows tables of school models have, told from the place and the law alone.
#pragma once

#include <set>
#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom::app {

/// Models of the schools that a city is founded with.
std::set<std::string> models_of(const Place& place);

/// Years of one replicate from `first_year` on times the models that have a school in them: those
/// of the place, and those that the law may have founded, converted or selected by then.
double model_years(const Scenario& scenario, const Place& place, int first_year);

}  // namespace homeroom::app
