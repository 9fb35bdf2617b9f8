// A nation is its districts: each lives as it would alone, sums are sums, and neither threads nor
// the order in which districts live change a byte.
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <map>
#include <sstream>

#include "sim/run/district_life.hpp"
#include "sim/run/nation.hpp"
#include "sim/world/invariants_budget.hpp"
#include "sim/world/invariants_staff.hpp"
#include "tests/support/national.hpp"
#include "tests/support/run_tables.hpp"
#include "tests/support/staff_faults.hpp"
#include "tests/support/table_faults.hpp"
#include "tests/support/world_faults.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;

const std::vector<std::string> kShort = {"run.burn_in_years=3", "run.policy_years=2"};

Scenario small_nation(int districts) {
  std::vector<std::string> settings = kShort;
  settings.push_back("nation.districts=" + std::to_string(districts));
  return national(settings);
}

/// The text of every table.
std::vector<std::string> texts_of(const Scenario& scenario, int threads, bool streamed) {
  std::vector<std::string> all(tables_of_a_nation(true).size());
  const std::atomic<bool> stop{false};
  Experiment experiment{&scenario, {1, 2}, threads, false, true};
  experiment.schools = true;
  experiment.streamed = streamed;
  const NationOutcome outcome =
      run_nation(experiment,
                 {[&](const std::vector<std::string>& texts) {
                    for (std::size_t table = 0; table < texts.size(); ++table)
                      all[table] += texts[table];
                  },
                  [](std::uint32_t) {}, ::testing::TempDir()},
                 stop, [](int) {});
  EXPECT_EQ(outcome.finished, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_FALSE(outcome.interrupted);
  return all;
}

/// Threads that the system has of this program; those that rest are among them.
auto threads_there() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
}

TEST(NationLaw, NeitherThreadsNorTheOrderOfLivesChangeAByte) {
  const Scenario scenario = small_nation(20);
  const auto one = texts_of(scenario, 1, false);
  for (const std::string& text : one) EXPECT_FALSE(text.empty());
  for (const int threads : {2, 3, 7}) {
    EXPECT_TRUE(texts_of(scenario, threads, false) == one);
    EXPECT_GE(threads_there(), threads);
  }
  for (const int threads : {1, 3}) EXPECT_TRUE(texts_of(scenario, threads, true) == one);
}

/// Cells of a row by column name. No cell of these tables holds a comma.
using Row = std::map<std::string, std::string>;
std::vector<Row> rows_of(const TableDefinition& table, const std::string& text) {
  std::vector<Row> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line);
    Row& row = rows.emplace_back();
    for (const ColumnDefinition& column : table.columns) {
      std::string cell;
      std::getline(cells, cell, ',');
      row[std::string(column.name)] = cell;
    }
  }
  return rows;
}

TEST(NationLaw, SumsAreThoseOfTheirParts) {
  const auto texts = texts_of(small_nation(30), 0, false);
  const auto nation = rows_of(nation_table(), texts[0]);
  const auto classes = rows_of(size_classes_table(), texts[1]);
  const auto models = rows_of(models_table(), texts[2]);
  const auto districts = rows_of(districts_table(), texts[3]);
  const auto schools = rows_of(nation_schools_table(), texts[4]);
  ASSERT_EQ(nation.size(), 2u * 5);  // replicates times years, the burn-in among them
  ASSERT_EQ(districts.size(), 30u * 10);
  const auto sum = [&](const std::vector<Row>& rows, const Row& year, const char* column) {
    double all = 0.0;
    for (const Row& row : rows) {
      const bool same =
          row.at("replicate") == year.at("replicate") && row.at("year") == year.at("year");
      if (same) all += std::stod(row.at(column));
    }
    return all;
  };
  for (const Row& year : nation) {
    EXPECT_EQ(year.at("districts"), "30");
    for (const char* column :
         {"students", "schools", "teachers", "vacancies", "hired_outside", "choosers"}) {
      const double all = std::stod(year.at(column));
      EXPECT_EQ(sum(classes, year, column), all) << column;
      EXPECT_EQ(sum(districts, year, column), all) << column;
    }
    for (const char* column : {"revenue", "outlay", "balance"}) {
      const double all = std::stod(year.at(column));
      EXPECT_NEAR(sum(districts, year, column), all, 1.0) << column;
    }
    EXPECT_EQ(sum(models, year, "enrolment"), std::stod(year.at("students")));
    EXPECT_EQ(sum(schools, year, "enrolment"), std::stod(year.at("students")));
  }
}

TEST(NationLaw, MeansAreWeightedByChildren) {
  const auto texts = texts_of(small_nation(30), 0, false);
  const auto nation = rows_of(nation_table(), texts[0]);
  const auto schools = rows_of(nation_schools_table(), texts[4]);
  const auto districts = rows_of(districts_table(), texts[3]);
  for (const Row& year : nation) {
    std::map<std::string, std::array<double, 2>> by_district;  // tested, and their scores' sum
    double tested = 0.0, scores = 0.0, poor = 0.0, children = 0.0;
    for (const Row& row : schools) {
      if (row.at("replicate") != year.at("replicate") || row.at("year") != year.at("year"))
        continue;
      children += std::stod(row.at("enrolment"));
      if (!row.at("pct_low_income").empty()) {
        poor += std::stod(row.at("pct_low_income")) * std::stod(row.at("enrolment"));
      }
      if (row.at("mean_score_math").empty()) continue;
      const double here = std::stod(row.at("n_tested_math"));
      tested += here;
      scores += here * std::stod(row.at("mean_score_math"));
      by_district[row.at("district")][0] += here;
      by_district[row.at("district")][1] += here * std::stod(row.at("mean_score_math"));
    }
    EXPECT_NEAR(std::stod(year.at("mean_score_math")), scores / tested, 1e-5);
    EXPECT_NEAR(std::stod(year.at("pct_low_income")), poor / children, 1e-3);
    double variance = 0.0;
    for (const auto& [district, sums] : by_district) {
      const double off = sums[1] / sums[0] - scores / tested;
      variance += sums[0] * off * off / tested;
    }
    EXPECT_NEAR(std::stod(year.at("district_sd_math")), std::sqrt(variance), 1e-4);
  }
}

TEST(NationLaw, ADistrictLivesAsItWouldAlone) {
  const Scenario scenario = small_nation(20);
  const auto rows = rows_of(districts_table(), texts_of(scenario, 0, false)[3]);
  const std::atomic<bool> stop{false};
  for (const int district : {1, 7, 20}) {
    ReplicatePlan plan{2, false, true};
    plan.district = district;
    const auto alone = run_replicate(scenario, plan, stop, [] {});
    std::string text;
    append_csv(text, alone->district);
    const auto city = rows_of(district_table(), text);
    ASSERT_EQ(city.size(), 5u);
    std::size_t found = 0;
    for (const Row& row : rows) {
      if (row.at("replicate") != "2" || row.at("district") != std::to_string(district)) continue;
      for (const auto& [column, cell] : city.at(found)) EXPECT_EQ(row.at(column), cell) << column;
      ++found;
    }
    EXPECT_EQ(found, 5u);
  }
}

/// The shipped nation's smallest class, with districts of so many children.
Scenario nation_of(int least, int most, int districts) {
  Scenario scenario = national({"run.burn_in_years=3", "run.policy_years=4"});
  Nation& nation = *scenario.nation;
  SizeClass of = nation.classes.back();
  of.count = districts;
  of.least = least;
  of.most = most;
  of.mean = 0.5 * (least + most);
  nation.classes = {of};
  // As much as the law can do to them.
  scenario.law.accountability.minimum_enrolment = 0.9;
  scenario.law.accountability.closure_will = 1.0;
  scenario.law.choice.assignment = Assignment::DeferredAcceptance;
  return scenario;
}

class SmallDistricts : public ::testing::TestWithParam<std::pair<int, int>> {};

// One school, grades without a child, classes of one: nothing divides by what is not there.
TEST_P(SmallDistricts, LiveByTheSameLaws) {
  const Scenario scenario = nation_of(GetParam().first, GetParam().second, 12);
  ChapterTimes times;
  int empty_grades = 0;
  for (const DistrictPlan& plan : plan_districts(*scenario.nation, scenario.run.seed, 1)) {
    DistrictLife life(scenario, plan, 1, times);
    const int first = scenario.run.first_year - scenario.run.burn_in_years;
    for (int year = first; year <= scenario.run.last_year(); ++year) {
      const Students before = life.world().students;
      life.live(year, times);
      const World& world = life.world();
      for (const std::string& fault :
           {children_fault(before, world), seating_fault(world),
            capacity_fault(before, world, scenario.law), staffing_fault(world), budget_fault(world),
            number_fault(world)}) {
        ASSERT_EQ(fault, "") << plan.students << " children, " << year;
      }
      PerGrade<int> children{};
      for (const std::uint8_t grade : world.students.grade) ++children[grade];
      for (const int count : children) empty_grades += count == 0;
    }
  }
  if (GetParam().second <= 12) EXPECT_GT(empty_grades, 0);
}

INSTANTIATE_TEST_SUITE_P(NationLaw, SmallDistricts,
                         ::testing::Values(std::pair{1, 3}, std::pair{4, 12}, std::pair{13, 40},
                                           std::pair{41, 299}),
                         [](const auto& info) { return std::to_string(info.param.first); });

TEST(NationLaw, TablesHoldNoNumberThatIsNone) {
  const Scenario scenario = nation_of(1, 40, 40);
  const auto plans = plan_districts(*scenario.nation, scenario.run.seed, 1);
  ChapterTimes times;
  Batch nation(nation_table()), classes(size_classes_table()), districts(districts_table()),
      schools(nation_schools_table());
  NationSums all;
  for (const DistrictPlan& plan : plans) {
    DistrictLife life(scenario, plan, 1, times);
    life.live(scenario.run.first_year - 1, times);
    const RowKey key{scenario.name, 1, scenario.run.first_year - 1};
    const NationSums sums = life.observe(key, true).sums;
    observe_one_of_many(life.world(), sums, {plan.number, "small", 1.0, 0.5}, key, districts);
    observe_schools_of(plan.number, life.world(), scenario.law, key, schools);
    observe_size_class(sums, "small", key, classes);
    all.add(sums);
  }
  observe_nation(all, {scenario.name, 1, 2010}, nation);
  for (const Batch* batch : {&nation, &classes, &districts, &schools}) {
    EXPECT_EQ(table_fault(*batch), "");
  }
}

}  // namespace
}  // namespace homeroom
