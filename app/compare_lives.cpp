#include "app/compare_lives.hpp"

#include <optional>

#include "app/interrupt.hpp"
#include "app/year_tables.hpp"
#include "sim/run/replicate.hpp"
#include "sim/run/replicates.hpp"

namespace homeroom::app {
namespace {

/// Lives one arm and hands on each policy year; nothing if it was stopped.
template <class Life>
std::optional<ReplicateRecords> live(const Scenario& scenario, ReplicatePlan plan, Life& life,
                                     Progress& progress, KeptBurnIns* burn_ins = nullptr) {
  plan.whereabouts = true;
  plan.read_year = [&](const ReplicateRecords& year) { life.add(year.year(), tables_of(year)); };
  const auto year_done = [&] { progress.step(); };
  return burn_ins ? burn_ins->run(plan, stop_requested(), year_done)
                  : run_replicate(scenario, plan, stop_requested(), year_done);
}

std::optional<truth::Replicate> one_replicate(const Arms& arms, std::uint32_t number,
                                              Progress& progress, KeptBurnIns* burn_ins) {
  ReplicatePlan plan;
  plan.replicate = number;
  plan.keep_burnt_in = true;
  truth::BaseLife base;
  const auto records = live(arms.base.scenario, plan, base, progress, burn_ins);
  if (!records) return std::nullopt;
  truth::Replicate replicate{truth::values_of(base), {}, truth::schools_of(base)};
  plan.keep_burnt_in = false;
  plan.zeros = &records->zeros;
  for (const Arm& arm : arms.alternatives) {
    plan.burnt_in = arm.shares_burn_in ? &*records->burnt_in : nullptr;
    truth::AlternativeLife alternative(base);
    if (!live(arm.scenario, plan, alternative, progress)) return std::nullopt;
    replicate.alternatives.push_back(alternative.take());
  }
  return replicate;
}

}  // namespace

Lived live_side_by_side(const Arms& arms, int replicates, Progress& progress,
                        KeptBurnIns* burn_ins) {
  std::vector<std::optional<truth::Replicate>> found(static_cast<std::size_t>(replicates));
  for_each_replicate(found.size(), stop_requested(), [&](std::size_t i) {
    found[i] = one_replicate(arms, static_cast<std::uint32_t>(i + 1), progress, burn_ins);
  });
  Lived lived;
  lived.comparison.base = arms.base.name;
  for (const Arm& arm : arms.alternatives) lived.comparison.alternatives.push_back(arm.name);
  const RunPlan& run = arms.base.scenario.run;
  for (int year = run.first_year; year <= run.last_year(); ++year) {
    lived.comparison.years.push_back(year);
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i]) continue;
    lived.finished.push_back(static_cast<std::uint32_t>(i + 1));
    lived.comparison.replicates.push_back(std::move(*found[i]));
  }
  return lived;
}

}  // namespace homeroom::app
