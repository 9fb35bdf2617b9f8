// Displacement: whose school closed, and what the next one is against it.
//
//   "They closed my school, and said I would go to a better one. Half of us did."
//
//   shock = own_move (1 - displaced_relief tanh((G_next - G_closed) / displaced_scale))
// with G the true mean growth of each school's children in the last year of the closed one
// [SD/year]: at an equal school the shock is that of any move, at a far better one it vanishes, at
// a far worse one it doubles. A school that had no children that year counts as equal.
// Source: children of closed schools gain only where the next school is better, CREDO (2017),
// "Lights Off"; effects rise with the change in value added, Bross, Harris and Liu (2016).
#pragma once

#include <vector>

#include "sim/world/world.hpp"

namespace homeroom {

/// Children whose school closed with the last year though it taught their grade, by row; read
/// before choice seats them elsewhere.
std::vector<Displaced> decide_displacement(const World& world);
void enact(World& world, std::vector<Displaced>&& displaced);

/// True growth of `next` less that of `closed` a year ago, mathematics [SD/year]; 0 if unknown.
double growth_gained(const World& world, SchoolId closed, SchoolId next);

}  // namespace homeroom
