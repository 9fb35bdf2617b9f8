// Tables of groups count the children who are there: each group of each school model, one by one,
// and their sums are what the tables of models and of the district tell.
//
// Tolerances. Counts and points are whole numbers and equal; means of levels are sums of doubles in
// two orders: 1e-9.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <functional>
#include <map>

#include "sim/observe/group_sums.hpp"
#include "tests/support/lived_city.hpp"
#include "tests/support/random_city.hpp"
#include "tests/support/run_tables.hpp"
#include "tests/support/table_columns.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;

constexpr double kDoubles = 1e-9;

/// Who is in a group, said once more and in other words than the code's.
bool is_in(const std::string& group, const Students& students, std::size_t row) {
  static const std::map<std::string, Group> by_race = {{"black", Group::Black},
                                                       {"hispanic", Group::Hispanic},
                                                       {"white", Group::White},
                                                       {"asian", Group::Asian},
                                                       {"other", Group::Other}};
  if (group == "all") return true;
  if (group.compare(0, 4, "not_") == 0) return !is_in(group.substr(4), students, row);
  if (group == "low_income") return students.has(row, trait::kLowIncome);
  if (group == "english_learner") return students.has(row, trait::kEnglishLearner);
  if (group == "special_education") {
    return students.has(row, trait::kSpecialModerate) || students.has(row, trait::kSpecialSevere);
  }
  return students.group(row) == by_race.at(group);
}

/// The children of a group in the schools of a model (none: of the city), counted one by one.
ChildrenSums counted(const World& world, std::size_t group, std::size_t model,
                     const PerSubject<double>& cuts) {
  const Students& students = world.students;
  const std::string name(kChildrenGroups[group].name);
  ChildrenSums sums;
  for (std::size_t row = 0; row < students.size(); ++row) {
    const bool here = world.schools.model[students.school_of(row)].row() == model;
    if ((model != SIZE_MAX && !here) || !is_in(name, students, row)) continue;
    ++sums.children;
    for (int m = 0; m < kSubjects; ++m) {
      sums.level[m] += static_cast<double>(students.baseline[m][row] + students.durable[m][row] +
                                           students.fleeting[m][row] + students.transient[m][row]);
      const std::int16_t points = students.score[m][row];
      if (!is_tested(students.grade[row]) || points == kNoScore) continue;
      ++sums.tested[m];
      sums.points[m] += points;
      // As the state marks: in floats, in which a cut of .34 may lie just above 340 points.
      const float cut = static_cast<float>(cuts[m]) * kScorePoints;
      if (static_cast<float>(points) >= cut) ++sums.proficient[m];
    }
  }
  return sums;
}

std::string fault_of_sums(const ChildrenSums& found, const ChildrenSums& wanted) {
  if (found.children != wanted.children) return "children";
  for (int m = 0; m < kSubjects; ++m) {
    if (found.tested[m] != wanted.tested[m]) return "tested";
    if (found.points[m] != wanted.points[m]) return "points";
    if (found.proficient[m] != wanted.proficient[m]) return "proficient";
    // Sums of floats here, of doubles there: 1e-6 of each child.
    if (!(std::abs(found.level[m] - wanted.level[m]) <= 1e-6 * wanted.children)) return "level";
  }
  return {};
}

std::string fault_of_world(const World& world, const Scenario& scenario) {
  const std::size_t models = scenario.law.models.size();
  const PerSubject<double> cuts = {scenario.nature.testing.cut_math,
                                   scenario.nature.testing.cut_ela};
  const auto sums = sums_by_group(world, models, cuts);
  for (std::size_t m = 0; m <= models; ++m) {
    for (std::size_t g = 0; g < kChildrenGroups.size(); ++g) {
      const auto wanted = counted(world, g, m == models ? SIZE_MAX : m, cuts);
      const std::string fault = fault_of_sums(sums[m][g], wanted);
      if (!fault.empty()) return std::string(kChildrenGroups[g].name) + ": " + fault;
    }
  }
  return {};
}

/// Rows of all children against the table of models and the district's.
std::string fault_of_tables(const ReplicateRecords& records) {
  std::map<std::pair<std::int64_t, std::string>, std::vector<double>> wanted;
  const std::vector<std::string> columns = {"proficiency_math", "proficiency_ela",
                                            "mean_score_math", "mean_score_ela"};
  const auto values_of = [&](const Batch& batch, std::size_t row) {
    std::vector<double> values;
    for (const std::string& column : columns) values.push_back(numbers_of(batch, column)[row]);
    return values;
  };
  for (std::size_t row = 0; row < records.models.rows(); ++row) {
    wanted[{wholes_of(records.models, "year")[row], texts_of(records.models, "model")[row]}] =
        values_of(records.models, row);
  }
  for (std::size_t row = 0; row < records.district.rows(); ++row) {
    wanted[{wholes_of(records.district, "year")[row], ""}] = values_of(records.district, row);
  }
  std::size_t met = 0;
  for (std::size_t row = 0; row < records.groups.rows(); ++row) {
    if (texts_of(records.groups, "group")[row] != "all") continue;
    const auto at = wanted.find(
        {wholes_of(records.groups, "year")[row], texts_of(records.groups, "model")[row]});
    if (at == wanted.end()) return "a model that the table of models has not";
    ++met;
    const std::vector<double> found = values_of(records.groups, row);
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (std::isnan(found[c]) && std::isnan(at->second[c])) continue;
      if (!(std::abs(found[c] - at->second[c]) < kDoubles)) return columns[c];
    }
  }
  return met == wanted.size() ? "" : "a model has no groups";
}

std::string fault_of(const Scenario& scenario) {
  LivedCity city(scenario);
  while (city.pass_year()) {
    const std::string fault = fault_of_world(city.world(), scenario);
    if (!fault.empty()) return std::to_string(city.world().year) + ": " + fault;
  }
  return fault_of_tables(run_records(scenario));
}

TEST(GroupsLaw, CountsEveryChildInAnyCity) {
  EXPECT_TRUE(rc::check("any city", [] {
    const std::vector<std::string> settings = any_city_settings();
    RC_LOG(as_arguments(settings));
    RC_ASSERT(fault_of(small_city(settings)) == "");
  }));
}

}  // namespace
}  // namespace homeroom
