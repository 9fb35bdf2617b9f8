#include "app/read_scenarios.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/find_scenario.hpp"
#include "app/policy_sets.hpp"
#include "app/reading_threads.hpp"
#include "app/shipped_scenarios.hpp"
#include "sim/core/counted.hpp"
#include "sim/scenario/scaled.hpp"

namespace homeroom::app {
namespace {

constexpr std::size_t kSectionsMissing = 100;  // missing keys that no forgotten line explains

/// Missing, or at fault for what is missing: where there are no models, no word names one.
bool is_absence(const Fault& fault, bool no_models) {
  return fault.what == "is missing" || fault.key == "place.schools" || fault.key == "models" ||
         (no_models && fault.what.ends_with("is no school model"));
}

/// An option that stands for a key of the scenario.
struct Standing {
  std::string setting, option;
};

std::vector<Standing> standing_for(const RunOptions& options) {
  std::vector<Standing> all;
  const auto add = [&](const char* key, const char* option, const auto& value) {
    if (value) {
      all.push_back({fmt::format("{}={}", key, *value), fmt::format("{} {}", option, *value)});
    }
  };
  add("run.replicates", "--replicates", options.replicates);
  add("run.seed", "--seed", options.seed);
  add("run.policy_years", "--years", options.years);
  return all;
}

/// A fault of an option is told by that option's name, not by the setting it stands for.
void tell_by_option(const RunOptions& options, std::vector<Fault>& faults) {
  for (const Standing& one : standing_for(options)) {
    for (Fault& fault : faults) {
      if (fault.file == "--set " + one.setting) fault.file = one.option;
    }
  }
}

/// Burn-ins are compared year by year.
bool same_burn_in(const RunPlan& one, const RunPlan& other) {
  return one.first_year == other.first_year && one.burn_in_years == other.burn_in_years;
}

/// Gives every scenario the one that sets growth's zero; returns the number of faults told.
std::size_t take_anchor(const RunOptions& options, std::vector<Scenario>& scenarios) {
  if (options.anchor_from.empty()) return 0;
  Reading reading = read_with_hints(options.anchor_from, {});
  if (!reading.faults.empty()) fmt::print(stderr, "{}", format_faults(reading.faults));
  if (!reading.scenario) return reading.faults.size();
  const auto base = std::make_shared<const Scenario>(std::move(*reading.scenario));
  std::size_t faults = 0;
  for (Scenario& scenario : scenarios) {
    scenario.anchor_base = base;
    if (same_burn_in(scenario.run, base->run)) continue;
    fmt::print(
        stderr,
        "--anchor-from {}: has {} burn-in years before {}, \"{}\" has {} before {} (allowed: "
        "the same)\n",
        options.anchor_from, base->run.burn_in_years, base->run.first_year, scenario.name,
        scenario.run.burn_in_years, scenario.run.first_year);
    ++faults;
  }
  return faults;
}

/// Leaves one part in `parts` of a city, with a name that says so; the number of faults told.
std::size_t take_part(int parts, Scenario& scenario) {
  if (parts <= 1) return 0;  // below 1 is told with the other numbers
  if (const std::string why = why_not_scaled(scenario); !why.empty()) {
    fmt::print(stderr, "--divide {}: \"{}\" {}\n", parts, scenario.name, why);
    return 1;
  }
  scenario = divided(scenario, parts);
  scenario.name += fmt::format("_1_in_{}", parts);
  return 0;
}

}  // namespace

Reading read_with_hints(const std::string& file, const std::vector<std::string>& settings,
                        const PolicyFiles& policies) {
  Reading reading = read_scenario(file, settings, policies);
  std::error_code error;
  if (std::filesystem::status(file, error).type() != std::filesystem::file_type::not_found) {
    return reading;
  }
  for (Fault& fault : reading.faults) {
    if (fault.file == std::filesystem::path(file).generic_string() && fault.key.empty()) {
      fault.nearest = near_scenario(file);
      if (fault.nearest.empty() && !scenarios_folder().empty()) fault.what += shipped_text();
    }
  }
  return reading;
}

std::string faults_text(const std::string& file, const std::vector<Fault>& faults) {
  std::vector<Fault> others = faults;
  const bool no_models = std::any_of(faults.begin(), faults.end(),
                                     [](const Fault& fault) { return fault.key == "models"; });
  std::erase_if(others, [&](const Fault& fault) { return is_absence(fault, no_models); });
  const std::size_t missing = faults.size() - others.size();
  if (missing < kSectionsMissing || missing < 9 * others.size()) return format_faults(faults);
  return format_faults(others) +
         fmt::format(
             "{}: is a part of a scenario, or extends too little: {} keys are missing, whole "
             "sections of them; check a file that extends it, such as {}\n",
             file, missing, (scenarios_folder() / "boston.toml").string());
}

std::vector<std::string> settings_of(const RunOptions& options) {
  std::vector<std::string> settings = options.settings;
  for (const Standing& one : standing_for(options)) settings.push_back(one.setting);
  return settings;
}

std::optional<PolicyFiles> policies_asked(const PolicyOptions& options) {
  if (options.policies.empty() && options.from_year) {
    fmt::print(stderr,
               "--policy-from {}: no policy begins in that year (allowed: beside --policy NAME)\n",
               *options.from_year);
    return std::nullopt;
  }
  const std::optional<PolicySet> set = joined_policies(options.policies);
  if (!set) return std::nullopt;
  return PolicyFiles{set->files, set->name, options.from_year};
}

int read_all(const RunOptions& options, std::vector<Scenario>& scenarios) {
  const ThreadLimit limit = reading_threads(options.threads);
  std::size_t faults = 0;
  const std::optional<PolicyFiles> policies = policies_asked(options.policy);
  if (!policies) return kBadInput;
  for (const std::string& file : options.scenarios) {
    Reading reading = read_with_hints(file, settings_of(options), *policies);
    tell_by_option(options, reading.faults);
    faults += how_many(reading.faults);
    if (!reading.faults.empty()) fmt::print(stderr, "{}", faults_text(file, reading.faults));
    if (!options.quiet) fmt::print(stderr, "{}", format_warnings(reading.warnings));
    if (!reading.scenario) continue;
    faults += take_part(options.divide, *reading.scenario);
    scenarios.push_back(std::move(*reading.scenario));
  }
  faults += take_anchor(options, scenarios);
  if (faults == 0) return kDone;
  fmt::print(stderr, "{}; nothing was run and nothing written\n", counted(faults, "fault"));
  return kBadInput;
}

}  // namespace homeroom::app
