// The policy picks schools once, at the bottom of a noisy two-year rating.
//
// Note. "Whoever starts at the bottom looks better next year, whatever you do."
// Source: bottom 5 % lists and turnaround schools, Osborne and Langhorne (2018), sections on
// Memphis and Boston. No effect is given here: only who is chosen, and what the model then resets.
#include <algorithm>

#include "sim/year/authorization_parts.hpp"

namespace homeroom::authorization {
namespace {

// Rated schools that `wanted` accepts, from the lowest rating up; ties by row.
template <class Wanted>
std::vector<SchoolId> from_the_bottom(const World& world, const AuthorizationOutcome& outcome,
                                      Wanted&& wanted) {
  std::vector<std::pair<double, SchoolId>> rated;
  for (std::size_t row = 0; row < world.schools.size(); ++row) {
    const SchoolId school{row};
    // A school whose own conversion is on record is not free to be chosen.
    const bool free = world.schools.is_open(school) && world.schools.rated_years[school] > 0 &&
                      world.schools.scheduled_year[school] == 0 && !is_changed(outcome, school);
    if (free && wanted(school)) rated.emplace_back(two_year_rating(world.schools, school), school);
  }
  std::sort(rated.begin(), rated.end());
  std::vector<SchoolId> order;
  for (const auto& [rating, school] : rated) order.push_back(school);
  return order;
}

void take(const World& world, const Law& law, const AuthorizationParameters& nature,
          const Dice& dice, AuthorizationOutcome& outcome, SchoolId school, ModelId into,
          ModelId second) {
  Change change = imposed_start(world, law, nature, dice, school, into, outcome);
  change.second_model = second;
  const bool again = into == world.schools.model[school];
  if (again) begin_again(world, law, nature, dice, change);
  outcome.changes.push_back(std::move(change));
  outcome.events.push_back({again ? EventKind::Restart : EventKind::Selection, school,
                            two_year_rating(world.schools, school)});
}

void select(const World& world, const Law& law, const AuthorizationParameters& nature,
            const Dice& dice, const Selection& selection, AuthorizationOutcome& outcome) {
  const Schools& schools = world.schools;
  const ModelId into = law.named(selection.model), from = law.named(selection.from);
  if (!into || !from) return;
  const auto teaches = [&](SchoolId school) {
    const GradeSpan span = schools.span[school];
    return selection.teaches < 0 ||
           (span.first <= selection.teaches && selection.teaches <= span.last);
  };
  const auto ordinary = from_the_bottom(world, outcome, [&](SchoolId school) {
    return schools.model[school] == from && teaches(school);
  });
  const auto plain =
      static_cast<std::size_t>(std::max(0, selection.count - selection.double_status));
  for (std::size_t i = 0; i < std::min(plain, ordinary.size()); ++i) {
    take(world, law, nature, dice, outcome, ordinary[i], into, {});
  }
  // Schools of other models that the district staffs keep what they had as a second model.
  const ModelId beside = law.named(selection.double_from);
  const auto others = from_the_bottom(world, outcome, [&](SchoolId school) {
    const ModelId now = schools.model[school];
    if (!teaches(school)) return false;
    if (beside) return now == beside;
    return now != from && now != into && law.model(now).employer == Employer::District;
  });
  const auto twice = static_cast<std::size_t>(std::max(0, selection.double_status));
  for (std::size_t i = 0; i < std::min(twice, others.size()); ++i) {
    take(world, law, nature, dice, outcome, others[i], into, schools.model[others[i]]);
  }
}

}  // namespace

double two_year_rating(const Schools& schools, SchoolId school) {
  constexpr std::size_t kYears = 2;
  const auto years = std::min<std::size_t>(kYears, schools.rated_years[school]);
  double sum = 0;
  for (std::size_t y = 0; y < years; ++y) sum += schools.rating_history[school][y];
  return sum / static_cast<double>(years);
}

Change imposed_start(const World& world, const Law& law, const AuthorizationParameters& nature,
                     const Dice& dice, SchoolId school, ModelId into,
                     const AuthorizationOutcome& outcome) {
  const SchoolModel& model = law.model(into);
  const double faded = outcome.start_up[school.row()];
  Change change;
  change.kind = Change::Kind::Select;
  change.school = school;
  change.model = into;
  change.new_design = true;
  change.start_up = std::max(faded, conversion_start_up(model, nature, world.year));
  change.new_leader = model.leader_reset && world.schools.principals.years_here[school] >
                                                model.leader_reset_years.in(world.year);
  change.founding = new_start(world, model, nature, dice, school, change.new_leader);
  return change;
}

void select_schools(const World& world, const Law& law, const AuthorizationParameters& nature,
                    const Dice& dice, AuthorizationOutcome& outcome) {
  for (const Selection& selection : law.selections) {
    if (selection.year != world.year) continue;
    if (selection.volunteers > 0.0) {
      take_volunteers(world, law, selection, outcome);
    } else {
      select(world, law, nature, dice, selection, outcome);
    }
  }
}

}  // namespace homeroom::authorization
