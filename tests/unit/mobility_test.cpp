// Mid-year moves and late arrivals.
#include "sim/year/mobility.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/year/enrolment.hpp"
#include "sim/year/mobility_near_doors.hpp"
#include "tests/support/large_city.hpp"
#include "tests/support/three_schools.hpp"

namespace homeroom {
namespace {

using examples::City;
using examples::kLottery;
using examples::three_schools;

MobilityOutcome decide(const City& city) {
  return decide_mobility(city.world, city.law, city.mobility, city.dice);
}

/// The children as they are after these moves.
Students after(const City& city, const MobilityOutcome& outcome) {
  World world = city.world;
  enact(world, MobilityOutcome(outcome));
  return world.students;
}

int movers(const MobilityOutcome& outcome) {
  int all = 0;
  for (const int out : outcome.moved_out) all += out;
  return all;
}

TEST(Mobility, MoversTakeFreeSeatsAndAreMarked) {
  City city = three_schools(200);
  city.mobility.move = 50;
  enact(city.world, decide(city));
  EXPECT_EQ(city.enrolled(SchoolId{0}, 2), 0);
  EXPECT_EQ(city.world.results.school[SchoolId{0}].moved_out, 200);
  EXPECT_EQ(city.world.results.school[SchoolId{1}].moved_in +
                city.world.results.school[SchoolId{2}].moved_in,
            200);
  EXPECT_EQ(city.world.students.moved[0], 1);
  EXPECT_EQ(city.world.students.arrival[0], Arrival::Moved);
  EXPECT_EQ(city.world.students.rank[0], kNoRank);
}

TEST(Mobility, WhoFindsNoSeatStays) {
  City city = three_schools(30);
  city.mobility.move = 50;
  enact(city.world, decide(city));
  EXPECT_EQ(city.enrolled(SchoolId{0}, 2), 140);
  EXPECT_EQ(city.enrolled(SchoolId{1}, 2), 30);
  EXPECT_EQ(city.enrolled(SchoolId{2}, 2), 30);
}

TEST(Mobility, BehindTheLastDoorIsNoSchool) {
  const City city = three_schools(30);
  const std::vector<std::uint32_t> names = {0, 1, 2};
  constexpr std::size_t kWidth = 3;
  for (std::size_t open = 0; open <= kWidth; ++open) {
    std::vector<std::uint8_t> takes(kWidth, 0);
    for (std::size_t i = 0; i < open; ++i) takes[city.world.nearest(0)[i]] = 1;
    NearDoors near(city.world, 1.0, kWidth, names);
    near.turn_to(takes.data());
    const Door* const doors = near.row(near.find(0));
    EXPECT_EQ(near.most(), open);
    for (std::size_t i = 0; i < open; ++i) EXPECT_EQ(doors[i].school, city.world.nearest(0)[i]);
    if (open < kWidth) {
      EXPECT_EQ(doors[open].school, kNoSchool);
    }
  }
}

TEST(Mobility, EnrolmentIsThatOfAFullCount) {
  City city = three_schools(30);
  for (std::size_t row = 0; row < 200; ++row) {
    city.world.students.traits[row] =
        static_cast<std::uint16_t>(row % kGroups | (row % 3 == 0 ? trait::kLowIncome : 0) |
                                   (row % 4 == 0 ? trait::kEnglishLearner : 0) |
                                   (row % 7 == 0   ? trait::kSpecialSevere
                                    : row % 5 == 0 ? trait::kSpecialModerate
                                                   : 0));
  }
  count_enrolment(city.world);
  city.mobility.move = 50;
  enact(city.world, decide(city));
  World counted = city.world;
  count_enrolment(counted);
  for (std::size_t s = 0; s < 3; ++s) {
    const SchoolYear& kept = city.world.results.school[SchoolId{s}];
    const SchoolYear& full = counted.results.school[SchoolId{s}];
    EXPECT_EQ(kept.enrolment, full.enrolment);
    EXPECT_EQ(kept.by_grade, full.by_grade);
    EXPECT_EQ(kept.low_income, full.low_income);
    EXPECT_EQ(kept.english_learners, full.english_learners);
    EXPECT_EQ(kept.special, full.special);
    EXPECT_EQ(kept.severe, full.severe);
    EXPECT_EQ(kept.group, full.group);
  }
}

// Children of one grade do not hang on who moves in another, nor on how many move in all.
TEST(Mobility, GradesHaveNothingToDoWithEachOther) {
  City city = three_schools(60);
  city.mobility.move = 0;
  const Students alone = after(city, decide(city));
  city.add_children(0, 4, 9000);
  for (std::size_t row = 200; row < 9200; ++row) city.seat(row, SchoolId{1});
  count_enrolment(city.world);
  const Students together = after(city, decide(city));
  EXPECT_TRUE(std::equal(alone.school.begin(), alone.school.end(), together.school.begin()));
}

TEST(Mobility, ADeskThatAMoverLeavesServesWhoKnocksLater) {
  City city = three_schools(101);  // one desk is free in each of two
  for (std::size_t row = 100; row < 200; ++row) city.seat(row, SchoolId{1});
  city.world.schools.status[SchoolId{2}] = SchoolStatus::Closed;
  count_enrolment(city.world);
  city.mobility.move = 50;
  const MobilityOutcome outcome = decide(city);
  EXPECT_GT(movers(outcome), 50);
  enact(city.world, MobilityOutcome(outcome));
  EXPECT_LE(city.enrolled(SchoolId{0}, 2), 101);
  EXPECT_LE(city.enrolled(SchoolId{1}, 2), 101);
}

TEST(Mobility, NobodyMovesWhereNoDeskIsFree) {
  City city = three_schools(100);
  for (std::size_t row = 100; row < 200; ++row) city.seat(row, SchoolId{1});
  city.world.schools.status[SchoolId{2}] = SchoolStatus::Closed;
  count_enrolment(city.world);
  city.mobility.move = 50;
  EXPECT_EQ(movers(decide(city)), 0);
}

TEST(Mobility, NoHazardNoMove) {
  City city = three_schools(200);
  city.mobility.move = -50;
  const Students next = after(city, decide(city));
  EXPECT_EQ(next.school, city.world.students.school);
  EXPECT_EQ(next.moved, city.world.students.moved);
}

TEST(Mobility, LotterySchoolsOfferVacantSeatsAsTheyPlease) {
  City city = three_schools(200);
  for (const std::size_t s : {1u, 2u}) city.world.schools.model[SchoolId{s}] = ModelId{kLottery};
  city.mobility.move = 50;
  city.mobility.backfill = 0;
  EXPECT_EQ(movers(decide(city)), 0);
  city.mobility.backfill = 1;
  EXPECT_EQ(movers(decide(city)), 200);
}

TEST(Mobility, ExaminationSchoolsTakeNoMovers) {
  City city = three_schools(200);
  for (const std::size_t s : {1u, 2u}) city.world.schools.selective[SchoolId{s}] = 1;
  city.mobility.move = 50;
  EXPECT_EQ(movers(decide(city)), 0);
}

TEST(Mobility, DisplacedChildrenStayMarked) {
  City city = three_schools(200);
  city.world.students.moved[7] = 1;
  city.mobility.move = -50;
  EXPECT_EQ(after(city, decide(city)).moved[7], 1);
}

// Each cause alone, with the same dice: everyone who moved without it moves with it.
TEST(Mobility, CausesPointTheRightWay) {
  const auto movers_if = [](auto&& change) {
    City city = three_schools(200);
    city.mobility.move = -1;
    change(city);
    return movers(decide(city));
  };
  const int before = movers_if([](City&) {});
  EXPECT_GT(movers_if([](City& c) { c.world.students.traits.assign(200, trait::kLowIncome); }),
            before);
  EXPECT_LT(movers_if([](City& c) { c.world.students.rank.assign(200, 2); }), before);
  EXPECT_LT(movers_if([](City& c) { c.world.students.rank.assign(200, 1); }),
            movers_if([](City& c) { c.world.students.rank.assign(200, 2); }));
  EXPECT_GT(movers_if([](City& c) { c.world.students.housing.assign(200, 0); }), before);
  EXPECT_LT(movers_if([](City& c) { c.world.schools.climate[SchoolId{0}] = 1; }), before);
  EXPECT_GT(movers_if([](City& c) { c.law.models[0].attrition_weight = 1; }), before);
}

TEST(Mobility, AShareOfSpecialNeedsIsCounselledOut) {
  City city = three_schools(200);
  for (std::size_t row = 0; row < 100; ++row) {
    city.world.students.traits[row] |= trait::kSpecialModerate;
  }
  city.mobility.move = -1;
  const Students before = after(city, decide(city));
  city.law.models[0].counselling_out = 0.5;
  const Students urged = after(city, decide(city));
  int more = 0;
  for (std::size_t row = 0; row < 200; ++row) {
    EXPECT_GE(urged.moved[row], before.moved[row]);
    more += urged.moved[row] - before.moved[row];
    if (row < 100) continue;
    EXPECT_EQ(urged.school[row], before.school[row]) << "others go where they went";
  }
  const int stayed =
      100 - static_cast<int>(std::count(before.moved.begin(), before.moved.begin() + 100, 1));
  EXPECT_NEAR(more, stayed / 2, 25) << "half of those who would have stayed, five standard errors";
}

// Half of all want to move, for 60 desks; of some 25 who are urged to, as many find one: about
// twelve, with a standard error of three.
TEST(Mobility, WhoIsCounselledOutHasATurnAsOthersHave) {
  const auto city = [](int seats, double urged) {
    City made = three_schools(seats);
    for (std::size_t row = 0; row < 100; ++row) {
      made.world.students.traits[row] |= trait::kSpecialModerate;
    }
    made.mobility.move = made.mobility.not_chosen = 0;
    made.law.models[0].counselling_out = urged;
    return made;
  };
  const City ample = city(200, 0.0), scarce = city(30, 0.5);
  const Students willing = after(ample, decide(ample)), moved = after(scarce, decide(scarce));
  int urged = 0;
  for (std::size_t row = 0; row < 100; ++row) {
    urged += moved.moved[row] != 0 && willing.moved[row] == 0;
  }
  EXPECT_GT(urged, 2);
  EXPECT_LT(urged, 22);
}

// A lottery's school and the district's are liked alike: half of 4,000 are offered the former, and
// half of those like it better. A quarter has a standard error of 27, so that 137 are five.
TEST(Mobility, WhomALotterySchoolOffersASeatHasNothingToDoWithTaste) {
  City city = three_schools(4000);
  city.world.schools.model[SchoolId{2}] = ModelId{kLottery};
  city.add_children(0, 2, 3800);
  for (std::size_t row = 200; row < 4000; ++row) city.seat(row, SchoolId{0});
  count_enrolment(city.world);
  city.mobility.move = 50;
  city.mobility.backfill = 0.5;
  EXPECT_NEAR(decide(city).moved_in[2], 1000, 137);
}

TEST(Mobility, SomeNewcomersArriveLate) {
  City city = three_schools(200);
  city.mobility.move = -50;
  city.mobility.late_arrival = 0.5;
  city.world.students.arrived.assign(200, static_cast<std::int16_t>(city.world.year));
  const MobilityOutcome outcome = decide(city);
  EXPECT_NEAR(outcome.moved_in[0], 100, 36);  // five standard errors
  EXPECT_EQ(after(city, outcome).school, city.world.students.school);
  city.world.founded = city.world.year;
  EXPECT_EQ(decide(city).moved_in[0], 0);
}

// In plus out over enrolment in poor urban schools, exits from the city included: mean 34.7 %,
// middle half of schools 25-43 % (Sustaining Effects Study). The city's own exits, about 6 % a
// year, lie between the years and are added here.
TEST(Mobility, PoorCitiesLoseAndGainAThirdOfTheirChildren) {
  constexpr double kExits = 0.06;
  City city = examples::large_city();
  city.found();
  city.next_year();
  city.choose();
  const MobilityOutcome outcome = decide(city);
  double in_and_out = 0;
  for (std::size_t s = 0; s < outcome.moved_in.size(); ++s) {
    in_and_out += outcome.moved_in[s] + outcome.moved_out[s];
  }
  const double rate =
      in_and_out / static_cast<double>(city.world.students.size()) + kExits + kExits;
  EXPECT_GT(rate, 0.25);
  EXPECT_LT(rate, 0.43);
}

}  // namespace
}  // namespace homeroom
