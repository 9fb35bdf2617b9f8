#include "app/claims_city.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "app/find_scenario.hpp"
#include "app/read_scenarios.hpp"

namespace homeroom::app {

std::optional<const Scenario> read_city(const std::string& name) {
  const std::string file = named_scenario(name);
  const Reading reading = read_scenario(file);
  fmt::print(stderr, "{}", faults_text(file, reading.faults));
  return reading.scenario;
}

}  // namespace homeroom::app
