// Who governs: superintendent, office, board, agreements.
#include "sim/year/governance.hpp"

#include <gtest/gtest.h>

#include "sim/core/arithmetic.hpp"
#include "tests/support/governed_city.hpp"

namespace homeroom {
namespace {

using testing::GovernedCity;
using testing::kFree;

const SchoolId kFirst{0}, kSecond{1};
constexpr int kStaffing = 0, kCurriculum = 2;

TEST(Superintendent, TheRecordDecidesBetweenItsDates) {
  GovernedCity city;
  city.law.governance.superintendent_change.set(2012, 1);
  city.law.governance.superintendent_change.set(2016, 1);
  city.law.governance.superintendent_commitment.set(2012, 0.9);
  city.world.year = 2012;
  std::vector<int> successions;
  for (; city.world.year <= 2016; city.turn_year()) {
    city.govern();
    if (city.events(EventKind::Succession)) successions.push_back(city.world.year);
    if (city.world.year < 2016) {
      EXPECT_DOUBLE_EQ(city.world.superintendent.commitment, 0.9);
    }
  }
  EXPECT_EQ(successions, (std::vector<int>{2012, 2016}));
}

TEST(Superintendent, IncumbentsHaveServedAsLongAsSurveysSay) {
  // Council of the Great City Schools: 2.3 to 3.6 years in office. A mean over 20000 years has a
  // standard error near .05; a year begun counts half.
  GovernedCity city(1);
  double years = 0;
  constexpr int kRun = 20000;
  for (int i = 0; i < kRun; ++i) {
    city.govern();
    years += city.world.superintendent.years + 0.5;
    city.turn_year();
  }
  EXPECT_GT(years / kRun, 2.8);
  EXPECT_LT(years / kRun, 3.8);
}

TEST(Superintendent, PullDrawsSuccessorsToTradition) {
  const auto mean_commitment = [](double pull) {
    GovernedCity city(1);
    city.governance.pull = pull;
    city.governance.exit_first = city.governance.exit_later = 1;
    double sum = 0;
    for (int i = 0; i < 400; ++i) {
      city.world.board.reform_share = 0.9;
      city.world.board.seat_stance.clear();
      city.world.board.usual_share = 0.9;
      city.law.governance.election_interval = 1000;
      city.world.year = 2001 + i % 900;
      city.govern();
      sum += city.world.superintendent.commitment / 400;
    }
    return sum;
  };
  EXPECT_GT(mean_commitment(0), 0.78);
  EXPECT_NEAR(mean_commitment(1), 0.3, 0.04);  // four standard errors, once in 16,000
}

TEST(Office, BuyInFollowsTheSuperintendentAndFasterWithACampaign) {
  const auto after_a_year = [](double campaign) {
    GovernedCity city;
    city.governance.exit_first = city.governance.exit_later = 0;
    city.world.superintendent.commitment = 0.9;
    city.law.governance.theory_of_action = campaign;
    city.govern();
    return city.world.office.buy_in;
  };
  EXPECT_NEAR(after_a_year(0), 0.45 + 0.15 * 0.45 + 0.05 * (0.3 - 0.45), 1e-12);
  EXPECT_NEAR(after_a_year(1), 0.45 + 0.25 * 0.45 + 0.02, 1e-12);
}

TEST(Office, ResentsSchoolsThatItsRulesDoNotBind) {
  const auto buy_in = [](int exempt) {
    GovernedCity city;
    city.governance.exit_first = city.governance.exit_later = 0;
    for (std::size_t row = 0; row < static_cast<std::size_t>(exempt); ++row) {
      city.put(SchoolId{row}, testing::kFree, 2000);
    }
    city.govern();
    return city.world.office.buy_in;
  };
  const double resentment = testing::shipped<GovernanceParameters>("governance").buy_in_resentment;
  ASSERT_GT(resentment, 0.0);
  EXPECT_NEAR(buy_in(3) - buy_in(0), -0.5 * resentment, 1e-12);
}

TEST(Office, ASupportOfficeProtectsUntilASuccessorDissolvesIt) {
  GovernedCity city;
  city.put(kFirst, kFree, 2000);
  city.law.governance.support_office = 0.0;
  city.law.governance.support_office.set(2011, 1.0);
  city.governance.exit_first = city.governance.exit_later = 0;
  city.governance.partner_turnover = 0;
  city.govern();
  const double before = city.world.schools.honoured[kFirst][kStaffing];
  city.turn_year();
  city.govern();
  EXPECT_EQ(city.events(EventKind::SupportOfficeOpened), 1);
  EXPECT_GT(city.world.schools.honoured[kFirst][kStaffing], before);
  city.governance.office_dissolved = 1;
  city.world.superintendent.commitment = 0;
  city.turn_year();
  city.govern();
  EXPECT_EQ(city.world.office.support_office, 1.0) << "who opened it keeps it";
  city.governance.exit_later = 1;
  city.governance.pull = 1;
  city.governance.traditional = city.governance.commitment_spread = 0;
  city.turn_year();
  city.govern();
  EXPECT_EQ(city.world.office.support_office, 0.0);
  EXPECT_EQ(city.events(EventKind::SupportOfficeDissolved), 1);
  city.turn_year();
  city.govern();
  EXPECT_EQ(city.world.office.support_office, 0.0) << "a lever in force does not reopen it";
}

double share_after_election(double closures, double turnout, std::uint64_t seed) {
  GovernedCity city(1, seed);
  city.law.governance.election_interval = 1;
  city.law.governance.term_years = 1;
  city.law.governance.seats = 99;
  city.govern();
  city.turn_year();
  city.world.board.closure_memory = closures;
  city.law.governance.turnout = turnout;
  city.govern();
  return city.world.board.reform_share;
}

TEST(Board, ClosuresCostSeatsAndTurnoutGivesSome) {
  double usual = 0, closed = 0, attended = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    usual += share_after_election(0, 0.15, seed) / 20;
    closed += share_after_election(0.1, 0.15, seed) / 20;
    attended += share_after_election(0, 0.6, seed) / 20;
  }
  EXPECT_LT(closed, usual - 0.05);
  EXPECT_GT(attended, usual + 0.05);
}

TEST(Board, StaysWhereItsCityIsWithoutPressure) {
  double sum = 0;
  GovernedCity city(1);
  for (int i = 0; i < 4000; ++i) {
    city.govern();
    sum += city.world.board.reform_share / 4000;
    city.turn_year();
  }
  // Over 30 seeds the mean is .428 +- .014: once in 700 fair programs.
  EXPECT_NEAR(sum, 0.42, 0.05);
}

// Scores have risen by .05 a year to 0, as far as anybody remembers.
TEST(Board, ARiseAYearCountsAlikeOverFewYearsAndMany) {
  const auto share = [](std::vector<double> remembered) {
    GovernedCity city(1);
    city.law.governance.seats = 99;
    city.law.governance.election_interval = city.law.governance.term_years = 1;
    city.governance.seat_trend = 20;
    city.governance.trend_years = 4;
    city.world.board.city_mean = std::move(remembered);
    city.govern();
    return city.world.board.reform_share;
  };
  EXPECT_EQ(share({-0.05}), share({-0.05, -0.10, -0.15}));
  EXPECT_GT(share({-0.05}), share({}) + 0.1);
}

TEST(Board, OnlySeatsThatAreUpChange) {
  GovernedCity city(1);
  city.govern();
  city.world.board.seat_stance.assign(7, 0.77);
  city.turn_year();  // 2011: no election
  city.govern();
  EXPECT_NEAR(city.world.board.reform_share, 0.77, 1e-12);
  city.turn_year();
  city.govern();
  int kept = 0;
  for (double stance : city.world.board.seat_stance) kept += stance == 0.77;
  EXPECT_TRUE(kept == 3 || kept == 4);
}

TEST(Board, TheRecordDecidesWhoWinsTheSeatsThatAreUp) {
  GovernedCity city(1);
  city.law.governance.board_record.set(2010, 1.0);
  city.law.governance.board_record.set(2012, 0.25);
  city.govern();  // 2010: three of seven seats are up
  city.turn_year();
  city.turn_year();
  city.govern();  // 2012: the other four, of which one goes to reform
  EXPECT_NEAR(city.world.board.reform_share, 4.0 / 7.0, 1e-12);
  city.law.governance.board_record.set(2014, 0.0);
  city.turn_year();
  city.turn_year();
  city.govern();
  EXPECT_NEAR(city.world.board.reform_share, 1.0 / 7.0, 1e-12);
}

TEST(Board, TheRecordHoldsOnlyForSeatsThatAreElected) {
  GovernedCity city(1);
  city.law.governance.board = BoardType::Appointed;
  city.law.governance.board_record.set(2010, 1.0);
  city.governance.appointer_change = 0;
  const double stance = city.world.board.reform_share;
  city.govern();
  EXPECT_NEAR(city.world.board.reform_share, stance, 1e-12);
}

TEST(Agreement, EndsWithPartiesWithoutGoodwillUnlessASecondMustAgree) {
  for (double parties : {1.0, 2.0}) {
    GovernedCity city;
    city.put(kFirst, kFree, 2007);
    city.model(kFree).guarantee = Guarantee::IndependentBoard;
    city.model(kFree).agreement_years = 3;
    city.model(kFree).agreement_exit = parties;
    city.governance.exit_first = city.governance.exit_later = 0;
    city.governance.agreement_inertia = city.governance.second_party_ends = 0;
    city.world.superintendent.commitment = 0;
    city.law.governance.election_interval = 1000;
    city.world.board.reform_share = 0;
    city.govern();
    EXPECT_EQ(city.world.schools.agreement_until[kFirst], 2012);
    const double before = city.world.schools.honoured[kFirst][kStaffing];
    while (city.world.year < 2013) {
      city.turn_year();
      city.govern();
    }
    const bool lapsed = city.world.schools.agreement_lapsed[kFirst] != 0;
    EXPECT_EQ(lapsed, parties == 1.0);
    EXPECT_EQ(city.world.schools.agreement_until[kFirst], 2015) << "2013, 2014 and 2015";
    EXPECT_EQ(city.world.schools.honoured[kFirst][kStaffing] < before - 0.1, lapsed);
  }
}

TEST(FirstYear, IsWhatLaterYearsAreHeldAgainst) {
  GovernedCity city;
  city.put(kSecond, kFree, 2010);
  city.govern();
  const double first = city.world.schools.first_effective[kSecond];
  EXPECT_DOUBLE_EQ(first, effective_autonomy(city.world.schools, kSecond));
  EXPECT_GT(first, 0);
  EXPECT_DOUBLE_EQ(paper_autonomy(city.world.schools, kSecond), 1.0);
  city.turn_year();
  city.govern();
  EXPECT_EQ(city.world.schools.first_effective[kSecond], first);
  EXPECT_GT(effective_autonomy(city.world.schools, kSecond), first);
}

}  // namespace
}  // namespace homeroom
