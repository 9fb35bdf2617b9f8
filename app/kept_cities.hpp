// The folder of burnt-in cities that a command begins from and leaves its own in.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>

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

/// Whether `command` may use the folder that --keep-burn-ins names; writes nothing, tells why not.
bool city_folder_refused(const std::string& command, const std::string& path);

/// Counts which cities of experiments a folder will hold when each begins, by the names of files;
/// an experiment finds those that one before it leaves. Writes nothing.
class CityCount {
 public:
  /// An empty path: nothing is kept.
  explicit CityCount(std::string path) : path_(std::move(path)) {}
  CitiesThere of(const Experiment& experiment);

 private:
  std::string path_;
  std::set<std::string> left_;  ///< fingerprints
};

/// Tells what was wrong with files and, unless `quiet`, how many of `replicates` were found.
void tell_kept(const CityFolder& cities, const KeptBurnInsTold& told, std::size_t replicates,
               bool quiet);

}  // namespace homeroom::app
