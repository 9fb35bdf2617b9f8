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

bool city_folder_refused(const std::string& command, const std::string& path) {
  const std::string why = path.empty() ? std::string() : why_not_kept_in(path);
  if (!why.empty()) fmt::print(stderr, "homeroom {}: --keep-burn-ins: {}\n", command, why);
  return !why.empty();
}

CitiesThere CityCount::of(const Experiment& experiment) {
  CitiesThere there;
  there.keeps = !path_.empty();
  if (!there.keeps) return there;
  const BurnInFingerprints fingerprints(*experiment.scenario, program_fingerprint());
  for (const std::uint32_t replicate : experiment.replicates) {
    const std::string fingerprint = fingerprints.of(replicate, experiment.district);
    std::error_code error;
    const bool there_already =
        std::filesystem::exists(BurnInFolder::file_in(path_, fingerprint), error);
    if (!left_.insert(fingerprint).second || there_already) ++there.found;
  }
  return there;
}

void tell_kept(const CityFolder& cities, const KeptBurnInsTold& told, std::size_t replicates,
               bool quiet) {
  std::vector<std::string> remarks = told.remarks;
  std::sort(remarks.begin(), remarks.end());
  for (const std::string& remark : remarks) fmt::print(stderr, "homeroom: {}\n", remark);
  if (told.not_left > 0) {
    fmt::print(stderr, "homeroom: {}; {} cit{} not kept, {} went on without\n", told.why_not_left,
               told.not_left, told.not_left == 1 ? "y is" : "ies are",
               told.not_left == 1 ? "its replicate" : "their replicates");
  }
  if (quiet) return;
  fmt::print(stderr, "homeroom: {} of {} burnt-in cit{} found in {}, {} left there\n", told.found,
             replicates, replicates == 1 ? "y" : "ies", cities.folder.path().string(), told.left);
}

}  // namespace homeroom::app
