#include <algorithm>
#include <string>

#include "sim/core/arithmetic.hpp"
#include "sim/founding/found.hpp"
#include "sim/founding/planned_schools.hpp"
#include "sim/founding/siting.hpp"

namespace homeroom {
namespace {

ModelId model_named(const Law& law, const std::string& key) {
  for (std::size_t m = 0; m < law.models.size(); ++m) {
    if (law.models[m].key == key) return ModelId{m};
  }
  return ModelId{};
}

void put_seats(Schools& schools, SchoolId school, const PlannedSchool& plan, double slack) {
  for (int grade = plan.span.first; grade <= plan.span.last; ++grade) {
    const auto i = static_cast<std::size_t>(grade - plan.span.first);
    const double seats = plan.by_grade.empty() ? plan.students * (1.0 + slack) / plan.span.size()
                                               : plan.by_grade[i] * (1.0 + slack);
    schools.seats[school][static_cast<std::size_t>(grade)] =
        std::max(1, static_cast<int>(seats + 0.5));
  }
}

/// The zone of a place's list, a new one if its name has not been seen.
ZoneId zone_named(SchoolZones& zones, std::size_t models, const std::string& name) {
  if (name.empty()) return {};
  for (std::size_t zone = models; zone < zones.size(); ++zone) {
    if (zones.name[ZoneId{zone}] == name) return ZoneId{zone};
  }
  zones.name.push_back(name);
  zones.since.push_back(0);
  return ZoneId{zones.size() - 1};
}

/// A school that stands is in its zone now; one that comes later enters it then.
void enter_zone(World& world, const Law& law, SchoolId school) {
  Schools& schools = world.schools;
  if (schools.scheduled_year[school] > 0) return;
  const ZoneId listed = schools.listed_zone[school];
  ZoneId zone = listed ? listed : zone_of_model(law, schools.model[school]);
  if (!zone) zone = zone_of_model(law, schools.second_model[school]);
  schools.zone[school] = zone;
  if (!zone) return;
  int& since = world.zones.since[zone];
  const int entered = schools.in_model_since[school];
  since = since == 0 ? entered : std::min(since, entered);
}

void locate(World& world) {
  Neighbourhoods& places = world.places;
  const std::size_t schools = world.schools.size();
  places.distance.resize(places.x.size() * schools);
  for (std::size_t home = 0; home < places.x.size(); ++home) {
    for (std::size_t s = 0; s < schools; ++s) {
      const double dx =
          static_cast<double>(places.x[home]) - static_cast<double>(world.schools.x[SchoolId{s}]);
      const double dy =
          static_cast<double>(places.y[home]) - static_cast<double>(world.schools.y[SchoolId{s}]);
      places.distance[home * schools + s] = static_cast<float>(sqrt_of(dx * dx + dy * dy));
    }
  }
  find_nearest(places, schools);
}

}  // namespace

void build_schools(World& world, const Place& place, const Settlement& settlement, const Law& law,
                   const HouseholdsParameters& nature, const Dice& dice) {
  const std::vector<PlannedSchool> plans = planned_schools(place, settlement, law, dice);
  Schools& schools = world.schools;
  for (const SchoolModel& model : law.models) {
    world.zones.name.push_back(model.label);
    world.zones.since.push_back(0);
  }
  schools.resize(plans.size());
  world.results.school.assign(plans.size(), {});
  world.last.school.assign(plans.size(), {});
  site_schools(world, plans, nature, dice);
  for (std::size_t s = 0; s < plans.size(); ++s) {
    const PlannedSchool& plan = plans[s];
    const SchoolId school{s};
    schools.span[school] = plan.span;
    schools.name[school] = plan.name;
    schools.model[school] = model_named(law, plan.model);
    schools.second_model[school] =
        plan.second_model.empty() ? ModelId{} : model_named(law, plan.second_model);
    schools.selective[school] = plan.selective;
    schools.special_school[school] = plan.special_school;
    put_seats(schools, school, plan, place.seat_slack + plan.further_seats);
    schools.status[school] = plan.slot ? SchoolStatus::Slot : SchoolStatus::Open;
    schools.status_since[school] = world.year;
    if (plan.slot) continue;
    set_opening(world, law, school, plan.opened);
    schools.listed_zone[school] = zone_named(world.zones, law.models.size(), plan.zone);
    enter_zone(world, law, school);
  }
  locate(world);
}

}  // namespace homeroom
