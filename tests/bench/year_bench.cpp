// Chapters of one year in Boston as its scenario has it, on one core.
#include <benchmark/benchmark.h>

#include <stdexcept>
#include <utility>

#include "sim/core/parallel.hpp"
#include "sim/founding/found.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/year/year.hpp"

namespace {

using namespace homeroom;

Scenario boston() {
  Reading reading = read_scenario(HOMEROOM_SOURCE_DIR "/scenarios/boston.toml");
  if (!reading.scenario) throw std::runtime_error("the scenario of Boston has faults");
  return std::move(*reading.scenario);
}

/// Boston after three years.
struct Lived {
  Scenario scenario = boston();
  Dice dice{1, 1};
  World world = found(scenario.place, scenario.law, scenario.nature, dice, kFirst, kFirst);
  YearWorkspace workspace;
  Lived() {
    ChapterTimes times;
    for (int year = kFirst; year < kFirst + 3; ++year) {
      live_one_year(world, year, scenario.law, scenario.nature, dice, workspace, times);
    }
  }

 private:
  static constexpr int kFirst = 2011;
};

void count(benchmark::State& state, const World& world) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(world.students.size()));
}

void Learning(benchmark::State& state) {
  const ThreadLimit one(1);
  Lived city;
  const Nature& nature = city.scenario.nature;
  for (auto _ : state) {
    const LearningDecision decision = decide_learning(
        city.world, city.scenario.law, nature.learning, nature.cohort.shocks(), city.dice);
    enact(city.world, decision, nature.learning, city.dice, city.workspace.learning);
  }
  count(state, city.world);
}
BENCHMARK(Learning)->Unit(benchmark::kMillisecond);

void Testing(benchmark::State& state) {
  const ThreadLimit one(1);
  Lived city;
  for (auto _ : state) {
    decide_testing(city.world, city.scenario.law, city.scenario.nature.testing, {}, city.dice,
                   city.workspace.testing);
  }
  count(state, city.world);
}
BENCHMARK(Testing)->Unit(benchmark::kMillisecond);

void WholeYear(benchmark::State& state) {
  const ThreadLimit one(1);
  Lived city;
  ChapterTimes times;
  int year = city.world.year;
  for (auto _ : state) {
    live_one_year(city.world, ++year, city.scenario.law, city.scenario.nature, city.dice,
                  city.workspace, times);
  }
  count(state, city.world);
}
BENCHMARK(WholeYear)->Unit(benchmark::kMillisecond)->Iterations(10);

}  // namespace
