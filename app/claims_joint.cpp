#include "app/claims_joint.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "app/claims_city.hpp"
#include "app/claims_columns.hpp"
#include "app/claims_joint_arms.hpp"
#include "app/claims_joint_space.hpp"
#include "app/claims_lives.hpp"
#include "app/claims_over_points.hpp"
#include "app/sweep_live.hpp"
#include "sim/records/manifest.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;
using claims::Verdict;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Claims that are lived in the same sweeps.
class JointLives {
 public:
  /// `claims` must outlive this; `name` is that of their folders below a city's.
  JointLives(const ClaimsOptions& options, const SweepDesign& space, const fs::path& folder,
             std::string name, std::vector<const Claim*> claims)
      : options_(options),
        space_(space),
        folder_(folder),
        name_(std::move(name)),
        claims_(std::move(claims)) {
    for (const Claim* claim : claims_) joint_.emplace(claim, *claim);
  }

  /// In the cities of the `asked` ones; what else is of these cities is lived with them.
  int live(const std::vector<const Claim*>& asked) {
    std::set<std::string> cities;
    for (const Claim* claim : asked) {
      const std::vector<std::string>& its = joint_.at(claim).cities();
      cities.insert(its.begin(), its.end());
    }
    int worst = kDone;
    for (const std::string& city : cities) {
      const int status = live_city(city);
      if (status == kInterrupted) return status;
      worst = std::max(worst, status);
    }
    return worst;
  }

  JointVerdicts verdicts_of(const Claim& claim) const {
    JointVerdicts verdicts;
    for (const auto& [point, verdict] : joint_.at(&claim).judged()) {
      verdicts.points.push_back(verdict);
    }
    if (verdicts.points.empty()) verdicts.why = "no point could be judged";
    verdicts.left_out = joint_.at(&claim).cities_left_out();
    return verdicts;
  }

 private:
  int live_city(const std::string& city) {
    const auto read = read_city(city);
    if (!read) return kBadInput;
    const Scenario& scenario = *read;
    const JointArms arms = joint_arms(claims_, city);
    SweepDesign design = joint_design(space_, city, scenario);
    design.arms = arms.arms;
    design.file = claims_.front()->file.parent_path() / "joint";  // policies of claims stand there
    design.outcomes = outcomes_of(arms, scenario);
    ReadySweep ready;
    const fs::path here = folder_ / fs::path(city).stem() / folder_name(design);
    const int status = live_design(options_, design, here, ready, BurnIns::Own);
    if (status == kInterrupted || status == kBadInput) return status;
    const std::map<std::string, std::size_t> columns = columns_of(ready);
    CollectedSweep(here).for_each([&](const SweepRun& run) {
      if (run.outcomes.empty()) return;
      for (const ArmUse& use : arms.uses.at(run.policy)) {
        joint_.at(use.claim).add(run, run.point, use, city, scenario, columns, design.divide);
      }
    });
    return status;
  }

  std::vector<std::string> outcomes_of(const JointArms& arms, const Scenario& scenario) const {
    OutcomeList outcomes;
    for (const auto& [name, uses] : arms.uses) {
      for (const ArmUse& use : uses) {
        for (const std::string& outcome : joint_.at(use.claim).outcomes_in(scenario)) {
          outcomes.add(outcome);
        }
      }
    }
    return outcomes.names();
  }

  /// Of tests the arms hang on which claims were asked for: other ones have another folder.
  std::string folder_name(const SweepDesign& design) const {
    const std::string quick = options_.quick ? "quick-" : "";
    if (claims_.front()->rule == ClaimRule::Published) return quick + name_;
    std::string text = fmt::format("{}", fmt::join(design.outcomes, "\n"));
    for (const SweepArmDesign& arm : design.arms) text += "\n" + arm.name;
    return fmt::format("{}{}-{}", quick, name_, fingerprint(text).substr(0, 8));
  }

  const ClaimsOptions& options_;
  const SweepDesign& space_;
  const fs::path& folder_;
  std::string name_;
  std::vector<const Claim*> claims_;
  std::map<const Claim*, ClaimOverPoints> joint_;
};

constexpr std::uint64_t kQuickPoints = 8;

}  // namespace

double JointVerdicts::share_of(Verdict verdict, ClaimRule rule) const {
  const bool by_estimate = rule != ClaimRule::Published && verdict == Verdict::Mixed;
  const bool no_judgement = verdict == Verdict::InputCheck || verdict == Verdict::Audited ||
                            verdict == Verdict::NotJudged;
  if (points.empty() || by_estimate || no_judgement) return kNone;
  return static_cast<double>(std::count(points.begin(), points.end(), verdict)) /
         static_cast<double>(points.size());
}

int live_joint(const ClaimsOptions& options, const std::vector<Claim>& all,
               const std::vector<const Claim*>& asked, const fs::path& folder,
               const TellJoint& tell) {
  SweepDesign space;
  if (!read_joint_space(space)) return kBadInput;
  if (options.quick) space.size = kQuickPoints;
  const std::vector<std::string> keys = keys_of(space);
  std::vector<const Claim*> studies, studied, tested;
  for (const Claim& claim : all) {
    if (claim.rule == ClaimRule::Published && why_not_joint(claim, keys).empty()) {
      studies.push_back(&claim);
    }
  }
  for (const Claim* claim : asked) {
    const std::string why = why_not_joint(*claim, keys);
    if (!why.empty()) {
      tell(*claim, {{}, why, {}});
    } else {
      (claim->rule == ClaimRule::Published ? studied : tested).push_back(claim);
    }
  }
  int worst = kDone;
  const auto live = [&](const char* name, const std::vector<const Claim*>& claims,
                        const std::vector<const Claim*>& told) {
    if (told.empty() || worst == kInterrupted) return;
    JointLives lives(options, space, folder, name, claims);
    const int status = lives.live(told);
    worst = status == kInterrupted ? status : std::max(worst, status);
    if (status == kInterrupted) return;
    for (const Claim* claim : told) tell(*claim, lives.verdicts_of(*claim));
  };
  live("joint", studies, studied);
  live("joint-tests", tested, tested);
  return worst;
}

}  // namespace homeroom::app
