// The folder a run writes. Tables grow under temporary names, whole replicates at a time, and take
// their own names at the end: what stands there is finished, and nothing finished is lost.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/records/manifest.hpp"
#include "sim/records/run_folder.hpp"
#include "sim/records/table.hpp"

namespace homeroom {

class RunDirectory {
 public:
  /// Opens `path` for the run of `manifest`. Throws as `refuse_folder` does, or WriteFailed; then
  /// nothing new stays in the folder.
  RunDirectory(std::filesystem::path path, Manifest manifest,
               const std::vector<const TableDefinition*>& tables, bool force);
  ~RunDirectory();
  RunDirectory(const RunDirectory&) = delete;
  RunDirectory& operator=(const RunDirectory&) = delete;

  /// Appends one replicate's text, table by table; all of it counts, or none. Throws WriteFailed.
  void write_replicate(std::uint32_t replicate, const std::vector<std::string>& texts);

  /// The same in parts: rows of a replicate that is not whole yet count once it is.
  void append(const std::vector<std::string>& texts);
  void commit(std::uint32_t replicate);

  /// Gives the tables their names and writes the manifest with its end. Throws WriteFailed.
  void finish(const std::string& status, const std::string& message, const std::string& when);

  const Manifest& manifest() const { return manifest_; }
  const std::filesystem::path& path() const { return path_; }

 private:
  struct File {
    std::filesystem::path temporary, final;
    int descriptor = -1;
    long long committed = 0, written = 0;
  };
  void open(const std::vector<const TableDefinition*>& tables);
  void begin(const std::string& name, const std::string& text);
  void write_manifest();
  void discard();
  /// Where a finished file cannot get its name.
  std::string named_too_late(const std::filesystem::path& file, int error) const;
  void close_all();
  std::filesystem::path path_;
  Manifest manifest_;
  std::vector<File> files_;
  int manifest_descriptor_ = -1;
  int lock_ = -1;  ///< the folder itself, held while the run writes there
};

}  // namespace homeroom
