// The yearly work agreement: staff vote on the duties that they take on beyond the contract.
//
// Note. "Every spring we vote on next year's hours; a third against, and it comes back."
//   a teacher signs with logistic(readiness + .8 climate + .3 morale + .6 stance - .5 unpaid hours
//                                 + .4 N)
// Refused, the agreement's duties lapse for the year: hours of the school's own will, and removal
// for what it asks. Source: Osborne and Langhorne (2018), sections on Boston and Los Angeles; sizes
// as in votes on conversion, readiness assumed.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/authorization_parts.hpp"
#include "sim/year/authorization_vote.hpp"

namespace homeroom::authorization {
namespace {

// Last year's extra hours beyond those that its pay covered.
double unpaid_hours(const World& world, const Law& law, SchoolId school) {
  const double paid =
      std::max(0.0, world.schools.pay[school]) / law.staffing.hour_rate.in(world.year);
  return std::max(0.0, world.schools.hours[school] - paid);
}

/// What speaks for signing to every teacher of the school [log-odds].
double common_lean(const World& world, const Law& law, const AuthorizationParameters& nature,
                   const SchoolModel& model, SchoolId school) {
  const double stance = model.union_members ? world.teachers_union.stance : 0.0;
  return nature.vote_agreement + nature.vote_climate * world.schools.climate[school] +
         nature.vote_stance * stance - nature.vote_hours * unpaid_hours(world, law, school);
}

bool signs(const World& world, const AuthorizationParameters& nature, const Dice& dice,
           std::size_t row, double common) {
  const Teachers& teachers = world.teachers;
  const std::uint64_t person = teachers.person[row];
  const double lean = common + nature.vote_morale * teachers.morale[row] +
                      nature.vote_noise * dice.normal(Die::VoteLean, world.year, person);
  return dice.happens(logistic(lean), Die::WorkAgreement, world.year, person);
}

}  // namespace

void sign_agreements(const World& world, const Law& law, const AuthorizationParameters& nature,
                     const Dice& dice, AuthorizationOutcome& outcome) {
  const Schools& schools = world.schools;
  outcome.unsigned_work.assign(schools.size(), 0);
  std::vector<double> threshold(schools.size(), 0.0), common(schools.size(), 0.0);
  bool any = false;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId school{row};
    if (!schools.is_open(school)) continue;  // a slot has no model yet
    const SchoolModel& model = law.model(schools.model[school]);
    if (!model.elect_to_work) continue;
    threshold[row] = model.work_agreement_threshold.in(world.year);
    common[row] = common_lean(world, law, nature, model, school);
    any = any || threshold[row] > 0.0;
  }
  if (!any) return;
  std::vector<Ballots> ballots(schools.size());
  const Teachers& teachers = world.teachers;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (!teachers.in_school(row) || threshold[teachers.school[row]] <= 0.0) continue;
    Ballots& here = ballots[teachers.school[row]];
    ++here.cast;
    here.yes += signs(world, nature, dice, row, common[teachers.school[row]]);
  }
  for (std::size_t row = 0; row < schools.size(); ++row) {
    if (threshold[row] <= 0.0 || ballots[row].cast == 0) continue;
    outcome.unsigned_work[row] = !reaches(ballots[row], threshold[row]);
  }
}

}  // namespace homeroom::authorization
