#include "sim/scenario/scenario_source.hpp"

#include <optional>
#include <utility>

#include "sim/scenario/direct_numbers.hpp"
#include "sim/scenario/override.hpp"
#include "sim/scenario/scenario_reading.hpp"
#include "sim/scenario/sense.hpp"

namespace homeroom {
struct ScenarioSource::Parts {
  std::optional<Written> written;
  Node set;       ///< the files' tree under the overrides
  Node finished;  ///< the same as it was left when the base was read
  Reading base;
  Scenario bare;  ///< the base without what is for people

  std::optional<DirectNumbers> direct;

  /// Of what is written, under `overrides`.
  void read(const std::vector<std::string>& overrides, Faults& faults, For whom);
  /// Nothing where it takes reading anew.
  std::optional<Reading> with_numbers(const std::vector<std::string>& settings) const;
  bool makes_sense(Scenario& scenario) const;
};

std::optional<Reading> ScenarioSource::Parts::with_numbers(
    const std::vector<std::string>& settings) const {
  std::optional<Scenario> scenario = direct->set(bare, settings);
  if (!scenario || !makes_sense(*scenario)) return std::nullopt;
  return Reading{std::move(*scenario), {}, {}};
}

/// So does the law under its policy.
bool ScenarioSource::Parts::makes_sense(Scenario& scenario) const {
  Faults faults;
  check_sense(scenario, finished, faults);
  if (!scenario.policy || !faults.empty()) return faults.empty();
  Law law = std::exchange(scenario.law, scenario.policy->law);
  check_sense(scenario, finished, faults);
  scenario.law = std::move(law);
  return faults.empty();
}

void ScenarioSource::Parts::read(const std::vector<std::string>& overrides, Faults& faults,
                                 For whom) {
  set = written->root;
  for (const std::string& setting : overrides) lay_override(set, setting, faults);
  finished = set;
  base = reading_of(*written, finished, {}, faults, whom);
  if (!base.scenario) return;
  bare = *base.scenario;
  bare.provenance.clear();
  bare.resolved.clear();
  direct.emplace(*written, set, *base.scenario);
}

ScenarioSource::ScenarioSource(const std::filesystem::path& file,
                               const std::vector<std::string>& overrides,
                               const PolicyFiles& policies)
    : parts_(std::make_unique<Parts>()) {
  Faults faults;
  parts_->written.emplace(written_in(file, policies, faults));
  parts_->read(overrides, faults, For::People);
}

ScenarioSource ScenarioSource::of_text(std::string_view text, const std::string& name,
                                       const std::vector<std::string>& overrides) {
  auto parts = std::make_unique<Parts>();
  Faults faults;
  parts->written.emplace(written_in_text(text, name, faults));
  parts->read(overrides, faults, For::Runs);
  return ScenarioSource(std::move(parts));
}

ScenarioSource::ScenarioSource(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

ScenarioSource::~ScenarioSource() = default;
ScenarioSource::ScenarioSource(ScenarioSource&&) noexcept = default;
ScenarioSource& ScenarioSource::operator=(ScenarioSource&&) noexcept = default;

const Reading& ScenarioSource::base() const { return parts_->base; }

Reading ScenarioSource::with(const std::vector<std::string>& settings) const {
  if (auto reading = parts_->with_numbers(settings)) return std::move(*reading);
  Faults faults;
  Node root = parts_->set;
  Reading reading = reading_of(*parts_->written, root, settings, faults, For::Runs);
  if (reading.scenario) reading.scenario->name = parts_->bare.name;
  return reading;
}

Reading ScenarioSource::under(const PolicyFiles& policies) const {
  Faults faults;
  const Written written(parts_->set, parts_->written->lower, policies, faults);
  Node root = written.root;
  return reading_of(written, root, {}, faults, For::People);
}

}  // namespace homeroom
