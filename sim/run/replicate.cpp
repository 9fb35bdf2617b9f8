#include "sim/run/replicate.hpp"

#include "sim/core/contracts.hpp"
#include "sim/core/parallel.hpp"
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
      hidden_sustainability(hidden_sustainability_table()),
      groups(groups_table()),
      truth_groups(truth_groups_table()) {}

int ReplicateRecords::year() const {
  constexpr std::size_t kYear = 2;  // after scenario and replicate
  return static_cast<int>(district.wholes(kYear).at(0));
}

std::vector<const Batch*> ReplicateRecords::batches() const {
  std::vector<const Batch*> all = {&schools,        &models,      &district,
                                   &events,         &truth,       &truth_models,
                                   &sustainability, &survival,    &hidden_sustainability,
                                   &groups,         &truth_groups};
  if (microdata) {
    all.insert(all.end(), {&microdata->students, &microdata->applications, &microdata->cutoffs,
                           &microdata->teachers, &microdata->neighbourhoods});
  }
  return all;
}

void ReplicateRecords::forget_year() {
  for (Batch* batch : {&schools, &models, &district, &events, &truth, &truth_models,
                       &sustainability, &hidden_sustainability, &groups, &truth_groups}) {
    batch->clear();
  }
  if (microdata) microdata.emplace();
  if (whereabouts) whereabouts.emplace();
  if (learning) learning.emplace(hidden_learning_table());
}

namespace {

void observe(const Scenario& scenario, const World& world, const YearWorkspace& workspace,
             const Chronicle& chronicle, const ReplicatePlan& plan, ReplicateRecords& records) {
  const RowKey key{scenario.name, records.replicate, world.year};
  const Law& law = scenario.law_in(world.year);
  side_by_side(
      {[&] {
         observe_schools(world, law, key, records.schools);
         observe_models(world, law, key, records.models);
         observe_district(world, law, key, records.district);
       },
       [&] {
         observe_truth(world, law, key, records.truth);
         observe_truth_models(world, law, key, records.truth_models);
       },
       [&] {
         observe_events(world, law, key, records.events);
         observe_sustainability(world, law, chronicle.lifetimes, key, records.sustainability);
         observe_erosion(world, law, chronicle.erosion, key, records.hidden_sustainability);
       },
       [&] {
         if (!plan.groups) return;
         const TestingParameters& testing = scenario.nature.testing;
         const auto sums =
             sums_by_group(world, law.models.size(), {testing.cut_math, testing.cut_ela});
         observe_groups(sums, law, key, records.groups);
         observe_truth_groups(sums, law, key, records.truth_groups);
       },
       [&] {
         if (records.whereabouts && world.year >= plan.whereabouts_from) {
           observe_whereabouts(world, key, *records.whereabouts);
         }
       }});
  if (records.microdata && world.year >= plan.microdata_from) {
    observe_microdata(world, workspace.testing.sgp, key, *records.microdata);
  }
  if (records.learning)
    observe_learning(world, workspace.learning.peers, workspace.own, *records.learning);
}

/// The scenario's city, or the district of its nation that is asked for.
Place place_of(const Scenario& scenario, const ReplicatePlan& plan, const Dice& dice) {
  if (plan.district == 0) return scenario.place;
  const auto districts = plan_districts(*scenario.nation, scenario.run.seed, plan.replicate);
  HOMEROOM_EXPECT(static_cast<std::size_t>(plan.district) <= districts.size());
  return draw_district(*scenario.nation, scenario.place,
                       districts[static_cast<std::size_t>(plan.district) - 1], dice);
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

/// A scenario being lived, year by year.
class Life {
 public:
  Life(const Scenario& scenario, const ReplicatePlan& plan, const Dice& dice,
       ReplicateRecords& records)
      : scenario_(scenario),
        plan_(plan),
        dice_(dice),
        records_(records),
        now_(plan.burnt_in ? *plan.burnt_in : BurntIn{founded(), Chronicle(scenario)}) {
    now_.chronicle.erosion.go_on_in(scenario.nature.governance);
    workspace_.own.asked = plan.learning;
  }

  void pass_burn_in_year(int year, const std::vector<GrowthZero>& zeros) {
    live(year);
    burn_in_.anchor(now_.world, scenario_.nature.learning);
    const std::size_t passed = records_.zeros.size();
    if (!zeros.empty()) set_growth_zero(now_.world, zeros[passed]);
    records_.zeros.push_back(growth_zero(now_.world));
    now_.chronicle.note(now_.world, scenario_.law);
    if (plan_.burn_in_rows) show();
  }

  void pass_policy_year(int year) {
    live(year);
    const Law& law = scenario_.law_in(year);
    now_.chronicle.note(now_.world, law);
    show();
    records_.summary.add(now_.world, law, now_.chronicle.lifetimes);
  }

  const BurntIn& now() const { return now_; }

 private:
  World founded() const {
    const RunPlan& run = scenario_.run;
    return found(place_of(scenario_, plan_, dice_), scenario_.law, scenario_.nature, dice_,
                 run.first_year - run.burn_in_years, run.first_year);
  }

  void live(int year) {
    World& world = now_.world;
    const bool asked = plan_.note_offers && plan_.note_offers->year == year;
    const bool microdata = plan_.microdata && year >= plan_.microdata_from;
    world.keep.applications = microdata || asked;
    const bool withheld = plan_.withhold && plan_.withhold->year == year;
    world.withheld = withheld ? plan_.withhold->all : std::vector<Offer>{};
    live_one_year(world, year, scenario_.law_in(year), scenario_.nature, dice_, workspace_,
                  records_.times);
    if (asked) records_.offers = offers_of(world, scenario_.law_in(year), *plan_.note_offers);
    records_.student_years += static_cast<double>(world.students.size());
  }

  void show() {
    observe(scenario_, now_.world, workspace_, now_.chronicle, plan_, records_);
    if (!plan_.read_year) return;
    plan_.read_year(records_);
    records_.forget_year();
  }

  const Scenario& scenario_;
  const ReplicatePlan& plan_;
  const Dice& dice_;
  ReplicateRecords& records_;
  BurntIn now_;
  YearWorkspace workspace_;
  BurnIn burn_in_;
};

}  // namespace

std::optional<ReplicateRecords> run_replicate(const Scenario& scenario, const ReplicatePlan& plan,
                                              const std::atomic<bool>& stop,
                                              const std::function<void()>& year_done) {
  const Dice dice(scenario.run.seed, plan.replicate, static_cast<std::uint16_t>(plan.district));
  const RunPlan& run = scenario.run;
  std::optional<ReplicateRecords> records(std::in_place);
  records->replicate = plan.replicate;
  if (plan.microdata) records->microdata.emplace();
  if (plan.whereabouts) records->whereabouts.emplace();
  if (plan.learning) records->learning.emplace(hidden_learning_table());
  const std::vector<GrowthZero> zeros =
      zeros_of_base(scenario, plan, dice, stop, records->times, year_done);
  Life life(scenario, plan, dice, *records);
  const int first = plan.burnt_in ? run.first_year : run.first_year - run.burn_in_years;
  for (int year = first; year <= run.last_year(); ++year) {
    if (stop.load(std::memory_order_relaxed)) return std::nullopt;
    if (year == run.first_year) {
      if (plan.keep_burnt_in) records->burnt_in = life.now();
      if (plan.read_burnt_in) plan.read_burnt_in(life.now(), records->zeros);
    }
    if (year < run.first_year) {
      life.pass_burn_in_year(year, zeros);
    } else {
      life.pass_policy_year(year);
    }
    year_done();
  }
  observe_survival(scenario.law_in(run.last_year()), life.now().chronicle.lifetimes,
                   {scenario.name, records->replicate, run.last_year()}, records->survival);
  return records;
}

}  // namespace homeroom
