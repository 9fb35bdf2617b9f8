// Sets of policies as the command line names them: R1, R1+R6, all-R3, a path.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace homeroom::app {

/// Policies that are laid over a city together.
struct PolicySet {
  std::string name;  ///< whatever the order in which they were named
  std::vector<std::filesystem::path> files;
};

/// True when `name` is a file of scenarios/policies, or a path that exists.
bool is_policy(const std::string& name);

/// The set that `asked` names; nothing, after the fault was printed, where there is none. A name is
/// looked for in scenarios/policies; `+` joins, `-` takes a part away.
std::optional<PolicySet> policy_set(const std::string& asked);

/// Every set of a ladder of scenarios/ladders.toml; nothing after a fault was printed.
std::optional<std::vector<std::string>> sets_of_ladder(const std::string& name);

/// All sets as one, for a run under them together; nothing after a fault was printed.
std::optional<PolicySet> joined_policies(const std::vector<std::string>& asked);

}  // namespace homeroom::app
