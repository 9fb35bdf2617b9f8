#include <fmt/format.h>

#include <cstdio>

#include "app/options.hpp"
#include "app/read_scenarios.hpp"
#include "sim/core/counted.hpp"

namespace homeroom::app {

int check(const CheckOptions& options) {
  std::size_t faults = 0;
  const std::optional<PolicyFiles> policies = policies_asked(options.policy);
  if (!policies) return kBadInput;
  for (const std::string& file : options.scenarios) {
    const Reading reading = read_with_hints(file, options.settings, *policies);
    faults += how_many(reading.faults);
    fmt::print(stderr, "{}", format_warnings(reading.warnings));
    if (reading.scenario) {
      fmt::print("{}: no faults\n", file);
    } else {
      fmt::print(stderr, "{}", faults_text(file, reading.faults));
    }
  }
  if (faults == 0) return kDone;
  fmt::print(stderr, "{}; nothing was run\n", counted(faults, "fault"));
  return kBadInput;
}

}  // namespace homeroom::app
