// Every few years the state names the bottom of the district's schools; a school that changes its
// model in time escapes.
//
// Source: Tennessee's list of the bottom 5 % every three years, Osborne and Langhorne (2018),
// section on Memphis.
#include <algorithm>

#include "sim/year/accountability_parts.hpp"

namespace homeroom::accountability {
namespace {

constexpr double kListed = 1, kEscaped = 0;

void let_escape(const World& world, SchoolAccount& account, std::vector<Event>& events) {
  if (account.listed == 0) return;
  if (world.schools.in_model_since[account.school] <= account.listed) return;
  account.listed = 0;
  events.push_back({EventKind::TakeoverList, account.school, kEscaped});
}

}  // namespace

void list_for_takeover(const World& world, const Law& law, std::vector<SchoolAccount>& accounts,
                       std::vector<Event>& events) {
  for (SchoolAccount& account : accounts) let_escape(world, account, events);
  const int every = static_cast<int>(law.accountability.takeover_list_years.in(world.year));
  const bool threatens = law.governance.takeover_threat.in(world.year) > 0.0;
  if (every <= 0 || !threatens || (world.year - world.founded) % every != 0) return;
  const double bottom = 100.0 * law.accountability.takeover_share.in(world.year);
  for (SchoolAccount& account : accounts) {
    const SchoolModel& model = law.model(world.schools.model[account.school]);
    const bool named =
        model.employer == Employer::District && account.rated_years > 0 && account.rating < bottom;
    account.listed = named ? world.year : 0;
    if (named) events.push_back({EventKind::TakeoverList, account.school, kListed});
  }
}

}  // namespace homeroom::accountability
