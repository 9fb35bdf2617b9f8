#include "sim/founding/planned_schools.hpp"

#include <algorithm>

#include "sim/core/arithmetic.hpp"
#include "sim/founding/listed_sites.hpp"

namespace homeroom {
namespace {

/// The i-th school of a group, with all but its size.
PlannedSchool school_of(const SchoolGroup& group, int i) {
  PlannedSchool school;
  school.name = group.name + " " + std::to_string(i + 1);
  school.model = group.model;
  school.second_model = group.second_model;
  school.zone = group.zone;
  school.span = {group.first_grade, group.last_grade};
  school.further_seats = group.further_seats;
  school.affluence = group.affluence;
  school.selective = group.selective;
  school.opened = opened_evenly(group.opened_first, group.opened_last, i, std::max(1, group.count));
  return school;
}

void add_group(const SchoolGroup& group, const Dice& dice, std::vector<PlannedSchool>& schools) {
  std::vector<double> sizes;
  double total = 0.0;
  for (int i = 0; i < group.count; ++i) {
    const double spread = sqrt_of(log_of(1.0 + group.size_spread * group.size_spread));
    const auto row = schools.size() + sizes.size();
    sizes.push_back(exp_of(spread * dice.normal(Die::SchoolSize, 0, row)));
    total += sizes.back();
  }
  for (int i = 0; i < group.count; ++i) {
    schools.push_back(school_of(group, i));
    schools.back().students = sizes[static_cast<std::size_t>(i)] * (group.students / total);
  }
}

/// How much richer each listed school is than others, in SD of the log-odds of poverty.
std::vector<double> affluence_of_list(const std::vector<ListedSchool>& list) {
  std::vector<double> poverty(list.size(), 0.0);
  double sum = 0.0, squares = 0.0, known = 0.0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::optional<double> share = poverty_of(list[i]);
    if (!share) continue;
    poverty[i] = logit(clamp_to(*share, 0.01, 0.99));
    sum += poverty[i];
    squares += poverty[i] * poverty[i];
    known += 1.0;
  }
  const double mean = known > 0.0 ? sum / known : 0.0;
  const double sd = known > 1.0 ? sqrt_of(std::max(0.0, squares / known - mean * mean)) : 0.0;
  std::vector<double> affluence(list.size(), 0.0);
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (poverty_of(list[i]) && sd > 0.0) affluence[i] = (mean - poverty[i]) / sd;
  }
  return affluence;
}

void add_list(const Place& place, const Settlement& settlement,
              std::vector<PlannedSchool>& schools) {
  const std::vector<double> affluence = affluence_of_list(place.school_list);
  for (std::size_t i = 0; i < place.school_list.size(); ++i) {
    const ListedSchool& listed = place.school_list[i];
    PlannedSchool school;
    school.name = listed.name.empty() ? listed.id : listed.name;
    school.model = listed.model;
    school.second_model = listed.second_model;
    school.zone = listed.zone;
    school.span = {listed.first_grade, listed.last_grade};
    school.students = listed.students();
    school.by_grade = listed.enrolment;
    school.further_seats = listed.further_seats;
    school.affluence = affluence[i];
    school.selective = listed.selective;
    school.special_school = listed.special_school;
    school.opened = listed.opened;
    school.site = settlement.sites[i];
    schools.push_back(std::move(school));
  }
}

const SchoolGroup* group_of(const Place& place, const std::string& model) {
  for (const SchoolGroup& group : place.schools) {
    if (group.model == model) return &group;
  }
  return nullptr;
}

/// The first listed school of a model, as large as they are on average.
std::optional<PlannedSchool> typical_of_list(const std::vector<PlannedSchool>& schools,
                                             const std::string& model) {
  std::optional<PlannedSchool> typical;
  double students = 0.0, count = 0.0;
  for (const PlannedSchool& school : schools) {
    if (school.model != model) continue;
    if (!typical) typical = school;
    students += school.students;
    count += 1.0;
  }
  if (typical) typical->students = students / count;
  return typical;
}

/// A slot is built like the schools of the model that may open; else like the first of all.
PlannedSchool pattern_of_slots(const Place& place, const std::vector<PlannedSchool>& schools,
                               const std::string& model) {
  const SchoolGroup* group = group_of(place, model);
  if (!group) {
    if (auto typical = typical_of_list(schools, model)) return *typical;
    if (!place.schools.empty()) group = &place.schools.front();
  }
  if (!group) return *typical_of_list(schools, schools.front().model);
  PlannedSchool pattern = school_of(*group, 0);
  pattern.students = group->students / std::max(1, group->count);
  return pattern;
}

void add_slots(const Place& place, const Law& law, std::vector<PlannedSchool>& schools) {
  const std::string& opening = law.authorization.opening_model;
  PlannedSchool slot = pattern_of_slots(place, schools, opening);
  slot.slot = true;
  if (!opening.empty()) slot.model = opening;
  slot.second_model.clear();
  slot.zone.clear();
  slot.selective = false;
  slot.special_school = false;
  slot.site.reset();
  slot.by_grade.clear();
  for (int i = 0; i < place.opening_slots; ++i) {
    slot.name = "Opening " + std::to_string(i + 1);
    schools.push_back(slot);
  }
}

}  // namespace

std::vector<PlannedSchool> planned_schools(const Place& place, const Settlement& settlement,
                                           const Law& law, const Dice& dice) {
  std::vector<PlannedSchool> schools;
  for (const SchoolGroup& group : place.schools) add_group(group, dice, schools);
  add_list(place, settlement, schools);
  add_slots(place, law, schools);
  return schools;
}

}  // namespace homeroom
