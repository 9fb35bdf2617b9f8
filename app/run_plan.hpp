// What a run of one scenario will do, from its options: replicates, folder, tables, place.
#pragma once

#include <filesystem>
#include <vector>

#include "app/options.hpp"
#include "sim/run/experiment.hpp"

namespace homeroom::app {

/// Where the tables of `scenario` go; each of several scenarios gets a folder of its own.
std::filesystem::path folder_of(const RunOptions& options, const Scenario& scenario);

/// Years that one replicate lives, those of the scenario that sets growth's zero among them.
int years_of_replicate(const Scenario& scenario);

Experiment experiment_of(const RunOptions& options, const Scenario& scenario);

/// True for a run of a whole nation, false for that of a city or of one district.
bool is_national(const Experiment& experiment);

/// Definitions of the tables that it writes.
std::vector<const TableDefinition*> tables_of(const Experiment& experiment);

/// What a run of one city, or of one district of a nation, lives in.
Place place_of(const Experiment& experiment);

}  // namespace homeroom::app
