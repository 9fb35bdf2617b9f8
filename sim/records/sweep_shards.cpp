#include "sim/records/sweep_shards.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "sim/records/shard_name.hpp"
#include "sim/records/sweep_schema.hpp"
#include "sim/records/sweep_store.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

/// Only what is damaged is to be moved away: a shard that may not be written in is whole.
std::string why_unread(const fs::path& path, const SqliteError& error) {
  if (error.is_busy()) {
    return fmt::format("{} is at work: wait until its shard is over, or end it", path.string());
  }
  if (error.is_damaged()) {
    return fmt::format("{} is damaged: {}; move it away and run its shard again", path.string(),
                       error.what());
  }
  return fmt::format(
      "{} cannot be read: {}; collect must be allowed to write in the folder and its shards",
      path.string(), error.what());
}

/// A shard that was killed before its tables were there: it has no runs, and nothing is wrong.
bool is_unbegun(const SqliteFile& file) {
  return !SqliteStatement(file, "SELECT 1 FROM sqlite_master LIMIT 1").step();
}

}  // namespace

std::optional<ShardFile> open_shard(const fs::path& path, std::vector<std::string>& faults) {
  ShardFile shard{path, nullptr, {}};
  try {
    shard.file = std::make_unique<SqliteFile>(path, SqliteFile::Mode::Write);
    // As its writer: a log that a killed shard left is written back first.
    shard.file->run("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT");
    if (is_unbegun(*shard.file)) return std::nullopt;
    if (const std::string why = not_a_store(*shard.file); !why.empty()) {
      faults.push_back(
          fmt::format("{} {}; move it away and run its shard again", path.string(), why));
      return std::nullopt;
    }
    SqliteStatement check(*shard.file, "PRAGMA integrity_check(1)");
    if (check.step() && check.text(0) != "ok") {
      faults.push_back(fmt::format("{} is damaged: {}; move it away and run its shard again",
                                   path.string(), check.text(0)));
      return std::nullopt;
    }
    shard.about = about_in(*shard.file);
  } catch (const SqliteError& error) {
    faults.push_back(why_unread(path, error));
    return std::nullopt;
  }
  if (shard.about["layout"] == fmt::format("{}", kSweepStoreLayout)) return shard;
  faults.push_back(fmt::format("{} has layout \"{}\", this program reads {}", path.string(),
                               shard.about["layout"], kSweepStoreLayout));
  return std::nullopt;
}

void refuse_other_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    throw StoreRefused(fmt::format("{}: there is no such folder (allowed: the folder of a sweep)",
                                   folder.string()));
  }
  if (fs::exists(folder / "manifest.json", error)) {
    throw StoreRefused(
        fmt::format("{} holds a run, or a comparison (allowed: the folder that a sweep wrote)",
                    folder.string()));
  }
}

std::vector<fs::path> stores_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (is_shard_file(entry->path())) files.push_back(entry->path());
  }
  if (files.empty()) {
    refuse_other_folder(folder);
    throw StoreRefused(
        fmt::format("{} holds no shard of a sweep (shard-K-of-N.sqlite); homeroom "
                    "sweep DESIGN -o {} writes them",
                    folder.string(), folder.string()));
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace homeroom
