// Schools that draw lots: who applies, who is offered a seat, who takes it, what is on record.
#include <gtest/gtest.h>

#include "tests/support/choice_world.hpp"

namespace homeroom {
namespace {

using examples::City;
using examples::kElementary;
using examples::kLottery;
using examples::only_distance;
using examples::two_schools;

/// School 1 draws its own lottery and is what everyone wants.
City with_lottery(int seats) {
  City city = two_schools(200, seats);
  city.world.schools.model[SchoolId{1}] = ModelId{kLottery};
  city.nature.picture_information = 50;
  city.world.schools.picture[SchoolId{1}] = 10;
  city.nature.apply = 50;
  city.add_children(0, 0, 100);
  return city;
}

TEST(Choice, ALotterySchoolFillsFromItsApplicants) {
  City city = with_lottery(30);
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 30);
  EXPECT_EQ(city.world.results.separate_applicants, 100);
  EXPECT_EQ(city.world.results.separate_offers, 30);
  EXPECT_EQ(city.world.results.separate_enrolled, 30);
}

TEST(Choice, FamiliesKeepTheBetterOfSeatAndOffer) {
  City city = with_lottery(30);
  city.world.schools.picture[SchoolId{1}] = -10;  // entered, but liked less than the seat at home
  city.measure();
  city.choose();
  EXPECT_EQ(city.world.results.separate_applicants, 100);
  EXPECT_GT(city.world.results.separate_offers, 30) << "refused seats go down the waiting list";
  EXPECT_EQ(city.world.results.separate_enrolled, 0);
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 100);
}

TEST(Choice, ALotteryServesSiblingsFirst) {
  City city = with_lottery(10);
  for (std::size_t row = 1; row < 10; row += 2) {  // odd rows go on in the lottery's school
    city.world.students.grade[row] = 3;
    city.seat(row, SchoolId{1});
    city.world.students.traits[row] |= trait::kSibling;
    city.world.students.traits[row - 1] |= trait::kSibling;
  }
  city.measure();
  city.choose();
  for (std::size_t row = 0; row < 10; row += 2) EXPECT_EQ(city.school_of(row), SchoolId{1});
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 10);
}

TEST(Choice, WithoutApplicantsALotterySchoolStaysEmpty) {
  City city = with_lottery(30);
  city.nature.apply = -50;
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 0);
}

TEST(Choice, SeatsGivenBackForALotteryGoToTheUnassigned) {
  City city = with_lottery(30);
  city.set_school(0, 0, kElementary, 70);
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 70);
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 30);
  EXPECT_EQ(city.world.results.got_any, 100) << "by their lists, not by placement";
  EXPECT_EQ(city.world.results.unassigned, 0);
}

TEST(Choice, AboveTheEntryGradeALotterySchoolOffersAShareOfItsVacantSeats) {
  City city = with_lottery(30);
  for (std::size_t row = 0; row < 100; ++row) city.world.students.grade[row] = 2;
  city.nature.lottery_backfill = 0.5;
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{1}, 2), 15);
  city.world.students.school.assign(100, kNoSchool);
  city.nature.lottery_backfill = 0;
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{1}, 2), 0);
}

TEST(Choice, EngagedFamiliesApplyMore) {
  City city = with_lottery(200);
  city.nature.apply = 0;
  city.nature.apply_engagement = 2;
  city.add_children(0, 0, 1900);
  city.set_school(0, 0, kElementary, 3000);
  city.set_school(1, 1, kElementary, 3000, kLottery);
  for (std::size_t row = 0; row < 2000; ++row) {
    city.world.students.engagement[row] = row % 2 == 0 ? 32 : -32;
  }
  city.measure();
  city.choose();
  int engaged = 0, others = 0;
  for (std::size_t row = 0; row < 2000; ++row) {
    (row % 2 == 0 ? engaged : others) += city.school_of(row) == SchoolId{1};
  }
  EXPECT_NEAR(engaged, 1000 * logistic(2.0), 50);  // five standard errors
  EXPECT_NEAR(others, 1000 * logistic(-2.0), 50);
}

TEST(Choice, ApplicationsAndCutoffsTellTheLottery) {
  City city = with_lottery(30);
  city.world.keep.applications = true;
  city.law.choice.waiting_list_rounds = 0;
  city.measure();
  city.choose();
  const Results& results = city.world.results;
  int separate = 0;
  for (const Cutoff& cutoff : results.cutoffs) {
    if (cutoff.market != 1) continue;
    ++separate;
    EXPECT_EQ(cutoff.seats, 30);
    EXPECT_EQ(cutoff.applicants, 100);
    EXPECT_EQ(cutoff.offers, 30);
    for (const Application& a : results.applications) {
      if (a.market != 1) continue;
      EXPECT_EQ(a.offered == 2, a.lottery <= cutoff.lottery);
      EXPECT_EQ(a.enrolled, city.school_of(a.row) == a.school);
    }
  }
  EXPECT_EQ(separate, 1);
}

TEST(Choice, WithoutTheWishNoApplicationsAreKept) {
  City city = with_lottery(30);
  city.measure();
  city.choose();
  EXPECT_TRUE(city.world.results.applications.empty());
  EXPECT_TRUE(city.world.results.cutoffs.empty());
}

TEST(Choice, MultipleLotteriesDrawAnewForEverySchool) {
  City city = two_schools(10, 10);
  city.nature = only_distance(0);
  city.add_children(0, 0, 20);
  city.measure();
  city.world.keep.applications = true;
  const auto same_numbers = [&] {
    std::vector<float> first(20, -1.0f);
    int same = 0;
    for (const Application& a : city.world.results.applications) {
      if (first[a.row] >= 0.0f) same += first[a.row] == a.lottery;
      first[a.row] = a.lottery;
    }
    return same;
  };
  city.choose();
  EXPECT_EQ(same_numbers(), 20);
  city.world.students.school.assign(20, kNoSchool);
  city.law.choice.tie_breaking = TieBreaking::Multiple;
  city.choose();
  EXPECT_EQ(same_numbers(), 0);
}

// Entry seats are 80 of 5,000, a tenth of the share at which all look elsewhere; a tenth of 2,000
// has a standard error of 13, so that 67 are five.
TEST(Choice, WhoHasASeatLooksElsewhereAsFarAsSeatsAreOnOffer) {
  City city = with_lottery(80);
  city.set_school(0, 0, kElementary, 4920);
  city.nature.apply_supply_at = 0.16;
  city.add_children(0, 0, 1900);
  for (std::size_t row = 0; row < 2000; ++row) city.seat(row, SchoolId{0});
  city.measure();
  city.choose();
  EXPECT_NEAR(city.world.results.separate_applicants, 200, 67);
}

TEST(Choice, LeftoversAreSentWhereTheLargestShareOfSeatsIsEmpty) {
  City city = two_schools(400, 20);
  city.law.choice.backfill = 1;
  city.nature.participate = -50;  // nobody lists a school
  city.add_children(0, 0, 310);
  for (std::size_t row = 0; row < 300; ++row) city.seat(row, SchoolId{0});
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 300) << "a quarter of its seats is empty";
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 10) << "though it has fewer of them";
}

}  // namespace
}  // namespace homeroom
