#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <thread>

#include "app/find_scenario.hpp"
#include "app/interrupt.hpp"
#include "app/mebibyte.hpp"
#include "app/program_file.hpp"
#include "app/read_scenarios.hpp"
#include "app/run_refusals.hpp"
#include "app/web_pages.hpp"
#include "app/workshop/server.hpp"
#include "app/workshop_options.hpp"
#include "sim/core/counted.hpp"
#include "sim/core/failure.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom::app {
namespace {

using namespace workshop;

constexpr int kPrepared = 32;  ///< lives of current law that are at hand before somebody asks

/// The cities that are served when none is named: those of the report.
constexpr const char* kCities[] = {"boston",  "denver",      "indianapolis",
                                   "memphis", "springfield", "los_angeles"};

std::vector<std::string> files_asked(const WorkshopOptions& options) {
  if (!options.scenarios.empty()) return options.scenarios;
  std::vector<std::string> files;
  for (const char* city : kCities) {
    files.push_back((scenarios_folder() / (std::string(city) + ".toml")).string());
  }
  return files;
}

/// Every city, or nothing after every fault was printed.
std::optional<std::vector<City>> cities_asked(const WorkshopOptions& options) {
  std::vector<City> cities;
  std::size_t faults = 0;
  const auto refuse = [&](const std::string& file, const char* why) {
    fmt::print(stderr, "homeroom workshop: {}: {}\n", file, why);
    ++faults;
  };
  for (const std::string& file : files_asked(options)) {
    Reading reading = read_with_hints(file, {});
    faults += how_many(reading.faults);
    if (!reading.faults.empty()) fmt::print(stderr, "{}", faults_text(file, reading.faults));
    if (!reading.scenario) continue;
    if (reading.scenario->nation) {
      refuse(file, "is a nation (allowed: a city)");
    } else if (reading.scenario->policy) {
      refuse(file, "has a policy of its own (allowed: current law; policies are laid in the room)");
    } else {
      City city = city_of(file, std::move(*reading.scenario));
      for (const City& other : cities) {
        if (other.key == city.key) refuse(file, "has the name of another city that is served");
      }
      cities.push_back(std::move(city));
    }
  }
  if (faults == 0) return cities;
  fmt::print(stderr, "{}; nothing was served\n", counted(faults, "fault"));
  return std::nullopt;
}

bool numbers_refused(const WorkshopOptions& options) {
  bool refused = number_refused("workshop", "--port", options.port, 0, 65535);
  refused |= threads_refused("workshop", options.threads);
  refused |= number_refused("workshop", "--memory", options.memory, 256, 1048576);
  if (!options.listen.empty() && !is_ip_address(options.listen)) {
    fmt::print(stderr,
               "homeroom workshop: --listen {}: is no address of this machine (allowed: numbers, "
               "such as 192.168.1.20, or 0.0.0.0 for all)\n",
               options.listen);
    refused = true;
  }
  return refused;
}

Access access_asked(const WorkshopOptions& options) {
  Access access;
  access.port = options.port;
  if (options.listen.empty()) return access;
  access.address = options.listen;
  if (!is_loopback(options.listen)) access.token = new_token();
  return access;
}

/// A tenth is for lives, a fifth for where their children were, the rest for burnt-in cities.
EngineOptions engine_options(const WorkshopOptions& options) {
  EngineOptions engine;
  engine.threads = threads_in_use();
  const double all = options.memory * kMebibyte;
  engine.life_bytes = 0.1 * all;
  engine.place_bytes = 0.2 * all;
  engine.city_bytes = 0.7 * all;
  return engine;
}

/// Founds every city and lives its current law while nobody asks, as far as there is room for all,
/// and reads the first one's presets and words.
void prepare(Workshop& workshop, double city_bytes) {
  const auto& cities = workshop.policies.cities();
  const double share = city_bytes / static_cast<double>(cities.size());
  for (const City& city : cities) {
    State state;
    state.city = city.key;
    const Asked asked = workshop.policies.arms_of(state);
    const double fit = share / bytes_of_city(city.scenario.place.children());
    if (asked.a) workshop.engine.prepare(asked.a, std::clamp(static_cast<int>(fit), 1, kPrepared));
  }
  workshop.policies.read_ahead(cities.front(), stop_requested());
}

int serve(const WorkshopOptions& options, std::vector<City> cities) {
  const ThreadLimit limit(options.threads.value_or(0));
  const EngineOptions engine = engine_options(options);
  Workshop workshop(std::move(cities), presets_in(scenarios_folder() / "policies"), engine,
                    program_name());
  Server server(workshop, access_asked(options), page_of(workshop_script(), workshop_styles()));
  if (!server.bind()) {
    fmt::print(stderr,
               "homeroom workshop: {}:{} cannot be had; is another program there? Try another "
               "--port, or leave it out: a free one is taken\n",
               server.access().address, options.port);
    return kFailed;
  }
  const Interruptible interruptible;
  fmt::print("{}\n", server.access().link());
  std::fflush(stdout);
  if (!options.quiet) {
    fmt::print(stderr, "homeroom: the workshop is open at this address; Ctrl-C closes it\n");
  }
  // The link is there at once; who follows it meanwhile comes first.
  std::thread preparing([&] { prepare(workshop, engine.city_bytes); });
  server.serve(stop_requested());
  preparing.join();
  if (!options.quiet) fmt::print(stderr, "homeroom: the workshop is closed\n");
  return kDone;
}

}  // namespace

int open_workshop(const WorkshopOptions& options) {
  const bool refused = numbers_refused(options);
  std::optional<std::vector<City>> cities = cities_asked(options);
  if (refused || !cities) return kBadInput;
  try {
    return serve(options, std::move(*cities));
  } catch (const std::exception& error) {
    fmt::print(stderr, "homeroom: {}\n", explained(error));
    return kFailed;
  }
}

}  // namespace homeroom::app
