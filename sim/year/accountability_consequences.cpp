// Probation and reviews, and what a failed one leads to.
//
// Note. "The charter board read my numbers every five years; the district never read them at all."
#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/year/accountability_parts.hpp"

namespace homeroom {

double resistance(const Law& law, const SchoolModel& model, const AccountabilityParameters& nature,
                  int year) {
  if (model.employer != Employer::District) return 0.0;
  const double felt = law.governance.board == BoardType::Elected ? 1.0
                      : law.governance.board == BoardType::Appointed
                          ? nature.appointed_resistance
                          : 0.5 * (1.0 + nature.appointed_resistance);
  return felt * law.governance.union_strength.in(year) * (1.0 - law.governance.turnout.in(year));
}

namespace accountability {
namespace {

bool is_reviewed(const SchoolModel& model, int year) { return model.review_years.in(year) >= 1.0; }

// Schools under contract answer to whoever reviews them, others to the district.
double chance_to_act(const Law& law, const SchoolModel& model,
                     const AccountabilityParameters& nature, int year) {
  const double will = is_reviewed(model, year) ? model.closure_will.in(year)
                                               : law.accountability.closure_will.in(year);
  return will * (1.0 - resistance(law, model, nature, year));
}

double severity(Consequence consequence, const AccountabilityParameters& nature) {
  if (consequence == Consequence::None) return 0.0;
  return consequence == Consequence::TrimRights ? nature.trim_severity : 1.0;
}

void act(const AccountabilityParameters& nature, Consequence consequence, SchoolAccount& account,
         std::vector<Event>& events) {
  switch (consequence) {
    case Consequence::None:
      return;
    case Consequence::TrimRights:
      account.trimmed = std::min(1.0, account.trimmed + nature.trim_step);
      events.push_back({EventKind::RightsTrimmed, account.school, account.trimmed});
      return;
    case Consequence::ReplaceLeader:
      account.replace_leader = true;  // carried out, and told, by next year's leadership
      return;
    case Consequence::Restart:
      if (account.on_record) return;
      account.status = SchoolStatus::Restart;
      account.new_status = true;
      return;
    case Consequence::Close:
      close(account, ClosureReason::Academic, events);
      return;
  }
}

// The first review in or after this year of a school that has no date yet.
int first_review(const Schools& schools, const SchoolModel& model, SchoolId school, int year) {
  const int cycle = static_cast<int>(model.review_years.in(year));
  const int first = static_cast<int>(model.first_review_years.in(year));
  const int due = schools.in_model_since[school] + (first > 0 ? first : cycle);
  return due >= year ? due : due + (year - due + cycle - 1) / cycle * cycle;
}

// A school may owe a rise since its last review; an agreement may excuse those rated high.
bool breaks_pledge(const SchoolModel& model, const SchoolAccount& account, int year) {
  const double owed = model.review_gain.in(year);
  return owed > 0.0 && account.reviewed_rating > 0.0 &&
         account.rating < model.review_gain_below.in(year) &&
         account.rating - account.reviewed_rating < owed;
}

bool can_act(const SchoolModel& model, const SchoolAccount& account, int year) {
  if (model.consequence == Consequence::Restart) {
    return account.idle_share <= model.idle_pay_limit.in(year);
  }
  return model.consequence != Consequence::None;
}

void review(const World& world, const Law& law, const AccountabilityParameters& nature,
            const Dice& dice, const SchoolModel& model, SchoolAccount& account,
            std::vector<Event>& events) {
  const int year = world.year;
  if (account.next_review == 0) {
    account.next_review = first_review(world.schools, model, account.school, year);
  }
  if (year < account.next_review) return;
  if (account.rated_years == 0) {
    account.next_review = year + 1;  // nothing to review: one more year
    return;
  }
  account.next_review = year + static_cast<int>(model.review_years.in(year));
  const bool failed =
      account.rating < 100.0 * model.review_bar.in(year) || breaks_pledge(model, account, year);
  account.reviewed_rating = account.rating;
  const double p = chance_to_act(law, model, nature, year);
  if (failed && can_act(model, account, year) &&
      dice.happens(p, Die::ReviewAction, year, account.school.row())) {
    act(nature, model.consequence, account, events);
    return;
  }
  events.push_back({EventKind::Renewal, account.school, account.rating});
}

void count_probation(const World& world, const Law& law, SchoolAccount& account,
                     std::vector<Event>& events) {
  const bool was = account.status == SchoolStatus::Probation;
  account.probation_years = account.below_bar ? account.probation_years + 1 : 0;
  if (account.below_bar) account.support = law.accountability.support_dose.in(world.year);
  if (account.status == SchoolStatus::Restart) return;  // supported, but not judged anew
  if (account.below_bar) {
    if (was) return;
    account.status = SchoolStatus::Probation;
    account.new_status = true;
    events.push_back({EventKind::Probation, account.school, account.rating});
  } else if (was) {
    account.status = SchoolStatus::Open;
    account.new_status = true;
    events.push_back({EventKind::ProbationEnd, account.school, account.rating});
  }
}

void act_after_probation(const World& world, const Law& law, const AccountabilityParameters& nature,
                         const Dice& dice, const SchoolModel& model, SchoolAccount& account,
                         std::vector<Event>& events) {
  const int year = world.year;
  if (account.probation_years <= law.accountability.probation_years.in(year)) return;
  const double p = chance_to_act(law, model, nature, year);
  if (can_act(model, account, year) &&
      dice.happens(p, Die::ProbationAction, year, account.school.row())) {
    act(nature, model.consequence, account, events);
  }
}

}  // namespace

void close(SchoolAccount& account, ClosureReason reason, std::vector<Event>& events) {
  // A place lists the schools that stand when the policy starts: those that did not live to see it
  // are not on the list, and those that are on it did.
  // Every child has a right to a seat: the last school that teaches a grade goes on.
  if (account.on_record || account.irreplaceable) return;
  account.status = SchoolStatus::Closed;
  account.new_status = true;
  account.may_replicate = false;
  events.push_back({EventKind::Closure, account.school, static_cast<double>(reason)});
}

void hold_to_account(const World& world, const Law& law, const AccountabilityParameters& nature,
                     const Dice& dice, SchoolAccount& account, std::vector<Event>& events) {
  if (account.status == SchoolStatus::Closed) return;
  const int year = world.year;
  const bool first_year = world.schools.in_model_since[account.school] >= year;
  const SchoolModel& model = law.model(world.schools.model[account.school]);
  count_probation(world, law, account, events);
  const bool reviewed = is_reviewed(model, year);
  account.credibility =
      chance_to_act(law, model, nature, year) * severity(model.consequence, nature);
  if (account.listed > 0) {
    account.credibility = std::max(account.credibility, law.governance.takeover_threat.in(year));
    account.credibility = std::max(account.credibility, law.accountability.takeover_rate.in(year));
  }
  account.may_replicate = account.rated_years >= nature.replicate_years && !account.below_bar &&
                          account.rating >= 100.0 * (1.0 - nature.replicate_top);
  if (first_year) return;  // no one is judged by the year in which it began
  if (reviewed) {
    review(world, law, nature, dice, model, account, events);
  } else {
    act_after_probation(world, law, nature, dice, model, account, events);
  }
}

}  // namespace accountability
}  // namespace homeroom
