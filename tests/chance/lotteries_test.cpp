// Lotteries are fair: every order of applicants is equally likely, and where all want the same
// seats, every child has the same chance of one, and no pair of children a better chance than
// another. False alarms: tests/chance/README.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <vector>

#include "tests/support/choice_world.hpp"
#include "tests/support/false_alarm.hpp"

namespace homeroom {
namespace {

using namespace testing;
using examples::City;

/// Which of the 24 orders of four applicants a lottery gives.
std::size_t order_of(const std::array<std::uint32_t, 4>& numbers) {
  std::size_t code = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    std::size_t smaller = 0;
    for (std::size_t j = i + 1; j < 4; ++j) smaller += numbers[j] < numbers[i];
    code = code * (4 - i) + smaller;
  }
  return code;
}

TEST(Lottery, GivesEveryOrderAlike) {
  constexpr int kLotteries = 24000;
  for (const Die die : {Die::Lottery, Die::LotteryOwn}) {
    std::vector<int> orders(24, 0);
    for (int i = 0; i < kLotteries; ++i) {
      const Dice dice(20180901, static_cast<std::uint32_t>(i));
      std::array<std::uint32_t, 4> numbers;
      for (std::uint32_t who = 0; who < 4; ++who) numbers[who] = dice.word(die, 2014, who, 7);
      ++orders[order_of(numbers)];
    }
    EXPECT_LT(chi_square(orders, std::vector<double>(24, kLotteries / 24.0)), chi_square_limit(23));
  }
}

constexpr std::size_t kChildren = 12, kSeats = 4;
constexpr int kYears = 6000;

/// Twelve children at one door with four seats, the other school far away: who gets in.
std::array<bool, kChildren> admitted(std::size_t model, std::uint64_t seed) {
  City city;
  city.dice = Dice(seed, 0);
  city.add_neighbourhood(0, 0);
  city.add_neighbourhood(10, 0);
  city.make_schools(2);
  city.set_school(0, 0, examples::kElementary, kSeats, model);
  city.set_school(1, 1, examples::kElementary, kChildren);
  city.nature = examples::only_distance(5);
  city.nature.apply = 50;  // everyone enters separate lotteries
  city.add_children(0, 0, kChildren);
  city.measure();
  city.choose();
  std::array<bool, kChildren> in{};
  for (std::size_t row = 0; row < kChildren; ++row) in[row] = city.school_of(row) == SchoolId{0};
  return in;
}

/// Every year four of twelve win, so wins vary less than independent ones: by 1 - 1/3 in a cell,
/// and with one cell tied by the others 8/12 * 12/11 of a chi-square with 11 degrees of freedom.
void expect_even_chances(std::size_t model) {
  std::vector<int> wins(kChildren, 0);
  int both = 0, neighbours = 0;
  for (int year = 0; year < kYears; ++year) {
    const auto in = admitted(model, static_cast<std::uint64_t>(year));
    ASSERT_EQ(std::count(in.begin(), in.end(), true), static_cast<int>(kSeats));
    for (std::size_t row = 0; row < kChildren; ++row) wins[row] += in[row];
    both += in[0] && in[kChildren - 1];
    neighbours += in[4] && in[5];
  }
  const double share = kSeats / double{kChildren};
  const double scale = (1.0 - share) * kChildren / (kChildren - 1.0);
  EXPECT_LT(chi_square(wins, std::vector<double>(kChildren, kYears * share)),
            scale * chi_square_limit(kChildren - 1));
  const double pair = share * (kSeats - 1.0) / (kChildren - 1.0);
  EXPECT_NEAR(both / double{kYears}, pair, kErrors * share_error(pair, kYears));
  EXPECT_NEAR(neighbours / double{kYears}, pair, kErrors * share_error(pair, kYears));
}

TEST(Lottery, OfTheDistrictGivesEveryChildTheSameChance) {
  expect_even_chances(examples::kAssigned);
}

TEST(Lottery, OfASchoolGivesEveryChildTheSameChance) { expect_even_chances(examples::kLottery); }

}  // namespace
}  // namespace homeroom
