#include "sim/year/accountability.hpp"

#include "sim/year/accountability_parts.hpp"

namespace homeroom {
namespace {

SchoolAccount account_so_far(const World& world, SchoolId school) {
  const Schools& schools = world.schools;
  SchoolAccount account;
  account.school = school;
  account.on_record = world.year < world.record_until;
  account.history = schools.rating_history[school];
  account.rated_years = schools.rated_years[school];
  account.last_rated = schools.last_rated[school];
  account.status = schools.status[school];
  account.probation_years = schools.probation_years[school];
  account.next_review = schools.next_review[school];
  account.under_enrolled = schools.under_enrolled[school];
  account.listed = schools.listed[school];
  account.trimmed = schools.trimmed[school];
  account.picture = schools.picture[school];
  account.published_growth = schools.published_growth[school];
  account.reviewed_rating = schools.reviewed_rating[school];
  return account;
}

// Adds a school to those that teach each of its grades, or takes it off.
void count(const World& world, const SchoolAccount& account, int schools, PerGrade<int>& teaching) {
  const GradeSpan span = world.schools.span[account.school];
  for (int grade = span.first; grade <= span.last; ++grade) {
    teaching[static_cast<std::size_t>(grade)] += schools;
  }
}

bool is_irreplaceable(const World& world, const SchoolAccount& account,
                      const PerGrade<int>& teaching) {
  const GradeSpan span = world.schools.span[account.school];
  for (int grade = span.first; grade <= span.last; ++grade) {
    if (teaching[static_cast<std::size_t>(grade)] <= 1) return true;
  }
  return false;
}

// How sure it is that another operator takes the slot of a school that closes.
double rivals_at_hand(const World& world, const Law& law) {
  const double queue = world.city.founder_queue;
  return law.authorization.reoffer_slots.in(world.year) * queue / (1.0 + queue);
}

// What the year's closures cost those who sit on the board: schools whose staff the district pays
// cost most.
double political_cost(const World& world, const Law& law, const AccountabilityParameters& nature,
                      const std::vector<SchoolAccount>& accounts) {
  const double quiet = nature.rivals_quiet * rivals_at_hand(world, law);
  double own = 0, cost = 0;
  for (const SchoolAccount& account : accounts) {
    const SchoolModel& model = law.model(world.schools.model[account.school]);
    const bool employs = model.employer == Employer::District;
    const double weight = employs ? 1.0 : nature.separate_closure_cost * (1.0 - quiet);
    own += employs;
    if (!account.new_status) continue;
    if (account.status == SchoolStatus::Closed) cost += weight;
    if (account.status == SchoolStatus::Restart) cost += weight * nature.restart_cost;
  }
  return own > 0 ? cost / own : 0.0;
}

}  // namespace

AccountabilityOutcome decide_accountability(const World& world, const Law& law,
                                            const AccountabilityParameters& nature,
                                            const Dice& dice) {
  AccountabilityOutcome outcome;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    if (world.schools.is_open(school)) {
      outcome.school.push_back(account_so_far(world, school));
    }
  }
  accountability::rate(world, law, nature, outcome.school);
  accountability::publish(world, nature, outcome.school);
  accountability::list_for_takeover(world, law, outcome.school, outcome.events);
  accountability::count_idle_pay(world, law, outcome.school);
  PerGrade<int> going_on{};
  for (const SchoolAccount& account : outcome.school) count(world, account, 1, going_on);
  for (SchoolAccount& account : outcome.school) {
    account.irreplaceable = is_irreplaceable(world, account, going_on);
    accountability::close_for_other_reasons(world, law, nature, dice, account, outcome.events);
    accountability::hold_to_account(world, law, nature, dice, account, outcome.events);
    if (account.status == SchoolStatus::Closed) count(world, account, -1, going_on);
  }
  outcome.memory_years = nature.memory_years;
  outcome.political_cost = political_cost(world, law, nature, outcome.school);
  return outcome;
}

}  // namespace homeroom
