#include <algorithm>
#include <string>

#include "sim/core/arithmetic.hpp"
#include "sim/founding/found.hpp"

namespace homeroom {
namespace {

ModelId model_named(const Law& law, const std::string& key) {
  for (std::size_t m = 0; m < law.models.size(); ++m) {
    if (law.models[m].key == key) return ModelId{m};
  }
  return ModelId{};
}

/// Chooses a neighbourhood: where children of the stage still lack seats, with some chance.
class Siting {
 public:
  Siting(const World& world, const HouseholdsParameters& nature, const Dice& dice)
      : places_(world.places), nature_(nature), dice_(dice), need_(world.places.x.size()) {
    for (std::size_t home = 0; home < need_.size(); ++home) {
      need_[home].fill(world.places.weight[home] * static_cast<double>(world.students.size()) /
                       kGrades);
    }
  }

  std::uint16_t place(std::size_t school, GradeSpan span, double students, double affluence) {
    const double per_grade = students / span.size();
    std::size_t best = 0;
    double best_score = -1e300;
    for (std::size_t home = 0; home < need_.size(); ++home) {
      double lacking = 0.0;
      for (int grade = span.first; grade <= span.last; ++grade) {
        lacking += std::max(need_[home][static_cast<std::size_t>(grade)], 0.02 * per_grade);
      }
      const double score = log_of(lacking) - affluence * places_.status[home] +
                           nature_.school_spacing * dice_.gumbel(Die::SchoolPlace, 0, school,
                                                                 static_cast<std::uint32_t>(home));
      if (score > best_score) {
        best_score = score;
        best = home;
      }
    }
    for (int grade = span.first; grade <= span.last; ++grade) {
      need_[best][static_cast<std::size_t>(grade)] -= per_grade;
    }
    return static_cast<std::uint16_t>(best);
  }

 private:
  const Neighbourhoods& places_;
  const HouseholdsParameters& nature_;
  const Dice& dice_;
  std::vector<PerGrade<double>> need_;
};

struct Plan {
  const SchoolGroup* group;
  int index;        ///< within the group
  double students;  ///< size
  bool slot;        ///< an opening slot
};

std::vector<Plan> plans_of(const Place& place, const Law& law, const Dice& dice) {
  std::vector<Plan> plans;
  for (const SchoolGroup& group : place.schools) {
    const std::size_t first = plans.size();
    double total = 0.0;
    for (int i = 0; i < group.count; ++i) {
      const double spread = sqrt_of(log_of(1.0 + group.size_spread * group.size_spread));
      const double size = exp_of(spread * dice.normal(Die::SchoolSize, 0, plans.size()));
      plans.push_back({&group, i, size, false});
      total += size;
    }
    for (std::size_t p = first; p < plans.size(); ++p) plans[p].students *= group.students / total;
  }
  // A slot is built like the schools of the model that may open; else like the first group.
  const SchoolGroup* pattern = &place.schools.front();
  for (const SchoolGroup& group : place.schools) {
    if (group.model == law.authorization.opening_model) {
      pattern = &group;
      break;
    }
  }
  for (int i = 0; i < place.opening_slots; ++i) {
    plans.push_back({pattern, i, pattern->students / std::max(1, pattern->count), true});
  }
  return plans;
}

void put_seats(Schools& schools, SchoolId school, GradeSpan span, double students, double slack) {
  const double per_grade = students * (1.0 + slack) / span.size();
  for (int grade = span.first; grade <= span.last; ++grade) {
    schools.seats[school][static_cast<std::size_t>(grade)] =
        std::max(1, static_cast<int>(per_grade + 0.5));
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

void build_schools(World& world, const Place& place, const Law& law,
                   const HouseholdsParameters& nature, const Dice& dice) {
  const std::vector<Plan> plans = plans_of(place, law, dice);
  Schools& schools = world.schools;
  for (const SchoolModel& model : law.models) {
    world.zones.name.push_back(model.label);
    world.zones.since.push_back(0);
  }
  schools.resize(plans.size());
  world.results.school.assign(plans.size(), {});
  world.last.school.assign(plans.size(), {});
  Siting siting(world, nature, dice);
  for (std::size_t s = 0; s < plans.size(); ++s) {
    const Plan& plan = plans[s];
    const SchoolGroup& group = *plan.group;
    const SchoolId school{s};
    const GradeSpan span{group.first_grade, group.last_grade};
    schools.span[school] = span;
    schools.name[school] = plan.slot ? "Opening " + std::to_string(plan.index + 1)
                                     : group.name + " " + std::to_string(plan.index + 1);
    schools.model[school] = model_named(law, plan.slot && !law.authorization.opening_model.empty()
                                                 ? law.authorization.opening_model
                                                 : group.model);
    schools.second_model[school] =
        group.second_model.empty() || plan.slot ? ModelId{} : model_named(law, group.second_model);
    schools.selective[school] = group.selective && !plan.slot;
    schools.place[school] = siting.place(s, span, plan.slot ? 1.0 : plan.students, group.affluence);
    const std::size_t home = schools.place[school];
    schools.x[school] =
        static_cast<float>(static_cast<double>(world.places.x[home]) +
                           nature.school_jitter_km * dice.normal(Die::SchoolPlaceX, 0, s));
    schools.y[school] =
        static_cast<float>(static_cast<double>(world.places.y[home]) +
                           nature.school_jitter_km * dice.normal(Die::SchoolPlaceY, 0, s));
    put_seats(schools, school, span, plan.students, place.seat_slack + group.further_seats);
    schools.status[school] = plan.slot ? SchoolStatus::Slot : SchoolStatus::Open;
    schools.status_since[school] = world.year;
    if (plan.slot) continue;
    const int range = group.opened_last - group.opened_first + 1;
    const int opened = group.opened_first + plan.index * range / std::max(1, group.count);
    set_opening(world, law, school, opened);
    schools.listed_zone[school] = zone_named(world.zones, law.models.size(), group.zone);
    enter_zone(world, law, school);
  }
  locate(world);
}

}  // namespace homeroom
