// A scenario's law with policies laid over it.
#pragma once

#include <optional>

#include "sim/scenario/policy_files.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// Gives `scenario` the policy that `files` make of its law, in force from `from_year` on; nothing
/// where they change nothing. `root` is the scenario as it was written. Faults of values are told
/// where the policies say them.
void lay_policies(const std::vector<PolicyFile>& files, std::optional<int> from_year,
                  const std::vector<std::string>& brought, const Node& root, Scenario& scenario,
                  Faults& faults, Faults& warnings);

}  // namespace homeroom
