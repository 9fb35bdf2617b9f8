// Offers that are withheld: lines that their schools do not serve, as if they had drawn a number
// that is never reached. Everything else, the child's other lines and their places among them,
// stays, and the seat goes to the next in line.
#pragma once

#include "sim/year/choice_lists.hpp"

namespace homeroom::choice {

/// Marks the lines whose child and school are among `world.withheld`, in both lists.
void refuse_withheld(const World& world, const Families& families, Filed& filed);

}  // namespace homeroom::choice
