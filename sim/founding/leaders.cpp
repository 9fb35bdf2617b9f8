#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/founding/found.hpp"
#include "sim/year/authorization_parts.hpp"

namespace homeroom {
namespace {

/// Years in post follow from the chance to leave of a principal who is average in all else.
int years_in_post(const World& world, const LeadershipParameters& nature, SchoolId school,
                  const Dice& dice) {
  const double u = dice.uniform(Die::PrincipalYears, 0, school.row());
  const double stays = 1.0 - logistic(nature.exit_base);
  const int years = static_cast<int>(log_of(u) / log_of(stays));
  return std::min(years, std::max(0, world.year - world.schools.opened[school]));
}

/// The leader and design with which a school that stands already came into being.
Founding origin_of(const World& world, const Law& law, const Nature& nature, const Dice& dice,
                   SchoolId school) {
  const SchoolModel& model = law.model(world.schools.model[school]);
  const auto ordinary = [&] {
    return authorization::new_start(world, model, nature.authorization, dice, school, true);
  };
  // An ordinary school went through no approval: its leader and design are unselected.
  if (model.origin == Origin::Ordinary) return ordinary();
  const int year = world.schools.in_model_since[school];
  auto founding =
      found_school(law, model, world.city, nature.authorization, dice, school, year, 1.0);
  return founding ? *founding : ordinary();
}

void seat_principal(World& world, const Law& law, const Nature& nature, const Dice& dice,
                    SchoolId school, const Founding& founding) {
  Principals& principals = world.schools.principals;
  const int years = years_in_post(world, nature.leadership, school, dice);
  const bool founder = years >= world.year - world.schools.opened[school];
  const SchoolModel& model = law.model(world.schools.model[school]);
  const Founding follower =
      authorization::new_start(world, model, nature.authorization, dice, school, true);
  const Founding& leader = founder ? founding : follower;
  // Who has been here for years has grown since, as leadership lets principals grow.
  const double grown = std::min<double>(years, nature.leadership.growth_years);
  principals.person[school] = leader.person;
  principals.leadership[school] = leader.leadership + grown * nature.leadership.growth_leadership;
  principals.skill[school] = leader.skill + grown * nature.leadership.growth_skill;
  principals.years_here[school] = years;
  principals.experience[school] = years;
  principals.time[school] = 1.0;
}

}  // namespace

void lead_schools(World& world, const Law& law, const Nature& nature, const Dice& dice) {
  Schools& schools = world.schools;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const SchoolId school{s};
    if (!schools.is_open(school)) continue;
    const Founding founding = origin_of(world, law, nature, dice, school);
    const int years = std::max(0, world.year - schools.in_model_since[school]);
    schools.design_quality[school] = founding.design_quality;
    schools.distinctness[school] = founding.distinctness;
    schools.design_years[school] = years;
    schools.start_up[school] = power_of(nature.authorization.start_up_fade, years);
    schools.partner[school] = partner_from(dice, world.year, school);
    seat_principal(world, law, nature, dice, school, founding);
    write_rights(schools, school, rights_of(world, law, nature.governance, school));
  }
}

}  // namespace homeroom
