// A scenario: what was written in files, checked, as the typed things a run needs. All faults are
// found in one pass; a scenario exists only when there is none.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/founding/nation.hpp"
#include "sim/founding/place.hpp"
#include "sim/policy/law.hpp"
#include "sim/scenario/fault.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/run_plan.hpp"
#include "sim/year/nature.hpp"

namespace homeroom {

/// What a policy makes of a scenario's law. Both laws know the same models in the same order.
struct Policy {
  std::vector<std::string> names;  ///< of the policies that are laid over, in alphabetical order
  int from_year = 0;               ///< first school year under `law`, a policy year
  Law law;
};

struct Scenario {
  std::string name;         ///< names the run's directory and rows
  std::string description;  ///< what it is about, for people
  RunPlan run;
  Place place;  ///< of a nation: what all its districts share
  std::optional<Nation> nation;
  /// Models stand in the order in which the school groups first name them, then by key: a new name
  /// for a model keeps its id as long as a group uses it, so it changes no result.
  Law law;
  /// Takes the place of `law` from its year on, if there is one: until then nothing differs.
  std::shared_ptr<const Policy> policy;
  Nature nature;
  Provenance provenance;
  /// Where growth's zero comes from, if not from the scenario's own burn-in: the burn-in of this
  /// one, of the same years, lived with this scenario's dice.
  std::shared_ptr<const Scenario> anchor_base;
  /// The same scenario as one self-contained TOML text: nothing extended, every value written out,
  /// keys sorted, numbers in shortest form. Read back it gives the same text; equal scenarios have
  /// equal texts however their files are laid out.
  std::string resolved;

  /// The law that is in force in a school year.
  const Law& law_in(int year) const {
    return policy && year >= policy->from_year ? policy->law : law;
  }
};

struct Reading {
  std::optional<Scenario> scenario;  ///< only when there is no fault
  std::vector<Fault> faults;         ///< by file and line
  std::vector<Fault> warnings;       ///< what is allowed, and yet hardly meant
};

/// Policies to be laid over a scenario beside its own.
struct PolicyFiles {
  std::vector<std::filesystem::path> files;  ///< in any order
  std::string name;  ///< of all together, appended to the scenario's; empty: it keeps its own
  std::optional<int> from_year;  ///< first school year under them; none: the first policy year
};

/// Reads a file with all it extends, lays `overrides` ("a.b=c") over it, and then `policies`.
Reading read_scenario(const std::filesystem::path& file,
                      const std::vector<std::string>& overrides = {},
                      const PolicyFiles& policies = {});

/// Reads a text that stands in no file, such as a resolved scenario; `name` is what faults call it.
Reading read_scenario_text(std::string_view text, const std::string& name,
                           const std::vector<std::string>& overrides = {});

}  // namespace homeroom
