// Schools that seek another model: by their leaders' initiative and their staff's vote.
//
// Source: Osborne and Langhorne (2018), sections on conversion votes.
#include <algorithm>

#include "sim/year/authorization_parts.hpp"
#include "sim/year/authorization_vote.hpp"

namespace homeroom::authorization {
namespace {

// Able leaders in schools where people get on come forward first.
std::vector<SchoolId> those_who_seek(const World& world, const Law& law, const Dice& dice,
                                     const AuthorizationOutcome& outcome) {
  const Schools& schools = world.schools;
  std::vector<std::pair<double, SchoolId>> eager;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId school{row};
    if (!schools.is_open(school) || schools.model[school] != law.ordinary) continue;
    if (is_changed(outcome, school)) continue;
    const double eagerness = schools.principals.skill[school] + schools.climate[school] +
                             dice.normal(Die::ConversionInitiative, world.year, row);
    eager.emplace_back(-eagerness, school);
  }
  std::sort(eager.begin(), eager.end());
  std::vector<SchoolId> order;
  for (const auto& [eagerness, school] : eager) order.push_back(school);
  return order;
}

Change conversion(const World& world, const AuthorizationParameters& nature, const Dice& dice,
                  const SchoolModel& model, SchoolId school, ModelId into, double faded) {
  Change change{Change::Kind::Convert,
                school,
                into,
                {},
                std::nullopt,
                false,
                true,
                std::max(faded, conversion_start_up(model, nature, world.year))};
  change.new_leader = model.leader_reset && world.schools.principals.years_here[school] >
                                                model.leader_reset_years.in(world.year);
  change.founding = new_start(world, model, nature, dice, school, change.new_leader);
  return change;
}

// Rivals that grow and a state that threatens make the district offer what it would not.
double offered_under_pressure(const World& world, const Law& law,
                              const AuthorizationParameters& nature) {
  const double answers = law.authorization.answer_to_pressure.in(world.year);
  if (answers <= 0.0) return 0.0;
  return answers * (nature.answer_threat * law.governance.takeover_threat.in(world.year) +
                    nature.answer_rivals * std::max(0.0, rivals_gained(world, law)));
}

bool staff_agrees(const World& world, const Law& law, const AuthorizationParameters& nature,
                  const Dice& dice, SchoolId school, const SchoolModel& offered,
                  AuthorizationOutcome& outcome) {
  const double threshold = offered.conversion_threshold.in(world.year);
  if (threshold <= 0.0) return true;
  const Ballots ballots = vote(world, law, nature, dice, school, offered);
  if (reaches(ballots, threshold)) return true;
  outcome.events.push_back({EventKind::VoteFailed, school, ballots.share()});
  return false;
}

}  // namespace

void convert_schools(const World& world, const Law& law, const AuthorizationParameters& nature,
                     const Dice& dice, AuthorizationOutcome& outcome) {
  const double expected = law.authorization.conversions_per_year.in(world.year) +
                          offered_under_pressure(world, law, nature);
  const ModelId into = law.named(law.authorization.conversion_model);
  if (expected <= 0.0 || !into) return;
  const int count = whole_number(expected, dice, Die::ConversionCount, world.year);
  const std::vector<SchoolId> seekers = those_who_seek(world, law, dice, outcome);
  const SchoolModel& offered = law.model(into);
  for (std::size_t i = 0; i < std::min<std::size_t>(count, seekers.size()); ++i) {
    const SchoolId school = seekers[i];
    if (!staff_agrees(world, law, nature, dice, school, offered, outcome)) continue;
    outcome.changes.push_back(
        conversion(world, nature, dice, offered, school, into, outcome.start_up[school.row()]));
    outcome.events.push_back({EventKind::Conversion, school, 1.0});
  }
}

}  // namespace homeroom::authorization
