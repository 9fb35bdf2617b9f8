#include "app/kept_cities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "app/program_file.hpp"

namespace homeroom::app {

int open_city_folder(const std::string& command, const std::string& path,
                     std::optional<CityFolder>& opened) {
  if (path.empty()) return kDone;
  const std::string program = program_fingerprint();
  if (program.empty()) {
    fmt::print(
        stderr,
        "homeroom {}: --keep-burn-ins: the program was linked without a build id, which tells "
        "its cities from those of another; leave the option out\n",
        command);
    return kBadInput;
  }
  try {
    opened.emplace(CityFolder{BurnInFolder(path), program});
  } catch (const BurnInFolderRefused& refused) {
    fmt::print(stderr, "homeroom {}: --keep-burn-ins: {}\n", command, refused.what());
    return kBadInput;
  }
  return kDone;
}

CitiesThere cities_there(const std::string& path, const Experiment& experiment) {
  CitiesThere there;
  there.keeps = !path.empty();
  if (!there.keeps) return there;
  const BurnInFingerprints fingerprints(*experiment.scenario, program_fingerprint());
  for (const std::uint32_t replicate : experiment.replicates) {
    std::error_code error;
    const auto file = BurnInFolder::file_in(path, fingerprints.of(replicate, experiment.district));
    if (std::filesystem::exists(file, error)) ++there.found;
  }
  return there;
}

void tell_kept(const CityFolder& cities, const KeptBurnInsTold& told, std::size_t replicates,
               bool quiet) {
  std::vector<std::string> remarks = told.remarks;
  std::sort(remarks.begin(), remarks.end());
  for (const std::string& remark : remarks) fmt::print(stderr, "homeroom: {}\n", remark);
  if (quiet) return;
  fmt::print(stderr, "homeroom: {} of {} burnt-in cit{} found in {}, {} left there\n", told.found,
             replicates, replicates == 1 ? "y" : "ies", cities.folder.path().string(), told.left);
}

}  // namespace homeroom::app
