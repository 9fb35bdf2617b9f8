// What a finished run prints.
#pragma once

#include <filesystem>

#include "sim/run/experiment.hpp"
#include "sim/run/nation.hpp"

namespace homeroom::app {

/// Seconds by chapter of the year, on standard error.
void print_timing(const ChapterTimes& times, double student_years);

/// How long a nation's founding and burn-in took, and how long its policy years, on standard error;
/// nothing where they were not lived one after the other.
void print_parts(const NationOutcome& outcome);

/// The short table of a nation's districts by size, and where the tables are.
void print_nation(const Scenario& scenario, const NationOutcome& outcome,
                  const std::filesystem::path& folder);

/// The short table of models, and where the tables are.
void print_summary(const Scenario& scenario, const ExperimentOutcome& outcome,
                   const std::filesystem::path& folder);

}  // namespace homeroom::app
