// What the columns of a sweep's tables say: codebook.csv of its folder.
#pragma once

#include <string>

#include "app/ready_sweep.hpp"

namespace homeroom::app {

/// Keys of runs, factors by the declaration of their keys, outcomes by that of their columns.
std::string sweep_codebook(const ReadySweep& ready);

}  // namespace homeroom::app
