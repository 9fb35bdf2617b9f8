// The superintendent stays, leaves, or is replaced in the year in which the record says so.
//
// Note. "The average one of us lasts three years."
//   leaves with .11 after the first year, .29 a year later
//   successor's commitment = clamp(pull traditional + (1 - pull) reform share + push + .2 N)
// Source: mean time in office of incumbents 2.3-3.6 years, Council of the Great City Schools
// surveys 1999-2014 (Education Week 2014); the pull is assumed, and 0 is allowed.
#include "sim/core/arithmetic.hpp"
#include "sim/year/governance_parts.hpp"

namespace homeroom::governance {
namespace {

enum class Record { Silent, Stays, Changes };

// Between the first change and the last date on record the record speaks; outside it, chance does.
Record record_of(const Dated& changes, int year) {
  int first = 0, last = 0;
  bool any = false, now = false;
  for (const auto& [since, value] : changes.steps()) {
    if (since == Dated::kAlways || (!any && value <= 0.5)) continue;
    if (!any) first = since;
    any = true;
    last = since;
    if (since == year) now = value > 0.5;
  }
  if (!any || year < first || year > last) return Record::Silent;
  return now ? Record::Changes : Record::Stays;
}

bool leaves(const World& world, const Law& law, const GovernanceParameters& nature,
            const Dice& dice) {
  const Record record = record_of(law.governance.superintendent_change, world.year);
  if (record != Record::Silent) return record == Record::Changes;
  const double hazard = world.superintendent.years < 1 ? nature.exit_first : nature.exit_later;
  return dice.happens(hazard, Die::SuperintendentLeaves, world.year, 0);
}

double drawn_commitment(const World& world, const Law& law, const GovernanceParameters& nature,
                        const SchoolBoard& board, const City& city, const Dice& dice) {
  const double push = nature.threat_push * law.governance.takeover_threat.in(world.year) +
                      nature.rivals_push * (city.rivals - board.usual_rivals);
  const double centre = nature.pull * nature.traditional + (1.0 - nature.pull) * board.reform_share;
  const double noise = dice.normal(Die::SuccessorCommitment, world.year, 0);
  return clamp_to(centre + push + nature.commitment_spread * noise, 0, 1);
}

double commitment_of_successor(const World& world, const Law& law,
                               const GovernanceParameters& nature, const SchoolBoard& board,
                               const City& city, const Dice& dice) {
  const bool recorded =
      record_of(law.governance.superintendent_change, world.year) == Record::Changes;
  const double said = law.governance.superintendent_commitment.in(world.year);
  if (recorded && said >= 0.0) return said;
  return drawn_commitment(world, law, nature, board, city, dice);
}

}  // namespace

Superintendent choose_superintendent(const World& world, const Law& law,
                                     const GovernanceParameters& nature, const SchoolBoard& board,
                                     const City& city, const Dice& dice,
                                     std::vector<Event>& events) {
  Superintendent now = world.superintendent;
  ++now.years;
  now.is_new = leaves(world, law, nature, dice);
  if (!now.is_new) return now;
  now.person = static_cast<std::uint64_t>(static_cast<std::uint32_t>(world.year));
  const double served = now.years;
  now.years = 0;
  now.commitment = commitment_of_successor(world, law, nature, board, city, dice);
  events.push_back({EventKind::Succession, {}, served});
  return now;
}

}  // namespace homeroom::governance
