#include "sim/records/sweep_store.hpp"

#include <fmt/format.h>

#include <optional>
#include <system_error>

#include "sim/records/sweep_schema.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

/// Throws what SQLite said in words that say which file and what to do.
[[noreturn]] void explain(const fs::path& file, const SqliteError& error) {
  const std::string name = file.string();
  if (error.is_busy()) {
    throw StoreRefused(fmt::format(
        "{} is held by another process: a shard is run once at a time; wait for it, or end it",
        name));
  }
  if (error.is_damaged()) {
    throw StoreRefused(fmt::format(
        "{} is damaged ({}); move it away: its runs are run again, those of other shards stay",
        name, error.what()));
  }
  throw StoreFailed(fmt::format(
      "{} cannot be read or written ({}); is there room on its disk? What was finished is kept: "
      "the same command with --resume goes on",
      name, error.what()));
}

/// No shared memory: the lock is the file's own, which network file systems keep as well. A commit
/// is in the log before the next run begins; the log is synchronised when it is written back, so
/// that a power cut may cost the last runs and never the file.
void prepare(SqliteFile& file) {
  file.run("PRAGMA locking_mode = EXCLUSIVE");
  file.run("PRAGMA journal_mode = WAL");
  file.run("PRAGMA synchronous = NORMAL");
  file.run("BEGIN EXCLUSIVE; COMMIT");
}

bool has_tables(const SqliteFile& file) {
  SqliteStatement select(file, "SELECT 1 FROM sqlite_master WHERE name = 'about'");
  return select.step();
}

std::string first_damage(const SqliteFile& file) {
  SqliteStatement check(file, "PRAGMA quick_check(1)");
  return check.step() && check.text(0) != "ok" ? check.text(0) : std::string();
}

std::map<std::string, std::string> of_shard(const SweepShard& shard) {
  return {{"shard", fmt::format("{}", shard.shard)},
          {"shards", fmt::format("{}", shard.shards)},
          {"shard_runs", fmt::format("{}", shard.runs)}};
}

/// What keeps a store from being gone on with, in words; nothing where nothing does.
std::string unlike(const SqliteFile& file, const SweepIdentity& identity, const SweepShard& shard) {
  std::map<std::string, std::string> about = about_in(file);
  if (about["layout"] != fmt::format("{}", kSweepStoreLayout)) {
    return fmt::format("has layout \"{}\", this program writes {}", about["layout"],
                       kSweepStoreLayout);
  }
  if (about["program"] != identity.program) {
    return fmt::format("was written by homeroom {}, this is {}", about["program"],
                       identity.program);
  }
  if (about["fingerprint"] != identity.fingerprint) return "holds runs of another design";
  for (const auto& [key, value] : of_shard(shard)) {
    if (about[key] == value) continue;
    return fmt::format("is shard {} of {}, not {} of {}", about["shard"], about["shards"],
                       shard.shard, shard.shards);
  }
  return {};
}

}  // namespace

struct SweepStore::Parts {
  fs::path path;
  SqliteFile file;
  std::optional<SqliteStatement> begin, commit, find;
  std::optional<SweepRowWriter> rows;

  explicit Parts(const fs::path& at) : path(at), file(at, SqliteFile::Mode::Create) {}

  void open(const SweepIdentity& identity, const SweepShard& shard, bool resume) {
    prepare(file);
    if (!has_tables(file)) {
      make_sweep_tables(file, identity, of_shard(shard));
    } else {
      look(identity, shard, resume);
    }
    begin.emplace(file, "BEGIN");
    commit.emplace(file, "COMMIT");
    find.emplace(file, "SELECT 1 FROM runs WHERE run = ? AND status = 'done'");
    rows.emplace(file, identity);
  }

  void look(const SweepIdentity& identity, const SweepShard& shard, bool resume) {
    if (const std::string why = not_a_store(file); !why.empty()) {
      throw StoreRefused(
          fmt::format("{} {}; move it away: its runs are run again, those of other "
                      "shards stay",
                      path.string(), why));
    }
    if (const std::string damage = first_damage(file); !damage.empty()) {
      throw StoreRefused(fmt::format(
          "{} is damaged ({}); move it away: its runs are run again, those of other shards stay",
          path.string(), damage));
    }
    if (const std::string why = unlike(file, identity, shard); !why.empty()) {
      throw StoreRefused(fmt::format("{} {}; take another folder, or run what it was made for",
                                     path.string(), why));
    }
    try {
      for_each_run(file, identity, [](const SweepRun&) {});
    } catch (const RowDamaged& damage) {
      throw StoreRefused(fmt::format(
          "{} is damaged ({}); move it away: its runs are run again, those of other shards stay",
          path.string(), damage.what()));
    }
    SqliteStatement any(file, "SELECT 1 FROM runs LIMIT 1");
    if (!resume && any.step()) {
      throw StoreRefused(
          fmt::format("{} holds runs of this sweep already: --resume goes on with them, -o DIR "
                      "begins elsewhere",
                      path.string()));
    }
  }
};

SweepStore::SweepStore(const fs::path& file, const SweepIdentity& identity, const SweepShard& shard,
                       bool resume) {
  try {
    parts_ = std::make_unique<Parts>(file);
    parts_->open(identity, shard, resume);
  } catch (const SqliteError& error) {
    explain(file, error);
  }
}

SweepStore::~SweepStore() = default;

bool SweepStore::has(std::uint64_t run) const {
  try {
    parts_->find->bind(run);
    const bool found = parts_->find->step();
    parts_->find->reset();
    return found;
  } catch (const SqliteError& error) {
    explain(parts_->path, error);
  }
}

void SweepStore::write(const SweepRun& run) {
  try {
    parts_->begin->run();
    parts_->rows->write(run);
    parts_->commit->run();
  } catch (const SqliteError& error) {
    explain(parts_->path, error);
  }
}

}  // namespace homeroom
