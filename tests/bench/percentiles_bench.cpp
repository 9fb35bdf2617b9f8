// Growth percentiles of 640,000 children with one or two earlier scores, in six grades.
#include <benchmark/benchmark.h>

#include <cmath>

#include "analysis/estimators/growth_percentiles.hpp"
#include "sim/chance/draw.hpp"
#include "sim/core/parallel.hpp"

namespace {

using namespace homeroom;

constexpr int kChildren = 640000, kGrades = 6, kYears = 3;

/// Scores in thousandths, as tests tell them: an ability, and errors of each year. Every tenth
/// child may have come a year later than the others.
panel::Panel state_of_children(bool some_came_late) {
  panel::Panel panel;
  panel.students = kChildren;
  panel.years.resize(kYears);
  Engine engine = Dice(1, 1).engine(Die::SchoolPlaceX, 0, 0);
  const auto normal = [&] { return static_cast<double>(normal_from(engine())); };
  for (int i = 0; i < kChildren; ++i) {
    const double ability = 0.9 * normal();
    for (int y = 0; y < kYears; ++y) {
      panel::Year& year = panel.years[static_cast<std::size_t>(y)];
      year.year = 2014 + y;
      year.students.student.push_back(i);
      year.students.grade.push_back(3 + y + i % kGrades);
      const double score = ability + 0.4 * normal();
      const bool here = y > 0 || !some_came_late || i % 10 != 0;
      year.students.score[kMath].push_back(
          here ? static_cast<float>(std::round(1000.0 * score) / 1000.0) : std::nanf(""));
    }
  }
  return panel;
}

void GrowthPercentiles(benchmark::State& state) {
  const ThreadLimit limit(static_cast<int>(state.range(0)));
  const panel::Panel panel = state_of_children(state.range(1) == 1);
  for (auto _ : state) {
    benchmark::DoNotOptimize(estimators::growth_percentiles(panel, {2016, kMath, 1000}));
  }
  state.SetItemsProcessed(state.iterations() * kChildren);
}
BENCHMARK(GrowthPercentiles)
    ->ArgNames({"threads", "some_came_late"})
    ->ArgsProduct({{1, 2}, {0, 1}})
    ->Unit(benchmark::kSecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();

}  // namespace
