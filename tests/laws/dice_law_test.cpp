// Dice are named, not drawn in turn: threads, batches, names and policies that do nothing change no
// byte, and what a policy does not touch stays as it was, child by child and teacher by teacher.
// All seeds are fixed: nothing here is left to chance.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "sim/scenario/sections.hpp"
#include "tests/support/lived_city.hpp"
#include "tests/support/random_city.hpp"
#include "tests/support/run_tables.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;

/// Millbrook with a choice system, so that every chapter has work; 6,000 children are two slices of
/// the parallel loops.
Scenario busy_city(std::vector<std::string> further = {}) {
  std::vector<std::string> settings = {"run.burn_in_years=3",
                                       "run.policy_years=3",
                                       "law.choice.assignment=deferred_acceptance",
                                       "law.authorization.openings_per_year=1",
                                       "law.authorization.conversions_per_year=2",
                                       "law.authorization.approval_rate=0.9"};
  settings.insert(settings.end(), further.begin(), further.end());
  return small_city(settings);
}

/// The first table in which two runs differ, or nothing. Texts are long: none is printed.
std::string differs(const RunTexts& one, const RunTexts& other) {
  if (one.size() != other.size()) return "another number of replicates";
  const auto tables = tables_of_a_run(true);
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (one[i].first != other[i].first) return "another order of replicates";
    for (std::size_t table = 0; table < tables.size(); ++table) {
      if (one[i].second[table] == other[i].second[table]) continue;
      return fmt::format("replicate {}, {}", one[i].first, tables[table]->name);
    }
  }
  return {};
}

TEST(DiceLaw, AnyNumberOfThreadsWritesEqualBytes) {
  const Scenario scenario = busy_city({"run.burn_in_years=1", "run.policy_years=2"});
  const std::vector<std::uint32_t> replicates = {1, 2, 3, 4, 5, 6, 7, 8};
  const RunTexts alone = run_texts(scenario, replicates, 1);
  for (const auto& text : alone.front().second) EXPECT_FALSE(text.empty());
  for (const int threads : {2, 3, 7}) {
    EXPECT_EQ(differs(run_texts(scenario, replicates, threads), alone), "") << threads;
  }
  // One replicate has all threads to itself, and its loops are cut into slices.
  for (const int threads : {2, 3, 7}) {
    EXPECT_EQ(differs(run_texts(scenario, {1}, threads), {alone.front()}), "") << threads;
  }
}

TEST(DiceLaw, AReplicateAloneIsThatOfABatch) {
  const Scenario scenario = busy_city();
  const RunTexts batch = run_texts(scenario, {1, 2, 3, 4, 5, 6, 7, 8});
  EXPECT_EQ(differs(run_texts(scenario, {7}), {batch.at(6)}), "");
  EXPECT_TRUE(batch.at(5).second != batch.at(6).second);
}

/// Restates every lever at the first policy year with the value that is in force then.
class Restating : public FieldVisitor {
 public:
  explicit Restating(int year) : year_(year) {}
  void dated(const Meaning&, Dated& field) override {
    field.set(year_, field.in(year_));
    ++restated;
  }
  void number(const Meaning&, double&) override {}
  void integer(const Meaning&, int&) override {}
  void numbers(const Meaning&, std::vector<double>&) override {}
  void flag(std::string_view, std::string_view, bool&) override {}
  void text(std::string_view, std::string_view, std::string&) override {}
  void choice(std::string_view, const std::vector<std::string_view>&, std::string_view,
              int&) override {}
  int restated = 0;

 private:
  int year_;
};

TEST(DiceLaw, APolicyThatDoesNothingDiffersByNothing) {
  const Scenario scenario = busy_city();
  Scenario same = scenario;
  Restating restating(scenario.run.first_year);
  law_chapters(same.law, [&](const char*, auto& levers) { levers.describe(restating); });
  for (SchoolModel& model : same.law.models) model.describe(restating);
  EXPECT_GT(restating.restated, 200);
  EXPECT_EQ(first_difference(run_records(scenario), run_records(same)), "");
  const Scenario set = busy_city(
      {"law.choice.list_length=5", "law.budget.portability={1900=0.5}",
       "models.innovation.supervisors=1", "models.innovation.zone_overhead=90000",
       "law.governance.zone_model=innovation", "law.accountability.takeover_model=innovation",
       "law.accountability.escape_model=innovation"});
  EXPECT_EQ(first_difference(run_records(scenario), run_records(set)), "");
}

TEST(DiceLaw, AnotherSeedDiffersInEveryTable) {
  const auto one = run_texts(busy_city(), {1}).front().second;
  const auto other = run_texts(busy_city({"run.seed=2"}), {1}).front().second;
  for (std::size_t table = 0; table < one.size(); ++table) {
    // Three years of a small city may close as many schools under either seed.
    if (tables_of_a_run(true)[table] == &survival_table()) continue;
    EXPECT_TRUE(one[table] != other[table]) << tables_of_a_run(true)[table]->name;
  }
}

bool names_the_scenario(const ColumnDefinition& column) { return column.name == "scenario"; }
bool names_a_model(const ColumnDefinition& column) {
  return column.name == "model" || column.name == "second_model";
}

TEST(DiceLaw, AnotherNameOfTheScenarioChangesItsColumnAlone) {
  const ReplicateRecords one = run_records(busy_city());
  const ReplicateRecords other = run_records(busy_city({"name=another"}));
  EXPECT_NE(first_difference(one, other), "");
  EXPECT_EQ(first_difference(one, other, names_the_scenario), "");
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// The scenario with the model `from` called `to`, key and uses.
Scenario renamed(const Scenario& scenario, const std::string& from, const std::string& to) {
  std::string text = scenario.resolved;
  replace_all(text, "models." + from + "]", "models." + to + "]");
  replace_all(text, "models." + from + ".", "models." + to + ".");
  replace_all(text, "\"" + from + "\"", "\"" + to + "\"");
  EXPECT_NE(text, scenario.resolved);
  Reading reading = read_scenario_text(text, "renamed");
  EXPECT_EQ(format_faults(reading.faults), "");
  return std::move(*reading.scenario);
}

class Renaming : public ::testing::TestWithParam<const char*> {};

TEST_P(Renaming, OfAModelChangesItsNameAlone) {
  const Scenario scenario = busy_city();
  const ReplicateRecords one = run_records(scenario);
  for (const char* name : {"aaa", "zzz"}) {  // before and after all others
    const ReplicateRecords other = run_records(renamed(scenario, GetParam(), name));
    EXPECT_NE(first_difference(one, other), "");
    EXPECT_EQ(first_difference(one, other, names_a_model), "") << name;
  }
}

INSTANTIATE_TEST_SUITE_P(DiceLaw, Renaming,
                         ::testing::Values("traditional", "innovation", "independent_charter"),
                         [](const auto& info) { return std::string(info.param); });

/// What is left of a city that lived through its years.
struct Life {
  World world;
  std::map<std::uint64_t, PerSubject<float>> effect;  ///< of every teacher there ever was
};

template <class EachYear>
Life live(const Scenario& scenario, EachYear&& each_year) {
  LivedCity city(scenario);
  Life life;
  while (city.pass_year()) {
    const Teachers& teachers = city.world().teachers;
    for (std::size_t row = 0; row < teachers.size(); ++row) {
      if (teachers.place[row] == TeacherPlace::Outside) continue;
      life.effect[teachers.person[row]] = {teachers.effect[kMath][row], teachers.effect[kEla][row]};
    }
    each_year(city.world());
  }
  life.world = city.world();
  return life;
}

Life live(const Scenario& scenario) {
  return live(scenario, [](const World&) {});
}

/// Two policies that differ in choice, staffing, money and who opens schools.
const std::vector<std::string> kOtherPolicy = {"law.choice.assignment=immediate_acceptance",
                                               "law.choice.list_length=2",
                                               "law.staffing.mutual_consent=1",
                                               "law.staffing.seniority_transfers=0",
                                               "law.budget.base_per_student=14000",
                                               "law.authorization.openings_per_year=0",
                                               "law.governance.board=appointed",
                                               "models.traditional.S1=1"};

TEST(DiceLaw, TwoPoliciesHaveTheSameChildren) {
  std::vector<Students> years;
  live(busy_city(), [&](const World& world) { years.push_back(world.students); });
  std::size_t year = 0, seated_otherwise = 0;
  live(busy_city(kOtherPolicy), [&](const World& world) {
    const Students& one = years[year++];
    const Students& other = world.students;
    EXPECT_TRUE(one.arrived == other.arrived) << world.year;
    EXPECT_TRUE(one.home == other.home) << world.year;
    EXPECT_TRUE(one.traits == other.traits) << world.year;
    EXPECT_TRUE(one.information == other.information) << world.year;
    EXPECT_TRUE(one.housing == other.housing) << world.year;
    EXPECT_TRUE(one.grade == other.grade) << world.year;
    EXPECT_TRUE(one.baseline == other.baseline) << world.year;
    for (std::size_t row = 0; row < one.size(); ++row) {
      seated_otherwise += one.school[row] != other.school[row];
    }
  });
  EXPECT_GT(seated_otherwise, 1000u);  // the policies did differ
}

TEST(DiceLaw, TwoPoliciesMeetTheSameCandidates) {
  const Life one = live(busy_city()), other = live(busy_city(kOtherPolicy));
  int both = 0, hired_in_both = 0, hired_in_one = 0;
  for (const auto& [person, effect] : one.effect) {
    const bool founding = person >> 32 == 0;
    const auto there = other.effect.find(person);
    if (there == other.effect.end()) {
      hired_in_one += !founding;
      continue;
    }
    ++both;
    hired_in_both += !founding;
    EXPECT_EQ(effect, there->second) << person;
  }
  EXPECT_GT(both, 100);
  EXPECT_GT(hired_in_both, 10);
  EXPECT_GT(hired_in_one, 10);  // other schools hire other candidates of one list
}

TEST(DiceLaw, TwoPoliciesThatBeginTogetherHaveOneAnchorAndOneBurnIn) {
  const Scenario before = busy_city();
  const Scenario after = busy_city({"law.choice.list_length={1900=5, 2011=1}",
                                    "law.staffing.mutual_consent={1900=0.25, 2011=1}",
                                    "law.budget.base_per_student={1900=11500, 2011=16000}"});
  const Life one = live(before), other = live(after);
  EXPECT_EQ(one.world.anchor, other.world.anchor);
  EXPECT_NE(one.world.anchor[kMath], 0.0);
  EXPECT_TRUE(one.world.students.durable != other.world.students.durable);
  EXPECT_NE(live(busy_city({"law.staffing.mutual_consent=1"})).world.anchor, one.world.anchor);
}

TEST(DiceLaw, AnArmTakesItsZeroOfGrowthFromItsBase) {
  const Scenario base = busy_city();
  Scenario arm = busy_city({"law.staffing.mutual_consent=1"});
  arm.anchor_base = std::make_shared<const Scenario>(base);
  const auto anchor_of = [](const Scenario& scenario) {
    const ReplicateRecords records = run_records(scenario, 2);
    const auto& columns = records.truth.definition().columns;
    std::vector<double> of_policy_years;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (columns[column].name != "anchor_math") continue;
      for (std::size_t row = 0; row < records.truth.rows(); ++row) {
        if (records.truth.wholes(2)[row] < scenario.run.first_year) continue;
        of_policy_years.push_back(records.truth.numbers(column)[row]);
      }
    }
    std::sort(of_policy_years.begin(), of_policy_years.end());
    EXPECT_FALSE(of_policy_years.empty());
    EXPECT_EQ(of_policy_years.front(), of_policy_years.back()) << "one constant";
    return of_policy_years.front();
  };
  EXPECT_EQ(anchor_of(arm), anchor_of(base));
  Scenario same = base;
  same.anchor_base = std::make_shared<const Scenario>(base);
  EXPECT_EQ(first_difference(run_records(same), run_records(base)), "");
}

/// Mean useful spending of schools against the norm, over the policy years [USD/student].
double mean_resources(const Scenario& scenario) {
  const ReplicateRecords records = run_records(scenario);
  const auto& columns = records.truth.definition().columns;
  std::size_t column = 0;
  while (columns[column].name != "resources") ++column;
  double sum = 0, count = 0;
  for (std::size_t row = 0; row < records.truth.rows(); ++row) {
    if (records.truth.wholes(2)[row] < scenario.run.first_year) continue;
    sum += records.truth.numbers(column)[row];
    ++count;
  }
  return sum / count;
}

TEST(DiceLaw, MoneyCountsAgainstTheBasesNorm) {
  const Scenario base = busy_city();
  Scenario arm = busy_city({"law.budget.base_per_student=16000"});
  const double own = mean_resources(arm);
  arm.anchor_base = std::make_shared<const Scenario>(base);
  EXPECT_GT(mean_resources(arm), own + 1000);
}

using LotteryNumbers = std::map<std::pair<std::int64_t, std::string>, double>;

/// The district's single lottery: one number for a child and a year.
LotteryNumbers lottery_numbers(const Batch& applications) {
  constexpr std::size_t kYear = 2, kStudent = 3, kMarket = 4, kNumber = 9;
  LotteryNumbers numbers;
  for (std::size_t row = 0; row < applications.rows(); ++row) {
    if (applications.texts(kMarket)[row] != "district") continue;
    numbers[{applications.wholes(kYear)[row], applications.texts(kStudent)[row]}] =
        applications.numbers(kNumber)[row];
  }
  return numbers;
}

TEST(DiceLaw, AChildKeepsItsLotteryNumberUnderAnotherLaw) {
  const LotteryNumbers one = lottery_numbers(run_records(busy_city()).microdata->applications);
  const LotteryNumbers other =
      lottery_numbers(run_records(busy_city(kOtherPolicy)).microdata->applications);
  int both = 0;
  for (const auto& [who, number] : one) {
    const auto there = other.find(who);
    if (there == other.end()) continue;
    ++both;
    EXPECT_EQ(number, there->second) << who.second;
  }
  EXPECT_GT(both, 1000);
}

}  // namespace
}  // namespace homeroom
