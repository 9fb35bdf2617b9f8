#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "app/options.hpp"
#include "sim/scenario/explain.hpp"
#include "sim/scenario/reference.hpp"

namespace homeroom::app {
namespace {

constexpr const char* kUsualScenario = "scenarios/boston.toml";

bool looks_like_file(const std::string& topic) {
  return topic.ends_with(".toml") || topic.find('/') != std::string::npos ||
         std::filesystem::exists(topic);
}

/// The scenario whose values are shown: the one named, else the usual one where it is at hand.
/// A named scenario with faults ends the command.
int read_shown(const ExplainOptions& options, std::optional<Scenario>& scenario) {
  const bool named = !options.scenario.empty();
  const std::string file = named ? options.scenario : kUsualScenario;
  if (!named && !std::filesystem::exists(file)) return kDone;
  Reading reading = read_scenario(file, options.settings);
  if (!reading.faults.empty()) {
    fmt::print(stderr, "{}", format_faults(reading.faults));
    return kBadInput;
  }
  scenario = std::move(reading.scenario);
  return kDone;
}

}  // namespace

int explain(const ExplainOptions& options) {
  ExplainOptions shown = options;
  if (looks_like_file(options.topic)) shown.scenario = options.topic;
  std::optional<Scenario> scenario;
  if (const int status = read_shown(shown, scenario); status != kDone) return status;
  const Scenario* values = scenario ? &*scenario : nullptr;
  if (looks_like_file(options.topic)) {
    fmt::print("{}", explain_scenario(*scenario));
  } else if (options.topic == "levers") {
    fmt::print("{}", levers_table_markdown());
  } else if (options.topic == "parameters") {
    fmt::print("{}", parameters_table_markdown(values));
  } else if (options.topic == "models") {
    if (!values) {
      fmt::print(stderr, "homeroom: no scenario at hand; name one with --scenario\n");
      return kBadInput;
    }
    fmt::print("{}", explain_models(*values));
  } else {
    const bool known = is_explained(values, options.topic);
    fmt::print(known ? stdout : stderr, "{}", explain_key(values, options.topic));
    return known ? kDone : kBadInput;
  }
  return kDone;
}

int schema() {
  fmt::print("{}\n", json_schema());
  return kDone;
}

}  // namespace homeroom::app
