#include "app/claims_joint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <map>
#include <set>

#include "app/claims_joint_arms.hpp"
#include "app/claims_joint_space.hpp"
#include "app/claims_lives.hpp"
#include "app/claims_over_points.hpp"
#include "app/find_scenario.hpp"
#include "app/sweep_live.hpp"
#include "sim/records/sweep_tables.hpp"
#include "sim/scenario/scenario_source.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;
using claims::Verdict;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

class JointLives {
 public:
  JointLives(const ClaimsOptions& options, const fs::path& folder)
      : options_(options), folder_(folder) {}

  int live(const std::vector<const Claim*>& asked, const TellJoint& tell) {
    if (!read_joint_space(space_)) return kBadInput;
    std::vector<const Claim*> tried;
    for (const Claim* claim : asked) {
      const std::string why = why_not_joint(*claim, keys_of(space_));
      if (why.empty()) {
        tried.push_back(claim);
        joint_.emplace(claim, *claim);
      } else {
        tell(*claim, {{}, why});
      }
    }
    std::set<std::string> cities;
    for (const auto& [claim, joint] : joint_) {
      cities.insert(joint.cities().begin(), joint.cities().end());
    }
    int worst = kDone;
    for (const std::string& city : cities) {
      const int status = live_city(city, tried);
      if (status == kInterrupted || status == kBadInput) return status;
      worst = std::max(worst, status);
    }
    for (const Claim* claim : tried) tell(*claim, verdicts_of(joint_.at(claim)));
    return worst;
  }

 private:
  static JointVerdicts verdicts_of(const ClaimOverPoints& claim) {
    JointVerdicts verdicts;
    for (const auto& [point, verdict] : claim.judged()) verdicts.points.push_back(verdict);
    if (verdicts.points.empty()) verdicts.why = "no point could be judged";
    return verdicts;
  }

  int live_city(const std::string& city, const std::vector<const Claim*>& claims) {
    const ScenarioSource source(named_scenario(city), {}, {});
    if (!source.base().scenario) {
      fmt::print(stderr, "{}", format_faults(source.base().faults));
      return kBadInput;
    }
    const Scenario& scenario = *source.base().scenario;
    const JointArms arms = joint_arms(claims, city);
    SweepDesign design = joint_design(space_, city, scenario);
    design.arms = arms.arms;
    design.file = claims.front()->file.parent_path() / "joint";  // policies of claims stand there
    design.outcomes.clear();
    std::map<std::string, std::size_t> columns;
    for (const auto& [name, uses] : arms.uses) {
      for (const ArmUse& use : uses) {
        for (const std::string& outcome : joint_.at(use.claim).outcomes_in(scenario)) {
          if (columns.emplace(outcome, 0).second) design.outcomes.push_back(outcome);
        }
      }
    }
    ReadySweep ready;
    const fs::path here = folder_ / fs::path(city).stem() / "joint";
    const int status = live_design(options_, design, here, ready, BurnIns::Own);
    if (status == kInterrupted || status == kBadInput) return status;
    const std::vector<std::string> names = ready.plan.names();
    for (std::size_t i = 0; i < names.size(); ++i) columns[names[i]] = i;
    CollectedSweep(here).for_each([&](const SweepRun& run) {
      if (run.outcomes.empty()) return;
      for (const ArmUse& use : arms.uses.at(run.policy)) {
        joint_.at(use.claim).add(run, run.point, use, city, scenario, columns);
      }
    });
    return status;
  }

  const ClaimsOptions& options_;
  const fs::path& folder_;
  SweepDesign space_;
  std::map<const Claim*, ClaimOverPoints> joint_;
};

}  // namespace

double JointVerdicts::share_of(Verdict verdict, ClaimRule rule) const {
  const bool by_estimate = rule != ClaimRule::Published && verdict == Verdict::Mixed;
  if (points.empty() || by_estimate) return kNone;
  return static_cast<double>(std::count(points.begin(), points.end(), verdict)) /
         static_cast<double>(points.size());
}

int live_joint(const ClaimsOptions& options, const std::vector<const Claim*>& asked,
               const fs::path& folder, const TellJoint& tell) {
  return asked.empty() ? kDone : JointLives(options, folder).live(asked, tell);
}

}  // namespace homeroom::app
