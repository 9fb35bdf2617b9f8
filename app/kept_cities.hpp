// The folder of burnt-in cities that a command begins from and leaves its own in.
#pragma once

#include <optional>
#include <string>

#include "app/options.hpp"
#include "app/workload.hpp"
#include "sim/run/kept_burn_ins.hpp"

namespace homeroom::app {

/// An open folder, and the program that its cities belong to.
struct CityFolder {
  BurnInFolder folder;
  std::string program;
};

/// Opens the folder that --keep-burn-ins names for `command`; kDone with none where it is empty.
/// What keeps it from being used is told.
int open_city_folder(const std::string& command, const std::string& path,
                     std::optional<CityFolder>& opened);

/// Which cities of the experiment the folder `path` holds, by the names of files; writes nothing.
CitiesThere cities_there(const std::string& path, const Experiment& experiment);

/// Tells what was wrong with files and, unless `quiet`, how many of `replicates` were found.
void tell_kept(const CityFolder& cities, const KeptBurnInsTold& told, std::size_t replicates,
               bool quiet);

}  // namespace homeroom::app
