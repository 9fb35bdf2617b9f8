// manifest.json read back: what a folder of results says of itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace homeroom {

struct ManifestText {
  std::string name, fingerprint, resolved;
  std::vector<std::string> files;  ///< the scenario's, or those of policies laid over the base
};

struct ManifestFacts {
  bool ours = false;  ///< false: the text is no manifest of this program
  std::string version, revision, status, message, run;
  std::vector<std::string> command, tables;
  ManifestText scenario;
  std::vector<ManifestText> alternatives;
  std::string anchor_fingerprint;
  std::uint64_t seed = 0;
  std::vector<int> replicates_asked, replicates_finished;
  int first_year = 0, policy_years = 0, burn_in_years = 0, threads = 0;
  std::string compiler, flags, started, finished;
  std::vector<std::pair<std::string, std::string>> libraries;
};

/// What is missing is empty: another version may have written other keys.
ManifestFacts manifest_facts(std::string_view text);

}  // namespace homeroom
