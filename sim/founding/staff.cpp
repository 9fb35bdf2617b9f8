// The first staff, each school's from the career that is stationary there, and the climate in which
// it works.
#include <algorithm>

#include "sim/founding/found.hpp"
#include "sim/world/enrolment.hpp"
#include "sim/year/climate.hpp"
#include "sim/year/posts.hpp"
#include "sim/year/staffing_outside.hpp"

namespace homeroom {
namespace {

/// What a school adds to the exit of anybody, as far as it is known before the first year.
double exit_logit(const World& world, const StaffingParameters& nature, SchoolId school) {
  const double poverty = low_income_share(world, school, nature.poverty_reference);
  return nature.exit_poverty * (poverty - nature.poverty_reference) -
         nature.exit_leadership * world.schools.principals.leadership[school];
}

/// Share of a school's staff that the district placed there without asking it.
double placed_share(const World& world, const Law& law, const StaffingParameters& nature,
                    SchoolId school) {
  if (law.model(world.schools.model[school]).employer != Employer::District) return 0.0;
  const double refuses =
      std::max(world.schools.held[school][static_cast<std::size_t>(index_of(Right::S4))],
               law.staffing.mutual_consent.in(world.year));
  return nature.placed_share * law.budget.forced_placement.in(world.year) * (1.0 - refuses);
}

}  // namespace

void hire_first_staff(World& world, const Law& law, const StaffingParameters& nature,
                      const Dice& dice) {
  build_posts(world, law);
  const double novices = std::min(1.0, world.city.supply_novice_share * nature.hired_novices);
  Posts& posts = world.posts;
  // What the supply is measured by must not hang on a policy, so not on who sits in which school.
  world.city.ordinary_vacancies =
      StationaryCareer(nature, novices).turnover() * static_cast<double>(posts.size());
  std::size_t post = 0;
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolId school{s};
    const StationaryCareer career(nature, novices, exit_logit(world, nature, school));
    const double placed = placed_share(world, law, nature, school);
    for (; post < posts.size() && posts.school[post] == s; ++post) {
      const auto index = static_cast<std::uint32_t>(post);
      const TeacherId teacher =
          employ(world, law, draw_founding_teacher(dice, nature, world.city, career, index), post);
      const std::uint64_t person = world.teachers.person[teacher.row()];
      const bool new_here = world.teachers.years_here[teacher.row()] == 0;
      if (!new_here && dice.happens(placed, Die::TeacherPlaced, 0, person)) {
        world.teachers.hired[teacher.row()] = Hire::Forced;
      }
    }
  }
}

void settle_climate(World& world, const Law& law, const ClimateParameters& nature) {
  Schools& schools = world.schools;
  // The budget has not bought anybody yet.
  for (double& support : schools.support_staff) support = nature.support_staff_reference;
  ClimateParameters at_rest = nature;
  at_rest.kept = 0.0;
  const ClimateOutcome outcome = decide_climate(world, law, at_rest);
  for (std::size_t s = 0; s < schools.size(); ++s) {
    schools.climate[SchoolId{s}] = outcome.climate[s];
  }
}

}  // namespace homeroom
