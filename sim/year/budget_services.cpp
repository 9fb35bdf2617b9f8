// Services: how far a school buys its own, what they cost, how many share the price, and what
// competition does to the district's.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/budget_parts.hpp"

namespace homeroom::budget {
namespace {

// A service with economies of scale costs less by the power of how many are served.
double unit_cost(const BudgetParameters& nature, double served, double norm) {
  if (nature.scale_power <= 0.0 || served <= 0.0 || norm <= 0.0) return 1.0;
  return power_of(served / norm, -nature.scale_power);
}

double mixed(const BudgetParameters& nature, double unit) {
  return unit == 1.0 ? 1.0 : 1.0 - nature.scale_share + nature.scale_share * unit;
}

// Who had declined comes back to a shop that is better than what can be bought elsewhere.
double lost_for_good(const World& world, const BudgetParameters& nature) {
  const double room = 1.0 - nature.own_service_quality;
  if (room <= 0.0) return 1.0;
  const double better = (world.office.service_quality - nature.own_service_quality) / room;
  return 1.0 - nature.won_back * clamp_to(better, 0, 1);
}

// Services that must sell to schools, by what each is of all; a shop without a rival fears nobody.
double contested_share(const Law& law, const BudgetParameters& nature, int year) {
  const BudgetLaw& budget = law.budget;
  const double enterprises = nature.training_share * budget.enterprise_training.in(year) +
                             nature.food_share * budget.enterprise_food.in(year) +
                             nature.maintenance_share * budget.enterprise_maintenance.in(year) +
                             nature.security_share * budget.enterprise_security.in(year) +
                             nature.scale_share * budget.enterprise_transport.in(year);
  return clamp_to(budget.service_contestable.in(year) + enterprises, 0, 1) *
         budget.rival_entry.in(year);
}

}  // namespace

double own_services(const World& world, const Law& law, const BudgetParameters& nature,
                    SchoolId school) {
  return clamp_to(taken(world.schools, school, Right::B4), 0, 1) *
         law.budget.rival_entry.in(world.year) * lost_for_good(world, nature);
}

double customers_of_scale(const World& world, const Law& law, const BudgetParameters& nature) {
  return customers(world, law, nature, 1.0 - law.budget.transport_monopoly.in(world.year));
}

double customers(const World& world, const Law& law, const BudgetParameters& nature,
                 double declined) {
  double children = 0, served = 0;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (!world.schools.is_open(school)) continue;
    const double enrolment = world.results.school[school].enrolment;
    children += enrolment;
    served += enrolment * (1.0 - declined * own_services(world, law, nature, school));
  }
  return children > 0 ? served / children : 1.0;
}

ServicePrices service_prices(const World& world, const Law& law, const BudgetParameters& nature,
                             const CentralOffice& office, SchoolId school) {
  ServicePrices prices;
  if (office.norm_since != 0) {
    // Two lines of buses serve half of the children each, and cost more.
    const double rivals = nature.rival_share * law.budget.enterprise_transport.in(world.year) *
                          law.budget.rival_entry.in(world.year);
    prices.district_unit =
        unit_cost(nature, office.customers_now * (1.0 - rivals), office.customers_norm);
  }
  prices.own_unit = unit_cost(nature, children_together(world, school), nature.scale_children);
  prices.district = mixed(nature, prices.district_unit);
  prices.own = mixed(nature, prices.own_unit);
  return prices;
}

// A monopoly stays as it is; a shop that may lose its customers improves as long as it has them.
CentralOffice contested_services(const World& world, const Law& law,
                                 const BudgetParameters& nature) {
  CentralOffice office = world.office;
  const double contested = contested_share(law, nature, world.year);
  const double kept = customers(world, law, nature);
  office.customers_now = customers_of_scale(world, law, nature);
  office.service_quality +=
      nature.contested_gain * contested * kept * (1.0 - office.service_quality);
  const double cheaper = office.service_price * (1.0 - nature.contested_price * contested * kept);
  // A price below the floor at the start is left alone.
  office.service_price = std::max(std::min(office.service_price, nature.price_floor), cheaper);
  return office;
}

}  // namespace homeroom::budget
