// One year of choice and one of mobility in a city of 66,000 children, on one core.
#include <benchmark/benchmark.h>

#include "sim/core/parallel.hpp"
#include "tests/support/large_city.hpp"

namespace {

using homeroom::examples::City;

City second_year() {
  City city = homeroom::examples::large_city();
  city.found();
  city.next_year();
  return city;
}

void Choice(benchmark::State& state) {
  const homeroom::ThreadLimit one(1);
  const City city = second_year();
  int choosers = 0;
  for (auto _ : state) choosers = city.decide().choosers;
  state.counters["choosers"] = choosers;
}
BENCHMARK(Choice)->Unit(benchmark::kMillisecond);

void Mobility(benchmark::State& state) {
  const homeroom::ThreadLimit one(1);
  City city = second_year();
  city.choose();
  for (auto _ : state) {
    benchmark::DoNotOptimize(decide_mobility(city.world, city.law, city.mobility, city.dice));
  }
}
BENCHMARK(Mobility)->Unit(benchmark::kMillisecond);

void Engagement(benchmark::State& state) {
  const homeroom::ThreadLimit one(1);
  City city = second_year();
  city.choose();
  for (auto _ : state) {
    benchmark::DoNotOptimize(decide_engagement(city.world, city.mobility.engagement, city.dice));
  }
}
BENCHMARK(Engagement)->Unit(benchmark::kMillisecond);

void FirstAssignment(benchmark::State& state) {
  const homeroom::ThreadLimit one(1);
  City city = homeroom::examples::large_city();
  for (auto _ : state) city.found();
}
BENCHMARK(FirstAssignment)->Unit(benchmark::kMillisecond);

}  // namespace
