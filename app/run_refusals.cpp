#include "app/run_refusals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <numeric>

#include "app/cost_text.hpp"
#include "app/kept_cities.hpp"
#include "app/run_manifest.hpp"
#include "app/run_plan.hpp"
#include "sim/core/parallel.hpp"
#include "sim/records/run_directory.hpp"
#include "sim/scenario/nearest.hpp"

namespace homeroom::app {
namespace {

constexpr int kMostThreads = 4096;

void refuse_for(const Scenario& scenario, const char* option, const std::string& why) {
  fmt::print(stderr, "homeroom run: {}: {} (scenario \"{}\")\n", option, why, scenario.name);
}

bool city_refuses(const RunOptions& options, const Scenario& scenario) {
  const std::string why = "is for scenarios with a [nation], and this is one city";
  if (options.district) refuse_for(scenario, "--district", why);
  if (options.schools) refuse_for(scenario, "--schools", why + ", whose schools are written");
  if (options.streamed) refuse_for(scenario, "--streamed", why);
  return options.district || options.schools || options.streamed;
}

bool nation_refuses(const RunOptions& options, const Scenario& scenario) {
  bool refused = false;
  const auto refuse = [&](const char* option, const std::string& why) {
    refuse_for(scenario, option, why);
    refused = true;
  };
  const std::vector<int> drawn = districts_by_class(*scenario.nation);
  const int districts = std::accumulate(drawn.begin(), drawn.end(), 0);
  if (options.district && (*options.district < 1 || *options.district > districts)) {
    refuse("--district",
           fmt::format("{} is out of range (allowed: 1 to {})", *options.district, districts));
  }
  if (options.district && options.schools) {
    refuse("--schools", "one district alone writes its schools anyway");
  }
  if (options.district && options.streamed) refuse("--streamed", "is for many districts");
  if (options.students && !options.district) {
    refuse("--students", "is for one district of a nation; name it with --district K");
  }
  if (!options.anchor_from.empty()) {
    refuse("--anchor-from", "is for a city; every district of a nation has its own zero");
  }
  return refused;
}

bool keeping_refused(const RunOptions& options, const std::vector<Scenario>& scenarios) {
  if (options.keep_burn_ins.empty()) return false;
  bool refused = city_folder_refused("run", options.keep_burn_ins);
  if (options.burn_in) {
    refused = true;
    fmt::print(stderr,
               "homeroom run: --keep-burn-ins: a kept city has no rows of its burn-in's years; "
               "leave it out, or --burn-in\n");
  }
  for (const Scenario& scenario : scenarios) {
    if (!scenario.nation) continue;
    refuse_for(scenario, "--keep-burn-ins", "is for a city; a nation's districts are not kept");
    refused = true;
  }
  return refused;
}

}  // namespace

bool number_refused(const std::string& command, const char* option,
                    const std::optional<int>& number, int low, int high) {
  if (!number || (*number >= low && *number <= high)) return false;
  fmt::print(stderr, "homeroom {}: {} {}: is out of range (allowed: {} to {})\n", command, option,
             *number, low, high);
  return true;
}

bool threads_refused(const std::string& command, const std::optional<int>& threads) {
  return number_refused(command, "--threads", threads, 1, kMostThreads);
}

bool words_refused(const std::string& command, const char* option,
                   const std::vector<std::string>& asked, const std::vector<std::string>& known,
                   const char* what) {
  bool refused = false;
  for (const std::string& word : asked) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    const std::string near = nearest_of(word, known);
    fmt::print(stderr, "homeroom {}: {} {}: no {} has it{}\n", command, option, word, what,
               near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near));
    refused = true;
  }
  return refused;
}

bool numbers_refused(const std::string& command, const RunOptions& options) {
  const bool threads = threads_refused(command, options.threads);
  const bool replicate = options.replicate && *options.replicate < 1;
  if (replicate) {
    fmt::print(stderr, "homeroom {}: --replicate {}: is out of range (allowed: 1 and up)\n",
               command, *options.replicate);
  }
  const bool divide = number_refused(command, "--divide", options.divide, 1, 64);
  return threads || replicate || divide;
}

bool options_refused(const RunOptions& options, const std::vector<Scenario>& scenarios) {
  bool refused = keeping_refused(options, scenarios);
  for (const Scenario& scenario : scenarios) {
    refused |=
        scenario.nation ? nation_refuses(options, scenario) : city_refuses(options, scenario);
  }
  return refused;
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
                    tables_of(experiment), options.force);
    } catch (const DirectoryRefused& refusal) {
      fmt::print(stderr, "homeroom: {}\n", refusal.what());
      refused = true;
    }
  }
  return refused;
}

bool room_is_wanting(const std::vector<DiskNeed>& disk, double memory) {
  std::vector<std::string> wants = wants_of_room(disk);
  if (const std::string want = want_of_memory(memory); !want.empty()) wants.push_back(want);
  for (const std::string& want : wants) fmt::print(stderr, "homeroom: {}\n", want);
  return !wants.empty();
}

bool room_is_wanting(const RunOptions& options, const std::vector<Scenario>& scenarios) {
  if (options.force) return false;
  std::vector<DiskNeed> disk;
  double memory = 0.0;
  CityCount cities(options.keep_burn_ins);
  for (const Scenario& scenario : scenarios) {
    const Experiment experiment = experiment_of(options, scenario);
    const Cost cost = cost_of(workload_of(experiment, cities.of(experiment)), threads_in_use());
    const auto needs = disk_needs(cost, {folder_of(options, scenario), options.keep_burn_ins});
    disk.insert(disk.end(), needs.begin(), needs.end());
    memory = std::max(memory, sum_of(cost.memory));
  }
  return room_is_wanting(disk, memory);
}

}  // namespace homeroom::app
