// Files of policies: each says what differs from a city's law, whatever city it is laid over.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"
#include "sim/scenario/node.hpp"

namespace homeroom {

/// One file as it was written.
struct PolicyFile {
  std::string name;  ///< the file's, without its ending; empty: the scenario's own [policy]
  std::filesystem::path path;
  Node root;
};

/// Reads the files and the `parts` they name, and the parts of these: every file once, by name.
/// What is no part of a policy is a fault.
std::vector<PolicyFile> read_policy_files(const std::vector<std::filesystem::path>& files,
                                          Faults& faults);

/// Every key of a policy that is none of `known` is a fault; `prefix` stands before the keys.
void refuse_other_keys(const Node& policy, const std::string& prefix,
                       const std::vector<std::string>& known, Faults& faults);

/// Lays the models of `brings` into `root` where the city has none of that key; returns their keys.
std::vector<std::string> bring_models(const std::vector<PolicyFile>& files, Node& root,
                                      Faults& faults);

}  // namespace homeroom
