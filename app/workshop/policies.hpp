// The policies of a state as scenarios: a city's law with presets, school models and levers laid
// over it, by the same reading and the same checks as a scenario file.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "app/workshop/city.hpp"
#include "app/workshop/policy_settings.hpp"
#include "app/workshop/presets.hpp"
#include "app/workshop/recent.hpp"
#include "app/workshop/state.hpp"
#include "sim/scenario/scenario_source.hpp"

namespace homeroom::workshop {

/// A policy that can be lived.
struct Arm {
  std::string key;  ///< arms of equal keys are lived alike
  std::shared_ptr<const Scenario> scenario;
  std::string burnt_in;  ///< fingerprint of the city that it begins from, replicates apart
};
using ArmPointer = std::shared_ptr<const Arm>;

/// Both policies of a state, or what is wrong with it.
struct Asked {
  ArmPointer a, b;
  std::vector<StateFault> faults;
};

/// A policy read for people: with warnings, notes and text.
struct Told {
  std::vector<StateFault> faults;
  std::vector<StateFault> warnings;
  std::optional<Scenario> scenario;
};

/// Threads may share it.
class Policies {
 public:
  Policies(std::vector<City> cities, std::vector<Preset> presets);

  const std::vector<City>& cities() const { return cities_; }
  const std::vector<Preset>& presets() const { return presets_; }
  const City* city(const std::string& key) const;

  /// What can be lived. What is wrong is told of both policies at once.
  Asked arms_of(const State& state) const;
  /// Reads a city's presets and words of levers, each alone, while nobody waits: whoever lays one
  /// waits for its lives alone.
  void read_ahead(const City& city, const std::atomic<bool>& stop) const;
  /// Policy 'a' or 'b' with all that people want to know; `name` is the scenario's.
  Told told(const State& state, char which, const std::string& name) const;
  /// Faults of names alone: city, presets, models, levers, locks.
  std::vector<StateFault> unknown_names(const State& state) const;

 private:
  struct Source;
  struct Laid;
  std::shared_ptr<const Source> source(const City& city, const State& state) const;
  std::shared_ptr<const Laid> laid(const City& city, const State& state,
                                   const PolicyState& policy) const;
  static void take_laid(const Scenario& scenario, const City& city, const PolicyState& policy,
                        Laid& laid);
  ArmPointer arm_of(const City& city, const State& state, char which,
                    std::vector<StateFault>& faults) const;

  std::vector<City> cities_;
  std::vector<Preset> presets_;
  mutable Recent<Source> sources_;
  mutable Recent<Laid> laid_;
  mutable Recent<Arm> arms_;
};

}  // namespace homeroom::workshop
