// Which models of a city a policy can reach: a lever of a model that no school has, or comes to,
// moves nothing.
#pragma once

#include <set>
#include <string>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// Keys of the models that a school of the city has or can take up under `law` in the years of the
/// run: founded, selected, opened, converted, taken over, or begun anew. A chance however small
/// counts; a lever that asks for nothing in any year does not.
std::set<std::string> models_in_reach(const Scenario& scenario, const Law& law);

/// True when the policy of `scenario` moves levers of school models alone, and of none in reach.
bool moves_nothing_in_reach(const Scenario& scenario);

}  // namespace homeroom
