#include "sim/records/sweep_merge.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <system_error>

#include "sim/core/number_from.hpp"
#include "sim/records/sweep_csv.hpp"
#include "sim/records/sweep_shards.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

/// Brings shards together in a file of its own, in any order; then writes them out in theirs.
class Collector {
 public:
  explicit Collector(const fs::path& folder)
      : folder_(folder), gathered_(folder / ".gathered.sqlite"), sorted_(folder / ".sweep.sqlite") {
    lock();
    remove_temporaries();
  }
  ~Collector() {
    remove_temporaries();
    if (lock_ >= 0) ::close(lock_);
  }
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  SweepCollected collect() {
    for (const fs::path& path : stores_in(folder_)) {
      if (std::optional<ShardFile> shard = open_shard(path, faults_)) gather(*shard);
    }
    find_absent_shards();
    refuse_faults();
    if (!identity_) {
      throw StoreRefused(
          fmt::format("no shard in {} has begun: sweep ... --resume runs them", folder_.string()));
    }
    write_sorted();
    SweepCsv csv(folder_, *identity_);
    std::uint64_t next = 0;
    for_each_run(*all_, *identity_, [&](const SweepRun& run) {
      note_missing(next, run.run);
      next = run.run + 1;
      (run.failure.empty() ? told_.done : told_.failed) += 1;
      note_outcomes(run);
      csv.add(run);
    });
    note_missing(next, identity_->runs);
    tell_empty_outcomes();
    close_gathered();
    csv.finish();
    fs::rename(sorted_, folder_ / "sweep.sqlite");
    told_.runs = identity_->runs;
    return told_;
  }

 private:
  void close_gathered() {
    rows_.reset();
    find_.reset();
    all_.reset();
  }

  /// The folder itself, as a run's: two that collect at once would take each other's files.
  void lock() {
    lock_ = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock_ < 0 || flock(lock_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
    ::close(lock_);
    lock_ = -1;
    throw StoreRefused(
        fmt::format("{} is being collected by another process; wait for it", folder_.string()));
  }

  void remove_temporaries() {
    std::error_code ignored;
    for (const fs::path& file : {gathered_, sorted_}) {
      fs::remove(file, ignored);
      fs::remove(file.string() + "-journal", ignored);
    }
  }

  void gather(ShardFile& shard) {
    const SweepIdentity here = identity_in(*shard.file);
    if (!identity_) {
      begin(here, shard);
    } else if (here.fingerprint != identity_->fingerprint || here.program != identity_->program ||
               shard.about["shards"] != shards_) {
      faults_.push_back(fmt::format(
          "{} is of another sweep than {}: {}; a folder holds one sweep, run by one program, cut "
          "into one number of shards",
          shard.path.string(), first_.string(),
          here.program != identity_->program           ? "another program"
          : here.fingerprint != identity_->fingerprint ? "another design"
                                                       : "another number of shards"));
      return;
    }
    take_runs(shard, here);
  }

  void begin(const SweepIdentity& here, ShardFile& shard) {
    identity_ = here;
    shards_ = shard.about["shards"];
    first_ = shard.path;
    all_ = std::make_unique<SqliteFile>(gathered_, SqliteFile::Mode::Create);
    all_->run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    make_sweep_tables(*all_, here);
    rows_.emplace(*all_, here);
    find_.emplace(*all_, "SELECT status, row_check FROM runs WHERE run = ?");
  }

  void take_runs(ShardFile& shard, const SweepIdentity& here) {
    std::uint64_t found = 0, twice = 0;
    all_->run("BEGIN");
    try {
      for_each_run(*shard.file, here, [&](const SweepRun& run) {
        ++found;
        twice += !take(run, shard.path);
      });
    } catch (const RowDamaged& damage) {
      faults_.push_back(fmt::format("{} is damaged: {}; move it away and run its shard again",
                                    shard.path.string(), damage.what()));
    }
    all_->run("COMMIT");
    told_.twice += twice;
    if (twice > 0) {
      told_.remarks.push_back(fmt::format("{} run{} stand{} in {} once more, with equal results",
                                          twice, twice == 1 ? "" : "s", twice == 1 ? "s" : "",
                                          shard.path.filename().string()));
    }
    seen_.insert(number_from<std::uint64_t>(shard.about["shard"]).value_or(0));
    const std::uint64_t wanted = number_from<std::uint64_t>(shard.about["shard_runs"]).value_or(0);
    if (found < wanted) {
      told_.remarks.push_back(fmt::format(
          "{} has {} of its {} runs: sweep ... --shard {}/{} --resume runs the rest",
          shard.path.filename().string(), found, wanted, shard.about["shard"], shards_));
    }
  }

  /// A run that two shards tell is taken once where both say the same; done stands above failed.
  /// False where it was there already.
  bool take(const SweepRun& run, const fs::path& path) {
    find_->bind(run.run);
    const bool there = find_->step();
    const bool failed_before = there && find_->text(0) == "failed";
    const std::string check = there ? find_->text(1) : std::string();
    find_->reset();
    if (!there || (failed_before && run.failure.empty())) {
      rows_->write(run);
      return true;
    }
    if (!run.failure.empty() && !failed_before) return true;
    if (check == check_of(run)) return false;
    if (++differing_ <= 20) {
      faults_.push_back(fmt::format(
          "run {} stands in {} once more, with other results: one of the two is not this sweep's",
          run.run, path.string()));
    }
    return true;
  }

  void find_absent_shards() {
    const std::uint64_t shards = number_from<std::uint64_t>(shards_).value_or(0);
    const auto here =
        static_cast<std::uint64_t>(std::distance(seen_.lower_bound(1), seen_.upper_bound(shards)));
    if (here >= shards) return;
    const std::uint64_t count = shards - here;
    std::string absent;
    // A damaged number may be beyond counting: it ends where enough are told.
    for (std::uint64_t shard = 1, told = 0; told < std::min<std::uint64_t>(count, 20); ++shard) {
      if (seen_.count(shard) > 0) continue;
      absent += fmt::format("{}{}", told++ == 0 ? "" : ", ", shard);
    }
    told_.remarks.push_back(fmt::format("{} of {} shards are not there: {}{}", count, shards,
                                        absent, count > 20 ? ", ..." : ""));
  }

  void refuse_faults() const {
    if (faults_.empty()) return;
    std::string text;
    for (const std::string& fault : faults_) text += (text.empty() ? "" : "\n") + fault;
    throw StoreRefused(text);
  }

  /// One order of writing, whatever the shards: equal runs make equal files.
  void write_sorted() {
    SqliteFile sorted(sorted_, SqliteFile::Mode::Create);
    sorted.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    make_sweep_tables(sorted, *identity_);
    sorted.run("BEGIN");
    SweepRowWriter rows(sorted, *identity_);
    for_each_run(*all_, *identity_, [&](const SweepRun& run) { rows.write(run); });
    sorted.run("COMMIT");
  }

  void note_outcomes(const SweepRun& run) {
    filled_.resize(identity_->outcomes.size());
    for (std::size_t i = 0; i < run.outcomes.size(); ++i) {
      filled_[i] = filled_[i] || run.outcomes[i] == run.outcomes[i];
    }
  }

  void tell_empty_outcomes() {
    for (std::size_t i = 0; told_.done > 0 && i < filled_.size(); ++i) {
      if (filled_[i]) continue;
      told_.empty.push_back(identity_->outcomes[i]);
    }
  }

  void note_missing(std::uint64_t first, std::uint64_t past) {
    if (first >= past) return;
    told_.missing_count += past - first;
    if (told_.missing.size() < 20) told_.missing.emplace_back(first, past - 1);
  }

  fs::path folder_, gathered_, sorted_, first_;
  std::optional<SweepIdentity> identity_;
  std::string shards_;
  std::unique_ptr<SqliteFile> all_;
  std::optional<SweepRowWriter> rows_;
  std::optional<SqliteStatement> find_;
  std::uint64_t differing_ = 0;  ///< runs of which two shards tell other results
  std::set<std::uint64_t> seen_;
  std::vector<bool> filled_;  ///< by outcome: some run has it
  std::vector<std::string> faults_;
  SweepCollected told_;
  int lock_ = -1;
};

}  // namespace

SweepCollected collect_sweep(const fs::path& folder) {
  try {
    return Collector(folder).collect();
  } catch (const RowDamaged& damage) {
    throw StoreRefused(fmt::format(
        "{} cannot be collected: {}, since another shard tells other values of its point: one of "
        "the two is not this sweep's",
        folder.string(), damage.what()));
  } catch (const SqliteError& error) {
    throw StoreFailed(fmt::format("{} cannot be collected: {}", folder.string(), error.what()));
  } catch (const fs::filesystem_error& error) {
    throw StoreFailed(fmt::format("{} cannot be collected: {}", folder.string(), error.what()));
  }
}

}  // namespace homeroom
