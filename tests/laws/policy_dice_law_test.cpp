// What a policy does not touch stays as it was, child by child and teacher by teacher. All seeds
// are fixed: nothing here is left to chance.
#include <gtest/gtest.h>

#include <map>

#include "tests/laws/busy_city.hpp"
#include "tests/support/lived_city.hpp"
#include "tests/support/run_tables.hpp"

namespace homeroom {
namespace {

using namespace homeroom::testing;

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

// With a supply that does not thin out: else a candidate far down the list is worth less in a city
// with fewer ordinary vacancies, which is an effect of the policy.
TEST(DiceLaw, TwoPoliciesMeetTheSameCandidates) {
  const std::string flat = "nature.staffing.supply_fall=0";
  std::vector<std::string> other_policy = kOtherPolicy;
  other_policy.push_back(flat);
  const Life one = live(busy_city({flat})), other = live(busy_city(other_policy));
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
