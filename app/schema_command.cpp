#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <optional>

#include "analysis/patterns/figures.hpp"
#include "app/find_scenario.hpp"
#include "app/options.hpp"
#include "app/read_scenarios.hpp"
#include "sim/scenario/pattern_schema.hpp"
#include "sim/scenario/reference.hpp"

namespace homeroom::app {

int schema(const SchemaOptions& options) {
  static const std::map<std::string, SchemaOf> kinds = {{"scenario", SchemaOf::Scenario},
                                                        {"nature", SchemaOf::Nature},
                                                        {"models", SchemaOf::Models},
                                                        {"places", SchemaOf::Places},
                                                        {"policies", SchemaOf::Policies}};
  if (options.file == "patterns") {
    fmt::print("{}", pattern_schema(patterns::figure_names()));
    return kDone;
  }
  std::optional<Scenario> scenario;
  if (!options.scenario.empty()) {
    const std::string file = named_scenario(options.scenario);
    Reading reading = read_with_hints(file, {});
    if (!reading.faults.empty()) {
      fmt::print(stderr, "{}", faults_text(file, reading.faults));
      return kBadInput;
    }
    scenario = std::move(reading.scenario);
  }
  fmt::print("{}", json_schema(kinds.at(options.file), scenario ? &*scenario : nullptr));
  return kDone;
}

}  // namespace homeroom::app
