#include "app/sweep_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "app/run_refusals.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"
#include "sim/scenario/sweep_factor.hpp"
#include "sim/scenario/sweep_key.hpp"

namespace homeroom::app {
namespace {

constexpr int kMostReplicates = 1000000;
constexpr double kMostRuns = 1e15;
/// Each point that is refused takes a reading of its own.
constexpr std::size_t kMostRefused = 100;

/// Tries values in every city, under every policy, and keeps what each is refused for, once.
class Trial {
 public:
  explicit Trial(const ReadySweep& ready) : ready_(ready) {}

  /// A value for each factor; `at`: where a list has them.
  void point(const std::vector<std::string>& values, const Spot* at = nullptr) {
    if (refused_ == kMostRefused) {
      ++not_tried_;
      return;
    }
    std::vector<std::string> settings;
    for (std::size_t i = 0; i < values.size(); ++i) {
      settings.push_back(ready_.factors[i].key + "=" + values[i]);
    }
    bool refused = false;
    for (const SweepCity& city : ready_.plan.cities) {
      for (const SweepArm& arm : city.arms) {
        for (Fault& fault : arm.source.with(settings).faults) {
          keep(placed(std::move(fault), settings, at), city, arm);
          refused = true;
        }
      }
    }
    refused_ += refused;
  }

  std::vector<Fault> faults() {
    if (not_tried_ > 0) {
      faults_.push_back(design_fault(
          ready_.design, ready_.design.method == SweepMethod::List ? "list" : "factors",
          fmt::format("{} more points, good or bad, are not tried after {} that are refused",
                      not_tried_, kMostRefused)));
    }
    return std::move(faults_);
  }

 private:
  /// Where the design says it, in place of the setting that it became.
  Fault placed(Fault fault, const std::vector<std::string>& settings, const Spot* at) const {
    for (std::size_t i = 0; i < settings.size(); ++i) {
      if (fault.file != "--set " + settings[i]) continue;
      const Spot& spot = at ? *at : ready_.factors[i].at;
      fault.file = spot.file_name();
      fault.line = spot.line;
      fault.column = spot.column;
      break;
    }
    return fault;
  }

  void keep(Fault fault, const SweepCity& city, const SweepArm& arm) {
    // Once, though every city and policy says so.
    if (!told_.insert(format_fault(fault)).second) return;
    const std::string under = arm.policy == "none" ? "" : " under " + arm.policy;
    fault.what = fmt::format("in {}{}: {}", city.name, under, fault.what);
    faults_.push_back(std::move(fault));
  }

  const ReadySweep& ready_;
  std::set<std::string> told_;
  std::vector<Fault> faults_;
  std::size_t refused_ = 0, not_tried_ = 0;
};

/// Policy years that a city may live through.
bool runs_in(int year, const RunPlan& run) {
  return year >= run.first_year && year <= run.last_year();
}

template <class Visit>
void for_each_scenario(const ReadySweep& ready, const Visit& visit) {
  for (const SweepCity& city : ready.plan.cities) {
    for (const SweepArm& arm : city.arms) visit(*arm.source.base().scenario);
  }
}

void find_model(const ReadySweep& ready, const std::string& outcome, const std::string& model,
                std::vector<Fault>& faults) {
  std::set<std::string> there;
  for_each_scenario(ready, [&](const Scenario& scenario) {
    for (const SchoolModel& model : scenario.law.models) there.insert(model.key);
  });
  if (model.empty() || there.count(model) > 0) return;
  const std::vector<std::string> known(there.begin(), there.end());
  faults.push_back(design_fault(ready.design, "outcomes",
                                fmt::format("\"{}\": no city has a model \"{}\"", outcome, model),
                                listed(known), nearest_of(model, known)));
}

void find_year(const ReadySweep& ready, const std::string& outcome, int year,
               std::vector<Fault>& faults) {
  bool run = false;
  std::set<std::string> years;
  for_each_scenario(ready, [&](const Scenario& scenario) {
    run = run || runs_in(year, scenario.run);
    years.insert(fmt::format("{} to {}", scenario.run.first_year, scenario.run.last_year()));
  });
  const bool varies =
      std::any_of(ready.factors.begin(), ready.factors.end(),
                  [](const SweepFactor& factor) { return factor.key.starts_with("run."); });
  if (run || varies) return;
  faults.push_back(design_fault(ready.design, "outcomes",
                                fmt::format("\"{}\": no city runs {}", outcome, year),
                                listed({years.begin(), years.end()})));
}

}  // namespace

bool numbers_refused(const SweepOptions& options) {
  bool refused = threads_refused("sweep", options.threads);
  refused |= number_refused("sweep", "--replicates", options.replicates, 1, kMostReplicates);
  refused |=
      number_refused("sweep", "--first-replicate", options.first_replicate, 1, kMostReplicates);
  return refused;
}

std::vector<Fault> clashing_names(const SweepDesign& design,
                                  const std::vector<SweepFactor>& factors,
                                  const std::vector<std::string>& outcomes) {
  std::vector<Fault> faults;
  std::set<std::string> names;
  for (const SweepFactor& factor : factors) {
    names.insert(in_small_letters(factor.name));
    for (const std::string& setting : design.settings) {
      // What varies cannot be set as well: one of the two would be lost.
      if (setting.substr(0, setting.find('=')) != factor.key) continue;
      faults.push_back(design_fault(
          design, "set", fmt::format("\"{}\" is a factor as well", factor.key), "one of the two"));
    }
  }
  for (const std::string& outcome : outcomes) {
    if (names.insert(in_small_letters(outcome)).second) continue;
    faults.push_back(
        design_fault(design, "outcomes",
                     fmt::format("\"{}\" has the name of another column of the tables, capitals "
                                 "apart",
                                 outcome)));
  }
  return faults;
}

std::vector<Fault> values_out_of_place(const ReadySweep& ready,
                                       const std::vector<ListedPoint>& farthest) {
  Trial trial(ready);
  if (ready.design.method == SweepMethod::List) {
    for (const ListedPoint& one : farthest) {
      Spot at;
      at.file = std::make_shared<const std::string>(ready.design.list.string());
      at.line = one.line;
      at.column = 1;
      trial.point(ready.points->values_at(one.point), &at);
    }
    return trial.faults();
  }
  std::vector<std::string> middle;
  for (const SweepFactor& factor : ready.factors) middle.push_back(factor.value_at(0.5));
  if (middle.empty()) return {};
  for (std::size_t i = 0; i < middle.size(); ++i) {
    for (const std::string& value : extremes_of(ready.factors[i])) {
      std::vector<std::string> values = middle;
      values[i] = value;
      trial.point(values);
    }
  }
  return trial.faults();
}

std::vector<Fault> outcomes_of_no_city(const ReadySweep& ready) {
  std::vector<Fault> faults;
  for (const Outcome& outcome : ready.plan.outcomes) {
    find_model(ready, outcome.name, outcome.model, faults);
    if (outcome.when == OutcomeWhen::Year) find_year(ready, outcome.name, outcome.year, faults);
  }
  for (std::size_t i = 0; ready.published && i < ready.published->size(); ++i) {
    const PublishedOutcome& outcome = (*ready.published)[i];
    for (const auto* side : {&outcome.of, &outcome.against}) {
      for (const std::string& model : *side) find_model(ready, outcome.name, model, faults);
    }
    for (const int year : outcome.years) find_year(ready, outcome.name, year, faults);
  }
  for (std::size_t i = 0; ready.studied && i < ready.studied->size(); ++i) {
    const StudiedOutcome& outcome = (*ready.studied)[i];
    for (const std::string& model : outcome.models) find_model(ready, outcome.name, model, faults);
    for (const int year : outcome.years) find_year(ready, outcome.name, year, faults);
  }
  return faults;
}

std::vector<Fault> too_many_runs(const ReadySweep& ready) {
  double arms = 0.0;
  for (const SweepCity& city : ready.plan.cities) arms += static_cast<double>(city.arms.size());
  const double runs = static_cast<double>(ready.points->count()) * arms *
                      static_cast<double>(ready.design.replicates);
  if (runs <= kMostRuns) return {};
  return {design_fault(ready.design, "replicates",
                       fmt::format("make {:.3g} runs of all points, cities and policies", runs),
                       "at most 1,000,000,000,000,000 runs")};
}

}  // namespace homeroom::app
