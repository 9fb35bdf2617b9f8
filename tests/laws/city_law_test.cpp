// Whatever city a scenario describes and whatever its law: children, teachers and dollars are
// conserved, every child sits in one school, and no table holds a number that is none. A failing
// city is printed as the settings that rerun it.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "sim/world/invariants_budget.hpp"
#include "sim/world/invariants_staff.hpp"
#include "tests/support/lived_city.hpp"
#include "tests/support/random_city.hpp"
#include "tests/support/run_tables.hpp"
#include "tests/support/staff_faults.hpp"
#include "tests/support/table_faults.hpp"
#include "tests/support/world_faults.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;

/// The first law that the year broke, or nothing.
std::string fault_of_year(const Scenario& scenario, const LivedCity& city) {
  const World& world = city.world();
  LearningOutcome learning;
  const Nature& nature = scenario.nature;
  World taught = world;
  enact(taught,
        decide_learning(world, scenario.law, nature.learning, nature.cohort.shocks(), city.dice()),
        nature.learning, city.dice(), learning);
  for (const std::string& fault :
       {children_fault(city.before(), world), seating_fault(world),
        capacity_fault(city.before(), world, scenario.law), staffing_fault(world),
        budget_fault(world), number_fault(world),
        growth_fault(world.students, taught, nature.learning, learning)}) {
    if (!fault.empty()) return std::to_string(world.year) + ": " + fault;
  }
  return {};
}

/// Each child is written once a year, in a school that is written, too, and schools' enrolments
/// sum to the city's.
std::string counting_fault(const ReplicateRecords& records, std::size_t children) {
  constexpr std::size_t kYear = 2, kEnrolment = 13, kStudents = 3;
  const Batch& district = records.district;
  if (records.microdata->students.rows() != children * district.rows()) {
    return "students.csv does not hold every child once a year";
  }
  for (std::size_t year = 0; year < district.rows(); ++year) {
    if (district.wholes(kStudents)[year] != static_cast<std::int64_t>(children)) {
      return "district.csv does not count every child";
    }
    std::int64_t enrolled = 0;
    for (std::size_t row = 0; row < records.schools.rows(); ++row) {
      const bool now = records.schools.wholes(kYear)[row] == district.wholes(kYear)[year];
      enrolled += now ? records.schools.wholes(kEnrolment)[row] : 0;
    }
    if (enrolled != district.wholes(kStudents)[year]) return "schools.csv misses children";
  }
  return {};
}

/// What happened in the cities that were tried: a law holds easily where nothing happens.
struct Seen {
  int closures = 0, openings = 0, empty_schools = 0, beyond_seats = 0, lottery_seats = 0,
      pool_teachers = 0, elections = 0;

  void add(const World& world) {
    for (const Event& event : world.results.events) {
      closures += event.kind == EventKind::Closure;
      openings += event.kind == EventKind::Opening;
      elections += event.kind == EventKind::Election;
    }
    for (std::size_t s = 0; s < world.schools.size(); ++s) {
      const SchoolId school{s};
      const bool taught = world.schools.taught_in(school, world.year);
      empty_schools += taught && world.results.school[school].enrolment == 0;
    }
    beyond_seats += world.results.unassigned;
    lottery_seats += world.results.separate_enrolled;
    pool_teachers += world.results.pool_size;
  }
};

std::string records_fault(const Scenario& scenario, std::size_t children) {
  const ReplicateRecords records = run_records(scenario);
  for (const Batch* batch : records.batches()) {
    std::string fault = table_fault(*batch);
    if (!fault.empty()) return fault;
  }
  std::string fault = staff_fault(records);
  return fault.empty() ? counting_fault(records, children) : fault;
}

std::string fault_of(const Scenario& scenario, Seen& seen) {
  LivedCity city(scenario);
  while (city.pass_year()) {
    seen.add(city.world());
    std::string fault = fault_of_year(scenario, city);
    if (!fault.empty()) return fault;
  }
  return records_fault(scenario, city.world().students.size());
}

TEST(CityLaw, HoldsInAnyCityUnderAnyLaw) {
  Seen seen;
  EXPECT_TRUE(rc::check("any city", [&] {
    const std::vector<std::string> settings = any_city_settings();
    RC_LOG(as_arguments(settings));
    RC_ASSERT(fault_of(small_city(settings), seen) == "");
  }));
  EXPECT_GT(seen.closures, 0);
  EXPECT_GT(seen.openings, 0);
  EXPECT_GT(seen.beyond_seats, 0);
  EXPECT_GT(seen.lottery_seats, 0);
  EXPECT_GT(seen.pool_teachers, 0);
  EXPECT_GT(seen.elections, 0);
}

/// Charters to which nobody may apply: their children grow up and nobody follows.
Seen seen_where_charters_dwindle(const std::string& minimum_enrolment) {
  Seen seen;
  const Scenario scenario = small_city(
      {"run.burn_in_years=1", "run.policy_years=8", "place.seat_slack=0.5",
       "law.choice.lottery_applications=0", "nature.mobility.backfill=0",
       "nature.mobility.late_arrival=0",
       "law.accountability.minimum_enrolment=" + minimum_enrolment,
       "place.schools=[{model=\"traditional\",name=\"Large\",count=2,students=900,last_grade=12},"
       "{model=\"independent_charter\",name=\"Tiny\",count=4,students=20,first_grade=10,"
       "last_grade=12},"
       "{model=\"independent_charter\",name=\"Charter\",count=2,students=60,last_grade=8}]"});
  EXPECT_EQ(fault_of(scenario, seen), "");
  return seen;
}

TEST(CityLaw, HoldsWhereSchoolsLoseAllTheirChildren) {
  EXPECT_GT(seen_where_charters_dwindle("0").empty_schools, 0);
  EXPECT_GT(seen_where_charters_dwindle("0.9").closures, 0);
}

TEST(CityLaw, HoldsWhereNobodyIsTested) {
  Seen seen;
  const Scenario scenario = small_city({"law.testing.tests_given={ 1900 = 1, 2012 = 0 }"});
  EXPECT_EQ(scenario.law.testing.tests_given.in(scenario.run.last_year()), 0.0);
  EXPECT_EQ(fault_of(scenario, seen), "");
}

/// Two schools of every model that is shipped, one of which takes it up while the city is watched.
TEST(CityLaw, HoldsUnderEveryShippedModel) {
  std::string schools;
  for (const SchoolModel& model : small_city({}).law.models) {
    for (const int opened : {2000, 2012}) {
      schools += fmt::format(
          "{}{{model=\"{}\",name=\"{} {}\",count=1,students=90,last_grade=12,opened_first={},"
          "opened_last={}}}",
          schools.empty() ? "[" : ",", model.key, model.key, opened, opened, opened);
    }
  }
  Seen seen;
  const Scenario scenario = small_city({"run.first_year=2011", "run.burn_in_years=2",
                                        "run.policy_years=5", "place.schools=" + schools + "]"});
  EXPECT_GE(scenario.law.models.size(), 29u);
  EXPECT_EQ(fault_of(scenario, seen), "");
  EXPECT_GT(seen.openings, 0);
}

}  // namespace
}  // namespace homeroom
