// Tables of a sweep in SQLite: of a shard, and of all shards together.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "sim/records/sqlite.hpp"
#include "sim/records/sweep_store.hpp"

namespace homeroom {

/// Makes the tables `about`, `factors`, `outcomes`, `points` and `runs`, and fills the first three.
void make_sweep_tables(SqliteFile& file, const SweepIdentity& identity,
                       const std::map<std::string, std::string>& more = {});

/// What `about` says, by key; what() of the error names nothing that is not there.
std::map<std::string, std::string> about_in(const SqliteFile& file);
/// The identity that a file's tables were made for.
SweepIdentity identity_in(const SqliteFile& file);

/// Writes rows of both tables.
class SweepRowWriter {
 public:
  SweepRowWriter(const SqliteFile& file, const SweepIdentity& identity);
  /// The point's row where it is not there yet, and the run's.
  void write(const SweepRun& run);

 private:
  SqliteStatement point_, run_;
  std::size_t outcomes_;
};

/// Of all that is told of a run, to the bit: SQLite's own check does not look at values.
std::string check_of(const SweepRun& run);

/// A row whose values are not those that were written.
struct RowDamaged : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Calls `take` for every run in order of their numbers, with its point's values.
/// Throws RowDamaged, unless rows are only `Read`: collected tables can be made anew at any time,
/// and who changes one by hand means it.
void for_each_run(const SqliteFile& file, const SweepIdentity& identity,
                  const std::function<void(const SweepRun&)>& take);

/// The collected tables of a sweep's folder. Throws StoreRefused where there are none, or they are
/// damaged.
class CollectedSweep {
 public:
  explicit CollectedSweep(const std::filesystem::path& folder);
  const SweepIdentity& identity() const { return identity_; }
  /// In their order. Throws StoreRefused where a row is not as it was written.
  void for_each(const std::function<void(const SweepRun&)>& take) const;

 private:
  std::filesystem::path path_;
  std::unique_ptr<SqliteFile> file_;
  SweepIdentity identity_;
};

}  // namespace homeroom
