// Schools that close for what no test shows: no children, no money, no order in the books.
//
// Source: of charter closures 42 % for finance, 24 % for mismanagement, 19 % academic, CER (2011);
// two Los Angeles pilots closed for enrolment after two years, Osborne and Langhorne (2018).
#include "sim/year/accountability_parts.hpp"
#include "sim/year/seats.hpp"

namespace homeroom::accountability {
namespace {

bool is_under_enrolled(const World& world, const Law& law, SchoolId school) {
  const double minimum = law.accountability.minimum_enrolment.in(world.year);
  int seats = 0;
  for (int grade = 0; grade < kGrades; ++grade) seats += seats_open(world, law, school, grade);
  return minimum > 0.0 && world.results.school[school].enrolment < minimum * seats;
}

bool is_insolvent(const Schools& schools, const AccountabilityParameters& nature, SchoolId school) {
  // Debt that a school carried through the years of the record did not close it: what was added
  // does.
  const double added = schools.fund_balance[school] - schools.debt_on_record[school];
  return added < -nature.insolvency * schools.revenue[school];
}

void close_separate(const World& world, const AccountabilityParameters& nature, const Dice& dice,
                    SchoolAccount& account, std::vector<Event>& events) {
  const std::uint64_t who = account.school.row();
  if (is_insolvent(world.schools, nature, account.school) &&
      dice.happens(nature.insolvency_closes, Die::FinanceClosure, world.year, who)) {
    return close(account, ClosureReason::Finance, events);
  }
  if (dice.happens(nature.mismanagement, Die::Mismanagement, world.year, who)) {
    close(account, ClosureReason::Mismanagement, events);
  }
}

}  // namespace

void close_for_other_reasons(const World& world, const Law& law,
                             const AccountabilityParameters& nature, const Dice& dice,
                             SchoolAccount& account, std::vector<Event>& events) {
  const int year = world.year;
  const SchoolId school = account.school;
  const std::uint64_t who = school.row();
  const SchoolModel& model = law.model(world.schools.model[school]);
  // The minimum is the district's rule for its own; a separate school without children runs dry.
  if (model.guarantee == Guarantee::Separate) {
    return close_separate(world, nature, dice, account, events);
  }
  account.under_enrolled = is_under_enrolled(world, law, school) ? account.under_enrolled + 1 : 0;
  if (account.under_enrolled < nature.under_enrolled_years) return;
  const double against = nature.enrolment_resistance * resistance(law, model, nature, year);
  if (dice.happens(1.0 - against, Die::EnrolmentClosure, year, who)) {
    close(account, ClosureReason::Enrolment, events);
  }
}

}  // namespace homeroom::accountability
