// manifest.json: what was run, with what, and how it ended.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace homeroom {

/// A scenario that a comparison sets beside the manifest's own.
struct ManifestAlternative {
  std::string name;
  std::vector<std::string> files;  ///< the scenario's, or those of the policies laid over the base
  std::string resolved;
};

struct Manifest {
  std::string program_version, source_revision;
  std::string compiler, flags;
  std::vector<std::string> command_line;
  std::string scenario, scenario_file, resolved;
  std::vector<ManifestAlternative> alternatives;  ///< of a comparison; else none
  std::string anchor_resolved;  ///< the scenario that sets growth's zero, if it is another
  std::uint64_t seed = 0;
  std::vector<std::uint32_t> replicates_asked, replicates_finished;
  int first_year = 0, policy_years = 0, burn_in_years = 0, threads = 0;
  bool microdata = false, burn_in_rows = false;
  int district = 0;             ///< of a nation, that one alone; 0: the whole scenario
  bool nation_schools = false;  ///< of a nation, a row for each school as well
  std::vector<std::string> tables;
  std::vector<std::pair<std::string, std::string>> libraries;  ///< name, version
  std::string started, finished;                               ///< UTC, ISO 8601
  std::string status;   ///< running, done, interrupted, failed
  std::string message;  ///< why it failed
};

/// Fingerprint of a text: XXH3-128 in hexadecimal, as `xxhsum -H2` prints it.
std::string fingerprint(std::string_view text);

/// What tells one run from another: everything that results depend on, in one fingerprint.
std::string run_fingerprint(const Manifest& manifest);

std::string manifest_json(const Manifest& manifest);
/// The fingerprint and status in a manifest file's text; empty where it is none of ours.
struct ManifestSignature {
  std::string fingerprint, status, scenario;
  std::vector<std::string> tables;
};
ManifestSignature signature_in(const std::string& json);

/// Versions of the libraries that this program was built with.
std::vector<std::pair<std::string, std::string>> record_libraries();

}  // namespace homeroom
