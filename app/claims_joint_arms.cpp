#include "app/claims_joint_arms.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/claims_assumptions.hpp"
#include "app/claims_lives.hpp"
#include "app/claims_policies.hpp"
#include "app/claims_studies.hpp"
#include "app/claims_sweeps.hpp"

namespace homeroom::app {
namespace {

class Arms {
 public:
  void add(const std::string& policy, std::vector<std::string> settings, ArmUse use) {
    std::sort(settings.begin(), settings.end());
    const std::string name =
        settings.empty() ? policy : fmt::format("{} with {}", policy, fmt::join(settings, " "));
    std::vector<ArmUse>& uses = found_.uses[name];
    if (uses.empty()) found_.arms.push_back({name, policy, std::move(settings), {}});
    uses.push_back(std::move(use));
  }

  JointArms take() { return std::move(found_); }

 private:
  JointArms found_;
};

/// Every combination of levels, the last factor fastest.
std::vector<std::vector<std::string>> combinations(const SweepDesign& design) {
  std::vector<std::vector<std::string>> all = {{}};
  for (const SweepFactor& factor : design.factors) {
    std::vector<std::vector<std::string>> longer;
    for (const auto& one : all) {
      for (const std::string& level : factor.levels) {
        longer.push_back(one);
        longer.back().push_back(level);
      }
    }
    all = std::move(longer);
  }
  return all;
}

void add_tests(const Claim& claim, Arms& arms) {
  const SweepDesign design = narrowed_sweep(claim);
  for (const std::string& policy : design.policies) {
    for (const std::vector<std::string>& levels : combinations(design)) {
      std::vector<std::string> settings = design.settings;
      for (std::size_t i = 0; i < levels.size(); ++i) {
        settings.push_back(design.factors[i].key + "=" + levels[i]);
      }
      arms.add(policy, std::move(settings), {&claim, policy, levels});
    }
  }
}

bool names(const std::vector<std::string>& keys, std::string key) {
  if (key.starts_with("policy.")) key.erase(0, 7);
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

std::string why_not_joint(const Claim& claim, const std::vector<std::string>& keys) {
  if (claim.rule == ClaimRule::Published) return why_not_published(claim);
  if (claim.rule == ClaimRule::None) return claim.not_testable;
  // By the claim's own rule; what is told beside it is not tried.
  if (!tests_judge(claim.rule)) return "its rule gives no verdict that could differ";
  if (std::string why = why_not_tested(claim); !why.empty()) return why;
  if (claim.sweep->method != SweepMethod::Grid) return "its sweep is no grid";
  for (const std::string& setting : claim.sweep->settings) {
    if (names(keys, setting.substr(0, setting.find('=')))) return setting + " is of the space";
  }
  for (const SweepFactor& factor : claim.sweep->factors) {
    if (names(keys, factor.key)) return factor.key + " is of the space";
  }
  return {};
}

JointArms joint_arms(const std::vector<const Claim*>& claims, const std::string& city) {
  Arms arms;
  for (const Claim* claim : claims) {
    if (claim->rule == ClaimRule::Published) {
      if (!is_of(*claim, city)) continue;
      for (const char* policy : {kWithModels, kPlacebo}) arms.add(policy, {}, {claim, policy, {}});
    } else if (const auto& cities = claim->sweep->scenarios;
               std::find(cities.begin(), cities.end(), city) != cities.end()) {
      add_tests(*claim, arms);
    }
  }
  return arms.take();
}

}  // namespace homeroom::app
