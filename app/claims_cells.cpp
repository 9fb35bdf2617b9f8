#include "app/claims_cells.hpp"

#include "app/claims_counts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace homeroom::app {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

}  // namespace

std::vector<std::string> levels_of(const SweepDesign& sweep, const std::string& compare) {
  if (compare == "policy") return sweep.policies;
  for (const SweepFactor& factor : sweep.factors) {
    if (factor.name == compare) return factor.levels;
  }
  return {};
}

std::size_t paths_cut(const Claim& claim) {
  std::set<std::string> paths;
  for (const ClaimTest& test : claim.tests) {
    if (!test.cut.empty()) paths.insert(test.cut);
  }
  return paths.size();
}

TestCells::TestCells(const SweepDesign& sweep, const ClaimTest& test, const ReadySweep& ready,
                     bool together)
    : sweep_(sweep), test_(test), together_(together) {
  const std::vector<std::string> names = ready.plan.names();
  outcome_ =
      static_cast<std::size_t>(std::find(names.begin(), names.end(), test.outcome) - names.begin());
  for (const SweepFactor& factor : ready.factors) factors_.push_back(factor.name);
  const auto& arms = ready.plan.cities.front().arms;
  for (std::size_t i = 0; i < arms.size(); ++i) policies_[arms[i].policy] = sweep.policies[i];
}

TestCells::TestCells(const SweepDesign& sweep, const ClaimTest& test, bool together)
    : sweep_(sweep), test_(test), together_(together) {
  for (const SweepFactor& factor : sweep.factors) factors_.push_back(factor.name);
  for (const std::string& policy : sweep.policies) policies_[policy] = policy;
}

void TestCells::add(const SweepRun& run, int divide) {
  if (run.outcomes.empty() || std::isnan(run.outcomes[outcome_]) || is_cut_elsewhere(run)) return;
  const std::string& second = test_.cut.empty() ? test_.with : test_.cut;
  const std::string with = second.empty() ? "" : level_in(run, second);
  Cell& cell = cells_[{run.scenario, run.replicate, level_in(run, test_.compare), with}];
  cell.sum += run.outcomes[outcome_] * whole_of_part(test_.outcome, divide);
  ++cell.count;
  replicates_[run.replicate].insert(run.scenario);
}

claims::Levels TestCells::levels() const {
  std::vector<std::string> asked = levels_of(sweep_, test_.compare);
  if (!test_.from.empty()) asked = {test_.from, test_.to};
  claims::Levels levels;
  for (const auto& [replicate, cities] : replicates_) {
    levels.by_replicate.push_back(of_replicate(replicate, cities, asked));
  }
  return levels;
}

/// The level that a run has, as the claim writes it.
std::string TestCells::level_in(const SweepRun& run, const std::string& compare) const {
  if (compare == "policy") {
    const auto found = policies_.find(run.policy);
    return found == policies_.end() ? std::string() : found->second;
  }
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    if (factors_[i] == compare) return run.factors[i];
  }
  return {};
}

/// One path is cut at a time: all others are whole, at their first level; or all are as it is.
bool TestCells::is_cut_elsewhere(const SweepRun& run) const {
  if (test_.cut.empty()) return false;
  const bool whole = level_in(run, test_.cut) == levels_of(sweep_, test_.cut).front();
  for (const SweepFactor& factor : sweep_.factors) {
    if (factor.name == test_.cut || factor.name == test_.compare) continue;
    const bool other_whole = level_in(run, factor.name) == factor.levels.front();
    if (together_ ? other_whole != whole : !other_whole) return true;
  }
  return false;
}

/// What a city shows at each level, or of a cut at both with the path whole and with it cut.
std::vector<double> TestCells::of_city(const std::string& city, std::uint32_t replicate,
                                       const std::vector<std::string>& asked) const {
  std::vector<double> here;
  if (!test_.cut.empty()) {
    for (const std::string& path : levels_of(sweep_, test_.cut)) {
      for (const std::string& level : asked) here.push_back(at(city, replicate, level, path));
    }
    return here;
  }
  for (const std::string& level : asked) {
    here.push_back(test_.with.empty() ? at(city, replicate, level, "")
                                      : at(city, replicate, level, test_.to_with) -
                                            at(city, replicate, level, test_.from_with));
  }
  return here;
}

double TestCells::at(const std::string& city, std::uint32_t replicate, const std::string& level,
                     const std::string& with) const {
  const auto found = cells_.find({city, replicate, level, with});
  if (found == cells_.end()) return kNone;
  const double mean = found->second.sum / found->second.count;
  // What grew has survived whole: one city's gain is no other city's loss.
  return test_.hazard ? std::min(mean, 1.0) : mean;
}

std::vector<double> TestCells::of_replicate(std::uint32_t replicate,
                                            const std::set<std::string>& cities,
                                            const std::vector<std::string>& asked) const {
  std::vector<double> sums(test_.cut.empty() ? asked.size() : 2 * asked.size(), 0.0);
  double whole = 0;
  for (const std::string& city : cities) {
    const std::vector<double> here = of_city(city, replicate, asked);
    const bool all =
        std::none_of(here.begin(), here.end(), [](double value) { return std::isnan(value); });
    if (!all) continue;
    ++whole;
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += here[i];
  }
  for (double& sum : sums) sum = whole > 0 ? sum / whole : kNone;
  return sums;
}

}  // namespace homeroom::app
