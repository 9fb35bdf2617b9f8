// Whatever stands in the store of a shard: it is gone on with, collected and read, or refused with
// words; nothing else.
//
// An input is a file of SQLite, which every reader is given, or SQL that changes a store as a sweep
// left it: `DELETE FROM points`, a view in place of a table, values of another kind.
#include <sqlite3.h>

#include "sim/records/sweep_merge.hpp"
#include "sim/records/sweep_store.hpp"
#include "sim/records/sweep_tables.hpp"
#include "tests/fuzz/parts.hpp"
#include "tests/fuzz/small_sweep.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "SQLite format 3";
constexpr int kSteps = 1000;  ///< times a thousand instructions that an input's SQL may take

int one_step(void* steps) { return ++*static_cast<int*>(steps) > kSteps; }

/// Changes a store by SQL, which may neither reach other files nor take long: it is the store that
/// is tried, not SQLite.
void change(const fs::path& file, const std::string& sql) {
  sqlite3* store = nullptr;
  if (sqlite3_open(file.c_str(), &store) == SQLITE_OK) {
    int steps = 0;
    sqlite3_limit(store, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(store, SQLITE_LIMIT_LENGTH, 1 << 20);
    sqlite3_progress_handler(store, 1000, one_step, &steps);
    sqlite3_db_config(store, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_exec(store, "PRAGMA writable_schema = ON", nullptr, nullptr, nullptr);
    sqlite3_exec(store, sql.c_str(), nullptr, nullptr, nullptr);
  }
  sqlite3_close(store);
}

template <class What>
void refused_or(const What& what) {
  try {
    what();
  } catch (const StoreRefused& refused) {
    must(*refused.what() != '\0', "a refusal says why");
  } catch (const StoreFailed& failed) {
    must(*failed.what() != '\0', "a failure says why");
  }
}

void go_on_with(const fs::path& file) {
  refused_or([&] {
    SweepStore store(file, small_sweep(), {1, 2, 4}, true);
    store.has(1);
    store.write(small_run(2));
  });
}

void read_collected(const fs::path& folder) {
  refused_or([&] {
    const CollectedSweep sweep(folder);
    const std::size_t outcomes = sweep.identity().outcomes.size();
    sweep.for_each([&](const SweepRun& run) {
      must(run.outcomes.empty() || run.outcomes.size() == outcomes, "a run has its outcomes");
    });
  });
}

void read(const std::string& input) {
  // A folder that other inputs have not been in.
  const Workplace files;
  static const std::string store = small_store(files / "template.sqlite");
  const bool whole = input.compare(0, kMagic.size(), kMagic) == 0;
  const fs::path shard = files.write("shards/shard-1-of-2.sqlite", whole ? input : store);
  const fs::path tables = files.write("collected/sweep.sqlite", whole ? input : store);
  if (!whole) {
    change(shard, input);
    change(tables, input);
  }
  refused_or([&] { collect_sweep(files / "shards"); });
  read_collected(files / "shards");
  read_collected(files / "collected");
  go_on_with(shard);
}

}  // namespace
}  // namespace homeroom::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  homeroom::fuzz::read(std::string(homeroom::fuzz::as_text(data, size)));
  return 0;
}
