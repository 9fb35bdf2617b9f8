// The JSON Schema of what a policy says.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace homeroom {

/// Properties of a file of a policy, name and schema.
std::vector<std::pair<std::string, std::string>> policy_properties();

/// The table [policy] of a scenario.
std::string own_policy_schema();

}  // namespace homeroom
