// Agreements of zones and networks have a term; at its end those then in office decide.
//
// Note. "The memorandum runs out in June, and nobody who signed it is still here."
//   renewed with inertia + (1 - inertia)(commitment + reform share) / 2 (+ the state's threat);
//   where two parties must agree to end it, it ends only if the second agrees as well.
// A lapsed agreement protects nothing; the paper stands, and the parties meet again a term later.
// Source: renewal clauses, Osborne and Langhorne (2018), sections on Denver and Springfield; sizes
// assumed.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/governance_parts.hpp"

namespace homeroom::governance {
namespace {

double chance_to_end(const Law& law, const GovernanceParameters& nature, const InOffice& parties,
                     const SchoolModel& model, int year) {
  const double goodwill = 0.5 * (parties.superintendent.commitment + parties.board.reform_share) +
                          nature.threat_push * law.governance.takeover_threat.in(year);
  const double renewed =
      nature.agreement_inertia + (1.0 - nature.agreement_inertia) * clamp_to(goodwill, 0, 1);
  const bool both_must_agree = model.agreement_exit.in(year) > 1.5;
  return (1.0 - renewed) * (both_must_agree ? nature.second_party_ends : 1.0);
}

// A zone has one agreement, as old as the zone; elsewhere each school has its own.
int agreement_since(const World& world, SchoolId school) {
  const ZoneId zone = world.schools.zone[school];
  const bool formed = zone && zone.row() < world.zones.size() && world.zones.since[zone] > 0;
  return formed ? world.zones.since[zone] : world.schools.in_model_since[school];
}

// Who joins a zone whose agreement has ended finds nothing to stand behind it.
bool zone_has_lapsed(const World& world, SchoolId school) {
  const Schools& schools = world.schools;
  const ZoneId zone = schools.zone[school];
  if (!zone) return false;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId other{row};
    if (other == school || schools.zone[other] != zone || !schools.is_open(other)) continue;
    if (schools.in_model_since[other] < world.year) return schools.agreement_lapsed[other] != 0;
  }
  return false;
}

}  // namespace

void renew_agreement(const World& world, const Law& law, const GovernanceParameters& nature,
                     const InOffice& parties, const Dice& dice, SchoolId school,
                     SchoolGovernance& now, std::vector<Event>& events) {
  const Schools& schools = world.schools;
  const SchoolModel& model = law.model(schools.model[school]);
  const int term = static_cast<int>(model.agreement_years.in(world.year));
  if (term <= 0) return;
  if (schools.agreement_until[school] == 0 || schools.in_model_since[school] == world.year) {
    // A model that is older than the simulation is somewhere in the middle of its term.
    const int since = agreement_since(world, school);
    now.agreement_until = since + term * ((world.year - since) / term + 1) - 1;
    now.agreement_lapsed = zone_has_lapsed(world, school);
    return;
  }
  now.agreement_until = schools.agreement_until[school];
  now.agreement_lapsed = schools.agreement_lapsed[school] != 0;
  if (world.year <= now.agreement_until) return;
  const double end = chance_to_end(law, nature, parties, model, world.year);
  now.agreement_lapsed = dice.happens(end, Die::AgreementRenewal, world.year, 0);
  now.agreement_until = world.year + term - 1;
  events.push_back({now.agreement_lapsed ? EventKind::AgreementEnded : EventKind::Agreement, school,
                    static_cast<double>(term)});
}

}  // namespace homeroom::governance
