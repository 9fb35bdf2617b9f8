// What a school's past says of it, and what a city's events leave behind.
#include <cmath>

#include "sim/year/governance.hpp"
#include "tests/signs/outcomes.hpp"
#include "tests/signs/sample.hpp"

namespace homeroom::signs {
namespace {

double replica_gap(const SeenYear& y, std::size_t) {
  const auto& design = y.world.schools.design_quality;
  Sample gaps;
  for (const Event& event : y.world.results.events) {
    if (event.kind != EventKind::Replication) continue;
    const SchoolId parent{static_cast<std::size_t>(event.value)};
    gaps.add(std::fabs(design[event.school] - design[parent]), 0.0);
  }
  return gaps.take(Statistic::Mean);
}

bool led_by_first(const SeenYear& y, std::size_t school) {
  const Schools& schools = y.world.schools;
  return schools.principals.years_here[SchoolId{school}] >=
         y.world.year - schools.opened[SchoolId{school}];
}

}  // namespace

std::vector<Outcome> record_outcomes() {
  return {
      {"school.autonomy_kept", "ratio", "effective autonomy against its first year",
       [](const SeenYear& y, std::size_t school) {
         const double first = y.world.schools.first_effective[SchoolId{school}];
         return first > 0 ? effective_autonomy(y.world.schools, SchoolId{school}) / first : NAN;
       }},
      {"school.led_by_first", "0/1", "its first principal still leads it",
       [](const SeenYear& y, std::size_t school) { return led_by_first(y, school) ? 1.0 : 0.0; }},
      {"school.new_here", "0/1", "it opened or took up its model since the city was founded",
       [](const SeenYear& y, std::size_t school) {
         return y.world.schools.in_model_since[SchoolId{school}] > y.world.founded ? 1.0 : 0.0;
       }},
      {"city.closure_memory", "share", "political cost of closures that the board remembers",
       [](const SeenYear& y, std::size_t) { return y.world.board.closure_memory; }},
      {"city.replica_gap", "SD", "distance of a new campus's design from its parent's",
       replica_gap}};
}

}  // namespace homeroom::signs
