#include <gtest/gtest.h>

#include "sim/core/arithmetic.hpp"
#include "sim/year/climate_sums.hpp"
#include "tests/support/nature_values.hpp"
#include "tests/support/small_district.hpp"

namespace homeroom {
namespace {

using testing::SmallDistrict;

constexpr SchoolId kFirst{std::size_t{0}};

ClimateOutcome decide(const SmallDistrict& d) { return decide_climate(d.world, d.law, d.climate); }

/// Climate of the first school after `change`, against the district as it was built.
template <class Change>
double gain(Change&& change) {
  SmallDistrict d;
  const double before = decide(d).climate[0];
  change(d);
  return decide(d).climate[0] - before;
}

TEST(ClimateNature, EveryParameterHasAValueInItsRangeAndNoValueIsLeftOver) {
  ClimateParameters parameters{};
  testing::NatureValues values("climate");
  parameters.describe(values);
  EXPECT_EQ(values.asked(), values.size());
}

TEST(Climate, IsAMeanOfLastYearAndThePull) {
  SmallDistrict d;
  d.climate = ClimateParameters{};
  d.climate.kept = 0.6;
  d.climate.leadership = 0.5;
  d.climate.rating_error = d.climate.vote_fades = 1;
  d.world.schools.principals.leadership[kFirst] = 1;
  d.world.schools.climate[kFirst] = 0.3;
  EXPECT_NEAR(decide(d).climate[0], 0.6 * 0.3 + 0.4 * tanh_of(0.5), 1e-12);
}

TEST(Climate, VotesFadeFromTheYearInWhichTheyWereCast) {
  SmallDistrict d;
  d.climate = ClimateParameters{};
  d.climate.vote = 0.5;
  d.climate.vote_fades = 2;
  d.climate.rating_error = 1;
  d.ordinary().origin = Origin::Conversion;
  d.ordinary().conversion_threshold = 0.8;
  const auto after = [&](int years) {
    d.world.schools.in_model_since[kFirst] = d.world.year - years;
    return decide(d).climate[0];
  };
  EXPECT_NEAR(after(0), tanh_of(0.4), 1e-12);
  EXPECT_NEAR(after(3), tanh_of(0.4 * exp_of(-1.5)), 1e-12);
}

TEST(Climate, IsRaisedByLeadershipFitTeamsEngagementAndVotes) {
  EXPECT_GT(gain([](auto& d) { d.world.schools.principals.leadership[kFirst] += 1; }), 0);
  EXPECT_GT(gain([](auto& d) {
              for (float& fit : d.world.teachers.fit) fit += 1;
            }),
            0);
  EXPECT_GT(gain([](auto& d) { d.ordinary().teacher_teams = 1; }), 0);
  EXPECT_GT(gain([](auto& d) {
              d.world.students.resize(10);
              for (auto& engagement : d.world.students.engagement) engagement = 32;
            }),
            0);
  EXPECT_GT(gain([](auto& d) {
              d.ordinary().origin = Origin::Conversion;
              d.ordinary().conversion_threshold = 0.67;
              d.world.schools.in_model_since[kFirst] = d.world.year;
            }),
            0);
}

TEST(Climate, IsLoweredByTurnoverFrictionPovertyChurnSpreadAndNewPrincipals) {
  EXPECT_LT(gain([](auto& d) {
              d.world.results.school[kFirst].staff_before = 10;
              d.world.results.school[kFirst].turnover = 0.6;
            }),
            0);
  EXPECT_LT(gain([](auto& d) { d.world.schools.friction[kFirst] = 0.5; }), 0);
  EXPECT_LT(gain([](auto& d) { d.world.results.school[kFirst].low_income += 50; }), 0);
  EXPECT_LT(gain([](auto& d) { d.world.schools.principals.is_new[kFirst] = 1; }), 0);
  EXPECT_LT(gain([](auto& d) {
              d.world.last = d.world.results;
              d.world.last.school[kFirst].moved_in = d.world.last.school[kFirst].enrolment / 2;
            }),
            0);
  EXPECT_LT(gain([](auto& d) {
              const double mean = sum_staff(d.world.teachers, 6)[0].mean_fit();
              for (float& fit : d.world.teachers.fit) {
                fit = static_cast<float>(mean + 2 * (fit - mean));
              }
            }),
            0);
}

TEST(Climate, SpreadOfFitIsThatOfASample) {
  SmallDistrict d;
  std::vector<double> fits;
  for (std::size_t row = 0; row < d.world.teachers.size(); ++row) {
    if (d.world.teachers.in_school(row) && d.world.teachers.school[row] == 0) {
      fits.push_back(static_cast<double>(d.world.teachers.fit[row]));
    }
  }
  ASSERT_GT(fits.size(), 2u);
  double mean = 0, squares = 0;
  for (const double fit : fits) mean += fit / static_cast<double>(fits.size());
  for (const double fit : fits) squares += (fit - mean) * (fit - mean);
  EXPECT_NEAR(sum_staff(d.world.teachers, 6)[0].spread_of_fit(),
              sqrt_of(squares / static_cast<double>(fits.size() - 1)), 1e-9);
}

TEST(Climate, EngagementIsAMeanOverChildren) {
  Students students;
  students.resize(3);
  students.school = {0, 0, 1};
  students.engagement = {32, 64, 16};  // 1, 2 and half an SD
  EXPECT_EQ(mean_engagement(students, 3), (std::vector<double>{1.5, 0.5, 0.0}));
}

TEST(Climate, SuffersFromPlacementsMostWhereFewWork) {
  const auto place_all = [](auto& d) {
    for (Hire& hired : d.world.teachers.hired) hired = Hire::Forced;
  };
  const double small = gain(place_all);
  const double large = gain([&](auto& d) {
    d.climate.small_staff = 1;
    place_all(d);
  });
  EXPECT_LT(small, large);
  EXPECT_LT(large, 0);
}

double urgency_if(double rating, double credibility, double clarity, double publicity, int years) {
  SmallDistrict d;
  d.ordinary().consequence = Consequence::Close;
  d.ordinary().review_bar = 0.2;
  d.ordinary().review_years = 5;
  d.ordinary().target_clarity = clarity;
  d.ordinary().data_publicity = publicity;
  d.world.schools.rating[kFirst] = rating;
  d.world.schools.rated_years[kFirst] = years;
  d.world.schools.credibility[kFirst] = credibility;
  return decide(d).urgency[0];
}

TEST(Urgency, NeedsACredibleConsequence) {
  EXPECT_EQ(urgency_if(5, 0, 1, 0, 3), 0);
  EXPECT_GT(urgency_if(5, 0.5, 1, 0, 3), urgency_if(5, 0.2, 1, 0, 3));
}

TEST(Urgency, RisesAsTheRatingFallsAndMoreSharplyTheBetterItIsKnown) {
  EXPECT_GT(urgency_if(10, 0.5, 1, 0, 3), urgency_if(30, 0.5, 1, 0, 3));
  EXPECT_GT(urgency_if(10, 0.5, 1, 0, 3), urgency_if(10, 0.5, 1, 0, 1));
  EXPECT_LT(urgency_if(40, 0.5, 1, 0, 3), urgency_if(40, 0.5, 1, 0, 1));
}

TEST(Urgency, IsDividedByUnclearTargetsAndMultipliedByPublicity) {
  const double plain = urgency_if(10, 0.5, 1, 0, 3);
  const ClimateParameters p = testing::shipped<ClimateParameters>("climate");
  EXPECT_NEAR(urgency_if(10, 0.5, 0, 0, 3), plain / (1 + p.unclear), 1e-12);
  EXPECT_NEAR(urgency_if(10, 0.5, 1, 1, 3), plain * (1 + p.publicity), 1e-12);
}

TEST(Urgency, IsBluntedByTenureUnlessWaived) {
  SmallDistrict d;
  d.world.schools.credibility[kFirst] = 0.5;
  for (auto& tenured : d.world.teachers.tenured) tenured = 1;
  const double shielded = decide(d).urgency[0];
  d.hold(kFirst, Right::S11, 1);
  EXPECT_NEAR(shielded, decide(d).urgency[0] * (1 - d.climate.tenure_shield), 1e-12);
}

TEST(Climate, SupportStaffHelpMoreWhereTheSchoolChoosesThem) {
  const double more = gain([](auto& d) { d.world.schools.support_staff[kFirst] += 2; });
  EXPECT_GT(more, 0);
  EXPECT_EQ(gain([](auto& d) { d.hold(kFirst, Right::S9, 1); }), 0) << "none to choose";
  EXPECT_GT(gain([](auto& d) {
              d.world.schools.support_staff[kFirst] += 2;
              d.hold(kFirst, Right::S9, 1);
              d.world.schools.used[kFirst][static_cast<int>(Autonomy::Staffing)] = 1.0 / 11;
            }),
            more);
}

TEST(Climate, ACodeOfConductIsAsGoodAsItsLeader) {
  for (const double leadership : {-1.0, 1.0}) {
    SmallDistrict d;
    d.world.schools.principals.leadership[kFirst] = leadership;
    const double before = decide(d).climate[0];
    d.hold(kFirst, Right::X1, 1);
    EXPECT_GT((decide(d).climate[0] - before) * leadership, 0);
  }
}

}  // namespace
}  // namespace homeroom
