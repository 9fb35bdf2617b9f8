#include "app/workload.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

#include "app/model_years.hpp"
#include "app/run_plan.hpp"
#include "sim/core/parallel.hpp"
#include "sim/founding/nation.hpp"

namespace homeroom::app {
namespace {

/// What one replicate draws: adds it to the sums of all, and gives the children of the districts
/// that live at one time, the largest.
double add_drawn(const Scenario& scenario, std::uint32_t replicate, Workload& work) {
  const Nation& nation = *scenario.nation;
  std::vector<int> sizes;
  for (const DistrictPlan& plan : plan_districts(nation, scenario.run.seed, replicate)) {
    work.students += plan.students;
    work.schools += std::max(1.0, plan.students / nation.classes[plan.size_class].school_size);
    sizes.push_back(plan.students);
  }
  work.districts = static_cast<double>(sizes.size());
  std::sort(sizes.begin(), sizes.end(), std::greater<>());
  sizes.resize(std::min(sizes.size(), static_cast<std::size_t>(work.threads)));
  return std::accumulate(sizes.begin(), sizes.end(), 0.0);
}

/// Replicates draw districts of their own: time hangs on all of them, memory on the largest.
void count_nation(const Experiment& experiment, Workload& work) {
  const Scenario& scenario = *experiment.scenario;
  for (const std::uint32_t replicate : experiment.replicates) {
    const double before = work.students;
    const double at_work = add_drawn(scenario, replicate, work);
    work.students_at_work = std::max(work.students_at_work, at_work);
    work.students_at_most = std::max(work.students_at_most, work.students - before);
  }
  work.students /= work.replicates;
  work.schools /= work.replicates;
  work.neighbourhoods = work.districts + scenario.nation->neighbourhoods_per_school * work.schools;
}

void count_city(const Place& place, const Scenario& scenario, Workload& work) {
  for (const SchoolGroup& group : place.schools) {
    work.students += group.students;
    work.schools += group.count;
  }
  for (const ListedSchool& school : place.school_list) {
    work.students += school.students();
    work.schools += 1;
  }
  work.slots = place.opening_slots;
  work.neighbourhoods = place.neighbourhoods;
}

/// The law of the burn-in need not be that of the policy: families may not choose yet.
void count_lists(const Place& place, const Scenario& scenario, Workload& work) {
  const RunPlan& run = scenario.run;
  for (int year = run.first_year; year <= run.last_year(); ++year) {
    const ListLines lines = list_lines(scenario, place, year);
    work.lines.district += lines.district / run.policy_years;
    work.lines.lottery += lines.lottery / run.policy_years;
  }
  for (int before = 1; before <= run.burn_in_years; ++before) {
    const ListLines lines = list_lines(scenario, place, run.first_year - before);
    work.burn_in_lines.district += lines.district / run.burn_in_years;
    work.burn_in_lines.lottery += lines.lottery / run.burn_in_years;
  }
  if (scenario.law.choice.assignment != Assignment::Neighbourhood) {
    work.founding_choosers = work.students;
  }
}

}  // namespace

double Workload::district_lines_lived() const {
  return (lived_years - burn_in_lived) * lines.district + burn_in_lived * burn_in_lines.district;
}

ListLines Workload::lines_told() const {
  const double under_policy = observed - observed_burn_in;
  return {under_policy * lines.district + observed_burn_in * burn_in_lines.district,
          under_policy * lines.lottery + observed_burn_in * burn_in_lines.lottery};
}

double Workload::workers() const {
  return national ? 1.0 : std::min(replicates, static_cast<double>(threads));
}

Workload workload_of(const Experiment& experiment, const CitiesThere& cities) {
  const Scenario& scenario = *experiment.scenario;
  const RunPlan& run = scenario.run;
  Workload work;
  work.national = is_national(experiment);
  work.streamed = experiment.streamed;
  work.school_rows = experiment.schools;
  work.microdata = experiment.microdata;
  work.cities = cities;
  work.threads = experiment.threads > 0 ? experiment.threads : threads_in_use();
  work.replicates = static_cast<double>(experiment.replicates.size());
  work.years = years_of_replicate(scenario);
  work.founded = work.replicates - cities.found;
  work.lived_years = work.replicates * work.years - cities.found * (work.years - run.policy_years);
  work.burn_in_lived = work.lived_years - work.replicates * run.policy_years;
  work.observed_burn_in = experiment.burn_in_rows ? run.burn_in_years : 0;
  work.observed = run.policy_years + work.observed_burn_in;
  work.scenario_length = static_cast<double>(scenario.resolved.size());
  if (scenario.anchor_base) {
    work.scenario_length += static_cast<double>(scenario.anchor_base->resolved.size());
  }
  if (work.national) {
    count_nation(experiment, work);
  } else {
    const Place& place = place_of(experiment);
    count_city(place, scenario, work);
    count_lists(place, scenario, work);
    const int told = run.first_year - (experiment.burn_in_rows ? run.burn_in_years : 0);
    work.model_rows = model_years(scenario, place, told);
  }
  return work;
}

}  // namespace homeroom::app
