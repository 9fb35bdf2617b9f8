#include "sim/records/sweep_merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <system_error>

#include "sim/records/sweep_csv.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

std::uint64_t number_in(const std::string& text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// A shard's store that is being read.
struct Shard {
  fs::path path;
  std::unique_ptr<SqliteFile> file;
  std::map<std::string, std::string> about;
};

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

/// Opens a store; nothing where it holds nothing yet. What is wrong with it goes to `faults`.
std::optional<Shard> open_shard(const fs::path& path, std::vector<std::string>& faults) {
  Shard shard{path, nullptr, {}};
  try {
    shard.file = std::make_unique<SqliteFile>(path, SqliteFile::Mode::Write);
    // As its writer: a log that a killed shard left is written back first.
    shard.file->run("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT");
    SqliteStatement check(*shard.file, "PRAGMA integrity_check(1)");
    if (check.step() && check.text(0) != "ok") {
      faults.push_back(fmt::format("{} is damaged: {}; move it away and run its shard again",
                                   path.string(), check.text(0)));
      return std::nullopt;
    }
    if (is_unbegun(*shard.file)) return std::nullopt;
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

/// Files of shards, by name.
std::vector<fs::path> stores_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const bool store = name.rfind("shard-", 0) == 0 && entry->path().extension() == ".sqlite";
    if (store) files.push_back(entry->path());
  }
  if (files.empty()) {
    throw StoreRefused(
        fmt::format("{} holds no shard of a sweep (shard-K-of-N.sqlite); homeroom "
                    "sweep DESIGN -o {} writes them",
                    folder.string(), folder.string()));
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool same_value(double one, double other) { return std::memcmp(&one, &other, sizeof one) == 0; }

bool same_run(const SweepRun& one, const SweepRun& other) {
  return one.point == other.point && one.scenario == other.scenario && one.policy == other.policy &&
         one.replicate == other.replicate && one.seed == other.seed &&
         one.factors == other.factors && one.failure == other.failure &&
         std::equal(one.outcomes.begin(), one.outcomes.end(), other.outcomes.begin(),
                    other.outcomes.end(),
                    [](double a, double b) { return (a != a && b != b) || same_value(a, b); });
}

/// Brings shards together in a file of its own, in any order; then writes them out in theirs.
class Collector {
 public:
  explicit Collector(const fs::path& folder)
      : folder_(folder), gathered_(folder / ".gathered.sqlite"), sorted_(folder / ".sweep.sqlite") {
    remove_temporaries();
  }
  ~Collector() { remove_temporaries(); }
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  SweepCollected collect() {
    for (const fs::path& path : stores_in(folder_)) {
      if (std::optional<Shard> shard = open_shard(path, faults_)) gather(*shard);
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
      csv.add(run);
    });
    note_missing(next, identity_->runs);
    all_.reset();
    csv.finish();
    fs::rename(sorted_, folder_ / "sweep.sqlite");
    told_.runs = identity_->runs;
    return told_;
  }

 private:
  void remove_temporaries() {
    std::error_code ignored;
    for (const fs::path& file : {gathered_, sorted_}) {
      fs::remove(file, ignored);
      fs::remove(file.string() + "-journal", ignored);
    }
  }

  void gather(Shard& shard) {
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

  void begin(const SweepIdentity& here, Shard& shard) {
    identity_ = here;
    shards_ = shard.about["shards"];
    first_ = shard.path;
    all_ = std::make_unique<SqliteFile>(gathered_, SqliteFile::Mode::Create);
    all_->run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    make_sweep_tables(*all_, here);
    rows_.emplace(*all_, here);
    find_.emplace(*all_, "SELECT 1 FROM runs WHERE run = ?");
  }

  void take_runs(Shard& shard, const SweepIdentity& here) {
    std::uint64_t found = 0;
    all_->run("BEGIN");
    for_each_run(*shard.file, here, [&](const SweepRun& run) {
      ++found;
      find_->bind(run.run);
      const bool twice = find_->step();
      find_->reset();
      if (!twice) {
        rows_->write(run);
      } else {
        doubles_.push_back({shard.path, run});
      }
    });
    all_->run("COMMIT");
    judge_doubles(here);
    seen_.insert(number_in(shard.about["shard"]));
    const std::uint64_t wanted = number_in(shard.about["shard_runs"]);
    if (found < wanted) {
      told_.remarks.push_back(fmt::format(
          "{} has {} of its {} runs: sweep ... --shard {}/{} --resume runs the rest",
          shard.path.filename().string(), found, wanted, shard.about["shard"], shards_));
    }
  }

  /// A run that two shards tell is taken once where both say the same.
  void judge_doubles(const SweepIdentity& here) {
    if (doubles_.empty()) return;
    std::map<std::uint64_t, const SweepRun*> by_number;
    for (const auto& [path, run] : doubles_) by_number[run.run] = &run;
    for_each_run(*all_, here, [&](const SweepRun& run) {
      const auto found = by_number.find(run.run);
      if (found == by_number.end()) return;
      ++told_.twice;
      const std::string path = doubles_.front().path.string();
      if (same_run(run, *found->second)) {
        told_.remarks.push_back(
            fmt::format("run {} stands in {} once more, with equal results", run.run, path));
      } else {
        faults_.push_back(fmt::format(
            "run {} stands in {} once more, with other results: one of the two is not this sweep's",
            run.run, path));
      }
    });
    doubles_.clear();
  }

  void find_absent_shards() {
    const std::uint64_t shards = number_in(shards_);
    std::string absent;
    std::uint64_t count = 0;
    for (std::uint64_t shard = 1; shard <= shards; ++shard) {
      if (seen_.count(shard) > 0) continue;
      if (++count <= 20) absent += fmt::format("{}{}", absent.empty() ? "" : ", ", shard);
    }
    if (count == 0) return;
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
  struct Double {
    fs::path path;
    SweepRun run;
  };
  std::vector<Double> doubles_;
  std::set<std::uint64_t> seen_;
  std::vector<std::string> faults_;
  SweepCollected told_;
};

}  // namespace

SweepCollected collect_sweep(const fs::path& folder) {
  try {
    return Collector(folder).collect();
  } catch (const SqliteError& error) {
    throw StoreFailed(fmt::format("{} cannot be collected: {}", folder.string(), error.what()));
  } catch (const fs::filesystem_error& error) {
    throw StoreFailed(fmt::format("{} cannot be collected: {}", folder.string(), error.what()));
  }
}

}  // namespace homeroom
