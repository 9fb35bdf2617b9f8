#include "sim/observe/lifetimes.hpp"

#include <algorithm>

namespace homeroom {
namespace {

bool under_agreement(const World& world, const Law& law, SchoolId school) {
  return law.model(world.schools.model[school]).agreement_years.in(world.year) >= 1.0;
}

/// The schools of a zone in a year.
struct Zone {
  ModelId model;        ///< of its first school
  bool taught = false;  ///< it had a school this year
  bool stands = false;  ///< and one goes on, with an agreement where it needs one
};

std::vector<Zone> zones_of(const World& world, const Law& law) {
  std::vector<Zone> zones(world.zones.size());
  const Schools& schools = world.schools;
  for (std::size_t row = 0; row < schools.size(); ++row) {
    const SchoolId school{row};
    const ZoneId zone = schools.zone[school];
    if (!zone || zone.row() >= zones.size() || !schools.taught_in(school, world.year)) continue;
    Zone& here = zones[zone.row()];
    if (!here.taught) here.model = schools.model[school];
    here.taught = true;
    const bool secured = !under_agreement(world, law, school) || !schools.agreement_lapsed[school];
    here.stands = here.stands || (schools.is_open(school) && secured);
  }
  return zones;
}

}  // namespace

void Lifetimes::count(ModelId model, Lasting kind, int age, bool ended) {
  for (const std::size_t row : {model.row(), models()}) {
    Lifetime& of = of_[row][static_cast<std::size_t>(kind)];
    const auto years = static_cast<std::size_t>(std::max(0, age));
    if (of.age.size() <= years) of.age.resize(years + 1);
    for (Exposure* exposure : {&of.now, &of.age[years]}) {
      ++exposure->at_risk;
      exposure->ended += ended;
    }
  }
}

void Lifetimes::note_school(const World& world, const Law& law, SchoolId school) {
  const Schools& schools = world.schools;
  const ModelId model = schools.model[school];
  const int age = world.year - schools.in_model_since[school];
  count(model, Lasting::School, age, !schools.is_open(school));
  if (!under_agreement(world, law, school)) return;
  const bool lapsed = schools.agreement_lapsed[school] != 0;
  // Who began this year without an agreement in force had none to lose.
  const bool had_one = age > 0 ? !lapsed_[school.row()] : !lapsed;
  if (had_one) count(model, Lasting::Agreement, age, lapsed);
}

void Lifetimes::note_zones(const World& world, const Law& law) {
  const std::vector<Zone> zones = zones_of(world, law);
  const bool policy = world.year >= world.record_until;
  zone_stood_.resize(zones.size(), 0);
  for (std::size_t row = 0; row < zones.size(); ++row) {
    const Zone& zone = zones[row];
    const int age = world.year - world.zones.since[ZoneId{row}];
    const bool at_risk = zone.taught && (zone_stood_[row] || age == 0);
    if (policy && at_risk) count(zone.model, Lasting::Zone, age, !zone.stands);
    zone_stood_[row] = zone.stands;
  }
}

void Lifetimes::note(const World& world, const Law& law) {
  const Schools& schools = world.schools;
  lapsed_.resize(schools.size(), 0);
  for (auto& model : of_) {
    for (Lifetime& of : model) of.now = {};
  }
  if (world.year >= world.record_until) {
    for (std::size_t row = 0; row < schools.size(); ++row) {
      if (schools.taught_in(SchoolId{row}, world.year)) note_school(world, law, SchoolId{row});
    }
  }
  note_zones(world, law);
  for (std::size_t row = 0; row < schools.size(); ++row) {
    lapsed_[row] = schools.agreement_lapsed[SchoolId{row}];
  }
  for (auto& model : of_) {
    for (Lifetime& of : model) of.since_policy.add(of.now.at_risk, of.now.ended);
  }
}

}  // namespace homeroom
