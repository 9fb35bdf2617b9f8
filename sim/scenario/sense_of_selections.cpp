#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/scenario/sense.hpp"

namespace homeroom {

namespace {

std::string key_of_selection(std::size_t position) {
  return "law.selections." + std::to_string(position);
}

int schools_that_teach(const Place& place, int grade) {
  int schools = 0;
  for (const SchoolGroup& group : place.schools) {
    if (group.first_grade <= grade && grade <= group.last_grade) schools += group.count;
  }
  for (const ListedSchool& school : place.school_list) {
    schools += school.first_grade <= grade && grade <= school.last_grade;
  }
  return schools;
}

/// A grade that too few schools teach leaves a selection short, whatever its model.
void check_grade(const Sense& sense, const std::string& key, const Selection& selection) {
  if (selection.teaches < 0) return;
  if (!sense.sound({key + ".count", key + ".teaches", "place.schools", "place.school_list"}))
    return;
  const int teach = schools_that_teach(sense.scenario.place, selection.teaches);
  if (selection.count <= teach) return;
  sense.fault(key + ".teaches",
              fmt::format("{} schools are selected, but {} teach grade {}", selection.count, teach,
                          selection.teaches),
              "a grade that more schools teach, or -1 for any");
}

/// Volunteers come from wherever there are rights to fight for.
void check_volunteers(const Sense& sense, const std::string& key, const Selection& selection) {
  const bool plain = selection.from.empty() && selection.count == 0 && selection.teaches < 0 &&
                     selection.double_status == 0 && selection.double_from.empty();
  if (plain || !sense.sound({key + ".volunteers"})) return;
  sense.fault(key + ".volunteers",
              "goes with no from, count, teaches or double status: volunteers come from every "
              "autonomous school of the district",
              "model, year and volunteers alone");
}

void check_one(const Sense& sense, const std::string& key, const Selection& selection) {
  sense.expect_model(key + ".model", selection.model);
  if (selection.volunteers > 0.0) {
    check_volunteers(sense, key, selection);
  } else {
    sense.expect_model(key + ".from", selection.from);
  }
  if (!selection.double_from.empty()) {
    sense.expect_model(key + ".double_from", selection.double_from);
  }
  if (sense.sound({key + ".count", key + ".double_status"}) &&
      selection.double_status > selection.count) {
    sense.fault(key + ".double_status", fmt::format("{} schools, but only {} are selected",
                                                    selection.double_status, selection.count));
  }
  check_grade(sense, key, selection);
  const RunPlan& run = sense.scenario.run;
  // A later year than the last is no fault: a shorter run just does not come to it.
  if (selection.year < run.first_year && sense.sound({key + ".year", "run"})) {
    sense.fault(key + ".year", fmt::format("{} lies before the policy years", selection.year),
                fmt::format("{} or later", run.first_year));
  }
}

std::vector<std::size_t> by_year(const std::vector<Selection>& selections) {
  std::vector<std::size_t> order(selections.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
    return selections[one].year < selections[other].year;
  });
  return order;
}

/// Follows the schools from model to model: none can be selected twice from one model.
void check_counts(const Sense& sense) {
  if (!sense.sound({"place.schools", "place.school_list", "law.selections"})) return;
  std::map<std::string, int> schools;
  for (const SchoolGroup& group : sense.scenario.place.schools) schools[group.model] += group.count;
  for (const ListedSchool& school : sense.scenario.place.school_list) ++schools[school.model];
  const auto& selections = sense.scenario.law.selections;
  for (const std::size_t i : by_year(selections)) {
    const Selection& selection = selections[i];
    if (selection.volunteers > 0.0) continue;  // how many is known when the year comes
    int& left = schools[selection.from];
    if (selection.count > left) {
      sense.fault(key_of_selection(i) + ".count",
                  fmt::format("{} schools, but {} has {}", selection.count, selection.from, left),
                  fmt::format("0 to {}", left));
      continue;
    }
    left -= selection.count;
    schools[selection.model] += selection.count;
  }
}

}  // namespace

void check_selections(const Sense& sense) {
  const auto& selections = sense.scenario.law.selections;
  for (std::size_t i = 0; i < selections.size(); ++i) {
    check_one(sense, key_of_selection(i), selections[i]);
  }
  check_counts(sense);
}

}  // namespace homeroom
