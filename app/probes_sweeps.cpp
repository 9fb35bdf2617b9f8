#include "app/probes_sweeps.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/sweep_live.hpp"
#include "sim/records/sweep_tables.hpp"

namespace homeroom::app {
namespace {

namespace fs = std::filesystem;

bool have_one_design(const Probe& one, const Probe& other, bool quick) {
  const SweepDesign &a = one.sweep, &b = other.sweep;
  const bool cities = a.scenarios == b.scenarios && a.policies == b.policies;
  const bool many = quick ? one.quick == other.quick : one.replicates == other.replicates;
  const auto is_same = [](const SweepFactor& left, const SweepFactor& right) {
    return left.name == right.name && left.key == right.key && left.levels == right.levels;
  };
  return cities && many && a.settings == b.settings &&
         std::equal(a.factors.begin(), a.factors.end(), b.factors.begin(), b.factors.end(),
                    is_same);
}

/// The probe by which a sweep is called: the first of its design.
const Probe& first_of(const std::vector<Probe>& all, const Probe& probe, bool quick) {
  return *std::find_if(all.begin(), all.end(),
                       [&](const Probe& other) { return have_one_design(probe, other, quick); });
}

SweepDesign design_of(const std::vector<Probe>& all, const Probe& first, bool quick) {
  SweepDesign design = first.sweep;
  design.replicates = quick ? first.quick : first.replicates;
  design.outcomes.clear();
  for (const Probe& probe : all) {
    if (!have_one_design(first, probe, quick)) continue;
    for (const std::string& name : probe.sweep.outcomes) {
      const auto& there = design.outcomes;
      if (std::find(there.begin(), there.end(), name) == there.end()) {
        design.outcomes.push_back(name);
      }
    }
  }
  return design;
}

std::shared_ptr<const ProbeRuns> runs_in(const ReadySweep& ready, const fs::path& folder) {
  std::map<std::string, std::string> policies;
  const auto& arms = ready.plan.cities.front().arms;
  for (std::size_t i = 0; i < arms.size(); ++i) {
    policies[arms[i].policy] = ready.design.policies[i];
  }
  const CollectedSweep collected(folder);
  auto runs = std::make_shared<ProbeRuns>(collected.identity(), std::move(policies));
  collected.for_each([&](const SweepRun& run) { runs->add(run); });
  return runs;
}

}  // namespace

ProbeRuns::ProbeRuns(const SweepIdentity& identity, std::map<std::string, std::string> policies)
    : factors_(identity.factors), outcomes_(identity.outcomes), policies_(std::move(policies)) {}

void ProbeRuns::add(const SweepRun& run) {
  if (run.outcomes.empty()) return;
  if (std::find(cities_.begin(), cities_.end(), run.scenario) == cities_.end()) {
    cities_.push_back(run.scenario);
  }
  replicates_.emplace(run.replicate, replicates_.size());
  runs_.push_back(
      {run.scenario, policies_.at(run.policy), run.replicate, run.factors, run.outcomes});
}

bool ProbeRuns::is_at(const Run& run, const ProbeTerm& term) const {
  for (const auto& [name, level] : term.at) {
    const auto place = std::find(factors_.begin(), factors_.end(), name) - factors_.begin();
    if (run.levels[static_cast<std::size_t>(place)] != level) return false;
  }
  return run.policy == term.policy;
}

std::vector<double> ProbeRuns::values_of(const ProbeTerm& term, const std::string& city) const {
  const auto column = static_cast<std::size_t>(
      std::find(outcomes_.begin(), outcomes_.end(), term.outcome) - outcomes_.begin());
  std::vector<double> sums(replicates_.size(), 0.0), counts(replicates_.size(), 0.0);
  for (const Run& run : runs_) {
    if (run.city != city || !is_at(run, term) || std::isnan(run.outcomes[column])) continue;
    const std::size_t place = replicates_.at(run.replicate);
    sums[place] += run.outcomes[column];
    ++counts[place];
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    sums[i] = counts[i] > 0 ? sums[i] / counts[i] : std::numeric_limits<double>::quiet_NaN();
  }
  return sums;
}

std::vector<double> ProbeRuns::sum_of(const std::vector<ProbeTerm>& terms,
                                      const std::string& city) const {
  std::vector<double> sums(replicates_.size(), 0.0);
  for (const ProbeTerm& term : terms) {
    const std::vector<double> values = values_of(term, city);
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += term.times * values[i];
  }
  return sums;
}

int live_probes(const ProbesOptions& options, const std::vector<Probe>& all,
                const std::vector<const Probe*>& asked, const fs::path& folder,
                ProbesLived& lived) {
  std::map<std::string, std::shared_ptr<const ProbeRuns>> sweeps;
  for (const Probe* probe : asked) {
    const Probe& first = first_of(all, *probe, options.quick);
    if (sweeps.count(first.id) == 0) {
      SweepOptions sweep;
      sweep.threads = options.threads;
      sweep.resume = options.resume;
      sweep.quiet = options.quiet;
      ReadySweep ready;
      const int read = make_ready(sweep, design_of(all, first, options.quick), ready);
      if (read != kDone) return read;
      const fs::path here = folder / first.id / (options.quick ? "quick" : "full");
      const int status = sweep_into(sweep, ready, here);
      if (status == kInterrupted || status == kBadInput) return status;
      sweeps[first.id] = runs_in(ready, here);
    }
    lived[probe->id] = sweeps[first.id];
  }
  return kDone;
}

}  // namespace homeroom::app
