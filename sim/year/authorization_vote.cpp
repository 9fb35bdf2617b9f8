#include "sim/year/authorization_vote.hpp"

#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/mechanism/vote.hpp"
#include "sim/year/authorization_parts.hpp"

namespace homeroom::authorization {
namespace {

// Laws write halves, thirds, up to twelfths; what is none of these within .0005 is taken in
// ten-thousandths.
mechanism::Share fraction_near(double share) {
  for (std::uint32_t whole = 1; whole <= 12; ++whole) {
    const auto part = static_cast<std::uint32_t>(share * whole + 0.5);
    const double gap = share - static_cast<double>(part) / whole;
    if (gap < 5e-4 && gap > -5e-4) return {part, whole};
  }
  return {static_cast<std::uint32_t>(share * 10000 + 0.5), 10000};
}

double unpaid_hours(const SchoolModel& offered, const Law& law, int year) {
  const double paid = std::max(0.0, offered.pay_premium.in(year)) / law.staffing.hour_rate.in(year);
  return std::max(0.0, offered.mandated_hours.in(year)-paid);
}

// Tenure waived on paper beyond what is waived now; a model without tenure waives it all.
double tenure_lost(const SchoolModel& now, const SchoolModel& offered, int year) {
  if (!now.tenure) return 0.0;
  if (!offered.tenure) return 1.0;
  const int waiver = index_of(Right::S11);
  return std::max(0.0, offered.paper[waiver].in(year)-now.paper[waiver].in(year));
}

// Who may lose children to others, or the school to the state, finds autonomy less frightening.
double fear(const World& world, const Law& law, const AuthorizationParameters& nature) {
  return nature.vote_threat * law.governance.takeover_threat.in(world.year) +
         nature.vote_rivals * rivals_gained(world, law);
}

}  // namespace

double rivals_gained(const World& world, const Law& law) {
  double pupils = 0, elsewhere = 0;
  for (std::size_t row = 0; row < world.last.school.size(); ++row) {
    const double here = world.last.school[SchoolId{row}].enrolment;
    pupils += here;
    const SchoolModel& model = law.model(world.schools.model[SchoolId{row}]);
    if (model.employer == Employer::School) elsewhere += here;
  }
  return pupils > 0 ? elsewhere / pupils - world.board.usual_rivals : 0.0;
}

Ballots vote(const World& world, const Law& law, const AuthorizationParameters& nature,
             const Dice& dice, SchoolId school, const SchoolModel& offered) {
  const int year = world.year;
  const SchoolModel& now = law.model(world.schools.model[school]);
  const double stance = now.union_members ? world.teachers_union.stance : 0.0;
  const double common = nature.vote_climate * world.schools.climate[school] +
                        nature.vote_stance * stance + fear(world, law, nature) -
                        nature.vote_hours * unpaid_hours(offered, law, year);
  const double loss = nature.vote_tenure * tenure_lost(now, offered, year);
  const Teachers& teachers = world.teachers;
  Ballots ballots;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (!teachers.in_school(row) || teachers.school[row] != school.row()) continue;
    const std::uint64_t person = teachers.person[row];
    const double lean = common + nature.vote_morale * teachers.morale[row] -
                        loss * (teachers.tenured[row] ? 1.0 : 0.0) +
                        nature.vote_noise * dice.normal(Die::VoteLean, year, person);
    ++ballots.cast;
    ballots.yes += dice.happens(logistic(lean), Die::Vote, year, person);
  }
  return ballots;
}

bool reaches(const Ballots& ballots, double threshold) {
  return mechanism::passes({ballots.cast, ballots.cast, ballots.yes}, {fraction_near(threshold)});
}

}  // namespace homeroom::authorization
