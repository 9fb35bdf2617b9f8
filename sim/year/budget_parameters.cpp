#include "sim/year/budget.hpp"

namespace homeroom {
namespace {

void describe_staff(BudgetParameters& p, FieldVisitor& visit) {
  visit.number({"positions_per_section", "positions", 1, 3,
                "teaching positions paid for each class section, specialists included"},
               p.positions_per_section);
  visit.number({"leadership_positions", "positions", 0, 20,
                "fixed cost of a school's leadership and office, in teaching positions"},
               p.leadership_positions);
  visit.number({"leadership_per_child", "positions", 0, 0.1,
                "what each child adds to leadership and office, in teaching positions"},
               p.leadership_per_child);
  visit.number({"coaching_positions", "positions", 0, 5,
                "positions of coaches behind a full dose of coaching in one school"},
               p.coaching_positions);
  visit.number({"hours_full", "hours/day", 0, 4,
                "extra hours of a school with full rights over schedule and pay"},
               p.hours_full);
  visit.number(
      {"hours_without_pay_right", "share", 0, 1, "part of them without any right over pay"},
      p.hours_without_pay_right);
  visit.number({"cut_share", "share", 0, 1, "most that a school cuts in a year, share of staff"},
               p.cut_share);
}

void describe_enterprises(BudgetParameters& p, FieldVisitor& visit) {
  visit.number({"training_share", "share", 0, 1, "part of services: professional development"},
               p.training_share);
  visit.number({"food_share", "share", 0, 1, "part of services: meals"}, p.food_share);
  visit.number({"maintenance_share", "share", 0, 1, "part of services: maintenance"},
               p.maintenance_share);
  visit.number({"security_share", "share", 0, 1, "part of services: security"}, p.security_share);
  visit.number({"rival_share", "share", 0, 1,
                "children whom rivals serve where transport and telecommunications must sell"},
               p.rival_share);
  visit.number({"won_back", "share", 0, 1,
                "schools that had declined a service won back by one as good as can be"},
               p.won_back);
}

void describe_services(BudgetParameters& p, FieldVisitor& visit) {
  visit.number({"service_share", "share of base", 0, 1, "cost of services a child"},
               p.service_share);
  visit.number({"own_service_saving", "share", -1, 1, "what buying services elsewhere saves"},
               p.own_service_saving);
  visit.number({"own_service_quality", "share", 0, 1, "quality of services bought elsewhere"},
               p.own_service_quality);
  visit.number({"own_service_positions", "positions", 0, 10,
                "fixed cost of managing services, in teaching positions, shared by a zone"},
               p.own_service_positions);
  visit.number({"service_worth", "1", 0, 2,
                "useful spending that a dollar of services is worth, from worst to best quality"},
               p.service_worth);
  visit.number({"scale_share", "share", 0, 1,
                "part of services whose price falls with the number of children served"},
               p.scale_share);
  visit.number({"scale_power", "1", 0, 1, "power with which that price falls"}, p.scale_power);
  visit.number({"scale_children", "students", 10, 1e6,
                "children served together at which the saving of services of one's own was seen"},
               p.scale_children);
  visit.number({"facility_share", "share of base", 0, 1, "upkeep and utilities a child"},
               p.facility_share);
  visit.number({"contested_gain", "1/year", 0, 1,
                "share of missing quality that a contested service gains in a year"},
               p.contested_gain);
  visit.number({"contested_price", "1/year", 0, 0.5, "yearly fall of a contested service's price"},
               p.contested_price);
  visit.number({"price_floor", "ratio", 0, 1, "lowest price of a contested service"},
               p.price_floor);
  describe_enterprises(p, visit);
}

void describe_leftover(BudgetParameters& p, FieldVisitor& visit) {
  visit.number({"severe_gap", "share of base", 0, 20,
                "cost beyond the formula of a child with severe needs outside cluster programmes"},
               p.severe_gap);
  visit.number({"own_worth", "ratio", 0, 3,
                "worth of a dollar that the school steers against one spent by formula"},
               p.own_worth);
  visit.number({"sweep_worth", "ratio", 0, 1, "worth of a dollar spent to save it from the sweep"},
               p.sweep_worth);
  visit.number({"sweep_spent", "share", 0, 1, "part of a year's rest that is spent that way"},
               p.sweep_spent);
  visit.number(
      {"reserve_share", "share", 0, 0.5, "part of its revenue a school means to leave unspent"},
      p.reserve_share);
  visit.number({"balance_use", "1/year", 0, 1, "part of its balance a school uses in a year"},
               p.balance_use);
  visit.number({"debt_repaid", "1/year", 0, 1,
                "part of its debt a school repays in a year, as far as its own money goes"},
               p.debt_repaid);
  visit.number({"support_share", "share", 0, 1, "part of what is left that pays support staff"},
               p.support_share);
  visit.number({"finance_shock", "share", 0, 0.5,
                "SD of unforeseen outlays of a legally separate school, share of its revenue"},
               p.finance_shock);
}

}  // namespace

void BudgetParameters::describe(FieldVisitor& visit) {
  describe_staff(*this, visit);
  describe_services(*this, visit);
  describe_leftover(*this, visit);
  visit.number({"central_share", "share of base", 0, 1,
                "the centre's money a child of a school that is not legally separate"},
               central_share);
  visit.number({"pool_on_schools", "share", 0, 1,
                "part of the pool's cost taken off the district's own schools"},
               pool_on_schools);
  visit.number({"package_takers", "1/year", 0, 1,
                "share of the pool's salaries on which an exit package is paid out"},
               package_takers);
  visit.number({"cash_use", "1/year", 0, 1,
                "part of the district's balance that administration uses in a year"},
               cash_use);
}

}  // namespace homeroom
