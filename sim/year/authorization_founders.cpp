// Founders: a finite queue, a noisy look, and a bar.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/authorization_parts.hpp"

namespace homeroom {
namespace {

constexpr std::uint32_t kBodies = 8;  // alternatives kept apart: applicant * 8 + body

// A leader named by the school and the year of the application; the high word keeps such names
// apart from those of successors.
std::uint64_t person_of(SchoolId school, int year) {
  return who_of(static_cast<std::uint32_t>(school.row()),
                static_cast<std::uint32_t>(year) | 0x40000000u);
}

double mean_founder(const SchoolModel& model, const CityFacts& city,
                    const AuthorizationParameters& nature, int year, double crowding) {
  return nature.founder_mean + city.leader_supply + model.leader_pipeline.in(year) +
         model.incubator.in(year)-nature.founder_loss * std::max(0.0, crowding - 1.0);
}

Founding applicant(const SchoolModel& model, const AuthorizationParameters& nature,
                   const Dice& dice, SchoolId school, int year, std::uint32_t which, double mean) {
  const double tie = nature.skill_with_leadership;
  Founding founding;
  founding.person = person_of(school, year);
  const double lead = dice.normal(Die::FounderLeadership, year, school.row(), which);
  const double own = dice.normal(Die::FounderSkill, year, school.row(), which);
  founding.leadership = mean + lead;
  founding.skill = mean + tie * lead + sqrt_of(1.0 - tie * tie) * own;
  founding.design_quality = authorization::design_of(
      nature, founding.skill, dice.normal(Die::FounderDesign, year, school.row(), which));
  founding.distinctness = authorization::distinctness_of(
      model, nature, year, dice.normal(Die::FounderDistinct, year, school.row(), which));
  return founding;
}

// Sum of L, skill and D in units of its spread among unselected applicants. The three correlations
// are tie (L, skill), about rho (skill, D) and about tie rho (L, D).
double standing_of(const Founding& founding, const AuthorizationParameters& nature) {
  const double tie = nature.skill_with_leadership, rho = nature.design_with_skill;
  const double variance = 3.0 + 2.0 * (tie + rho + tie * rho);
  return (founding.leadership + founding.skill + founding.design_quality) / sqrt_of(variance);
}

bool is_approved(const Law& law, const SchoolModel& model, const AuthorizationParameters& nature,
                 const Dice& dice, SchoolId school, int year, std::uint32_t which, double quality) {
  const double precision = law.authorization.signal_precision.in(year);
  const double outside = law.authorization.outside_evaluators.in(year);
  const double r = precision + (1.0 - precision) * nature.evaluators_add * outside;
  const double rate = clamp_to(law.authorization.approval_rate.in(year), 1e-6, 1.0 - 1e-6);
  const double bar = normal_quantile(1.0 - rate);
  const auto bodies = static_cast<std::uint32_t>(model.approval_bodies.in(year));
  for (std::uint32_t body = 0; body < std::min(bodies, kBodies); ++body) {
    const double noise =
        dice.normal(Die::FounderSignal, year, school.row(), which * kBodies + body);
    if (sqrt_of(r) * quality + sqrt_of(1.0 - r) * noise < bar) return false;
  }
  return true;
}

}  // namespace

std::optional<Founding> found_school(const Law& law, const SchoolModel& model,
                                     const CityFacts& city, const AuthorizationParameters& nature,
                                     const Dice& dice, SchoolId school, int year, double crowding) {
  const double mean = mean_founder(model, city, nature, year, crowding);
  for (int which = 0; which < nature.applicants_per_opening; ++which) {
    const auto tried = static_cast<std::uint32_t>(which);
    Founding founding = applicant(model, nature, dice, school, year, tried, mean);
    if (!is_approved(law, model, nature, dice, school, year, tried,
                     standing_of(founding, nature))) {
      continue;
    }
    founding.planned = model.origin == Origin::Ordinary
                           ? 0.0
                           : authorization::planning_effect(nature, model.planning_weeks.in(year),
                                                            model.origin != Origin::StartUp);
    founding.design_quality += founding.planned;
    founding.applicants = which + 1;
    return founding;
  }
  return std::nullopt;
}

namespace authorization {

double design_of(const AuthorizationParameters& nature, double skill, double noise) {
  constexpr double kRootTwelve = 3.4641016151377544;  // 1 / SD of a uniform variable
  const double rho = nature.design_with_skill;
  return rho * (normal_cdf(skill) - 0.5) * kRootTwelve + sqrt_of(1.0 - rho * rho) * noise;
}

double distinctness_of(const SchoolModel& model, const AuthorizationParameters& nature, int year,
                       double noise) {
  const double mean = model.design_distinctness.in(year);
  return clamp_to(mean * (1.0 + nature.distinct_spread * noise), 0, 1);
}

}  // namespace authorization
}  // namespace homeroom
