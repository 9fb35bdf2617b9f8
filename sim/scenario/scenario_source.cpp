#include "sim/scenario/scenario_source.hpp"

#include <charconv>
#include <optional>

#include "sim/scenario/override.hpp"
#include "sim/scenario/scenario_reading.hpp"
#include "sim/scenario/sense.hpp"
#include "sim/scenario/set_number.hpp"

namespace homeroom {
namespace {

struct KeyAndNumber {
  std::string key;
  double number;
};

/// "KEY=NUMBER"; nothing where it sets something else.
std::optional<KeyAndNumber> number_in(const std::string& setting) {
  const std::size_t equals = setting.find('=');
  if (equals == std::string::npos || equals + 1 == setting.size()) return std::nullopt;
  const char* const first = setting.data() + equals + 1;
  const char* const past = setting.data() + setting.size();
  double number = 0.0;
  const auto [end, error] = std::from_chars(first, past, number);
  const bool plain = setting.find_first_not_of("0123456789.eE+-", equals + 1) == std::string::npos;
  if (error != std::errc() || end != past || !plain) return std::nullopt;
  return KeyAndNumber{setting.substr(0, equals), number};
}

}  // namespace

struct ScenarioSource::Parts {
  std::optional<Written> written;
  Node set;       ///< the files' tree under the overrides
  Node finished;  ///< the same as it was left when the base was read
  Reading base;
  Scenario bare;  ///< the base without what is for people

  /// Writes the numbers straight into a copy of the base, which takes a hundredth of reading it
  /// anew; nothing where a setting may reach farther than its own field.
  std::optional<Reading> with_numbers(const std::vector<std::string>& settings) const;
  bool reaches_farther(const KeyAndNumber& one) const;
};

/// True of what no policy looks at: nature, and the place but for its schools, whose number shares
/// of schools are counted from.
bool is_no_matter_of_policies(const std::string& key) {
  const bool of_place = key.rfind("place.", 0) == 0 && key.rfind("place.school", 0) != 0;
  return of_place || key.rfind("nature.", 0) == 0;
}

/// A policy is made of the law that it is laid over; and a range that files give is looked at where
/// faults are told.
bool ScenarioSource::Parts::reaches_farther(const KeyAndNumber& one) const {
  if (base.scenario->policy && !is_no_matter_of_policies(one.key)) return true;
  const auto noted = base.scenario->provenance.find(one.key);
  if (noted == base.scenario->provenance.end()) return true;
  const auto& range = noted->second.range;
  return range && (one.number < range->first || one.number > range->second);
}

std::optional<Reading> ScenarioSource::Parts::with_numbers(
    const std::vector<std::string>& settings) const {
  Scenario scenario = bare;
  for (const std::string& setting : settings) {
    const std::optional<KeyAndNumber> one = number_in(setting);
    if (!one || reaches_farther(*one)) return std::nullopt;
    if (set_number(scenario, one->key, one->number) != NumberSet::Done) return std::nullopt;
  }
  Faults faults;
  check_sense(scenario, finished, faults);
  if (!faults.empty()) return std::nullopt;
  return Reading{std::move(scenario), {}, {}};
}

ScenarioSource::ScenarioSource(const std::filesystem::path& file,
                               const std::vector<std::string>& overrides,
                               const PolicyFiles& policies)
    : parts_(std::make_unique<Parts>()) {
  Faults faults;
  parts_->written.emplace(written_in(file, policies, faults));
  parts_->set = parts_->written->root;
  for (const std::string& setting : overrides) lay_override(parts_->set, setting, faults);
  parts_->finished = parts_->set;
  parts_->base = reading_of(*parts_->written, parts_->finished, {}, faults, For::People);
  if (!parts_->base.scenario) return;
  parts_->bare = *parts_->base.scenario;
  parts_->bare.provenance.clear();
  parts_->bare.resolved.clear();
}

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

}  // namespace homeroom
