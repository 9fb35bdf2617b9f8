#include "sim/run/replicate.hpp"

#include "sim/founding/found.hpp"

namespace homeroom {

ReplicateRecords::ReplicateRecords()
    : schools(schools_table()),
      models(models_table()),
      district(district_table()),
      events(events_table()),
      truth(truth_table()),
      truth_models(truth_models_table()),
      sustainability(sustainability_table()),
      survival(survival_table()),
      hidden_sustainability(hidden_sustainability_table()) {}

std::vector<const Batch*> ReplicateRecords::batches() const {
  std::vector<const Batch*> all = {&schools,        &models,   &district,
                                   &events,         &truth,    &truth_models,
                                   &sustainability, &survival, &hidden_sustainability};
  if (microdata) {
    all.insert(all.end(), {&microdata->students, &microdata->applications, &microdata->cutoffs,
                           &microdata->teachers, &microdata->neighbourhoods});
  }
  return all;
}

void ReplicateRecords::forget_year() {
  for (Batch* batch : {&schools, &models, &district, &events, &truth, &truth_models,
                       &sustainability, &hidden_sustainability}) {
    *batch = Batch(batch->definition());
  }
  if (microdata) microdata.emplace();
  if (whereabouts) whereabouts.emplace();
}

namespace {

/// What must be seen year by year to be known at the end.
struct Chronicle {
  Lifetimes lifetimes;
  Erosion erosion;
  explicit Chronicle(const Scenario& scenario)
      : lifetimes(scenario.law.models.size()), erosion(scenario.nature.governance) {}
  void note(const World& world, const Law& law) {
    lifetimes.note(world, law);
    erosion.note(world, law);
  }
};

void observe(const Scenario& scenario, const World& world, const YearWorkspace& workspace,
             const Chronicle& chronicle, ReplicateRecords& records) {
  const RowKey key{scenario.name, records.replicate, world.year};
  const Law& law = scenario.law_in(world.year);
  observe_schools(world, law, key, records.schools);
  observe_models(world, law, key, records.models);
  observe_district(world, law, key, records.district);
  observe_events(world, law, key, records.events);
  observe_truth(world, law, key, records.truth);
  observe_truth_models(world, law, key, records.truth_models);
  observe_sustainability(world, law, chronicle.lifetimes, key, records.sustainability);
  observe_erosion(world, law, chronicle.erosion, key, records.hidden_sustainability);
  if (records.microdata) observe_microdata(world, workspace.testing.sgp, key, *records.microdata);
  if (records.whereabouts) observe_whereabouts(world, key, *records.whereabouts);
}

/// Growth's zero after each burn-in year of the scenario that sets it; nothing if it is the one
/// that is run, or if `stop` was raised.
std::vector<GrowthZero> zeros_of_base(const Scenario& scenario, const ReplicatePlan& plan,
                                      const Dice& dice, const std::atomic<bool>& stop,
                                      ChapterTimes& times, const std::function<void()>& year_done) {
  if (plan.zeros) return *plan.zeros;
  std::vector<GrowthZero> zeros;
  if (!scenario.anchor_base) return zeros;
  const Scenario& base = *scenario.anchor_base;
  const int first = base.run.first_year - base.run.burn_in_years;
  World world = found(base.place, base.law, base.nature, dice, first, base.run.first_year);
  YearWorkspace workspace;
  BurnIn burn_in;
  for (int year = first; year < base.run.first_year; ++year) {
    if (stop.load(std::memory_order_relaxed)) return {};
    live_one_year(world, year, base.law, base.nature, dice, workspace, times);
    burn_in.anchor(world, base.nature.learning);
    zeros.push_back(growth_zero(world));
    year_done();
  }
  return zeros;
}

}  // namespace

std::optional<ReplicateRecords> run_replicate(const Scenario& scenario, const ReplicatePlan& plan,
                                              const std::atomic<bool>& stop,
                                              const std::function<void()>& year_done) {
  const Dice dice(scenario.run.seed, plan.replicate);
  const int first = scenario.run.first_year - scenario.run.burn_in_years;
  const int last = scenario.run.first_year + scenario.run.policy_years - 1;
  World world =
      found(scenario.place, scenario.law, scenario.nature, dice, first, scenario.run.first_year);
  world.keep.applications = plan.microdata;

  std::optional<ReplicateRecords> records(std::in_place);
  records->replicate = plan.replicate;
  if (plan.microdata) records->microdata.emplace();
  if (plan.whereabouts) records->whereabouts.emplace();
  const std::vector<GrowthZero> zeros =
      zeros_of_base(scenario, plan, dice, stop, records->times, year_done);
  YearWorkspace workspace;
  BurnIn burn_in;
  Chronicle chronicle(scenario);
  for (int year = first; year <= last; ++year) {
    if (stop.load(std::memory_order_relaxed)) return std::nullopt;
    const Law& law = scenario.law_in(year);
    live_one_year(world, year, law, scenario.nature, dice, workspace, records->times);
    records->student_years += static_cast<double>(world.students.size());
    const bool policy = year >= scenario.run.first_year;
    if (!policy) burn_in.anchor(world, scenario.nature.learning);
    if (!policy && !zeros.empty()) {
      set_growth_zero(world, zeros[static_cast<std::size_t>(year - first)]);
    }
    if (!policy) records->zeros.push_back(growth_zero(world));
    chronicle.note(world, law);
    if (policy || plan.burn_in_rows) {
      observe(scenario, world, workspace, chronicle, *records);
      if (plan.read_year) {
        plan.read_year(*records);
        records->forget_year();
      }
    }
    if (policy) records->summary.add(world, law, chronicle.lifetimes);
    year_done();
  }
  observe_survival(scenario.law_in(last), chronicle.lifetimes,
                   {scenario.name, records->replicate, last}, records->survival);
  return records;
}

}  // namespace homeroom
