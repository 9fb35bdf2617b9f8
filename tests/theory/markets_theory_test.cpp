// Markets whose answer is known. Where all want the same, the lottery alone decides; where tastes
// are Gumbel, shares are the softmax of what schools are worth, and distance decays at its
// coefficient. Limits of chance: tests/support/false_alarm.hpp.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/mechanism/deferred_acceptance.hpp"
#include "sim/mechanism/serial_dictatorship.hpp"
#include "tests/support/choice_world.hpp"
#include "tests/support/false_alarm.hpp"

namespace homeroom {
namespace {

using namespace testing;
using examples::City;
using examples::only_distance;

/// All applicants list all programs, best first, in one order; one lottery for all programs.
mechanism::Market of_one_mind(const std::vector<std::uint32_t>& lottery,
                              const std::vector<std::uint32_t>& seats) {
  mechanism::Market market;
  market.capacity = seats;
  for (const std::uint32_t number : lottery) {
    market.first.push_back(static_cast<std::uint32_t>(market.choice.size()));
    for (std::uint32_t program = 0; program < seats.size(); ++program) {
      market.choice.push_back(program);
      market.priority.push_back(number);
    }
  }
  market.first.push_back(static_cast<std::uint32_t>(market.choice.size()));
  return market;
}

TEST(OneGood, DeferredAcceptanceIsTheQueueByLotteryNumber) {
  constexpr std::uint32_t kApplicants = 500;
  std::vector<std::uint32_t> lottery(kApplicants), order(kApplicants);
  const Dice dice(20180901, 1);
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return dice.word(Die::Lottery, 2014, a) < dice.word(Die::Lottery, 2014, b);
  });
  for (std::uint32_t place = 0; place < kApplicants; ++place) lottery[order[place]] = place;
  const std::vector<std::uint32_t> seats = {40, 100, 7, 250};
  const mechanism::Market market = of_one_mind(lottery, seats);
  const mechanism::DeferredAcceptance accepted = mechanism::deferred_acceptance(market);
  EXPECT_EQ(accepted.matching.rank, mechanism::serial_dictatorship(market, order).rank);
  for (std::uint32_t who = 0; who < kApplicants; ++who) {
    std::int32_t program = 0;
    std::uint32_t before = 0;
    while (program < 4 && lottery[who] >= before + seats[static_cast<std::size_t>(program)]) {
      before += seats[static_cast<std::size_t>(program++)];
    }
    EXPECT_EQ(accepted.matching.rank[who], program < 4 ? program : mechanism::kUnmatched);
  }
  // The worst number that a program serves is the last seat before the next program's queue.
  EXPECT_EQ(accepted.cutoff, (std::vector<std::uint64_t>{39, 139, 146, 396}));
}

/// Schools at these distances [km] from the one neighbourhood in which `children` live.
City at_distances(const std::vector<float>& km, int children, double per_km) {
  City city;
  city.add_neighbourhood(0, 0);
  for (const float distance : km) city.add_neighbourhood(distance, 0);
  city.make_schools(km.size());
  for (std::size_t s = 0; s < km.size(); ++s) {
    city.set_school(s, s + 1, examples::kElementary, children);
  }
  city.nature = only_distance(per_km);
  city.add_children(0, 0, children);
  return city;
}

std::vector<int> enrolments(City& city) {
  city.measure();
  city.choose();
  std::vector<int> counts;
  for (std::size_t s = 0; s < city.world.schools.size(); ++s) {
    counts.push_back(city.enrolled(SchoolId{s}, 0));
  }
  return counts;
}

std::vector<double> softmax(const std::vector<double>& worth, double children) {
  std::vector<double> shares;
  double all = 0;
  for (const double value : worth) all += std::exp(value);
  for (const double value : worth) shares.push_back(children * std::exp(value) / all);
  return shares;
}

TEST(Logit, SharesOfSchoolsAsFarAreTheSoftmaxOfWhatTheyAreWorth) {
  constexpr int kChildren = 80000;
  City city = at_distances({2, 2, 2, 2}, kChildren, 0.4);
  city.nature.picture_information = 0.8;
  const std::vector<double> pictures = {-1.0, 0.0, 0.5, 1.5};
  std::vector<double> worth;
  for (std::size_t s = 0; s < pictures.size(); ++s) {
    city.world.schools.picture[SchoolId{s}] = pictures[s];
    worth.push_back(0.8 * 128 / 255 * pictures[s]);  // families know half of it
  }
  EXPECT_LT(chi_square(enrolments(city), softmax(worth, kChildren)), chi_square_limit(3));
}

TEST(Logit, SharesOfSchoolsThatDifferInNothingAreEven) {
  constexpr int kChildren = 20000;
  City city = at_distances({2, 2, 2, 2, 2}, kChildren, 0.4);
  EXPECT_LT(chi_square(enrolments(city), std::vector<double>(5, kChildren / 5.0)),
            chi_square_limit(4));
}

// log(share near / share far) = coefficient x kilometres between them.
TEST(Logit, DistanceDecaysAtItsCoefficient) {
  constexpr int kChildren = 20000;
  for (const double per_km : {0.2, 0.37}) {
    City city = at_distances({1, 3, 6}, kChildren, per_km);
    const std::vector<int> counts = enrolments(city);
    for (const auto& [near, far, km] : std::vector<std::tuple<std::size_t, std::size_t, double>>{
             {0, 1, 2}, {1, 2, 3}, {0, 2, 5}}) {
      const double odds = std::log(static_cast<double>(counts[near]) / counts[far]);
      const double error = std::sqrt(1.0 / counts[near] + 1.0 / counts[far]);
      EXPECT_NEAR(odds, per_km * km, kErrors * error);
    }
  }
}

}  // namespace
}  // namespace homeroom
