// The folder of a run before anything is written: whose it is, and what of it stands already.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/records/manifest.hpp"
#include "sim/records/table.hpp"

namespace homeroom {

/// How files begin in which rows wait for their turn, beside the tables (waiting_rows.hpp).
inline constexpr const char* kWaitingPrefix = ".rows_";

/// The codebook of a run's tables, and its manifest while it runs.
inline constexpr const char* kCodebook = "codebook.csv";
inline constexpr const char* kManifestPart = ".manifest.json.part";

/// The name of a table's file.
std::string table_file(const TableDefinition& table);

/// A folder that a run may not use, or a write that failed; `what` says which and why.
struct DirectoryRefused : std::runtime_error {
  using std::runtime_error::runtime_error;
};
struct WriteFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws DirectoryRefused where `path` is a file, and unless `force` where it holds another run's
/// manifest, or tables and no manifest. Writes nothing.
void refuse_folder(const std::filesystem::path& path, const Manifest& manifest,
                   const std::vector<const TableDefinition*>& tables, bool force);

/// The text of a manifest; empty where there is none. Throws DirectoryRefused where there is one
/// that cannot be read: it is not to be taken for another run's.
std::string manifest_text(const std::filesystem::path& path);

/// Makes the folder `path` with those above it; those that were not there before, innermost first.
/// Throws WriteFailed.
std::vector<std::filesystem::path> make_folder(const std::filesystem::path& path);

/// Keeps other runs out of the folder, which would take its tables away: a descriptor to be closed,
/// or -1 where the file system has no locks. Throws DirectoryRefused where another run writes
/// there.
int lock_folder(const std::filesystem::path& path);

/// Takes away the rows that a killed run let wait: nobody else writes there now.
void remove_rows_of_before(const std::filesystem::path& folder);

}  // namespace homeroom
