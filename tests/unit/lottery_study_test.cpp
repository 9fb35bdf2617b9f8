// A lottery study told child by child, and over the records of a city that was run.
#include "analysis/estimators/lottery_study.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <stdexcept>

#include "tests/support/lived_panel.hpp"

namespace homeroom::estimators {
namespace {

constexpr int kSchool = 7;

/// A lottery of `children` for half as many seats: even ones win. Winners come, but every tenth; of
/// losers every tenth comes as well. A year adds .2.
panel::Panel small_panel(int children) {
  panel::Panel panel;
  panel.students = children;
  panel.years.resize(3);
  for (int y = 0; y < 3; ++y) panel.years[static_cast<std::size_t>(y)].year = 2014 + y;
  for (int i = 0; i < children; ++i) {
    const bool wins = i % 2 == 0, comes = (i / 2) % 10 == 3 ? !wins : wins;
    const double before = 0.1 * ((i / 2 * 7) % 11), noise = 0.01 * ((i / 2 * 5) % 7);
    panel::Applications& made = panel.years[1].lotteries;
    made.student.push_back(i);
    made.rank.push_back(1);
    made.school.push_back(kSchool);
    made.grade.push_back(6);
    made.served.push_back(4);
    made.number.push_back(wins ? 0.25 : 0.75);
    made.offered.push_back(wins);
    made.offered_ever.push_back(wins || i % 5 == 1);
    for (int y = 0; y < 3; ++y) {
      panel::Students& students = panel.years[static_cast<std::size_t>(y)].students;
      students.student.push_back(i);
      students.grade.push_back(5 + y);
      students.school.push_back(y > 0 && comes ? kSchool : 1);
      students.group.push_back(panel::Group::Black);
      students.low_income.push_back((i / 2) % 3 == 0);
      students.english_learner.push_back(0);
      students.special_education.push_back(0);
      students.score[kMath].push_back(
          static_cast<float>(before + (y == 0 ? 0.0 : 0.2 * y * comes + noise)));
    }
  }
  return panel;
}

LotteryQuestion asked(int outcome) {
  LotteryQuestion question;
  question.application = 2015;
  question.outcome = outcome;
  question.subject = kMath;
  question.schools = {kSchool};
  return question;
}

TEST(LotteryStudy, CountsWhoAppliedWonAndCame) {
  const LotteryStudy study = lottery_study(small_panel(200), asked(2016));
  EXPECT_EQ(study.applicants, 200);
  EXPECT_EQ(study.at_risk, 200);
  EXPECT_EQ(study.used, 200);
  EXPECT_EQ(study.cells, 1);
  EXPECT_EQ(study.alone, 0);
  EXPECT_EQ(study.offered.children, 100);
  EXPECT_NEAR(study.offered.enrolled, 0.9, 1e-12);
  EXPECT_NEAR(study.not_offered.enrolled, 0.1, 1e-12);
  EXPECT_NEAR(study.offered.years, 1.8, 1e-12);
  EXPECT_EQ(study.offered.scored, 1.0);
}

TEST(LotteryStudy, DividesWhatAnOfferDoesByTheYearsItBrings) {
  for (const ScoreControl control : {ScoreControl::Cells, ScoreControl::Linear}) {
    LotteryQuestion question = asked(2016);
    question.control = control;
    const LotteryStudy study = lottery_study(small_panel(200), question);
    EXPECT_NEAR(study.itt.estimate, 0.2 * 1.6, 1e-6);
    EXPECT_NEAR(study.first_enrolled.estimate, 0.8, 1e-9);
    EXPECT_NEAR(study.first_years.estimate, 1.6, 1e-9);
    EXPECT_NEAR(study.late.estimate, 0.2, 1e-6);
    EXPECT_NEAR(study.first_f, study.first_years.t * study.first_years.t, 1e-6);
    EXPECT_NEAR(study.draw.balance.estimate, 0.0, 1e-12);
    EXPECT_GT(study.draw.joint_balance.p, 0.99);
  }
}

TEST(LotteryStudy, TellsWhoWasLostByOffer) {
  panel::Panel panel = small_panel(200);
  panel::Students& last = panel.years[2].students;
  for (std::size_t i = 0; i < last.size(); ++i) {
    if (i % 2 == 1 && i < 60) last.score[kMath][i] = std::nanf("");  // losers
  }
  const LotteryStudy study = lottery_study(panel, asked(2016));
  EXPECT_EQ(study.used, 170);
  EXPECT_EQ(study.not_offered.present, 1.0);
  EXPECT_NEAR(study.not_offered.scored, 0.7, 1e-12);
  EXPECT_NEAR(study.draw.followed.estimate, 0.3, 1e-9);
  EXPECT_LT(study.draw.followed.p, 0.001);
}

TEST(LotteryStudy, KeepsWaitingListsApart) {
  LotteryQuestion question = asked(2015);
  question.offer = Offer::Ever;
  const LotteryStudy study = lottery_study(small_panel(200), question);
  EXPECT_EQ(study.offered.children, 120);
  EXPECT_EQ(lottery_study(small_panel(200), asked(2015)).offered.children, 100);
}

TEST(LotteryStudy, KnowsErrorsBySchoolAndGrade) {
  LotteryQuestion question = asked(2016);
  question.errors = Errors::Clustered;
  const LotteryStudy study = lottery_study(small_panel(200), question);
  EXPECT_NE(study.itt.error, lottery_study(small_panel(200), asked(2016)).itt.error);
  // Two schools, one grade: a warning each of the first and the second stage, told once.
  ASSERT_EQ(study.warnings.size(), 1u);
  EXPECT_NE(study.warnings[0].find("2 clusters are few"), std::string::npos);
}

TEST(LotteryStudy, LeavesOutCellsOfOneLuck) {
  panel::Panel panel = small_panel(200);
  panel::Students& last = panel.years[2].students;
  // Two children of grade 4 drew among themselves; the loser has no score.
  for (const int i : {0, 1}) panel.years[1].lotteries.grade[static_cast<std::size_t>(i)] = 4;
  last.score[kMath][1] = std::nanf("");
  const LotteryStudy study = lottery_study(panel, asked(2016));
  EXPECT_EQ(study.at_risk, 200);
  EXPECT_EQ(study.alone, 1);
  EXPECT_EQ(study.used, 198);
}

TEST(LotteryStudy, WarnsWhereAnOfferBringsNobody) {
  panel::Panel panel = small_panel(200);
  panel.years[2].students.school.assign(200, 1);
  for (int i = 0; i < 200; ++i) {
    panel.years[1].students.school[static_cast<std::size_t>(i)] = (i / 2) % 2 == 0 ? kSchool : 1;
  }
  panel.years[1].students.school[0] = 1;
  const LotteryStudy study = lottery_study(panel, asked(2016));
  EXPECT_LT(study.first_f, 1.0);
  ASSERT_FALSE(study.warnings.empty());
  EXPECT_NE(study.warnings.back().find("weak"), std::string::npos);
}

TEST(LotteryStudy, RefusesWhatCannotBeAsked) {
  const panel::Panel panel = small_panel(20);
  EXPECT_THROW(lottery_study(panel, asked(2014)), std::invalid_argument);
  EXPECT_THROW(lottery_study(panel, asked(2019)), std::invalid_argument);
  LotteryQuestion none = asked(2016), others = none;
  none.schools.clear();
  others.schools = {8};
  EXPECT_THROW(lottery_study(panel, none), std::invalid_argument);
  EXPECT_THROW(lottery_study(panel, others), std::invalid_argument);
  panel::Panel all = panel;
  all.years[1].lotteries.offered.assign(20, 1);
  EXPECT_THROW(lottery_study(all, asked(2016)), std::invalid_argument);
}

// Over a Boston that was run: half of the seats are kept for the walk zone in these years, so that
// schools stop in two classes of priority.
TEST(LivedLotteries, SeatsWereGivenAsTheScoresSay) {
  for (const panel::Year& year : lived_panel("boston").years) {
    std::set<int> schools;
    for (const int school : year.schools.school) {
      if (school % 2 == 0) schools.insert(school);
    }
    const OfferScores found = offer_scores(year, schools, Assignment::DeferredAcceptance);
    EXPECT_TRUE(found.warnings.empty()) << year.year;
    EXPECT_EQ(found.ties, TieBreaking::Single);
    double offers = 0, chances = 0, spread = 0;
    for (const OfferScore& one : found.applicants) {
      offers += one.offered;
      chances += one.at_once;
      spread += one.at_once * (1.0 - one.at_once);
      EXPECT_TRUE(one.offered ? one.at_once > 0.0 : one.at_once < 1.0);
      EXPECT_GE(one.ever, one.at_once - 1e-12);
    }
    EXPECT_GT(spread, 200.0);
    EXPECT_NEAR(offers, chances, 4 * std::sqrt(spread));
  }
}

TEST(LivedLotteries, ChartersAreStudied) {
  const panel::Panel& boston = lived_panel("boston");
  LotteryQuestion question;
  question.application = 2012;
  question.outcome = 2013;
  question.subject = kMath;
  question.schools = schools_of_models(boston.years.at(1), {"independent_charter"});
  const LotteryStudy study = lottery_study(boston, question);
  EXPECT_GT(study.used, 200);
  EXPECT_GT(study.first_f, 100.0);
  EXPECT_GT(study.first_enrolled.estimate, 0.2);
  EXPECT_LT(std::abs(study.draw.balance.t), 4.0);
  EXPECT_LE(study.first_years.estimate, 2.0);
  EXPECT_NEAR(study.late.estimate, study.itt.estimate / study.first_years.estimate, 1e-9);
}

}  // namespace
}  // namespace homeroom::estimators
