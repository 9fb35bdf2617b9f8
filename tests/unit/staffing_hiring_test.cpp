// Who comes: applications, hiring, seniority, recruitment, the outside.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "sim/world/invariants_staff.hpp"
#include "sim/year/staffing_outside.hpp"
#include "tests/unit/staffing_counts.hpp"

namespace homeroom {
namespace {

using namespace examples;

TEST(Applications, OfOnePersonDoNotDependOnWhoElseApplies) {
  const SmallDistrict d(60);
  staffing::Book book(d.world, d.law, d.staffing, d.dice);
  staffing::look_at_schools(book);
  staffing::exits(book);
  staffing::match_posts(book);
  staffing::list_candidates(book);
  std::vector<std::uint32_t> all, odd;
  for (std::uint32_t i = 0; i < book.candidates.size(); ++i) {
    all.push_back(i);
    if (i % 2 == 1) odd.push_back(i);
  }
  const staffing::Bids of_all = staffing::apply(book, all, 4, 0);
  const staffing::Bids of_odd = staffing::apply(book, odd, 4, 0);
  ASSERT_GT(of_odd.bid.size(), odd.size());
  for (std::size_t k = 0; k < odd.size(); ++k) {
    const std::uint32_t one = of_odd.first[k], other = of_all.first[odd[k]];
    ASSERT_EQ(of_odd.first[k + 1] - one, of_all.first[odd[k] + 1] - other);
    for (std::uint32_t b = 0; b < of_odd.first[k + 1] - one; ++b) {
      EXPECT_EQ(of_odd.bid[one + b].program, of_all.bid[other + b].program);
      EXPECT_EQ(of_odd.bid[one + b].priority, of_all.bid[other + b].priority);
    }
  }
}

// What a school sees of the same person differs by its error alone.
TEST(Applications, SchoolsErrLessAboutTheirCitysOwnTeachers) {
  SmallDistrict d(60);
  d.staffing.noise_internal = d.staffing.hire_fit = 0;
  staffing::Book book(d.world, d.law, d.staffing, d.dice);
  staffing::look_at_schools(book);
  staffing::exits(book);
  staffing::match_posts(book);
  staffing::list_candidates(book);
  std::vector<std::uint32_t> all(book.candidates.size());
  std::iota(all.begin(), all.end(), 0u);
  const staffing::Bids bids = staffing::apply(book, all, 4, 0);
  int own = 0, strangers = 0;
  for (const std::uint32_t i : all) {
    if (bids.first[i + 1] - bids.first[i] < 2) continue;
    const staffing::Bid& one = bids.bid[bids.first[i]];
    const bool alike = one.priority >> 32 == bids.bid[bids.first[i] + 1].priority >> 32;
    const bool stranger = book.candidates[i].row == staffing::kNobody;
    EXPECT_EQ(alike, !stranger);
    ++(stranger ? strangers : own);
  }
  EXPECT_GT(own, 5);
  EXPECT_GT(strangers, 5);
}

TEST(Hiring, NeedsNobodyButWhoIsThere) {
  SmallDistrict d(30);
  d.world.city.supply_per_vacancy = 0;
  d.staffing.displaced = 0;
  const StaffingOutcome outcome = d.decide();
  EXPECT_EQ(outcome.hires_outside, 0);
  int vacancies = 0;
  for (const SchoolStaffing& school : outcome.school) vacancies += school.vacancies;
  EXPECT_EQ(vacancies, outcome.teachers_left);
}

TEST(Hiring, ASmallSupplyLeavesPostsToSubstitutes) {
  const auto vacancies = [](double supply) {
    SmallDistrict d(60);
    d.world.city.supply_per_vacancy = supply;
    int all = 0;
    for (const SchoolStaffing& school : d.decide().school) all += school.vacancies;
    return all;
  };
  EXPECT_GT(vacancies(0.3), vacancies(2.0));
}

TEST(Hiring, ByASkilledLeaderWithItsOwnSelectionFindsBetterTeachers) {
  double with = 0, without = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    for (double right : {0.0, 1.0}) {
      SmallDistrict d(30, 44, seed);
      d.staffing.noise_skill = 3;  // strong, so that few districts show it
      for (std::size_t s = 0; s < 30; s += 2) {
        d.hold(SchoolId{s}, Right::S5, right);
        d.hold(SchoolId{s}, Right::S1, 1);
        d.hold(SchoolId{s}, Right::S2, 1);
        d.world.schools.principals.skill[SchoolId{s}] = 3;
      }
      const StaffingOutcome outcome = d.decide();
      for (std::size_t s = 0; s < 30; s += 2)
        (right > 0 ? with : without) += outcome.school[s].mean_effect;
    }
  }
  EXPECT_GT(with, without);
}

TEST(Hiring, StartsEarlierHiresFewerLate) {
  SmallDistrict late(60), early(60);
  late.law.staffing.hiring_start = 0;
  early.law.staffing.hiring_start = 1;
  EXPECT_GT(hires(late.decide(), Hire::Late), hires(early.decide(), Hire::Late));
}

TEST(Seniority, FillsPostsOnlyWhereTheContractSaysSo) {
  SmallDistrict d(60);
  d.law.staffing.seniority_transfers = 1;
  EXPECT_GT(hires(d.decide(), Hire::Seniority), 0);
  SmallDistrict free(60);
  for (std::size_t s = 0; s < 60; ++s) free.hold(SchoolId{s}, Right::S3, 1);
  EXPECT_EQ(hires(free.decide(), Hire::Seniority), 0);
  SmallDistrict consent(60);
  consent.law.staffing.mutual_consent = 1;
  EXPECT_EQ(hires(consent.decide(), Hire::Seniority), 0);
}

TEST(Recruitment, TakesTheBestAndTheirSchoolsLoseThem) {
  SmallDistrict d(60);
  d.free().recruitment = 1;
  for (std::size_t s = 1; s < 60; s += 2) d.world.schools.principals.leadership[SchoolId{s}] = 2;
  const StaffingOutcome outcome = d.decide();
  int recruited = 0, lost = 0;
  double effect = 0;
  for (const TeacherMove& move : outcome.moves) {
    if (move.why != Departure::Recruited) continue;
    ++recruited;
    EXPECT_EQ(move.from.row() % 2, 0u);
    EXPECT_EQ(move.to.row() % 2, 1u);
    EXPECT_EQ(outcome.teachers.bonus_years[move.teacher.row()], d.staffing.bonus_years);
    effect += d.world.teachers.effect[kMath][move.teacher.row()];
  }
  for (const SchoolStaffing& school : outcome.school) lost += school.recruited_away;
  ASSERT_GT(recruited, 3);
  EXPECT_GT(effect / recruited, d.staffing.effect_mean + 0.5 * d.staffing.effect_sd);
  EXPECT_EQ(lost, recruited);
}

TEST(Outside, TheSamePersonIsDrawnAloneAndInTheList) {
  SmallDistrict d;
  const StaffingOutcome outcome = d.decide();
  int found = 0;
  for (const TeacherMove& move : outcome.moves) {
    if (move.before != TeacherPlace::Outside) continue;
    const auto index = static_cast<std::uint32_t>(move.person);
    const TeacherDraft draft =
        draw_outside_candidate(d.dice, d.staffing, d.world.city, d.world.year, index);
    EXPECT_EQ(draft.person, move.person);
    EXPECT_EQ(draft.effect[kMath], outcome.teachers.effect[kMath][move.teacher.row()]);
    EXPECT_EQ(draft.experience, outcome.teachers.experience[move.teacher.row()]);
    ++found;
  }
  EXPECT_GT(found, 0);
}

TEST(Outside, QualityFallsBeyondTheOrdinaryList) {
  SmallDistrict d;
  const double list = d.world.city.supply_per_vacancy * d.world.city.ordinary_vacancies;
  const auto last = static_cast<std::uint32_t>(2 * list) - 1;
  StaffingParameters level = d.staffing;
  level.supply_fall = 0;
  const TeacherDraft flat = draw_outside_candidate(d.dice, level, d.world.city, 2001, last);
  const TeacherDraft fallen = draw_outside_candidate(d.dice, d.staffing, d.world.city, 2001, last);
  EXPECT_NEAR(flat.effect[kMath] - fallen.effect[kMath], d.staffing.supply_fall, 0.02);
  EXPECT_EQ(draw_outside_candidate(d.dice, level, d.world.city, 2001, 0).effect[kMath],
            draw_outside_candidate(d.dice, d.staffing, d.world.city, 2001, 0).effect[kMath]);
}

}  // namespace
}  // namespace homeroom
