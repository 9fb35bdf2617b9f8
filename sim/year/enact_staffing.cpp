#include <utility>

#include "sim/core/contracts.hpp"
#include "sim/year/staffing.hpp"

namespace homeroom {
namespace {

void write_school(SchoolYear& year, const SchoolStaffing& staff) {
  year.staff_before = staff.staff_before;
  year.posts = staff.posts;
  year.teachers = staff.teachers;
  year.novices = staff.novices;
  year.departures = staff.departures;
  year.vacancies = staff.vacancies;
  year.late_hires = staff.late_hires;
  year.forced = staff.forced;
  year.dismissed = staff.dismissed;
  year.recruited_away = staff.recruited_away;
  year.mean_effect = staff.mean_effect;
  year.turnover =
      staff.staff_before > 0 ? static_cast<double>(staff.departures) / staff.staff_before : 0.0;
}

}  // namespace

void enact(World& world, StaffingOutcome&& outcome) {
  HOMEROOM_EXPECT(outcome.school.size() == world.results.school.size());
  world.teachers = std::move(outcome.teachers);
  world.posts = std::move(outcome.posts);
  Results& results = world.results;
  for (std::size_t s = 0; s < outcome.school.size(); ++s) {
    write_school(results.school[SchoolId{s}], outcome.school[s]);
    if (outcome.school[s].forced == 0) continue;
    results.events.push_back(
        {EventKind::ForcedPlacement, SchoolId{s}, static_cast<double>(outcome.school[s].forced)});
  }
  results.moves = std::move(outcome.moves);
  results.placements_forced = outcome.placements_forced;
  results.pool_size = outcome.pool_size;
  results.pool_entries = outcome.pool_entries;
  results.pool_exits = outcome.pool_exits;
  results.hires_outside = outcome.hires_outside;
  results.hires_novice = outcome.hires_novice;
  results.teachers_before = outcome.teachers_before;
  results.teachers_left = outcome.teachers_left;
}

}  // namespace homeroom
