// Services: how far a school buys its own, what they cost, how many share the price, and what
// competition does to the district's.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/budget_parts.hpp"

namespace homeroom::budget {
namespace {

// A service with economies of scale costs less by the power of how many are served.
double scaled(const BudgetParameters& nature, double served, double norm) {
  if (nature.scale_power <= 0.0 || served <= 0.0 || norm <= 0.0) return 1.0;
  const double unit = power_of(served / norm, -nature.scale_power);
  return 1.0 - nature.scale_share + nature.scale_share * unit;
}

}  // namespace

double own_services(const Schools& schools, SchoolId school) {
  return clamp_to(taken(schools, school, Right::B4), 0, 1);
}

double customers(const World& world) {
  double children = 0, served = 0;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!world.schools.is_open(school)) continue;
    const double enrolment = world.results.school[school].enrolment;
    children += enrolment;
    served += enrolment * (1.0 - own_services(world.schools, school));
  }
  return children > 0 ? served / children : 1.0;
}

ServicePrices service_prices(const World& world, const BudgetParameters& nature,
                             const CentralOffice& office, SchoolId school) {
  ServicePrices prices;
  if (office.norm_since != 0) {
    prices.district = scaled(nature, office.customers_now, office.customers_norm);
  }
  prices.own = scaled(nature, children_together(world, school), nature.scale_children);
  return prices;
}

// A monopoly stays as it is; a shop that may lose its customers improves as long as it has them.
CentralOffice contested_services(const World& world, const Law& law,
                                 const BudgetParameters& nature) {
  CentralOffice office = world.office;
  const double contested = law.budget.service_contestable.in(world.year);
  const double kept = customers(world);
  office.customers_now = kept;
  office.service_quality +=
      nature.contested_gain * contested * kept * (1.0 - office.service_quality);
  const double cheaper = office.service_price * (1.0 - nature.contested_price * contested * kept);
  // A price below the floor at the start is left alone.
  office.service_price = std::max(std::min(office.service_price, nature.price_floor), cheaper);
  return office;
}

}  // namespace homeroom::budget
