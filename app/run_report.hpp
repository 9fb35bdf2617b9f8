// What a finished run prints.
#pragma once

#include <filesystem>

#include "sim/run/experiment.hpp"

namespace homeroom::app {

/// Seconds by chapter of the year, on standard error.
void print_timing(const ExperimentOutcome& outcome);

/// The short table of models, and where the tables are.
void print_summary(const Scenario& scenario, const ExperimentOutcome& outcome,
                   const std::filesystem::path& folder);

}  // namespace homeroom::app
