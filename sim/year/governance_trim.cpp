// Rights are trimmed when results decline, and come back slowly.
//
// Note. "While you do well we leave you alone."
//   below the bar: withdrawn' = max(withdrawn, min(lever, withdrawn + pace)); above: - return
// Source: Osborne and Langhorne (2018), section on Boston; pace and return assumed.
#include <algorithm>

#include "sim/year/governance_parts.hpp"

namespace homeroom::governance {
namespace {

constexpr double kNothing = 1e-9;  // what rounding leaves of a right given back in steps

}  // namespace

double trimmed_share(const World& world, const Law& law, const GovernanceParameters& nature,
                     SchoolId school, std::vector<Event>& events) {
  const Schools& schools = world.schools;
  const double lever = law.model(schools.model[school]).trim_on_decline.in(world.year);
  const double bar = 100.0 * law.accountability.bar.in(world.year);
  const bool below = schools.rated_years[school] > 0 && schools.rating[school] < bar;
  const double before = schools.trimmed[school];
  const double now = below && lever > 0.0
                         ? std::max(before, std::min(lever, before + nature.trim_pace))
                         : std::max(0.0, before - nature.trim_return);
  const double after = now < kNothing ? 0.0 : now;
  if (before <= 0.0 && after > 0.0) events.push_back({EventKind::RightsTrimmed, school, after});
  if (before > 0.0 && after <= 0.0) events.push_back({EventKind::RightsRestored, school, before});
  return after;
}

}  // namespace homeroom::governance
