// Files about policies that a command needs before it lays any: parts, and ladders of sets.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sim/scenario/fault.hpp"

namespace homeroom {

/// The files that a policy names as its parts; empty where it has none, or says something itself.
std::vector<std::filesystem::path> parts_of_policy(const std::filesystem::path& file);

/// Ladders by name: sets of policies to be compared one by one, as a command line writes them.
struct PolicyLadders {
  std::map<std::string, std::vector<std::string>> sets;
  std::vector<Fault> faults;
};
PolicyLadders read_policy_ladders(const std::filesystem::path& file);

}  // namespace homeroom
