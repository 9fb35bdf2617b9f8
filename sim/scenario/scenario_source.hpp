// A scenario whose files are read once and whose keys are set many times, as a sweep does.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

class ScenarioSource {
 public:
  /// Reads the files, as `read_scenario` does.
  explicit ScenarioSource(const std::filesystem::path& file,
                          const std::vector<std::string>& overrides = {},
                          const PolicyFiles& policies = {});
  /// Reads a text that stands in no file, such as a resolved scenario; `name` is what faults call
  /// it. Its base is without what is for people.
  static ScenarioSource of_text(std::string_view text, const std::string& name,
                                const std::vector<std::string>& overrides = {});
  ~ScenarioSource();
  ScenarioSource(ScenarioSource&&) noexcept;
  ScenarioSource& operator=(ScenarioSource&&) noexcept;

  /// The scenario with nothing set: what `read_scenario` gives.
  const Reading& base() const;

  /// What `read_scenario` gives with these `settings` after its overrides, less warnings, notes and
  /// the resolved text: they are for people. Callable from any thread once `base` has no fault.
  Reading with(const std::vector<std::string>& settings) const;

  /// What `read_scenario` gives with these policies laid over it; only their files are read.
  /// Callable from any thread once `base` has no fault.
  Reading under(const PolicyFiles& policies) const;

 private:
  struct Parts;
  explicit ScenarioSource(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace homeroom
