#include <utility>

#include "sim/core/contracts.hpp"
#include "sim/year/leadership.hpp"

namespace homeroom {

void enact(World& world, LeadershipOutcome&& outcome) {
  HOMEROOM_EXPECT(outcome.fit_kept.size() == world.schools.size());
  world.schools.principals = std::move(outcome.principals);
  world.schools.replace_leader.assign(world.schools.size(), 0);
  Teachers& teachers = world.teachers;
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (!teachers.in_school(row)) continue;
    teachers.fit[row] *= static_cast<float>(outcome.fit_kept[teachers.school[row]]);
  }
  auto& events = world.results.events;
  events.insert(events.end(), outcome.events.begin(), outcome.events.end());
}

}  // namespace homeroom
