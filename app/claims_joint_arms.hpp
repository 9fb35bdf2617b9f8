// What of a city must be lived so that its claims can be judged at every point of a space: the arms
// of all of them, each once, and which claim reads which.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/scenario/claim.hpp"

namespace homeroom::app {

/// One level of a claim's tests, or one of the two lives of a study, as an arm shows it.
struct ArmUse {
  const Claim* claim = nullptr;
  std::string policy;               ///< as the claim calls it
  std::vector<std::string> levels;  ///< of its factors, in their order; of a study none
};

struct JointArms {
  std::vector<SweepArmDesign> arms;
  std::map<std::string, std::vector<ArmUse>> uses;  ///< by arm
};

/// Why a claim cannot be tried over the space, which has these keys; empty where it can.
std::string why_not_joint(const Claim& claim, const std::vector<std::string>& keys);

/// Of the `claims` that are of the city; those of studies are lived under its law and under the
/// placebo.
JointArms joint_arms(const std::vector<const Claim*>& claims, const std::string& city);

}  // namespace homeroom::app
