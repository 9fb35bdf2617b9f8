// The central office: how far it believes in autonomy, and whether anyone in it defends schools.
//
// Note. "My people did what they had always done, until someone told them every month why not."
//   b' = b + r (commitment - b) + .02 campaign + .02 enterprise - .01 exempt
//          + .05 (traditional - b)(1 - campaign),   r = .15, .25 with a campaign
// A support office opens when the law says so; a successor dissolves it with .6 (1 - commitment).
// Source: assumed; Osborne and Langhorne (2018) tell of such an office opened in 2011 and abolished
// with its champion in 2014.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/governance_parts.hpp"

namespace homeroom::governance {
namespace {

double moved_buy_in(double buy_in, const Law& law, const GovernanceParameters& nature,
                    double commitment, const City& city, int year) {
  const double campaign = law.governance.theory_of_action.in(year);
  const double rate =
      nature.buy_in_rate + (nature.buy_in_campaign_rate - nature.buy_in_rate) * campaign;
  const double sells =
      clamp_to(law.budget.service_contestable.in(year) + law.budget.enterprises(year), 0, 1);
  const double moved = buy_in + rate * (commitment - buy_in) + nature.buy_in_campaign * campaign +
                       nature.buy_in_enterprise * sells -
                       nature.buy_in_resentment * city.exempt_share +
                       nature.buy_in_return * (nature.traditional - buy_in) * (1.0 - campaign);
  return clamp_to(moved, 0, 1);
}

// Opens with the law, shrinks with it, and does not outlive a successor who wants it gone.
double support_office_now(const World& world, const Law& law, const GovernanceParameters& nature,
                          const Superintendent& superintendent, const Dice& dice,
                          std::vector<Event>& events) {
  const Dated& lever = law.governance.support_office;
  const double wanted = lever.in(world.year);
  const bool opens =
      wanted > lever.in(world.year - 1) || (world.year == world.founded && wanted > 0.0);
  if (opens) {
    events.push_back({EventKind::SupportOfficeOpened, {}, wanted});
    return wanted;
  }
  const double standing = std::min(world.office.support_office, wanted);
  const double end = nature.office_dissolved * (1.0 - superintendent.commitment);
  if (standing > 0.0 && superintendent.is_new &&
      dice.happens(end, Die::OfficeDissolved, world.year, 0)) {
    events.push_back({EventKind::SupportOfficeDissolved, {}, standing});
    return 0.0;
  }
  return standing;
}

}  // namespace

CentralOffice move_office(const World& world, const Law& law, const GovernanceParameters& nature,
                          const Superintendent& superintendent, const City& city, const Dice& dice,
                          std::vector<Event>& events) {
  CentralOffice office = world.office;
  office.buy_in =
      moved_buy_in(office.buy_in, law, nature, superintendent.commitment, city, world.year);
  office.support_office = support_office_now(world, law, nature, superintendent, dice, events);
  office.compliance_load = nature.compliance_load *
                           (1.0 - law.governance.office_orientation.in(world.year)) *
                           law.governance.directives.in(world.year);
  return office;
}

}  // namespace homeroom::governance
