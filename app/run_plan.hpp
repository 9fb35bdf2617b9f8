// What a run of one scenario will do, from its options: replicates, folder, cost.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/options.hpp"
#include "sim/run/experiment.hpp"

namespace homeroom::app {

/// The options as settings of the scenario, so that they pass the same checks as its keys.
std::vector<std::string> settings_of(const RunOptions& options);

/// Where the tables of `scenario` go; each of several scenarios gets a folder of its own.
std::filesystem::path folder_of(const RunOptions& options, const Scenario& scenario);

Experiment experiment_of(const RunOptions& options, const Scenario& scenario);

/// Children in the city, years and replicates, and what they cost: the text of --dry-run.
std::string cost_text(const Experiment& experiment, const std::filesystem::path& folder);

}  // namespace homeroom::app
