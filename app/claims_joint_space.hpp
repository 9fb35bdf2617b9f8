// The space over which verdicts are tried: what is shared by all cities stands in a shipped design;
// a city adds the cells of its school models that nobody stated.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/sweep_design.hpp"

namespace homeroom::app {

/// Reads scenarios/sweeps/joint_space.toml; false after every fault was printed.
bool read_joint_space(SweepDesign& space);

std::vector<std::string> keys_of(const SweepDesign& design);

/// The space of one city: its shared factors first, so that point k is the same in every city, then
/// of models that the city has each right whose share on paper is assumed, and the will to close, a
/// quarter to both sides: one step of the report's coding.
SweepDesign joint_design(const SweepDesign& space, const std::string& city,
                         const Scenario& scenario);

}  // namespace homeroom::app
