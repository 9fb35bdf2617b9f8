#include <fmt/format.h>

#include <cstdio>

#include "app/audit_effect.hpp"
#include "app/audits.hpp"
#include "app/interrupt.hpp"
#include "app/output_file.hpp"
#include "app/read_scenarios.hpp"
#include "app/run_refusals.hpp"
#include "app/write_text.hpp"
#include "sim/scenario/scaled.hpp"

namespace homeroom::app {
RunOptions reading_options(const AuditOptions& options) {
  RunOptions reading;
  reading.scenarios = {options.scenario};
  reading.policy = options.policy;
  reading.settings = options.settings;
  reading.replicates = options.replicates;
  reading.seed = options.seed;
  reading.years = options.years;
  reading.threads = options.threads;
  reading.quiet = options.quiet;
  return reading;
}

namespace {

bool output_refused(const AuditOptions& options) {
  const std::string why = why_not_written(
      {options.output, options.scenario, {kExactHead, kScaleHead}, "audit", options.force});
  if (!why.empty()) fmt::print(stderr, "-o {}: {}; nothing was run\n", options.output, why);
  return !why.empty();
}

/// Options that ask something of another audit.
bool asks_of_another(const AuditOptions& options) {
  const auto refuse = [&](bool given, const char* option, const char* kind) {
    const bool other = given && options.kind != kind;
    if (other) {
      fmt::print(stderr, "homeroom audit {}: {} belongs to homeroom audit {}\n", options.kind,
                 option, kind);
    }
    return other;
  };
  bool refused = refuse(!options.model.empty(), "--model", "effect");
  refused |= refuse(options.year.has_value(), "--year", "effect");
  refused |= refuse(options.cities.has_value(), "--cities", "scale");
  return refused;
}

/// Why this audit cannot be made of this scenario, in words; empty where it can.
std::string why_not_audited(const AuditOptions& options, const Scenario& scenario) {
  if (options.kind == "scale") {
    if (options.replicates && *options.replicates < 2) {
      return "--replicates 1 tells no Monte Carlo error (allowed: 2 and up)";
    }
    if (options.cities && (*options.cities < 1 || *options.cities > kMostCities)) {
      return fmt::format("--cities {}: is out of range (allowed: 1 to {})", *options.cities,
                         kMostCities);
    }
    return why_not_scaled(scenario);
  }
  if (scenario.nation) {
    return "is a nation, and audits are of a city (run one of its districts as a place of its own)";
  }
  return {};
}

Audited audited(const AuditOptions& options, const Scenario& scenario) {
  if (options.kind == "null") return audit_null(options, scenario);
  if (options.kind == "relabel") return audit_relabel(options, scenario);
  if (options.kind == "threads") return audit_threads(options, scenario);
  return audit_scale(options, scenario);
}

}  // namespace

int audit(const AuditOptions& options, const std::vector<std::string>& command_line) {
  const bool of_another = asks_of_another(options);
  if (options.kind == "effect") {
    return of_another ? kBadInput : audit_effect(options, command_line);
  }
  const RunOptions reading = reading_options(options);
  bool refused = numbers_refused("audit " + options.kind, reading);
  refused |= output_refused(options) | of_another;
  std::vector<Scenario> scenarios;
  if (const int status = read_all(reading, scenarios); status != kDone) return status;
  if (refused) return kBadInput;
  const Scenario& scenario = scenarios.front();
  if (const std::string why = why_not_audited(options, scenario); !why.empty()) {
    fmt::print(stderr, "homeroom audit {}: {}: {}\n", options.kind, options.scenario, why);
    return kBadInput;
  }
  const Interruptible interruptible;
  const Audited found = audited(options, scenario);
  if (found.status == kInterrupted) {
    fmt::print(stderr, "homeroom: interrupted; nothing of {} was judged\n", scenario.name);
    return kInterrupted;
  }
  fmt::print("{}", found.text);
  if (!options.output.empty() && !write_text(options.output, found.csv)) return kFailed;
  return found.status;
}

}  // namespace homeroom::app
