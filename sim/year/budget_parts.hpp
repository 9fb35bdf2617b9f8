// The parts of the budget chapter, each a file of its own.
#pragma once

#include "sim/year/budget.hpp"

namespace homeroom::budget {

/// Pay of those who teach, before benefits and premiums.
struct Payroll {
  std::vector<double> mean;  ///< by school: mean salary on the scale; the average where none teach
  double average = 0;        ///< of the district's teachers [USD]
  double pool = 0;           ///< salaries of teachers without a post, borne by the district [USD]
  std::vector<double>
      idle;  ///< by school: salaries of those it removed and must go on paying [USD]
};
Payroll look_at_payroll(const World& world, const Law& law);

/// Formula money of a school's children in one year [USD].
double formula(const BudgetLaw& law, const SchoolYear& children, int year);
/// Formula money that reaches a school this year: part of it still goes by last year's children.
double allocation(const World& world, const BudgetLaw& law, SchoolId school);
/// Grants beyond the formula: by children, and while the school is new.
double grants(const World& world, const SchoolModel& model, SchoolId school);

/// A right as far as it is held and taken up.
double taken(const Schools& schools, SchoolId school, Right right);

/// What the school's year costs before anything is chosen [USD].
struct Needs {
  double staff = 0;       ///< charged, with benefits and premium
  double salary_gap = 0;  ///< actual less charged
  double special = 0, services = 0, leadership = 0, facilities = 0;
  double zone = 0;     ///< the school's part of its zone's board and office
  double idle = 0;     ///< pay of those whom the school or its zone removed
  double in_kind = 0;  ///< of these, what the district gives free of charge
  double service_quality = 0;
  double total() const {
    return staff + special + services + leadership + facilities + zone + idle;
  }
};
Needs needs_of(const World& world, const Law& law, const BudgetParameters& nature,
               const Payroll& payroll, const CentralOffice& office, SchoolId school);

/// What the state pays of what severe needs cost beyond the district's programmes [USD].
double reimbursed(const World& world, const Law& law, const BudgetParameters& nature,
                  SchoolId school);

/// Children of the school and of those with which it shares a zone.
double children_together(const World& world, SchoolId school);
/// Schools that share the fixed cost of managing services of their own.
double sharers(const Schools& schools, SchoolId school);
/// The school's part of its zone's board and office [USD].
double zone_overhead(const World& world, const SchoolModel& model, SchoolId school);
/// The school's part of the pay of those whom it, or its zone, removed [USD].
double idle_cost(const World& world, const Law& law, const Payroll& payroll, SchoolId school);

/// Prices of both ways to be served, against the district's first year: what services with
/// economies of scale cost depends on how many children are served together.
struct ServicePrices {
  double district = 1;       ///< factor on the district's price
  double own = 1;            ///< factor on the price of services of one's own
  double district_unit = 1;  ///< the district's unit cost where there are economies of scale
  double own_unit = 1;       ///< the same of services of one's own
};
ServicePrices service_prices(const World& world, const Law& law, const BudgetParameters& nature,
                             const CentralOffice& office, SchoolId school);
/// Share of children whom the district's services reach, weighted by how far their schools buy, of
/// those services of which `declined` may be declined.
double customers(const World& world, const Law& law, const BudgetParameters& nature,
                 double declined = 1.0);
/// The same of services with economies of scale.
double customers_of_scale(const World& world, const Law& law, const BudgetParameters& nature);

/// How far a school buys its services itself.
double own_services(const World& world, const Law& law, const BudgetParameters& nature,
                    SchoolId school);

/// The district's services after a year with or without competition.
CentralOffice contested_services(const World& world, const Law& law,
                                 const BudgetParameters& nature);

/// Spends what is left; `short_by` of the district's pool is charged to the school [USD].
SchoolBudget spend(const World& world, const Law& law, const BudgetParameters& nature,
                   const Payroll& payroll, const CentralOffice& office, const Dice& dice,
                   SchoolId school, double pool_charge);

/// Closes the district's books over its schools'.
void close_books(const World& world, const Law& law, const BudgetParameters& nature,
                 Cents city_revenue, BudgetOutcome& outcome);

}  // namespace homeroom::budget
