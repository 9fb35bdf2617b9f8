#include "sim/records/run_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>

#include "sim/core/failure.hpp"
#include "sim/records/manifest_difference.hpp"

namespace homeroom {

namespace fs = std::filesystem;

namespace {

/// The same run was ended while its tables got their names: they are its own.
bool was_cut_off(const fs::path& path, const Manifest& manifest) {
  return signature_in(manifest_text(path / kManifestPart)).fingerprint == run_fingerprint(manifest);
}

void refuse_foreign(const fs::path& path, const Manifest& manifest,
                    const std::vector<const TableDefinition*>& tables) {
  std::error_code error;  // a path that cannot be looked at will not be made either
  if (fs::exists(path / "manifest.json", error)) {
    const std::string text = manifest_text(path / "manifest.json");
    const ManifestSignature there = signature_in(text);
    if (there.fingerprint == run_fingerprint(manifest)) return;
    if (there.fingerprint.empty()) {
      throw DirectoryRefused(fmt::format(
          "{}: has a manifest.json that no run wrote, or half of one; name another folder with -o, "
          "or overwrite it with --force",
          path.string()));
    }
    const std::string differs = manifest_difference(text, manifest);
    throw DirectoryRefused(fmt::format(
        "{}: holds another run (scenario \"{}\", {}{}{}); name another folder with -o, or "
        "overwrite it with --force",
        path.string(), there.scenario, there.status, differs.empty() ? "" : ": ", differs));
  }
  if (was_cut_off(path, manifest)) return;
  std::vector<std::string> names = {kCodebook};
  for (const TableDefinition* table : tables) names.push_back(table_file(*table));
  for (const std::string& name : names) {
    const fs::path file = path / name;
    if (fs::exists(file, error)) {
      throw DirectoryRefused(
          fmt::format("{}: would be overwritten, and the folder has no manifest.json; name another "
                      "folder with -o, or use --force",
                      file.string()));
    }
  }
}

}  // namespace

std::string table_file(const TableDefinition& table) { return fmt::format("{}.csv", table.name); }

std::string manifest_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string reason = words_of_error(errno);
  std::error_code error;  // what cannot be looked at will not be made either
  if (!file && fs::exists(path, error)) {
    throw DirectoryRefused(fmt::format("{}: cannot be read: {}", path.string(), reason));
  }
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void refuse_folder(const fs::path& path, const Manifest& manifest,
                   const std::vector<const TableDefinition*>& tables, bool force) {
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_directory(path, error)) {
    throw DirectoryRefused(
        fmt::format("{}: is a file, not a folder; name a folder with -o", path.string()));
  }
  if (!force) refuse_foreign(path, manifest, tables);
}

std::vector<fs::path> make_folder(const fs::path& path) {
  std::error_code error;
  std::vector<fs::path> made;
  for (fs::path above = path; !above.empty() && !fs::exists(above, error);
       above = above.parent_path()) {
    made.push_back(above);
  }
  fs::create_directories(path, error);
  if (error) {
    throw WriteFailed(fmt::format("{}: the folder cannot be made: {}", path.string(),
                                  words_of_error(error.value())));
  }
  return made;
}

int lock_folder(const fs::path& path) {
  const int lock = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock < 0 || ::flock(lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return lock;
  ::close(lock);
  throw DirectoryRefused(fmt::format(
      "{}: another run is writing there; give each its own folder with -o", path.string()));
}

void remove_rows_of_before(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().filename().string().starts_with(kWaitingPrefix)) {
      fs::remove(entry.path(), ignored);
    }
  }
}

}  // namespace homeroom
