// Who goes where in a city of listed schools: as expected before anybody has chosen, by what nature
// says of distance, of places and of the neighbourhood's own school, and as seen after a trial.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/founding/place.hpp"
#include "sim/founding/settlement.hpp"
#include "sim/world/world.hpp"
#include "sim/year/choice.hpp"

namespace homeroom {

/// A share of a neighbourhood's children of a stage who are expected in a school.
struct Flow {
  std::size_t home, school;
  double share;
};

/// Flows of one stage of schooling, neighbourhood after neighbourhood; shares sum to 1 in each that
/// has a school of the stage. Schools that admit by examination stand outside.
std::vector<Flow> expected_flows(const Place& place, const Settlement& settlement,
                                 const Neighbourhoods& places, const ChoiceParameters& nature,
                                 int stage);

/// The flows of a world whose children have been assigned; listed schools begin at row `first`.
std::vector<Flow> seen_flows(const Place& place, const World& world, std::size_t first, int stage);

/// Listed children of a school in the grades of a stage.
double children_in(const ListedSchool& school, int stage);

}  // namespace homeroom
