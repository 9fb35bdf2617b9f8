#include "sim/year/leadership.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "sim/core/arithmetic.hpp"
#include "sim/world/enrolment.hpp"

namespace homeroom {
namespace {

double exit_chance(const World& world, SchoolId school, const LeadershipParameters& p) {
  const Schools& schools = world.schools;
  const Principals& principals = schools.principals;
  const double poverty = low_income_share(world, school, p.poverty_reference);
  double x = p.exit_base + p.exit_poverty * (poverty - p.poverty_reference) +
             p.exit_frustration * principals.frustration[school] +
             p.exit_urgency * schools.urgency[school] * (1.0 - schools.support[school]) -
             p.exit_climate * schools.climate[school];
  if (principals.years_here[school] > p.late_years) x += p.exit_late;
  return logistic(x);
}

/// The principals of a zone, as they were when the year began.
struct ZoneSums {
  int principals = 0;
  double leadership = 0, skill = 0;
};

std::map<ZoneId, ZoneSums> sum_zones(const Schools& schools) {
  std::map<ZoneId, ZoneSums> zones;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const SchoolId school{s};
    if (!schools.is_open(school) || !schools.zone[school]) continue;
    ZoneSums& zone = zones[schools.zone[school]];
    ++zone.principals;
    zone.leadership += schools.principals.leadership[school];
    zone.skill += schools.principals.skill[school];
  }
  return zones;
}

/// Practice spreads from the better to the others of a zone.
void share_practice(const Schools& schools, const std::map<ZoneId, ZoneSums>& zones,
                    SchoolId school, const LeadershipParameters& p, Principals& principals) {
  if (!schools.zone[school]) return;
  const ZoneSums& zone = zones.at(schools.zone[school]);
  if (zone.principals < 2) return;
  const auto gain = [&](double sum, double own) {
    const double others = (sum - own) / (zone.principals - 1);
    return p.network * std::max(0.0, others - own);
  };
  principals.leadership[school] += gain(zone.leadership, schools.principals.leadership[school]);
  principals.skill[school] += gain(zone.skill, schools.principals.skill[school]);
}

/// Veteran principals by who employs their staff, as they were when the year began.
using Veterans = std::array<ZoneSums, 3>;

Veterans sum_veterans(const World& world, const Law& law, const LeadershipParameters& p) {
  Veterans veterans{};
  const Schools& schools = world.schools;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const SchoolId school{s};
    if (!schools.is_open(school) || schools.principals.experience[school] < p.growth_years) {
      continue;
    }
    ZoneSums& mean = veterans[static_cast<std::size_t>(law.model(schools.model[school]).employer)];
    ++mean.principals;
    mean.leadership += schools.principals.leadership[school];
    mean.skill += schools.principals.skill[school];
  }
  return veterans;
}

/// A novice who is paired with a veteran catches up.
void learn_from_veterans(const World& world, const SchoolModel& model, SchoolId school,
                         const Veterans& veterans, const LeadershipParameters& p,
                         Principals& principals) {
  const double dose = model.mentoring.in(world.year);
  const ZoneSums& those = veterans[static_cast<std::size_t>(model.employer)];
  const Principals& before = world.schools.principals;
  if (dose <= 0.0 || those.principals == 0 || before.experience[school] >= p.growth_years) return;
  const auto gain = [&](double sum, double own) {
    return p.mentoring * dose * std::max(0.0, sum / those.principals - own);
  };
  principals.leadership[school] += gain(those.leadership, before.leadership[school]);
  principals.skill[school] += gain(those.skill, before.skill[school]);
}

/// A year's growth of those who stay: experience teaches the first years, coaching adds to it.
void grow(Principals& principals, SchoolId school, double coaching, const LeadershipParameters& p) {
  const bool learning = principals.experience[school] < p.growth_years;
  ++principals.years_here[school];
  ++principals.experience[school];
  principals.is_new[school] = 0;
  if (!learning) return;
  principals.leadership[school] += p.growth_leadership + p.coaching_leadership * coaching;
  principals.skill[school] += p.growth_skill + p.coaching_skill * coaching;
}

void succeed(const World& world, const SchoolModel& model, SchoolId school,
             const LeadershipParameters& p, const Dice& dice, Principals& principals) {
  const int year = world.year;
  const double pipeline = model.leader_pipeline.in(year) + world.city.leader_supply +
                          p.pipeline_coaching * model.coaching.in(year) +
                          p.pipeline_teams * model.teacher_teams.in(year);
  const double ability = dice.normal(Die::SuccessorLead, year, school.row());
  const double other = dice.normal(Die::SuccessorSkill, year, school.row());
  const double r = p.skill_correlation;
  const double lead = pipeline + p.successor_shift + ability;
  principals.person[school] = who_of(school.value, static_cast<std::uint32_t>(year));
  principals.leadership[school] = lead;
  principals.skill[school] = pipeline + r * (lead - pipeline) + sqrt_of(1.0 - r * r) * other;
  principals.years_here[school] = 0;
  principals.experience[school] = 0;
  principals.frustration[school] = 0;
  principals.is_new[school] = 1;
}

/// True for a principal whom authorization seated this year: a founder, or one of a new start.
bool came_with_the_start(const World& world, SchoolId school) {
  return world.schools.opened[school] == world.year || world.schools.principals.is_new[school] != 0;
}

double time_left(const World& world, const SchoolModel& model, SchoolId school,
                 const LeadershipParameters& p) {
  const double lost = p.friction_time * world.schools.friction[school] +
                      p.compliance_time * world.schools.checking[school] +
                      world.schools.supervision[school] +
                      p.mentoring_time * model.mentoring.in(world.year);
  return clamp_to(1.0 - lost, 0.0, 1.0);
}

/// Stays, or is followed by another; true if another came.
bool pass_year(const World& world, const SchoolModel& model, SchoolId school,
               const LeadershipParameters& p, const Dice& dice, Principals& principals) {
  if (came_with_the_start(world, school)) return true;
  const bool leaves =
      dice.happens(exit_chance(world, school, p), Die::PrincipalExit, world.year, school.row());
  const bool ends = leaves || world.schools.replace_leader[school] != 0;
  if (ends) {
    succeed(world, model, school, p, dice, principals);
  } else {
    grow(principals, school, model.coaching.in(world.year), p);
  }
  return ends;
}

}  // namespace

LeadershipOutcome decide_leadership(const World& world, const Law& law,
                                    const LeadershipParameters& nature, const Dice& dice) {
  const Schools& schools = world.schools;
  LeadershipOutcome outcome{schools.principals, std::vector<double>(schools.size(), 1.0), {}};
  Principals& principals = outcome.principals;
  const std::map<ZoneId, ZoneSums> zones = sum_zones(schools);
  const Veterans veterans = sum_veterans(world, law, nature);
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const SchoolId school{s};
    if (!schools.is_open(school)) continue;
    const SchoolModel& model = law.model(schools.model[school]);
    const bool asked_for =
        schools.replace_leader[school] != 0 && !came_with_the_start(world, school);
    const bool another = pass_year(world, model, school, nature, dice, principals);
    if (!another) {
      share_practice(schools, zones, school, nature, principals);
      learn_from_veterans(world, model, school, veterans, nature, principals);
    }
    const bool had_staff = schools.opened[school] < world.year;
    if (another && had_staff) outcome.fit_kept[s] = 1.0 - nature.fit_lost;
    if (asked_for) outcome.events.push_back({EventKind::LeaderReplaced, school, 1.0});
    principals.frustration[school] = nature.frustration_kept * principals.frustration[school] +
                                     (1.0 - nature.frustration_kept) * schools.friction[school];
    principals.time[school] = time_left(world, model, school, nature);
  }
  return outcome;
}

}  // namespace homeroom
