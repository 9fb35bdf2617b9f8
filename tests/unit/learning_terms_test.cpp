// Each term of growth by its algebra.
#include "sim/year/learning_terms.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/support/nature_values.hpp"

namespace homeroom {
namespace {

class LearningTerms : public ::testing::Test {
 protected:
  LearningParameters nature = testing::shipped<LearningParameters>("learning");
};

TEST_F(LearningTerms, ExperienceCountsUntilTheSixthYear) {
  EXPECT_DOUBLE_EQ(experience_term(nature, 0), nature.novice_first);
  EXPECT_DOUBLE_EQ(experience_term(nature, 2), nature.novice_second);
  EXPECT_DOUBLE_EQ(experience_term(nature, 4), nature.novice_fourth);
  EXPECT_DOUBLE_EQ(experience_term(nature, 5), 0.0);
  EXPECT_LT(nature.novice_first, nature.novice_second);
}

TEST_F(LearningTerms, LeadershipNeedsTime) {
  EXPECT_DOUBLE_EQ(leadership_term(nature, 1.5, 0.6), 1.5 * 0.6 * nature.leadership);
  EXPECT_DOUBLE_EQ(leadership_term(nature, 2.0, 0.0), 0.0);
}

TEST_F(LearningTerms, AProgramIsUseTimesQuality) {
  EXPECT_DOUBLE_EQ(program_term(nature, 0, 0, 3.0), 0.0);
  EXPECT_NEAR(program_term(nature, 1, 1, 1.0), nature.program_mean + nature.program_design, 1e-15);
  // Freedom widens the spread: a bad design costs what a good one gains.
  EXPECT_NEAR(program_term(nature, 1, 1, 1.0) + program_term(nature, 1, 1, -1.0),
              2 * nature.program_mean, 1e-15);
}

TEST_F(LearningTerms, HoursHaveDiminishingReturns) {
  EXPECT_DOUBLE_EQ(time_term(nature, 0.0), 0.0);
  EXPECT_NEAR(time_term(nature, 1.0), nature.time, 1e-15);
  EXPECT_LT(time_term(nature, 2.0), 2 * time_term(nature, 1.0));
  EXPECT_NEAR(time_term(nature, 2.0), nature.time * std::pow(2.0, nature.time_power), 1e-12);
}

TEST_F(LearningTerms, EffortSaturatesAtFullUrgency) {
  EXPECT_DOUBLE_EQ(effort_term(nature, 0.0), 0.0);
  EXPECT_NEAR(effort_term(nature, 1.0), nature.effort, 1e-15);
  EXPECT_GT(effort_term(nature, 0.5), 0.5 * nature.effort);
}

TEST_F(LearningTerms, FitHelpsWhomItSuitsAndHarmsTheOthersLess) {
  EXPECT_NEAR(fit_term(nature, 1, 1, true), nature.fit, 1e-15);
  EXPECT_NEAR(fit_term(nature, 1, 1, false), -nature.misfit * nature.fit, 1e-15);
  EXPECT_DOUBLE_EQ(fit_term(nature, 0, 1, true), 0.0);
  EXPECT_DOUBLE_EQ(fit_term(nature, 1, 0, false), -0.0);
}

TEST_F(LearningTerms, DisruptionIsALossInEachOfItsParts) {
  EXPECT_DOUBLE_EQ(disruption_term(nature, {}), -0.0);
  EXPECT_NEAR(disruption_term(nature, {1, 0, 0, 0, 0}), -nature.turnover, 1e-15);
  EXPECT_NEAR(disruption_term(nature, {0, 1, 0, 0, 0}), -nature.late_hires, 1e-15);
  EXPECT_NEAR(disruption_term(nature, {0, 0, 1, 0, 0}), -nature.start_up, 1e-15);
  EXPECT_NEAR(disruption_term(nature, {0, 0, 0, 1, 0}), -nature.inflow, 1e-15);
  EXPECT_NEAR(disruption_term(nature, {0, 0, 0, 0, 1}), -nature.double_duty, 1e-15);
}

// Jackson and Mackevicius (2023): +$1,000 for four years is +.0316 in level. With the durable share
// of school terms the stock of four years must give that back.
TEST_F(LearningTerms, FourYearsOfMoneyGiveTheMeasuredLevel) {
  double durable = 0, fleeting = 0;
  for (int year = 0; year < 4; ++year) {
    const double growth = resources_term(nature, 1000.0);
    durable = nature.persistence * durable + nature.delta_school * growth;
    fleeting = nature.fading * fleeting + (1 - nature.delta_school) * growth;
  }
  EXPECT_NEAR(durable + fleeting, 0.0316, 0.0005);
}

/// Level after so many years of the same growth from a term of the school.
double level_after(const LearningParameters& nature, int years, double growth) {
  double durable = 0, fleeting = 0;
  for (int year = 0; year < years; ++year) {
    durable = nature.persistence * durable + nature.delta_school * growth;
    fleeting = nature.fading * fleeting + (1 - nature.delta_school) * growth;
  }
  return durable + fleeting;
}

// Tennessee STAR: +.187 in level in kindergarten to grade 3. Of its children .714, .739 and .792
// came on from the grade before, the others were new: exposure is one to four years.
TEST_F(LearningTerms, SmallClassesGiveTheMeasuredLevel) {
  for (int m = 0; m < kSubjects; ++m) {
    std::vector<double> exposed = {1.0};  // shares by years in the study
    double mean = 0;
    for (int grade = 0; grade <= 3; ++grade) {
      const double gained =
          class_size_term(nature, 15, grade, m) - class_size_term(nature, 22, grade, m);
      for (std::size_t years = 0; years < exposed.size(); ++years) {
        mean += exposed[years] * level_after(nature, static_cast<int>(years) + 1, gained) / 4;
      }
      // As many children sit in each grade: 6,325, 6,829, 6,840 and 6,802.
      const double stay[] = {0.714 * 6325 / 6829, 0.739 * 6829 / 6840, 0.792 * 6840 / 6802, 0};
      for (double& share : exposed) share *= stay[grade];
      exposed.insert(exposed.begin(), 1.0 - stay[grade]);
    }
    EXPECT_NEAR(mean, 0.187, 0.003);
  }
}

TEST_F(LearningTerms, ClassSizeIsLinearWithinTheSizesThatWereTried) {
  const auto term = [&](double pupils, int grade) {
    return class_size_term(nature, pupils, grade, kMath);
  };
  EXPECT_DOUBLE_EQ(term(nature.class_size_reference, 2), 0.0);
  EXPECT_NEAR(term(20, 0) - term(21, 0), nature.class_size, 1e-15);
  EXPECT_LT(term(25, 0), 0.0);
  EXPECT_NEAR(term(20, 4), nature.class_size_later * term(20, 3), 1e-15);
  EXPECT_DOUBLE_EQ(term(1, 0), term(nature.class_size_least, 0));
  EXPECT_DOUBLE_EQ(term(90, 0), term(nature.class_size_most, 0));
  EXPECT_NEAR(class_size_term(nature, 20, 7, kEla), nature.class_size_ela * term(20, 7), 1e-15);
}

// Jacob, Lefgren and Sims (2010): .20 of a teacher's effect remains after a year, durable part and
// fleeting part together.
TEST_F(LearningTerms, AFifthOfATeachersEffectRemainsAfterAYear) {
  const double remains =
      nature.delta_teacher * nature.persistence + (1 - nature.delta_teacher) * nature.fading;
  EXPECT_GT(remains, 0.15);
  EXPECT_LT(remains, 0.25);
}

TEST_F(LearningTerms, AnHourIsWorthMoreUnderASharedPlan) {
  Timetable time{1.0, 1.0, 0.0, 6.5, 0.0, 0.0, 0.0};
  EXPECT_DOUBLE_EQ(effective_hours(nature, time), 1.0);
  time.plan = 1.0;
  EXPECT_DOUBLE_EQ(effective_hours(nature, time), 1.0 + nature.time_plan);
  time.worked = 0.5;
  EXPECT_DOUBLE_EQ(effective_hours(nature, time), 0.5 * (1.0 + nature.time_plan));
  time.extra = 0.0;  // a plan for no hours plans nothing
  EXPECT_DOUBLE_EQ(effective_hours(nature, time), 0.0);
}

TEST_F(LearningTerms, EachRightOverTimeGainsItsShareOfTheDay) {
  const auto gained = [&](double days, double bells, double starts) {
    return effective_hours(nature, {0.0, 1.0, 0.0, 6.0, days, bells, starts});
  };
  EXPECT_NEAR(gained(1, 0, 0), 6.0 * nature.time_days, 1e-12);
  EXPECT_NEAR(gained(0, 1, 0), 6.0 * nature.time_bells, 1e-12);
  EXPECT_NEAR(gained(0, 0, 1), 6.0 * nature.time_starts, 1e-12);
  EXPECT_GT(gained(1, 1, 1), 0.0);
}

TEST_F(LearningTerms, TrainingAndSpecialServicesAreAsGoodAsTheirDesign) {
  EXPECT_DOUBLE_EQ(training_term(nature, 1, 1, 2.0), 2.0 * nature.training);
  EXPECT_DOUBLE_EQ(training_term(nature, 1, 0, 2.0),
                   2.0 * nature.training * nature.training_without_cash);
  EXPECT_DOUBLE_EQ(training_term(nature, 0, 1, 2.0), 0.0);
  EXPECT_DOUBLE_EQ(special_term(nature, 0.5, -2.0), -nature.fit_special);
}

}  // namespace
}  // namespace homeroom
