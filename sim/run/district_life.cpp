#include "sim/run/district_life.hpp"

#include <chrono>
#include <utility>

#include "sim/founding/found.hpp"

namespace homeroom {
namespace {

int first_year_of(const RunPlan& run) { return run.first_year - run.burn_in_years; }

}  // namespace

DistrictLife::DistrictLife(const Scenario& scenario, const DistrictPlan& plan,
                           std::uint32_t replicate, ChapterTimes& times)
    : scenario_(scenario), dice_(dice_of(plan, scenario.run.seed, replicate)) {
  const auto before = std::chrono::steady_clock::now();
  const Nation& nation = *scenario.nation;
  const Place place = draw_district(nation, scenario.place, plan, dice_);
  facts_ = {plan.number, nation.classes[plan.size_class].name, place.area_km2,
            place.segregation_race};
  world_ = found(place, scenario.law, scenario.nature, dice_, first_year_of(scenario.run),
                 scenario.run.first_year);
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - before;
  times.add("founding", spent.count());
}

void DistrictLife::live(int year, ChapterTimes& times) {
  if (at_rest_) take_up(world_, *std::exchange(at_rest_, std::nullopt));
  // Columns of its own size each year: kept ones would be as long as the largest district's.
  YearWorkspace workspace;
  live_one_year(world_, year, scenario_.law_in(year), scenario_.nature, dice_, workspace, times);
  if (year < scenario_.run.first_year) burn_in_.anchor(world_, scenario_.nature.learning);
}

void DistrictLife::rest() { at_rest_ = lay_down(world_); }

DistrictYear DistrictLife::observe(const RowKey& key, bool schools) const {
  DistrictYear year;
  year.sums = sums_of_district(world_, scenario_.law.models.size());
  Batch row(districts_table());
  observe_one_of_many(world_, year.sums, facts_, key, row);
  append_csv(year.row, row);
  if (schools) {
    Batch rows(nation_schools_table());
    observe_schools_of(facts_.number, world_, scenario_.law_in(world_.year), key, rows);
    append_csv(year.school_rows, rows);
  }
  return year;
}

}  // namespace homeroom
