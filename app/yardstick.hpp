// How fast this machine is: a fixed piece of work of the model's kinds, timed.
#pragma once

namespace homeroom::app {

/// Seconds of processor time that one piece takes: dice and normals of many children (vectors),
/// sums by school (gathers) and a sorted list (comparisons). The lowest of some: neighbours on the
/// machine only ever make it longer. Takes some milliseconds in all.
double yardstick();

/// How many times as long as where measured_costs.hpp was made the same work takes here.
double slowness_here();

}  // namespace homeroom::app
