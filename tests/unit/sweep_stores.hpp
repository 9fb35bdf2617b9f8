// Stores of a sweep of twelve runs, as tests fill them.
#pragma once

#include <fmt/format.h>

#include <functional>
#include <limits>

#include "sim/records/sweep_merge.hpp"
#include "sim/records/sweep_store.hpp"
#include "sim/records/sweep_tables.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom {

inline SweepIdentity identity(std::uint64_t runs = 12) {
  return {"1.0 abc", "name = \"x\"\n", "f00d", runs, {"a", "b,\"c"}, {"first", "second"}};
}

inline SweepRun run_of(std::uint64_t number) {
  SweepRun run;
  run.run = number;
  run.point = number / 2;
  run.scenario = "city";
  run.policy = number % 2 == 0 ? "none" : "R1";
  run.replicate = 1;
  run.seed = 7;
  run.outcomes = {static_cast<double>(number) / 3.0, std::numeric_limits<double>::quiet_NaN()};
  run.factors = {fmt::format("{}", number / 2), "with \"quotes\", and commas"};
  return run;
}

inline SweepRun failed_run(std::uint64_t number) {
  SweepRun run = run_of(number);
  run.outcomes.clear();
  run.failure = "why";
  run.command = "homeroom run ...";
  return run;
}

/// Writes the runs of a shard: every `shards`-th.
inline void fill(const std::filesystem::path& file, int shard, int shards,
                 std::uint64_t runs = 12) {
  SweepStore store(file, identity(runs), {shard, shards, runs / static_cast<unsigned>(shards)},
                   false);
  for (auto run = static_cast<std::uint64_t>(shard - 1); run < runs;
       run += static_cast<unsigned>(shards)) {
    store.write(run_of(run));
  }
}

inline std::string refusal(const std::function<void()>& what) {
  try {
    what();
  } catch (const StoreRefused& refused) {
    return refused.what();
  }
  return "nothing was refused";
}

inline bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

inline std::string tables_in(const Workplace& files) {
  std::string all;
  for (const char* name : {"sweep.sqlite", "runs.csv", "points.csv", "outcomes.csv"}) {
    all += text_of_file(files / name);
  }
  return all;
}

}  // namespace homeroom
