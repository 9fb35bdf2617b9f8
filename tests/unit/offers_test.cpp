// What offers were worth, on cities of a few children whose answer is known by hand.
#include "analysis/truth/offers.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/records/hidden/hidden_tables.hpp"

namespace homeroom::truth {
namespace {

struct Child {
  int arrived, school;
  double level, taught;
  int grade = 5;
};

Batch table_of(const std::vector<Child>& children) {
  Batch batch(hidden_children_table());
  int seat = 0;
  for (const Child& child : children) {
    batch.add(seat++).add(child.arrived).add(child.grade).add(child.school).add(0).add(0);
    batch.add(0).add(0).add(0).add(child.level).add(child.level + 1);
    batch.add(child.taught).add(2 * child.taught).add(0.0).add(0.0);
    batch.end_row();
  }
  return batch;
}

LifeOfChildren life_of(const std::vector<std::vector<Child>>& years) {
  LifeOfChildren life;
  int year = 2011;
  for (const auto& children : years) life.add(year++, table_of(children));
  return life;
}

const std::vector<Offer> kOffers = {{0, 2010, SchoolId{7}}, {2, 2009, SchoolId{7}}};

TEST(Offers, AreWorthTheDifferenceOfThoseWhoLostThem) {
  const auto with = life_of({{{2010, 1, 0, 0}, {2010, 1, 0, 0}, {2009, 1, 0, 0}},
                             {{2010, 7, 0.5, 0.4}, {2010, 1, 0.1, 0.1}, {2009, 7, 0.3, 0.2}},
                             {{2010, 7, 0.9, 0.6}, {2010, 1, 0.1, 0.1}, {2012, 3, 0.3, 0.2}}});
  const auto without = life_of({{{2010, 1, 0, 0}, {2010, 1, 0, 0}, {2009, 1, 0, 0}},
                                {{2010, 1, 0.3, 0.3}, {2010, 7, 0.2, 0.3}, {2009, 7, 0.1, 0.1}},
                                {{2010, 2, 0.4, 0.4}, {2010, 7, 0.2, 0.3}, {2012, 3, 0.3, 0.2}}});
  const std::vector<OfferYear> years = worth_of_offers(with, without, kOffers, 2012);
  ASSERT_EQ(years.size(), 2u);
  EXPECT_EQ(years[0].children, 2);
  EXPECT_EQ(years[0].elsewhere, 1);  // the other was placed there all the same
  EXPECT_DOUBLE_EQ(years[0].attended, 0.5);
  EXPECT_NEAR(years[0].level[0], 0.2, 1e-6);
  EXPECT_NEAR(years[0].taught[0], 0.1, 1e-6);
  EXPECT_NEAR(years[0].taught[1], 0.2, 1e-6);
  EXPECT_NEAR(years[0].others[0], -0.2, 1e-6);  // whoever got the seat gained by it
  EXPECT_EQ(years[1].children, 1);              // a new child sits where the other had left
  EXPECT_DOUBLE_EQ(years[1].attended, 2.0);     // two years with, none without
  EXPECT_NEAR(years[1].level[0], 0.5, 1e-6);
}

TEST(Offers, AreSetBesideOthersOfTheSameGradesWhoWereThere) {
  // Whoever came in the year of the offers was there, whoever came later was not.
  const std::vector<Child> with = {{2010, 7, 0, 0.4, 3}, {2011, 1, 0, 0.5, 3},
                                   {2009, 7, 0, 0.2, 6}, {2010, 1, 0, 0.7, 6},
                                   {2010, 1, 0, 9.0, 4}, {2012, 1, 0, 9.0, 3}};
  std::vector<Child> without = with;
  for (Child& child : without) child.taught = 0.1;
  OfferCount count;
  count.weights = {3, 1};
  const auto year = worth_of_offers(life_of({with}), life_of({without}), kOffers, 2011, count)[0];
  EXPECT_NEAR(year.others[0], 0.75 * 0.4 + 0.25 * 0.6, 1e-6);
  EXPECT_NEAR(year.taught[0], 0.75 * 0.3 + 0.25 * 0.1, 1e-6);
}

TEST(Offers, CountByTheirWeights) {
  const auto with = life_of({{{2010, 7, 0.5, 0.4}, {2010, 1, 0, 0}, {2009, 7, 0.3, 0.2}}});
  const auto without = life_of({{{2010, 1, 0.3, 0.3}, {2010, 1, 0, 0}, {2009, 7, 0.0, 0.2}}});
  OfferCount count;
  count.weights = {0.75, 0.25};
  const OfferYear year = worth_of_offers(with, without, kOffers, 2011, count)[0];
  EXPECT_EQ(year.children, 2);
  EXPECT_NEAR(year.level[0], 0.75 * 0.2 + 0.25 * 0.3, 1e-6);
  EXPECT_NEAR(year.taught[0], 0.75 * 0.1, 1e-6);
  EXPECT_DOUBLE_EQ(year.attended, 0.75);
  count.schools = {SchoolId{7}, SchoolId{1}};  // whoever goes from one to the other attends
  EXPECT_DOUBLE_EQ(worth_of_offers(with, without, kOffers, 2011, count)[0].attended, 0.0);
}

TEST(Offers, AreWorthNothingWhereNothingWasWithheld) {
  const auto life = life_of({{{2010, 7, 0.5, 0.4}, {2010, 1, 0.1, 0.1}}});
  const std::vector<OfferYear> years = worth_of_offers(life, life, {}, 2011);
  ASSERT_EQ(years.size(), 1u);
  EXPECT_EQ(years[0].children, 0);
  EXPECT_TRUE(std::isnan(years[0].level[0]));
  EXPECT_TRUE(std::isnan(years[0].others[0]));
  // Such a replicate says nothing.
  EXPECT_EQ(effect_of_offers({years})[0].attended.count, 0);
}

TEST(Offers, WantTheSameChildrenInBothLives) {
  const auto one = life_of({{{2010, 7, 0.5, 0.4}}}), other = life_of({{{2011, 7, 0.5, 0.4}}});
  EXPECT_THROW(worth_of_offers(one, other, kOffers, 2011), std::logic_error);
  EXPECT_THROW(worth_of_offers(one, LifeOfChildren{}, kOffers, 2011), std::logic_error);
}

OfferYear replicate_of(double attended, double level) {
  OfferYear one;
  one.children = 10;
  one.elsewhere = 4;
  one.attended = attended;
  one.level = {level, 2 * level};
  return one;
}

TEST(Offers, HaveAMeanAndAnErrorOverReplicates) {
  const auto effects = effect_of_offers(
      {{replicate_of(0.4, 0.1)}, {replicate_of(0.6, 0.3)}, {replicate_of(0.5, 0.2)}});
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_EQ(effects[0].years_after, 0);
  EXPECT_DOUBLE_EQ(effects[0].elsewhere, 4.0);
  EXPECT_NEAR(effects[0].level[0].mean, 0.2, 1e-12);
  EXPECT_NEAR(effects[0].level[0].error, 0.1 / std::sqrt(3.0), 1e-12);
  EXPECT_NEAR(effects[0].level_per_year[0].mean, 0.4, 1e-12);
  // What is left of the level beside .4 of the years: -.06, .06, 0; over a mean of half a year.
  EXPECT_NEAR(effects[0].level_per_year[0].error, 0.06 / std::sqrt(3.0) / 0.5, 1e-12);
  EXPECT_NEAR(effects[0].level_per_year[1].mean, 0.8, 1e-12);
}

TEST(Offers, HaveNoEffectByYearWhereNobodyAttendsForThem) {
  const auto effects = effect_of_offers({{replicate_of(0, 0.1)}, {replicate_of(0, 0.3)}});
  EXPECT_TRUE(std::isnan(effects[0].level_per_year[0].mean));
  EXPECT_NEAR(effects[0].level[0].mean, 0.2, 1e-12);
}

}  // namespace
}  // namespace homeroom::truth
