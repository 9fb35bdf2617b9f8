#include "app/claims_over_points.hpp"

#include <algorithm>
#include <limits>

#include "app/claims_assumptions.hpp"
#include "app/claims_lives.hpp"
#include "app/claims_studies.hpp"

namespace homeroom::app {

using claims::Verdict;

ClaimOverPoints::ClaimOverPoints(const Claim& claim)
    : claim_(claim), study_(claim.rule == ClaimRule::Published) {
  if (!study_) narrowed_ = narrowed_sweep(claim);
  cities_ = study_ ? claim.cities : claim.sweep->scenarios;
}

std::vector<std::string> ClaimOverPoints::outcomes_in(const Scenario& scenario) const {
  std::vector<std::string> names;
  if (!study_) {
    for (const ClaimTest& test : claim_.tests) names.push_back(test.outcome);
    return names;
  }
  for (const ClaimContrast& contrast : claim_.study->contrasts) {
    const StudyNames of = study_names(*claim_.study, contrast, scenario);
    if (!of.estimate.empty()) names.push_back(of.estimate);
    if (!of.p.empty()) names.push_back(of.p);
  }
  return names;
}

void ClaimOverPoints::add(const SweepRun& run, std::uint64_t point, const ArmUse& use,
                          const std::string& city, const Scenario& scenario,
                          const std::map<std::string, std::size_t>& columns, int divide) {
  AtPoint& here = points_[point];
  lived_.insert(city);
  if (study_) {
    add_study(run, use, city, scenario, columns, here);
  } else {
    add_tests(run, use, columns, divide, here);
  }
}

std::vector<std::string> ClaimOverPoints::cities_left_out() const {
  std::vector<std::string> left_out;
  for (const std::string& city : cities_) {
    if (lived_.count(city) == 0) left_out.push_back(city);
  }
  return left_out;
}

std::map<std::uint64_t, Verdict> ClaimOverPoints::judged() const {
  std::map<std::uint64_t, Verdict> verdicts;
  for (const auto& [number, point] : points_) {
    const Verdict verdict = study_ ? judged_study(point) : judged_tests(point);
    if (verdict != Verdict::NotJudged) verdicts.emplace(number, verdict);
  }
  return verdicts;
}

void ClaimOverPoints::add_tests(const SweepRun& run, const ArmUse& use,
                                const std::map<std::string, std::size_t>& columns, int divide,
                                AtPoint& point) const {
  if (point.tests.empty()) {
    for (const ClaimTest& test : claim_.tests) point.tests.emplace_back(narrowed_, test);
  }
  SweepRun seen = run;
  seen.policy = use.policy;
  seen.factors = use.levels;
  for (std::size_t i = 0; i < claim_.tests.size(); ++i) {
    seen.outcomes = {run.outcomes[columns.at(claim_.tests[i].outcome)]};
    point.tests[i].add(seen, divide);
  }
}

void ClaimOverPoints::add_study(const SweepRun& run, const ArmUse& use, const std::string& city,
                                const Scenario& scenario,
                                const std::map<std::string, std::size_t>& columns,
                                AtPoint& point) const {
  auto& life = use.policy == "none" ? point.model : point.placebo;
  claims::StudiedCity& studied = life[run.replicate];
  const std::size_t contrasts = claim_.study->contrasts.size();
  studied.estimates.resize(cities_.size() * contrasts, std::numeric_limits<double>::quiet_NaN());
  studied.p.resize(cities_.size() * contrasts, std::numeric_limits<double>::quiet_NaN());
  const auto at =
      static_cast<std::size_t>(std::find(cities_.begin(), cities_.end(), city) - cities_.begin());
  for (std::size_t i = 0; i < contrasts; ++i) {
    const StudyNames names = study_names(*claim_.study, claim_.study->contrasts[i], scenario);
    if (names.estimate.empty()) continue;
    const double estimate = run.outcomes[columns.at(names.estimate)];
    const bool turned = is_turned(*claim_.study, claim_.study->contrasts[i]);
    studied.estimates[at * contrasts + i] = turned ? -estimate : estimate;
    if (!names.p.empty()) studied.p[at * contrasts + i] = run.outcomes[columns.at(names.p)];
  }
}

Verdict ClaimOverPoints::judged_tests(const AtPoint& point) const {
  std::vector<claims::TestFinding> findings;
  for (std::size_t i = 0; i < point.tests.size(); ++i) {
    findings.push_back(judged_test(claim_, claim_.tests[i], point.tests[i], 0.0));
  }
  return claims::verdict_of(findings, claim_.any_test);
}

Verdict ClaimOverPoints::judged_study(const AtPoint& point) const {
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

}  // namespace homeroom::app
