#include "tests/signs/outcomes.hpp"

#include <stdexcept>

namespace homeroom::signs {
namespace {

Kind kind_named(const std::string& name) {
  const std::string kind = name.substr(0, name.find('.'));
  if (kind == "school") return Kind::School;
  if (kind == "teacher") return Kind::Teacher;
  if (kind == "staff") return Kind::Staff;
  if (kind == "child") return Kind::Child;
  if (kind == "application") return Kind::Application;
  if (kind == "city") return Kind::City;
  throw std::logic_error("an outcome without a kind: " + name);
}

std::vector<Outcome> collected() {
  std::vector<Outcome> all;
  for (const auto& room :
       {school_outcomes(), change_outcomes(), growth_outcomes(), teacher_outcomes(),
        child_outcomes(), achievement_outcomes(), application_outcomes(), city_outcomes(),
        people_outcomes(), record_outcomes()}) {
    for (Outcome outcome : room) {
      outcome.kind = kind_named(outcome.name);
      all.push_back(std::move(outcome));
    }
  }
  return all;
}

}  // namespace

SchoolId SeenYear::school_of(Kind kind, std::size_t unit) const {
  switch (kind) {
    case Kind::School:
      return SchoolId{unit};
    case Kind::Teacher:
      return SchoolId{world.teachers.school[unit]};
    case Kind::Staff:
      return SchoolId{teachers_before.school[unit]};
    case Kind::Child:
      return world.students.school_of(unit);
    case Kind::Application:
      return world.results.applications[unit].school;
    case Kind::City:
      break;
  }
  return {};
}

std::size_t SeenYear::units(Kind kind) const {
  switch (kind) {
    case Kind::School:
      return world.schools.size();
    case Kind::Teacher:
      return world.teachers.size();
    case Kind::Staff:
      return teachers_before.size();
    case Kind::Child:
      return world.students.size();
    case Kind::Application:
      return world.results.applications.size();
    case Kind::City:
      break;
  }
  return 1;
}

bool SeenYear::is_there(Kind kind, std::size_t unit) const {
  switch (kind) {
    case Kind::School:
      return world.schools.taught_in(SchoolId{unit}, world.year) &&
             world.results.school[SchoolId{unit}].enrolment > 0;
    case Kind::Teacher:
      return world.teachers.in_school(unit);
    case Kind::Staff:
      return teachers_before.in_school(unit);
    case Kind::Child:
    case Kind::Application:
    case Kind::City:
      break;
  }
  return true;
}

const std::vector<Outcome>& outcomes() {
  static const std::vector<Outcome> all = collected();
  return all;
}

const Outcome* find_outcome(const std::string& name) {
  for (const Outcome& outcome : outcomes()) {
    if (outcome.name == name) return &outcome;
  }
  return nullptr;
}

}  // namespace homeroom::signs
