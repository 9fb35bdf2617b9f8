// What a run of one scenario will do, from its options: replicates, folder, cost.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
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

/// What a run will take, from measured coefficients.
struct Cost {
  double students = 0, schools = 0, districts = 1, years = 0, student_years = 0;
  int threads = 0;
  double seconds = 0, memory = 0, disk = 0;  ///< the last two in bytes
};
Cost cost_of(const Experiment& experiment);

/// Children in the city, years and replicates, and what they cost: the text of --dry-run.
std::string cost_text(const Experiment& experiment, const std::filesystem::path& folder);

/// Bytes free where `folder` is or will be; nothing where that cannot be told.
std::optional<double> free_bytes(const std::filesystem::path& folder);

/// What is to be said where `needed` bytes are more than `free`; nothing where there is room.
std::string want_of_room(const std::filesystem::path& folder, double needed,
                         std::optional<double> free);

}  // namespace homeroom::app
