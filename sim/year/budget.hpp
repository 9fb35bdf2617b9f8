// Budget: money follows children or positions; what is left buys time, support and materials.
//
// Note. "I know what a counsellor costs. What I do not know is whether I may hire one."
//   revenue = base (n + w_li LI + w_el EL + w_sp SpEd + w_sev severe) + grant n, part of it last
//   year's, + start-up grant
//   needed = positions * pay (charged at average or, as far as B2 is held, at actual pay)
//            + special education + services + leadership + facilities where the school pays them
//   left = revenue - needed: B1 of it is the school's own, the rest is spent by formula
//   hours = mandated + 1.2 schedule right (.35 + .65 pay right), within what can be paid
//   resources = useful spending beyond staff against the norm of the burn-in [USD/student]
// Dollars in = dollars out + change of balances, to the cent.
// Source: services declined are worth $425 a child, services in kind about $2,000, Osborne and
// Langhorne (2018), sections on Denver and Indianapolis; further sources beside the values.
#pragma once

#include <string>
#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/policy/law.hpp"
#include "sim/vocabulary/units.hpp"
#include "sim/world/world.hpp"

namespace homeroom {

struct BudgetParameters {
  // Staff.
  double positions_per_section = 0, leadership_positions = 0, leadership_per_child = 0,
         coaching_positions = 0;
  double hours_full = 0, hours_without_pay_right = 0, cut_share = 0;
  // Services and facilities, shares of the base per student.
  double service_share = 0, own_service_saving = 0, own_service_quality = 0, service_worth = 0;
  double own_service_positions = 0, facility_share = 0, central_share = 0;
  double contested_gain = 0, contested_price = 0, price_floor = 0;
  double scale_share = 0, scale_power = 0, scale_children = 1;
  double training_share = 0, food_share = 0, maintenance_share = 0, security_share = 0;
  double rival_share = 0, won_back = 0;
  // Special needs.
  double severe_gap = 0;
  // What is left.
  double own_worth = 0, sweep_worth = 0, sweep_spent = 0, reserve_share = 0, balance_use = 0;
  double debt_repaid = 0;
  double support_share = 0, finance_shock = 0;
  // The district.
  double pool_on_schools = 0, package_takers = 0, cash_use = 0;
  void describe(FieldVisitor& visit);
};

/// One school's year in money.
struct SchoolBudget {
  SchoolId school;
  Cents revenue = 0;     ///< what reached the school
  Cents spending = 0;    ///< what it was charged and spent
  Cents salary_gap = 0;  ///< actual less charged pay, borne by the district
  Cents swept = 0;       ///< returned to the district
  Cents covered = 0;     ///< deficit borne by the district
  Cents balance = 0;     ///< at the year's end
  Cents facilities = 0;  ///< paid by the district for the school
  double useful = 0;     ///< useful spending beyond staff [USD/student]
  double hours = 0;      ///< extra hours a day
  double pay = 0;        ///< against the district scale [share]
  double service_quality = 0;
  double support_staff = 0;  ///< per 100 students
};

struct BudgetOutcome {
  std::vector<SchoolBudget> school;  ///< open schools, by row
  std::vector<SchoolId> wound_up;    ///< closed schools whose balance goes to the district
  Cents revenue = 0, outlay = 0, cash = 0, pool_cost = 0, balance_before = 0;
  double service_quality = 0, service_price = 1;
  double customers_now = 0, customers_norm = 0;
  double resources_now = 0, resource_norm = 0;
  int norm_since = 0;
};

/// Reads this year's children (`world.results.school`) and last year's (`world.last.school`).
BudgetOutcome decide_budget(const World& world, const Law& law, const BudgetParameters& nature,
                            const Dice& dice);
void enact(World& world, BudgetOutcome&& outcome);

/// Salary on the district's scale [USD].
Dollars salary_of(const StaffingLaw& law, int experience);

}  // namespace homeroom
