// Do outcomes rise in their order, but for some that do not fit?
//
// A claim of dose takes groups in an order of its own and names those that do not fit it as
// exceptions. In how many of all orders as many groups rise tells what such a claim is worth.
#pragma once

#include <cstddef>
#include <vector>

namespace homeroom::probes {

/// The most outcomes that rise in their order when the others are left out.
std::size_t longest_rise(const std::vector<double>& outcomes);

/// 1 where leaving out `exceptions` lets the others rise; NaN where an outcome is.
double rises_but_for(const std::vector<double>& outcomes, std::size_t exceptions);

/// The share of all orders of `groups` groups without ties in which that is so: what chance gives.
/// Throws std::invalid_argument for more than 9 groups, whose orders are too many to go through.
double chance_of_rising(std::size_t groups, std::size_t exceptions);

}  // namespace homeroom::probes
