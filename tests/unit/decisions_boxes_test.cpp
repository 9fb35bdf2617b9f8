// Boxes in which cases are dense: planted ones are found, and noise holds none.
#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "analysis/decisions/binomial.hpp"
#include "analysis/decisions/scenario_discovery.hpp"
#include "sim/chance/draw.hpp"

namespace homeroom::decisions {
namespace {

struct Planted {
  std::vector<Factor> factors;
  std::vector<char> cases, known;
};

/// Futures with three numbers and a word; a case with `within` in the box decay > .7 and city of
/// memphis or denver, with `outside` elsewhere.
Planted planted(std::uint64_t seed, std::size_t futures, double within, double outside) {
  const Dice dice(seed, 1);
  const std::vector<std::string> cities = {"boston", "denver", "memphis"};
  Planted all;
  all.factors = {{"decay", {}, {}}, {"turnout", {}, {}}, {"steps", {}, {}}, {"city", {}, {}}};
  for (std::size_t f = 0; f < futures; ++f) {
    const double decay = dice.uniform(Die::ResampleFuture, 1, f);
    const std::string city = cities[dice.below(3, Die::ResampleReplicate, 1, f)];
    all.factors[0].numbers.push_back(decay);
    all.factors[1].numbers.push_back(dice.uniform(Die::ShuffleLosses, 1, f));
    all.factors[2].numbers.push_back(dice.below(4, Die::FutureFold, 1, f));
    all.factors[3].words.push_back(city);
    const double chance = decay > 0.7 && city != "boston" ? within : outside;
    all.cases.push_back(dice.happens(chance, Die::FutureFold, 2, f) ? 1 : 0);
    all.known.push_back(1);
  }
  return all;
}

Discovery boxes_of(const Planted& of) { return discover(of.factors, of.cases, of.known); }

TEST(Binomial, IsThatOfTheTables) {
  EXPECT_NEAR(binomial_at_least(8, 10, 0.5), 56.0 / 1024.0, 1e-12);
  EXPECT_NEAR(binomial_at_least(2, 3, 0.2), 3 * 0.04 * 0.8 + 0.008, 1e-12);
  EXPECT_EQ(binomial_at_least(0, 3, 0.2), 1.0);
  EXPECT_EQ(binomial_at_least(1, 3, 0.0), 0.0);
  EXPECT_EQ(binomial_at_least(3, 3, 1.0), 1.0);
}

TEST(DensityGain, IsNoughtWhereItIsNoDenser) {
  EXPECT_EQ(density_gain({10, 2}, {100, 20}), 0.0);
  EXPECT_EQ(density_gain({10, 1}, {100, 20}), 0.0);
  // 10 of 10 within, none of 10 outside, against a density of a half: 20 log 2.
  EXPECT_NEAR(density_gain({10, 10}, {20, 10}), 20 * std::log(2.0), 1e-12);
}

TEST(Discovery, FindsThePlantedBox) {
  const Planted of = planted(1, 400, 0.9, 0.05);
  const Discovery found = boxes_of(of);
  ASSERT_EQ(found.boxes.size(), 1u);
  const FoundBox& box = found.boxes.front();
  EXPECT_EQ(box.p, 0.005);
  ASSERT_EQ(box.restrictions.size(), 2u);
  const std::vector<LevelColumn> columns = levels_of(of.factors);
  EXPECT_FALSE(box.box[1].restricts(columns[1]));
  EXPECT_FALSE(box.box[2].restricts(columns[2]));
  EXPECT_NEAR(columns[0].numbers[box.box[0].low], 0.7, 0.04);
  EXPECT_EQ(side_text(box.box[3], columns[3]), "city is not boston");
  EXPECT_GT(box.density, 0.8);
  EXPECT_GT(box.coverage, 0.7);
  EXPECT_NEAR(box.mass, 0.2, 0.05);
  for (const Restriction& restriction : box.restrictions) EXPECT_LT(restriction.quasi_p, 1e-4);
  // Held out, the box is as dense to within its chance: 90 % of about 80 futures, 3.3 errors.
  const double held =
      static_cast<double>(box.held_out.cases) / static_cast<double>(box.held_out.futures);
  EXPECT_GT(held, 0.75);
}

// A search finds a box in noise in one of twenty. Of 100 searches 13 or more with one in 670.
TEST(Discovery, FindsNoneInNoise) {
  int alarms = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    alarms += boxes_of(planted(1000 + seed, 80, 0.3, 0.3)).boxes.empty() ? 0 : 1;
  }
  EXPECT_LT(alarms, 13);
}

// The same searches without shuffling find a box almost always: the alarm above is not silent
// because nothing is found.
TEST(Discovery, WouldFindBoxesInNoiseWithoutItsCheck) {
  int boxes = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const Planted of = planted(1000 + seed, 80, 0.3, 0.3);
    Cases cases{{}, of.cases};
    for (std::size_t f = 0; f < 80; ++f) cases.futures.push_back(f);
    const std::vector<LevelColumn> columns = levels_of(of.factors);
    const BoxCount within = count_within(find_box(columns, cases), columns, cases);
    boxes += within.cases * 80 > 2 * within.futures * 24 ? 1 : 0;  // twice as dense as planted
  }
  EXPECT_GT(boxes, 50);
}

TEST(Discovery, TakesBackRestrictionsThatTellNothing) {
  int searched = 0, told = 0;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const Planted of = planted(seed, 120, 0.7, 0.2);
    Cases cases{{}, of.cases};
    for (std::size_t f = 0; f < 120; ++f) cases.futures.push_back(f);
    const std::vector<LevelColumn> columns = levels_of(of.factors);
    const Box box = find_box(columns, cases);
    searched += box[1].restricts(columns[1]) || box[2].restricts(columns[2]) ? 1 : 0;
    const Discovery found = boxes_of(of);
    if (found.boxes.empty()) continue;
    for (const Restriction& restriction : found.boxes[0].restrictions) {
      told += restriction.quasi_p > 0.05 ? 1 : 0;
    }
  }
  EXPECT_GT(searched, 0);  // peeling does restrict what tells nothing
  EXPECT_EQ(told, 0);
}

TEST(Discovery, LeavesOutWhatIsNotKnownAndSearchesNoFewCases) {
  Planted of = planted(1, 400, 0.9, 0.05);
  for (std::size_t f = 0; f < 400; ++f) of.known[f] = f % 2 == 0 ? 1 : 0;
  EXPECT_EQ(boxes_of(of).all.futures, 200u);
  for (char& one : of.cases) one = 0;
  of.cases[0] = of.cases[2] = 1;
  EXPECT_TRUE(boxes_of(of).boxes.empty());
  for (char& one : of.cases) one = 1;
  EXPECT_TRUE(boxes_of(of).boxes.empty());
  of.known.pop_back();
  EXPECT_THROW(boxes_of(of), std::invalid_argument);
}

TEST(Discovery, HasNothingToSayOfOneFutureOrOfNoFactor) {
  const Discovery one = discover({{"x", {1.0}, {}}}, {1}, {1});
  EXPECT_TRUE(one.boxes.empty());
  const std::vector<char> cases = {1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0}, known(12, 1);
  EXPECT_TRUE(discover({}, cases, known).boxes.empty());
  EXPECT_TRUE(discover({{"x", std::vector<double>(12, 3.0), {}}}, cases, known).boxes.empty());
}

TEST(SideText, PutsBoundsBetweenValues) {
  const std::vector<LevelColumn> columns = levels_of({{"x", {0.1, 0.2, 0.3}, {}}});
  EXPECT_EQ(side_text({0, 1, {}}, columns[0]), "x below 0.25");
  EXPECT_EQ(side_text({1, 2, {}}, columns[0]), "x above 0.15");
  EXPECT_EQ(side_text({1, 1, {}}, columns[0]), "x between 0.15 and 0.25");
}

}  // namespace
}  // namespace homeroom::decisions
