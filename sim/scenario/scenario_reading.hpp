// From trees to a scenario: what `read_scenario` and `ScenarioSource` share.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/policy_files.hpp"
#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// What a scenario is read from.
struct Written {
  Node root;                             ///< all files, one over the other
  std::vector<Node> lower;               ///< the selections below the scenario's own file
  PolicyFiles policies;                  ///< laid over it
  std::vector<PolicyFile> policy_files;  ///< as they were read

  Written(Node tree, std::vector<Node> selections, const PolicyFiles& laid, Faults& faults);
};

Written written_in(const std::filesystem::path& file, const PolicyFiles& policies, Faults& faults);
/// A text that stands in no file; `name` is what faults call it.
Written written_in_text(std::string_view text, const std::string& name, Faults& faults);

/// Warnings and the resolved text are for people alone, and take as long as the rest.
enum class For { People, Runs };

/// Lays `overrides` over `root`, a tree of `written`, and makes it a scenario; `root` is left as it
/// was read in the end.
Reading reading_of(const Written& written, Node& root, const std::vector<std::string>& overrides,
                   Faults& faults, For whom);

}  // namespace homeroom
