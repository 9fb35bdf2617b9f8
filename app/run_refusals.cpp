#include "app/run_refusals.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "app/run_manifest.hpp"
#include "app/run_plan.hpp"
#include "sim/records/run_directory.hpp"

namespace homeroom::app {
namespace {

constexpr int kMostThreads = 4096;

}  // namespace

bool numbers_refused(const RunOptions& options) {
  const bool threads = options.threads && (*options.threads < 1 || *options.threads > kMostThreads);
  const bool replicate = options.replicate && *options.replicate < 1;
  if (threads) {
    fmt::print(stderr, "homeroom run: --threads {}: is out of range (allowed: 1 to {})\n",
               *options.threads, kMostThreads);
  }
  if (replicate) {
    fmt::print(stderr, "homeroom run: --replicate {}: is out of range (allowed: 1 and up)\n",
               *options.replicate);
  }
  return threads || replicate;
}

bool names_clash(const std::vector<Scenario>& scenarios) {
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (scenarios[i].name != scenarios[j].name) continue;
      fmt::print(stderr,
                 "homeroom: two scenarios are named \"{}\" and would write one folder; give one a "
                 "name of its own, or run them one by one with -o\n",
                 scenarios[i].name);
      return true;
    }
  }
  return false;
}

bool folders_refused(const RunOptions& options, const std::vector<Scenario>& scenarios,
                     const std::vector<std::string>& command_line) {
  bool refused = false;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const Experiment experiment = experiment_of(options, scenarios[i]);
    try {
      refuse_folder(folder_of(options, scenarios[i]),
                    manifest_of(options.scenarios[i], experiment, command_line),
                    tables_of_a_run(experiment.microdata), options.force);
    } catch (const DirectoryRefused& refusal) {
      fmt::print(stderr, "homeroom: {}\n", refusal.what());
      refused = true;
    }
  }
  return refused;
}

bool room_is_wanting(const RunOptions& options, const std::vector<Scenario>& scenarios) {
  if (options.force) return false;
  double needed = 0.0;
  for (const Scenario& scenario : scenarios)
    needed += cost_of(experiment_of(options, scenario)).disk;
  const std::filesystem::path folder = folder_of(options, scenarios.front());
  const std::string want = want_of_room(folder, needed, free_bytes(folder));
  if (!want.empty()) fmt::print(stderr, "homeroom: {}\n", want);
  return !want.empty();
}

}  // namespace homeroom::app
