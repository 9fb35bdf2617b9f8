#include "app/compare_arms.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <optional>

#include "app/policy_sets.hpp"
#include "app/read_scenarios.hpp"
#include "app/reading_threads.hpp"
#include "sim/run/burn_in_fingerprint.hpp"

namespace homeroom::app {
namespace {

RunOptions reading_options(const CompareOptions& options, const std::string& file) {
  RunOptions reading;
  reading.scenarios = {file};
  reading.replicates = options.replicates;
  reading.seed = options.seed;
  reading.years = options.years;
  reading.settings = options.settings;
  reading.quiet = options.quiet;
  reading.threads = options.threads;
  return reading;
}

/// The scenario of a file, without policies; its faults are printed.
std::optional<Scenario> scenario_in(const CompareOptions& options, const std::string& file) {
  std::vector<Scenario> scenarios;
  if (read_all(reading_options(options, file), scenarios) != kDone) return std::nullopt;
  return std::move(scenarios.front());
}

/// Every set that is asked for, those of the ladder last; nothing after a fault was printed.
std::optional<std::vector<PolicySet>> sets_asked(const CompareOptions& options) {
  std::vector<std::string> asked = options.policy.policies;
  if (!options.ladder.empty()) {
    const auto ladder = sets_of_ladder(options.ladder);
    if (!ladder) return std::nullopt;
    asked.insert(asked.end(), ladder->begin(), ladder->end());
  }
  if (asked.empty() && options.policy.from_year) {
    fmt::print(stderr,
               "--policy-from {}: no policy begins in that year (allowed: beside --policy NAME or "
               "--ladder NAME)\n",
               *options.policy.from_year);
    return std::nullopt;
  }
  std::vector<PolicySet> sets;
  for (const std::string& one : asked) {
    if (auto set = policy_set(one)) sets.push_back(std::move(*set));
  }
  return sets.size() == asked.size() ? std::optional(std::move(sets)) : std::nullopt;
}

/// A policy over the base differs from its first year on; a model that it brings is there before.
bool shares_burn_in(const Scenario& base, const Scenario& under) {
  return base.law.models.size() == under.law.models.size();
}

/// Two files may differ from the first policy year on only, as a policy does.
bool equal_burn_ins(const Scenario& base, const Scenario& other) {
  return BurnInFingerprints(base, "").of(1) == BurnInFingerprints(other, "").of(1);
}

std::optional<Arm> arm_under(const CompareOptions& options, const PolicySet& set,
                             const Scenario& base) {
  const ThreadLimit limit = reading_threads(options.threads);
  const RunOptions reading_of = reading_options(options, options.base);
  const Reading reading = read_with_hints(options.base, settings_of(reading_of),
                                          {set.files, set.name, options.policy.from_year});
  fmt::print(stderr, "{}", format_faults(reading.faults));
  if (!reading.scenario) return std::nullopt;
  Arm arm{set.name, {}, *reading.scenario, shares_burn_in(base, *reading.scenario)};
  for (const auto& file : set.files) arm.files.push_back(file.string());
  if (!options.quiet) {
    for (const Fault& warning : reading.warnings) {
      const bool of_policy = warning.key == "every_model" || warning.key == "policy";
      if (of_policy) fmt::print(stderr, "{}", format_warnings({warning}));
    }
  }
  return arm;
}

/// What keeps two scenarios from being lived side by side, in words; nothing where nothing does.
std::string unlike(const Scenario& base, const Scenario& other) {
  const RunPlan &one = base.run, &two = other.run;
  if (one.first_year != two.first_year || one.policy_years != two.policy_years ||
      one.burn_in_years != two.burn_in_years) {
    return fmt::format(
        "has {} policy years from {} after {} of burn-in, the base {} from {} after "
        "{}",
        two.policy_years, two.first_year, two.burn_in_years, one.policy_years, one.first_year,
        one.burn_in_years);
  }
  if (one.seed != two.seed) return fmt::format("has seed {}, the base {}", two.seed, one.seed);
  if (base.nation.has_value() != other.nation.has_value()) return "is not of the base's kind";
  if (base.place.children() != other.place.children()) {
    return fmt::format("has {:.0f} children, the base {:.0f}", other.place.children(),
                       base.place.children());
  }
  return {};
}

/// Faults among the arms as a whole, told one by one.
std::size_t tell_misfits(const Arms& arms) {
  std::size_t faults = 0;
  const auto tell = [&](const Arm& arm, const std::string& what) {
    fmt::print(stderr, "homeroom compare: \"{}\": {}\n", arm.name, what);
    ++faults;
  };
  if (arms.base.scenario.nation) {
    tell(arms.base,
         "is a nation (allowed: a city; two runs of a nation over one seed differ by "
         "their policies alone)");
  }
  for (std::size_t i = 0; i < arms.alternatives.size(); ++i) {
    const Arm& arm = arms.alternatives[i];
    if (arm.name == arms.base.name) {
      tell(arm, "is the name of the base; an alternative wants a name of its own (name = \"...\")");
      continue;
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (arms.alternatives[j].name != arm.name) continue;
      tell(arm, "names two alternatives; give one a name of its own, or leave one out");
      break;
    }
    const std::string why = unlike(arms.base.scenario, arm.scenario);
    if (!why.empty()) tell(arm, why + " (allowed: the same)");
  }
  return faults;
}

}  // namespace

int read_arms(const CompareOptions& options, Arms& arms) {
  const std::optional<Scenario> base = scenario_in(options, options.base);
  if (base) arms.base = {base->name, {options.base}, *base, true};
  bool sound = base.has_value();
  for (const std::string& file : options.alternatives) {
    const std::optional<Scenario> scenario = scenario_in(options, file);
    sound = sound && scenario;
    if (scenario) {
      const bool shares = base && equal_burn_ins(*base, *scenario);
      arms.alternatives.push_back({scenario->name, {file}, *scenario, shares});
    }
  }
  const auto sets = sets_asked(options);
  sound = sound && sets;
  for (const PolicySet& set : sets&& base ? *sets : std::vector<PolicySet>{}) {
    std::optional<Arm> arm = arm_under(options, set, *base);
    sound = sound && arm;
    if (arm) arms.alternatives.push_back(std::move(*arm));
  }
  if (sound && arms.alternatives.empty()) {
    fmt::print(stderr,
               "homeroom compare: nothing to compare \"{}\" with (allowed: another scenario, "
               "--policy NAME, --ladder NAME)\n",
               arms.base.name);
    return kBadInput;
  }
  return sound && tell_misfits(arms) == 0 ? kDone : kBadInput;
}

}  // namespace homeroom::app
