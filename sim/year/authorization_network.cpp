// A district that gives buildings and services in kind draws separate schools into its network.
//
// Note. "They kept their board and their staff, and got our building for a dollar."
//   P(join) = rate (1 - e^(-what is given more a child / scale))
// Source: innovation network schools of Indianapolis, services worth about $2,000 a child, Osborne
// and Langhorne (2018), section on Indianapolis; rate and scale assumed.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/authorization_parts.hpp"

namespace homeroom::authorization {
namespace {

bool may_join(const World& world, const Law& law, ModelId into, SchoolId school) {
  const ModelId now = world.schools.model[school];
  return world.schools.is_open(school) && now != into &&
         law.model(now).guarantee == Guarantee::Separate;
}

}  // namespace

void join_network(const World& world, const Law& law, const AuthorizationParameters& nature,
                  const Dice& dice, AuthorizationOutcome& outcome) {
  const ModelId into = law.named(law.authorization.network_model);
  if (!into || world.year < world.record_until) return;
  const double given = law.model(into).in_kind_per_student.in(world.year);
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!may_join(world, law, into, school) || is_changed(outcome, school)) continue;
    const double has = law.model(world.schools.model[school]).in_kind_per_student.in(world.year);
    const double more = std::max(0.0, given - has);
    const double joins = nature.join_rate * (1.0 - exp_of(-more / nature.join_scale));
    if (!dice.happens(joins, Die::NetworkJoined, world.year, row)) continue;
    outcome.changes.push_back({Change::Kind::Convert,
                               school,
                               into,
                               {},
                               std::nullopt,
                               false,
                               false,
                               outcome.start_up[row]});
    outcome.events.push_back({EventKind::Conversion, school, 1.0});
  }
}

}  // namespace homeroom::authorization
