// Who ends where, on cities small enough to know the answer.
#include <gtest/gtest.h>

#include <limits>

#include "sim/year/seats.hpp"
#include "tests/support/choice_world.hpp"

namespace homeroom {
namespace {

using examples::City;
using examples::kAssigned;
using examples::kGrowing;
using examples::kLottery;
using examples::only_distance;

constexpr GradeSpan kElementary{0, 5};
constexpr GradeSpan kWhole{0, 12};

/// Two neighbourhoods 10 km apart, a school of one grade's `seats` in each; distance decides.
City two_schools(int seats_here, int seats_there) {
  City city;
  city.add_neighbourhood(0, 0);
  city.add_neighbourhood(10, 0);
  city.make_schools(2);
  city.set_school(0, 0, kElementary, seats_here);
  city.set_school(1, 1, kElementary, seats_there);
  city.nature = only_distance(5);
  return city;
}

TEST(Choice, WithSeatsForAllEveryoneGoesToTheNearestSchool) {
  City city = two_schools(50, 50);
  city.add_children(0, 0, 40);
  city.add_children(1, 0, 30);
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 40);
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 30);
  EXPECT_EQ(city.world.results.got_first, 70);
  EXPECT_EQ(city.world.results.school[SchoolId{0}].entrants, 40);
  EXPECT_EQ(city.world.results.school[SchoolId{0}].first_choices, 40);
  EXPECT_EQ(city.world.students.arrival[0], Arrival::Chosen);
  EXPECT_EQ(city.world.students.rank[0], 1);
}

TEST(Choice, WhoFindsTheFirstChoiceFullGetsTheSecond) {
  City city = two_schools(25, 50);
  city.add_children(0, 0, 40);
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 25);
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 15);
  EXPECT_EQ(city.world.results.got_first, 25);
  EXPECT_EQ(city.world.results.got_any, 40);
  EXPECT_EQ(city.world.results.unassigned, 0);
}

TEST(Choice, WhoHoldsASeatKeepsIt) {
  City city = two_schools(25, 50);
  city.add_children(0, 1, 40);
  for (std::size_t row = 0; row < 40; ++row) city.seat(row, SchoolId{row < 25 ? 1u : 0u});
  city.measure();
  city.nature.transfer = 50;  // everyone asks for the nearer school
  city.choose();
  for (std::size_t row = 25; row < 40; ++row) {
    EXPECT_EQ(city.school_of(row), SchoolId{0});
    EXPECT_EQ(city.world.students.arrival[row], Arrival::Continued);
  }
  EXPECT_EQ(city.enrolled(SchoolId{0}, 1), 25) << "ten of those who asked won a free seat";
}

TEST(Choice, TwoChildrenMayExchangeFullSchools) {
  City city = two_schools(1, 1);
  city.add_child(0, 1);
  city.add_child(1, 1);
  city.seat(0, SchoolId{1});
  city.seat(1, SchoolId{0});
  city.measure();
  city.nature.transfer = 50;
  city.choose();
  EXPECT_EQ(city.school_of(0), SchoolId{0});
  EXPECT_EQ(city.school_of(1), SchoolId{1});
}

TEST(Choice, NeighbourhoodAssignmentFillsTheZoneAndOverflowsToTheNearest) {
  City city = two_schools(25, 50);
  city.add_children(0, 0, 40);
  city.add_children(1, 0, 5);
  city.measure();
  city.law.choice.assignment = Assignment::Neighbourhood;
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 25);
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 20);
  EXPECT_EQ(city.world.results.participants, 0);
  EXPECT_EQ(city.world.students.arrival[0], Arrival::Assigned);
  EXPECT_EQ(city.world.students.rank[0], kNoRank);
}

TEST(Choice, WhoDoesNotTakePartGetsTheZonedSchool) {
  City city = two_schools(50, 50);
  city.add_children(0, 0, 20);
  city.measure();
  city.nature.participate = -50;
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 20);
  EXPECT_EQ(city.world.results.choosers, 20);
  EXPECT_EQ(city.world.results.participants, 0);
}

TEST(Choice, ChildrenOfAClosedSchoolAreDisplaced) {
  City city = two_schools(50, 50);
  city.add_children(0, 3, 20);
  for (std::size_t row = 0; row < 20; ++row) city.seat(row, SchoolId{0});
  city.measure();
  city.world.schools.status[SchoolId{0}] = SchoolStatus::Closed;
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{1}, 3), 20);
  EXPECT_EQ(city.world.students.arrival[0], Arrival::Displaced);
  EXPECT_EQ(city.world.students.moved[0], 1);
  EXPECT_EQ(city.world.places.zoned[0][0], SchoolId{1}) << "the zone was drawn anew";
}

TEST(Choice, ALeaverOfTheLastGradeIsNotDisplacedByTheClosureThatFollows) {
  City city = two_schools(50, 50);
  city.world.schools.span[SchoolId{1}] = {6, 8};
  city.set_school(1, 1, {6, 8}, 50);
  const std::size_t row = city.add_child(0, 6);
  city.seat(row, SchoolId{0});
  city.measure();
  city.world.schools.status[SchoolId{0}] = SchoolStatus::Closed;
  city.choose();
  EXPECT_EQ(city.school_of(row), SchoolId{1});
  EXPECT_EQ(city.world.students.moved[row], 0);
  EXPECT_EQ(city.world.students.arrival[row], Arrival::Chosen);
}

TEST(Choice, WithoutAnySeatTheZonedSchoolTakesThemOverCapacity) {
  City city = two_schools(10, 10);
  city.add_children(0, 0, 30);
  city.measure();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 20);
  EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 10);
  EXPECT_EQ(city.world.results.unassigned, 10);
}

TEST(Choice, SiblingsAreServedFirst) {
  City city = two_schools(5, 50);
  city.add_children(0, 0, 40);
  for (std::size_t row = 1; row < 10; row += 2) {  // odd rows go on in school 0
    city.world.students.grade[row] = 3;
    city.seat(row, SchoolId{0});
    city.world.students.traits[row] |= trait::kSibling;
    city.world.students.traits[row - 1] |= trait::kSibling;
  }
  city.measure();
  city.choose();
  for (std::size_t row = 0; row < 10; row += 2) EXPECT_EQ(city.school_of(row), SchoolId{0});
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 5);
}

TEST(Choice, TheZoneIsServedFirstInItsShareOfSeats) {
  for (const double share : {0.0, 0.5, 1.0}) {
    City city = two_schools(200, 40);
    city.add_children(0, 0, 200);
    city.add_children(1, 0, 40);
    city.measure();
    // School 1 is everyone's first choice.
    city.nature.picture_information = 50;
    city.world.schools.picture[SchoolId{1}] = 10;
    city.law.choice.zone_priority = share;
    city.choose();
    int near = 0;
    for (std::size_t row = 200; row < 240; ++row) near += city.school_of(row) == SchoolId{1};
    EXPECT_EQ(city.enrolled(SchoolId{1}, 0), 40);
    EXPECT_GE(near, static_cast<int>(share * 40));
    EXPECT_LE(near, 15 + static_cast<int>(share * 40));
  }
}

TEST(Choice, ExaminationSeatsGoToTheBestResults) {
  City city = two_schools(200, 30);
  city.set_school(0, 0, kWhole, 200);
  city.set_school(1, 1, {7, 12}, 30);
  city.world.schools.selective[SchoolId{1}] = 1;
  city.nature.exam_apply = 50;
  city.nature.picture_information = 50;
  city.world.schools.picture[SchoolId{1}] = 10;
  city.add_children(0, 7, 100);
  for (std::size_t row = 0; row < 100; ++row) {
    city.seat(row, SchoolId{0});  // their own school goes on
    for (int m = 0; m < kSubjects; ++m) {
      city.world.students.score[m][row] = static_cast<std::int16_t>(row * 10);
    }
  }
  city.measure();
  city.choose();
  for (std::size_t row = 0; row < 100; ++row) {
    EXPECT_EQ(city.school_of(row), SchoolId{row >= 70 ? 1u : 0u});
  }
}

TEST(Choice, ExaminationSchoolsAdmitAtTheirEntryGradesOnly) {
  City city = two_schools(200, 30);
  city.set_school(0, 0, kWhole, 200);
  city.set_school(1, 1, {7, 12}, 30);
  city.world.schools.selective[SchoolId{1}] = 1;
  city.nature.exam_apply = 50;
  city.nature.picture_information = 50;
  city.world.schools.picture[SchoolId{1}] = 10;
  for (int grade = 7; grade <= 12; ++grade) city.add_children(0, grade, 10);
  for (std::size_t row = 0; row < 60; ++row) city.seat(row, SchoolId{0});
  city.measure();
  city.choose();
  for (int grade = 7; grade <= 12; ++grade) {
    EXPECT_EQ(city.enrolled(SchoolId{1}, grade), grade == 7 || grade == 9 ? 10 : 0);
  }
}

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

TEST(Choice, AGrowingSchoolOpensOneGradeAYear) {
  City city = two_schools(50, 50);
  city.world.schools.model[SchoolId{1}] = ModelId{kGrowing};
  city.world.schools.opened[SchoolId{1}] = city.world.year - 2;
  for (int grade = 0; grade <= 5; ++grade) {
    EXPECT_EQ(seats_open(city.world, city.law, SchoolId{1}, grade), grade <= 2 ? 50 : 0);
  }
  city.world.schools.status[SchoolId{1}] = SchoolStatus::Planning;
  EXPECT_EQ(seats_open(city.world, city.law, SchoolId{1}, 0), 0);
}

TEST(Choice, ImmediateAcceptanceGivesSeatsForGood) {
  // Three schools of one seat: whoever ranks a school second comes too late.
  City city;
  city.add_neighbourhood(0, 0);
  city.make_schools(2);
  city.set_school(0, 0, kElementary, 5);
  city.set_school(1, 0, kElementary, 5);
  city.nature = only_distance(0);
  city.add_children(0, 0, 10);
  city.measure();
  city.world.keep.applications = true;
  city.law.choice.assignment = Assignment::ImmediateAcceptance;
  city.choose();
  int first[2] = {0, 0}, got[2] = {0, 0};
  for (const Application& a : city.world.results.applications) {
    if (a.rank != 1) continue;
    ++first[a.school.row()];
    got[a.school.row()] += a.enrolled;
  }
  for (int s = 0; s < 2; ++s) EXPECT_EQ(got[s], std::min(first[s], 5));
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

TEST(Choice, ASchoolWithoutAPictureIsNoFault) {
  City city = two_schools(50, 50);
  city.add_children(0, 0, 40);
  city.measure();
  city.nature.picture_information = 1;
  city.world.schools.picture[SchoolId{1}] = std::numeric_limits<double>::quiet_NaN();
  city.choose();
  EXPECT_EQ(city.enrolled(SchoolId{0}, 0), 40);
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

TEST(FirstAssignment, SeatsEveryChildOfEveryGrade) {
  City city = two_schools(60, 60);
  city.set_school(0, 0, kWhole, 60);
  city.set_school(1, 1, kWhole, 60);
  city.world.schools.model[SchoolId{1}] = ModelId{kLottery};
  for (int grade = 0; grade < kGrades; ++grade) city.add_children(0, grade, 100);
  city.nature.picture_information = 50;
  city.world.schools.picture[SchoolId{1}] = 10;
  city.measure();
  city.found();
  for (int grade = 0; grade < kGrades; ++grade) {
    EXPECT_EQ(city.enrolled(SchoolId{1}, grade), 60)
        << "filled although nobody is keen on lotteries";
    EXPECT_EQ(city.enrolled(SchoolId{0}, grade), 40);
  }
}

TEST(FirstAssignment, FillsExaminationSchoolsByResult) {
  City city = two_schools(100, 20);
  city.set_school(0, 0, kWhole, 100);
  city.set_school(1, 1, {7, 12}, 20);
  city.world.schools.selective[SchoolId{1}] = 1;
  city.nature.exam_apply = 50;
  for (int grade = 0; grade < kGrades; ++grade) city.add_children(0, grade, 50);
  city.measure();
  city.found();
  for (int grade = 7; grade < kGrades; ++grade) EXPECT_EQ(city.enrolled(SchoolId{1}, grade), 20);
}

TEST(Zones, BalanceChildrenAgainstSeats) {
  // Three neighbourhoods in a row; the middle one is nearer to the left school, which is full with
  // its own children.
  City city;
  city.add_neighbourhood(0, 0);
  city.add_neighbourhood(4, 0);
  city.add_neighbourhood(10, 0);
  city.make_schools(2);
  city.set_school(0, 0, kElementary, 50);
  city.set_school(1, 2, kElementary, 100);
  for (std::size_t n = 0; n < 3; ++n) city.add_children(n, 0, 50);
  city.measure();
  const auto& zone = city.world.places.zoned[0];
  EXPECT_EQ(zone[0], SchoolId{0});
  EXPECT_EQ(zone[1], SchoolId{1});
  EXPECT_EQ(zone[2], SchoolId{1});
}

TEST(Zones, AreOrdinaryDistrictSchools) {
  City city = two_schools(50, 50);
  city.add_children(0, 0, 10);
  city.world.schools.model[SchoolId{0}] = ModelId{kLottery};
  city.measure();
  EXPECT_EQ(city.world.places.zoned[0][0], SchoolId{1});
  EXPECT_FALSE(zones_are_stale(city.world, city.law));
  city.world.schools.selective[SchoolId{1}] = 1;
  EXPECT_TRUE(zones_are_stale(city.world, city.law));
}

}  // namespace
}  // namespace homeroom
