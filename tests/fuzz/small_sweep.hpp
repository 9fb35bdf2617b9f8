// A store of four runs, as a sweep leaves it.
#pragma once

#include <filesystem>
#include <string>

#include "sim/records/sweep_store.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom::fuzz {

inline SweepIdentity small_sweep() {
  return {"1.0 abc", "name = \"x\"\n", "f00d", 8, {"a", "b,\"c"}, {"first", "second"}};
}

inline SweepRun small_run(std::uint64_t number) {
  SweepRun run;
  run.run = number;
  run.point = number / 2;
  run.scenario = "city";
  run.policy = "none";
  run.replicate = 1;
  run.seed = 7;
  run.factors = {std::to_string(number / 2), "with \"quotes\""};
  if (number % 4 == 0) {
    run.failure = "why";
    run.command = "homeroom run ...";
  } else {
    run.outcomes = {static_cast<double>(number) / 3.0, 0.0};
  }
  return run;
}

/// Writes a store of shard 1 of 2 and gives its bytes.
inline std::string small_store(const std::filesystem::path& file) {
  {
    SweepStore store(file, small_sweep(), {1, 2, 4}, false);
    for (std::uint64_t run = 0; run < 8; run += 2) store.write(small_run(run));
  }
  return text_of_file(file);
}

}  // namespace homeroom::fuzz
