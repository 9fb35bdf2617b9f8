#include "app/claims_joint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <map>
#include <set>

#include "app/claims_assumptions.hpp"
#include "app/claims_cells.hpp"
#include "app/claims_joint_arms.hpp"
#include "app/claims_joint_space.hpp"
#include "app/claims_lives.hpp"
#include "app/claims_studies.hpp"
#include "app/find_scenario.hpp"
#include "app/sweep_live.hpp"
#include "sim/records/sweep_tables.hpp"
#include "sim/scenario/scenario_source.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;
using claims::Verdict;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// What the runs of one point say of one claim.
struct AtPoint {
  std::vector<TestCells> tests;
  std::map<std::uint32_t, claims::StudiedCity> model, placebo;  ///< by replicate
};

/// One claim over the space.
class JointClaim {
 public:
  explicit JointClaim(const Claim& claim)
      : claim_(claim), study_(claim.rule == ClaimRule::Published) {
    if (!study_) narrowed_ = narrowed_sweep(claim);
    for (const std::string& city : cities()) cities_.push_back(city);
  }

  const std::vector<std::string>& cities() const {
    return study_ ? claim_.cities : claim_.sweep->scenarios;
  }

  /// Names of the outcomes that its arms need in a city.
  std::vector<std::string> outcomes_in(const Scenario& scenario) const {
    std::vector<std::string> names;
    if (!study_) {
      for (const ClaimTest& test : claim_.tests) names.push_back(test.outcome);
      return names;
    }
    for (const ClaimContrast& contrast : claim_.study->contrasts) {
      const StudyNames of = study_names(*claim_.study, contrast, scenario);
      if (!of.estimate.empty()) names.insert(names.end(), {of.estimate, of.p});
    }
    return names;
  }

  void add(const SweepRun& run, const ArmUse& use, const std::string& city,
           const Scenario& scenario, const std::map<std::string, std::size_t>& columns) {
    AtPoint& point = points_[run.point];
    if (study_) {
      add_study(run, use, city, scenario, columns, point);
    } else {
      add_tests(run, use, columns, point);
    }
  }

  JointVerdicts judged() const {
    JointVerdicts verdicts;
    for (const auto& [number, point] : points_) {
      const Verdict verdict = study_ ? judged_study(point) : judged_tests(point);
      if (verdict != Verdict::NotJudged) verdicts.points.push_back(verdict);
    }
    if (verdicts.points.empty()) verdicts.why = "no point of the space could be judged";
    return verdicts;
  }

 private:
  void add_tests(const SweepRun& run, const ArmUse& use,
                 const std::map<std::string, std::size_t>& columns, AtPoint& point) {
    if (point.tests.empty()) {
      for (const ClaimTest& test : claim_.tests) point.tests.emplace_back(narrowed_, test);
    }
    SweepRun seen = run;
    seen.policy = use.policy;
    seen.factors = use.levels;
    for (std::size_t i = 0; i < claim_.tests.size(); ++i) {
      seen.outcomes = {run.outcomes[columns.at(claim_.tests[i].outcome)]};
      point.tests[i].add(seen);
    }
  }

  void add_study(const SweepRun& run, const ArmUse& use, const std::string& city,
                 const Scenario& scenario, const std::map<std::string, std::size_t>& columns,
                 AtPoint& point) const {
    auto& life = use.policy == "none" ? point.model : point.placebo;
    claims::StudiedCity& studied = life[run.replicate];
    const std::size_t contrasts = claim_.study->contrasts.size();
    studied.estimates.resize(cities_.size() * contrasts, kNone);
    studied.p.resize(cities_.size() * contrasts, kNone);
    const auto at =
        static_cast<std::size_t>(std::find(cities_.begin(), cities_.end(), city) - cities_.begin());
    for (std::size_t i = 0; i < contrasts; ++i) {
      const StudyNames names = study_names(*claim_.study, claim_.study->contrasts[i], scenario);
      if (names.estimate.empty()) continue;
      studied.estimates[at * contrasts + i] = run.outcomes[columns.at(names.estimate)];
      studied.p[at * contrasts + i] = run.outcomes[columns.at(names.p)];
    }
  }

  Verdict judged_tests(const AtPoint& point) const {
    std::vector<claims::TestFinding> findings;
    for (std::size_t i = 0; i < point.tests.size(); ++i) {
      findings.push_back(judged_test(claim_, claim_.tests[i], point.tests[i], 0.0));
    }
    return claims::verdict_of(findings, claim_.any_test);
  }

  Verdict judged_study(const AtPoint& point) const {
    std::vector<claims::StudiedCity> model, placebo;
    for (const auto& [replicate, studied] : point.model) {
      const auto other = point.placebo.find(replicate);
      if (other == point.placebo.end()) continue;
      model.push_back(studied);
      placebo.push_back(other->second);
    }
    if (model.empty()) return Verdict::NotJudged;
    return claims::judge_published(rule_of(claim_, cities_.size()), model, placebo).verdict;
  }

  const Claim& claim_;
  bool study_;
  SweepDesign narrowed_;
  std::vector<std::string> cities_;
  std::map<std::uint64_t, AtPoint> points_;
};

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
    for (const Claim* claim : tried) tell(*claim, joint_.at(claim).judged());
    return worst;
  }

 private:
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
    const int status = live_design(options_, design, here, ready);
    if (status == kInterrupted || status == kBadInput) return status;
    const std::vector<std::string> names = ready.plan.names();
    for (std::size_t i = 0; i < names.size(); ++i) columns[names[i]] = i;
    CollectedSweep(here).for_each([&](const SweepRun& run) {
      if (run.outcomes.empty()) return;
      for (const ArmUse& use : arms.uses.at(run.policy)) {
        joint_.at(use.claim).add(run, use, city, scenario, columns);
      }
    });
    return status;
  }

  const ClaimsOptions& options_;
  const fs::path& folder_;
  SweepDesign space_;
  std::map<const Claim*, JointClaim> joint_;
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
