#include "sim/year/governance.hpp"

#include <algorithm>

#include "sim/core/parallel.hpp"
#include "sim/year/governance_parts.hpp"

namespace homeroom {
namespace {

// Contacts leave the office as other staff do; the next one is another draw.
double partner_now(const World& world, const GovernanceParameters& nature, const Dice& dice,
                   SchoolId school) {
  const bool opens = world.schools.opened[school] == world.year;
  const bool leaves =
      dice.happens(nature.partner_turnover, Die::PartnerLeaves, world.year, school.row());
  return opens || leaves ? partner_from(dice, world.year, school) : world.schools.partner[school];
}

SchoolGovernance settle_school(const World& world, const Law& law,
                               const GovernanceParameters& nature, const Dice& dice,
                               const governance::InOffice& parties, SchoolId school,
                               std::vector<Event>& events) {
  SchoolGovernance now;
  now.school = school;
  now.partner = partner_now(world, nature, dice, school);
  now.trimmed = governance::trimmed_share(world, law, nature, school, events);
  governance::renew_agreement(world, law, nature, parties, dice, school, now, events);
  return now;
}

/// What the rights of all schools are worth: each has its own.
void weigh_rights(const World& world, const Law& law, const GovernanceParameters& nature,
                  const CentralOffice& office, std::vector<SchoolGovernance>& schools) {
  const Papers papers = papers_in(law, world.year);
  constexpr std::size_t kTogether = 16;
  for_each_index((schools.size() + kTogether - 1) / kTogether, [&](std::size_t part) {
    const std::size_t past = std::min(schools.size(), (part + 1) * kTogether);
    for (std::size_t i = part * kTogether; i < past; ++i) {
      SchoolGovernance& now = schools[i];
      now.rights = rights_of(world, law, nature, papers, now.school,
                             {office.buy_in, office.support_office, office.compliance_load,
                              now.partner, now.trimmed, now.agreement_lapsed});
    }
  });
}

// A start under a model has nothing to trim or renew yet.
SchoolGovernance settle_start(const World& world, const Law& law,
                              const GovernanceParameters& nature, const Dice& dice,
                              const Papers& papers, SchoolId school) {
  std::vector<Event> nothing;
  SchoolGovernance now;
  now.school = school;
  now.partner = partner_now(world, nature, dice, school);
  now.trimmed = world.schools.trimmed[school];
  governance::renew_agreement(world, law, nature, {world.board, world.superintendent, world.office},
                              dice, school, now, nothing);
  now.rights =
      rights_of(world, law, nature, papers, school,
                {world.office.buy_in, world.office.support_office, world.office.compliance_load,
                 now.partner, now.trimmed, now.agreement_lapsed});
  return now;
}

}  // namespace

double partner_from(const Dice& dice, int year, SchoolId school) {
  return dice.normal(Die::Partner, year, school.row());
}

GovernanceOutcome decide_governance(const World& world, const Law& law,
                                    const GovernanceParameters& nature, const Dice& dice) {
  GovernanceOutcome outcome;
  std::vector<Event>& events = outcome.events;
  const governance::City city = governance::look_at_city(world, law);
  outcome.union_strength = law.governance.union_strength.in(world.year);
  outcome.board = governance::seat_board(world, law, nature, city, dice, events);
  outcome.superintendent =
      governance::choose_superintendent(world, law, nature, outcome.board, city, dice, events);
  outcome.office =
      governance::move_office(world, law, nature, outcome.superintendent, city, dice, events);
  outcome.school.reserve(world.schools.size());
  const governance::InOffice parties{outcome.board, outcome.superintendent, outcome.office};
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!world.schools.is_open(school)) continue;
    outcome.school.push_back(settle_school(world, law, nature, dice, parties, school, events));
  }
  weigh_rights(world, law, nature, outcome.office, outcome.school);
  return outcome;
}

NewRights decide_new_rights(const World& world, const Law& law, const GovernanceParameters& nature,
                            const Dice& dice) {
  NewRights outcome;
  const Papers papers = papers_in(law, world.year);
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!world.schools.is_open(school) || world.schools.in_model_since[school] != world.year) {
      continue;
    }
    outcome.school.push_back(settle_start(world, law, nature, dice, papers, school));
  }
  return outcome;
}

}  // namespace homeroom
