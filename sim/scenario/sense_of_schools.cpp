#include <fmt/format.h>

#include <set>

#include "sim/scenario/sense.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom {

namespace {

std::string key_of_group(std::size_t position) {
  return "place.schools." + std::to_string(position);
}

void check_size(const Sense& sense, const std::string& key, const SchoolGroup& group) {
  if (!sense.sound({key + ".count", key + ".students"})) return;
  if (group.count < 1)
    sense.fault(key + ".count", "leaves the group without a school", "1 or more");
  if (group.students < group.count) {
    sense.fault(key + ".students",
                fmt::format("{} children leave a school of {} without students",
                            toml_literal(group.students), group.count),
                "at least one child a school");
  }
}

void check_span(const Sense& sense, const std::string& key, const SchoolGroup& group) {
  if (sense.sound({key + ".first_grade", key + ".last_grade"}) &&
      group.first_grade > group.last_grade) {
    sense.fault(key + ".first_grade",
                fmt::format("{} lies above last_grade {}", group.first_grade, group.last_grade));
  }
  if (sense.sound({key + ".opened_first", key + ".opened_last"}) &&
      group.opened_first > group.opened_last) {
    sense.fault(key + ".opened_first",
                fmt::format("{} lies after opened_last {}", group.opened_first, group.opened_last));
  }
}

void check_group_models(const Sense& sense, const std::string& key, const SchoolGroup& group) {
  sense.expect_model(key + ".model", group.model);
  if (group.second_model.empty()) return;
  sense.expect_model(key + ".second_model", group.second_model);
  if (group.second_model == group.model && sense.sound({key + ".second_model"})) {
    sense.fault(key + ".second_model", "repeats the group's model", "another model, or none");
  }
}

/// A child must have a school to go to in every grade.
void check_every_grade(const Sense& sense) {
  if (!sense.sound({"place.schools", "place.school_list"})) return;
  std::string without;
  for (int grade = kKindergarten; grade <= kLastGrade; ++grade) {
    bool taught = false;
    for (const SchoolGroup& group : sense.scenario.place.schools) {
      taught = taught || (grade >= group.first_grade && grade <= group.last_grade);
    }
    for (const ListedSchool& school : sense.scenario.place.school_list) {
      taught = taught || (!school.special_school && grade >= school.first_grade &&
                          grade <= school.last_grade);
    }
    if (!taught) without += (without.empty() ? "" : ", ") + std::to_string(grade);
  }
  if (!without.empty()) {
    sense.fault("place.schools", "no school teaches grade " + without,
                "a group, or a listed school that is no special school, for every grade");
  }
}

}  // namespace

void check_schools(const Sense& sense) {
  const auto& groups = sense.scenario.place.schools;
  if (groups.empty() && sense.scenario.place.school_list.empty()) {
    if (sense.sound({"place.schools", "place.school_list"})) {
      sense.fault("place.schools", "a city without schools",
                  "one [[place.schools]] or more, or a school_list");
    }
    return;
  }
  std::set<std::string> names;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string key = key_of_group(i);
    check_size(sense, key, groups[i]);
    check_span(sense, key, groups[i]);
    check_group_models(sense, key, groups[i]);
    const std::string& name = groups[i].name;
    if (!name.empty() && !names.insert(name).second) {
      sense.fault(key + ".name", fmt::format("\"{}\" names another group already", name));
    }
  }
  check_school_list(sense);
  check_every_grade(sense);
}

}  // namespace homeroom
