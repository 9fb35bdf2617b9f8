// Spending what is left: time first, then support and materials, then a reserve or a spree.
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/budget_parts.hpp"

namespace homeroom::budget {
namespace {

struct Hours {
  double a_day = 0;
  double cost = 0;  ///< beyond what the pay premium covers [USD]
};

// Extra hours are paid at the contract's rate; a premium pays for the first of them. No school has
// hours that it cannot afford: mandated ones may use all that is left, others what is its own.
Hours buy_hours(const World& world, const Law& law, const BudgetParameters& nature,
                const SchoolModel& model, SchoolId school, double staff, double left, double own) {
  const Schools& schools = world.schools;
  const double premium = std::max(0.0, model.pay_premium.in(world.year));
  const double rate = law.staffing.hour_rate.in(world.year);
  const double hour = rate * staff / (1.0 + premium);
  const double mandated = model.mandated_hours.in(world.year);
  const double schedule =
      0.5 * (taken(schools, school, Right::T4) + taken(schools, school, Right::T5));
  const double pay_right = schools.held[school][index_of(Right::S10)];
  // Hours of the school's own will are duties of its work agreement, where it has one.
  const bool refused = model.elect_to_work && schools.unsigned_work[school] != 0;
  const double wanted = refused ? 0.0
                                : nature.hours_full * schedule *
                                      (nature.hours_without_pay_right +
                                       (1.0 - nature.hours_without_pay_right) * pay_right);
  const double paid_by_premium = premium / rate;
  const double must_cost =
      std::min(hour * std::max(0.0, mandated - paid_by_premium), std::max(0.0, left));
  const double held = std::min(mandated, paid_by_premium + (hour > 0.0 ? must_cost / hour : 0.0));
  const double free_hours = std::max(0.0, paid_by_premium - mandated);
  const double bought = std::max(0.0, wanted - free_hours);
  const double means = std::max(0.0, std::min(left - must_cost, own));
  const double affordable = hour > 0.0 ? std::min(bought, means / hour) : 0.0;
  Hours hours;
  hours.a_day = held + std::min(wanted, free_hours) + affordable;
  hours.cost = must_cost + affordable * hour;
  return hours;
}

// Books of legally separate schools meet accidents of their own.
double accident(const BudgetParameters& nature, const SchoolModel& model, const Dice& dice,
                int year, SchoolId school, double revenue) {
  if (model.guarantee != Guarantee::Separate) return 0.0;
  return nature.finance_shock * revenue * dice.normal(Die::FinanceShock, year, school.row());
}

// Dollars that a year leaves over, by where they go.
struct Leftover {
  double formula = 0, own = 0, spree = 0, returned = 0, cut = 0;
  double spent() const { return formula + own + spree - cut; }
};

Leftover use_leftover(const World& world, const BudgetParameters& nature, SchoolId school,
                      double revenue, double left, double own, double hours_cost, double staff) {
  Leftover use;
  const double carry = clamp_to(world.schools.held[school][index_of(Right::B3)], 0, 1);
  const double balance = std::max(0.0, world.schools.fund_balance[school]);
  if (left < 0.0) {
    // What is missing comes out of the balance, and then out of the core.
    use.cut = std::min(std::max(0.0, -left - balance), nature.cut_share * staff);
    use.returned = (1.0 - carry) * std::max(0.0, balance + left);
    return use;
  }
  // Hours are paid out of the school's own money first, mandated ones then out of the formula's.
  const double formula_pot = std::max(0.0, left - std::max(own, 0.0));
  const double from_own = std::min(own, hours_cost);
  use.formula = std::max(0.0, formula_pot - (hours_cost - from_own));
  const double rest = own - from_own;
  const double debt = std::max(0.0, -world.schools.fund_balance[school]);
  const double repaid = std::min(rest, nature.debt_repaid * debt);
  const double unspent = std::min(rest - repaid, nature.reserve_share * revenue);
  use.own = rest - repaid - unspent + carry * nature.balance_use * balance;
  use.spree = (1.0 - carry) * unspent * nature.sweep_spent;
  use.returned = (1.0 - carry) * (unspent * (1.0 - nature.sweep_spent) + balance);
  return use;
}

}  // namespace

SchoolBudget spend(const World& world, const Law& law, const BudgetParameters& nature,
                   const Payroll& payroll, const CentralOffice& office, const Dice& dice,
                   SchoolId school, double pool_charge) {
  const SchoolModel& model = law.model(world.schools.model[school]);
  const double children = world.results.school[school].enrolment;
  const double revenue = allocation(world, law.budget, school) + grants(world, model, school) -
                         pool_charge + reimbursed(world, law, nature, school);
  const Needs needs = needs_of(world, law, nature, payroll, office, school);
  const double needed =
      needs.total() - (model.pays_facilities ? 0.0 : needs.facilities) - needs.in_kind;
  const double left = revenue - needed;
  const double own = std::max(0.0, left) * clamp_to(taken(world.schools, school, Right::B1), 0, 1);
  const Hours hours = buy_hours(world, law, nature, model, school, needs.staff, left, own);
  const Leftover use =
      use_leftover(world, nature, school, revenue, left, own, hours.cost, needs.staff);
  SchoolBudget result;
  result.school = school;
  result.revenue = to_cents(revenue);
  result.spending = to_cents(needed + hours.cost + use.spent() +
                             accident(nature, model, dice, world.year, school, revenue));
  result.salary_gap = to_cents(needs.salary_gap);
  result.facilities =
      (model.pays_facilities ? 0 : to_cents(needs.facilities)) + to_cents(needs.in_kind);
  result.swept = to_cents(use.returned);
  result.balance = to_cents(world.schools.fund_balance[school]) + result.revenue - result.spending -
                   result.swept;
  // The district stands behind every school that is not a body of its own.
  if (result.balance < 0 && model.guarantee != Guarantee::Separate) {
    result.covered = -result.balance;
    result.balance = 0;
  }
  result.hours = hours.a_day;
  const double staff_scale = needs.staff / (1.0 + model.pay_premium.in(world.year));
  result.pay =
      model.pay_premium.in(world.year) + (staff_scale > 0.0 ? hours.cost / staff_scale : 0.0);
  result.service_quality = needs.service_quality;
  if (children > 0) {
    const double base = law.budget.base_per_student.in(world.year);
    const double service = nature.service_worth * nature.service_share * base * children *
                           (needs.service_quality - 0.5);
    const double bought = use.formula + nature.own_worth * use.own + nature.sweep_worth * use.spree;
    result.useful = (bought + service - use.cut) / children;
    const double position = payroll.average * (1.0 + law.staffing.benefits);
    result.support_staff =
        100.0 * nature.support_share * (use.formula + use.own) / position / children;
  }
  return result;
}

}  // namespace homeroom::budget
