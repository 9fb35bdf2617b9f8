// Dollars in = dollars out + change of balances, whatever the city.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sim/world/invariants_budget.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;

double share() { return *rc::gen::inRange(0, 101) / 100.0; }

void any_children(SchoolYear& year) {
  year = {};
  for (int grade = 0; grade <= 5; ++grade) {
    year.by_grade[grade] = *rc::gen::inRange(0, 120);
    year.enrolment += year.by_grade[grade];
  }
  year.low_income = *rc::gen::inRange(0, year.enrolment + 1);
  year.english_learners = *rc::gen::inRange(0, year.enrolment + 1);
  year.special = *rc::gen::inRange(0, year.enrolment + 1);
  year.severe = *rc::gen::inRange(0, year.special + 1);
}

void any_model(SchoolModel& model) {
  model.pays_facilities = *rc::gen::arbitrary<bool>();
  model.grant_per_student = 3000 * share();
  model.pay_premium = share() - 0.3;
  model.mandated_hours = 2 * share();
  model.cluster_access = share();
  model.in_kind_per_student = 4000 * share();
}

void any_school(GovernedCity& city, SchoolId school) {
  city.put(school, ModelId{*rc::gen::inRange<std::size_t>(0, 3)}, 2000);
  Schools& schools = city.world.schools;
  for (double& held : schools.held[school]) held = share();
  const auto means = means_by_autonomy(schools.held[school]);
  for (int d = 0; d < kAutonomies; ++d) schools.used[school][d] = means[d] * share();
  if (*rc::gen::arbitrary<bool>()) schools.zone[school] = ZoneId{0};
}

GovernedCity any_city() {
  GovernedCity city(4, *rc::gen::inRange<std::uint64_t>(1, 1000));
  for (SchoolModel& model : city.law.models) any_model(model);
  for (std::size_t row = 0; row < 4; ++row) any_school(city, SchoolId{row});
  for (auto& experience : city.world.teachers.experience) {
    experience = static_cast<std::uint8_t>(*rc::gen::inRange(0, 40));
  }
  city.law.budget.base_per_student = 3000 + 20000 * share();
  city.law.budget.portability = share();
  city.law.budget.service_contestable = share();
  city.law.budget.exit_package = share();
  city.law.budget.rival_entry = share();
  city.law.budget.enterprise_food = share();
  city.law.budget.enterprise_transport = share();
  city.law.budget.transport_monopoly = share();
  city.law.budget.severe_reimbursement = share();
  return city;
}

RC_GTEST_PROP(BudgetLawOf, EveryCentIsCounted, ()) {
  GovernedCity city = any_city();
  for (int year = 0; year < 4; ++year) {
    for (std::size_t row = 0; row < 4; ++row) {
      any_children(city.world.results.school[SchoolId{row}]);
    }
    if (*rc::gen::inRange(0, 4) == 0) {
      const SchoolId closed{*rc::gen::inRange<std::size_t>(0, 4)};
      city.world.schools.status[closed] = SchoolStatus::Closed;
    }
    if (*rc::gen::arbitrary<bool>()) {
      city.world.teachers.place[*rc::gen::inRange<std::size_t>(0, 80)] = TeacherPlace::Pool;
    }
    city.spend();
    RC_ASSERT(budget_fault(city.world) == std::string());
    city.turn_year();
  }
}

RC_GTEST_PROP(BudgetLawOf, SchoolsHaveWhatTheyGotLessWhatTheySpent, ()) {
  GovernedCity city = any_city();
  for (int year = 0; year < 2; ++year) {
    const BudgetOutcome outcome = decide_budget(city.world, city.law, city.budget, city.dice);
    for (const SchoolBudget& of : outcome.school) {
      const Cents before = to_cents(city.world.schools.fund_balance[of.school]);
      RC_ASSERT(of.balance == before + of.revenue - of.spending - of.swept + of.covered);
      // Whoever cannot pay its year has no hours beyond those that a premium pays for.
      const SchoolModel& model = city.law.model(city.world.schools.model[of.school]);
      const double premium = std::max(0.0, model.pay_premium.in(city.world.year));
      const double paid = premium / city.law.staffing.hour_rate.in(city.world.year);
      RC_ASSERT(of.hours >= 0.0);
      RC_ASSERT(of.covered == 0 || of.hours <= paid + 1e-9);
    }
    city.spend();
    city.turn_year();
  }
}

RC_GTEST_PROP(BudgetLawOf, AGrantNeverMakesASchoolPoorer, ()) {
  GovernedCity without = any_city();
  without.budget.finance_shock = 0;  // accidents grow with revenue
  without.spend();
  without.turn_year();
  GovernedCity with = without;
  for (SchoolModel& model : with.law.models) {
    model.grant_per_student = model.grant_per_student.in(2011) + 500;
  }
  without.spend();
  with.spend();
  for (std::size_t row = 0; row < 4; ++row) {
    const SchoolId school{row};
    const double children = without.world.results.school[school].enrolment;
    const auto wealth = [&](const GovernedCity& city) {
      return city.world.schools.resources[school] * children +
             city.world.schools.fund_balance[school];
    };
    RC_ASSERT(with.world.schools.hours[school] >= without.world.schools.hours[school] - 1e-9);
    RC_ASSERT(wealth(with) +
                  1e6 * (with.world.schools.hours[school] - without.world.schools.hours[school]) >=
              wealth(without) - 1.0);
  }
}

}  // namespace
}  // namespace homeroom
