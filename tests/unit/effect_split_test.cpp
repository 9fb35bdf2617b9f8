// The gap between estimate and truth, on twenty schools made by a formula: it splits exactly, a
// life against itself has no effect, and each cause is found in its own part.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/estimators/report_regression.hpp"
#include "analysis/truth/effect_audit.hpp"

namespace homeroom::truth {
namespace {

constexpr int kSchools = 20, kEach = 12, kChildren = kSchools * kEach, kFirst = 2010, kYear = 2012;
const EffectQuestion kQuestion = {"pilot", "traditional", kYear, {0.0, 0.0}, {0.8, 0.5, 0.6}};

bool is_pilot(int school) { return school % 4 == 0; }

/// A number in [-1, 1] that follows no pattern of the others.
double wobble(int child, int what) { return std::sin(12.9898 * child + 78.233 * what); }

/// What children of pilots have beyond others in every life, whatever pilots do: one cause each.
struct Planted {
  double start = 0, misread = 0;            ///< where they begin; what the first score has too much
  double drift = 0, drive = 0, choice = 0;  ///< a year
  double peers = 0, taught = 0;             ///< a year
  double luck = 0;                          ///< in the year looked at
};

/// One life: what pilots add to a year's growth, and what they cost the children elsewhere.
struct Life {
  double gain = 0, cost = 0, slope = 0;  ///< slope: more in pilots of higher number
  Planted planted = {};
  LearningYear at(int year) const;
};

LearningYear Life::at(int year) const {
  LearningYear one;
  one.year = year;
  for (int child = 0; child < kChildren; ++child) {
    const int school = child / kEach;
    const int begins = child % 5 == 0 ? kFirst + 1 : kFirst;  // what it starts with
    const Planted here = is_pilot(school) ? planted : Planted{};
    one.arrived.push_back(child % 5 == 0 ? kFirst + 1 : 2000);
    // Every third child came to its school after the first spring, from the school beside it.
    one.school.push_back(year == kFirst && child % 3 == 0 ? (school + 1) % kSchools : school);
    for (int m = 0; m < kSubjects; ++m) {
      const double added = 0.05 * wobble(child, m) +
                           (is_pilot(school) ? gain + slope * school : -cost) + here.drive +
                           here.choice + here.peers + here.taught;
      double durable = 0.3 * wobble(child, 2), fleeting = 0.1 * wobble(child, 3);
      if (child % 5 == 0) durable = fleeting = 0;
      for (int y = kFirst + 1; y <= year; ++y) {
        durable = 0.8 * durable + 0.6 * added;
        fleeting = 0.5 * fleeting + 0.4 * added;
      }
      const double family = wobble(child, 4) + 0.02 * (year - kFirst) * wobble(child, 5) +
                            here.start + here.drift * std::max(0, year - begins);
      const double passing = 0.2 * wobble(child, 6 + year) + (year == kYear ? here.luck : 0.0);
      const double level = family + durable + fleeting + passing;
      const double error =
          0.3 * wobble(child, 20 + year + m) + (year == kFirst ? here.misread : 0.0);
      one.family[m].push_back(family);
      one.durable[m].push_back(durable);
      one.fleeting[m].push_back(fleeting);
      one.passing[m].push_back(passing);
      one.peers[m].push_back(0.01 * wobble(school, 7) + here.peers);
      one.drive[m].push_back(0.01 * wobble(child, 8) + here.drive);
      one.choices[m].push_back(0.01 * wobble(child, 9) + here.choice);
      const bool tested = child % 7 != m;
      one.score[m].push_back(tested ? level + error : std::nan(""));
    }
  }
  return one;
}

panel::Year public_year(const LearningYear& of) {
  panel::Year year;
  year.year = of.year;
  panel::Schools& schools = year.schools;
  for (int s = 0; s < kSchools; ++s) {
    schools.school.push_back(s);
    schools.enrolment.push_back(kEach);
    schools.model.push_back(is_pilot(s) ? "pilot" : "traditional");
    schools.second_model.push_back("");
    schools.employer.push_back(s == 3 ? "school" : "district");
    schools.selective.push_back(0);
    schools.low_income.push_back(.3 + .02 * ((s * 3) % 17));
    schools.english_learner.push_back(.05 + .01 * ((s * 11) % 19));
    schools.special_education.push_back(.1 + .01 * ((s * 5) % 7));
    schools.black.push_back(.2 + .02 * ((s * 13) % 11));
    schools.hispanic.push_back(.1 + .015 * ((s * 17) % 13));
    for (int m = 0; m < kSubjects; ++m) {
      double sum = 0, tested = 0;
      for (std::size_t row = 0; row < of.size(); ++row) {
        if (of.school[row] != s || !of.tested(m, row)) continue;
        sum += of.score[m][row];
        ++tested;
      }
      schools.tested[m].push_back(tested);
      schools.mean_score[m].push_back(sum / tested);
      schools.proficiency[m].push_back(50 + s);
    }
  }
  schools.index();
  return year;
}

/// Both lives of the city, with all that belongs to them.
struct City {
  Paths paths;
  EffectLives lives;
  City(const Life& with, const Life& without) : paths({}, {}) {
    Stays stays;
    for (int year = kFirst; year <= kYear; ++year) {
      lives.with.add(with.at(year));
      stays.add(lives.with.now);
      lives.panel.years.push_back(public_year(lives.with.now));
    }
    paths = Paths(stays.springs_before(), kQuestion.rates);
    for (int year = kFirst; year <= kYear; ++year) {
      lives.without.add(without.at(year));
      paths.add(lives.without.now);
    }
    lives.paths = &paths;
  }
};

double published(const City& city) {
  const estimators::LinearFit fit =
      estimators::report_regression(city.lives.panel, {estimators::SchoolOutcome::MeanScore,
                                                       {kYear},
                                                       {kMath, kEla},
                                                       {{"traditional"}, false, true, {}}});
  return fit.of("model:pilot").estimate;
}

TEST(EffectSplit, SumsToTheEstimate) {
  const City city({0.1, 0.02, 0.01}, {0, 0});
  const EffectSplit split = effect_split(kQuestion, city.lives);
  EXPECT_NEAR(split.estimate, published(city), 1e-10);
  EXPECT_NEAR(split.sum(), split.estimate, 1e-10);
  for (const double part : split.part) EXPECT_GT(std::abs(part), 1e-6);
}

TEST(EffectSplit, HasNoEffectOfALifeAgainstItself) {
  const Life life = {0.1, 0.02};
  const City city(life, life);
  const EffectSplit split = effect_split(kQuestion, city.lives);
  EXPECT_EQ(split.of(Part::Truth), 0.0);
  EXPECT_EQ(split.of(Part::Congestion), 0.0);
  EXPECT_EQ(split.of(Part::Weights), 0.0);
  EXPECT_NEAR(split.sum(), published(city), 1e-10);
  const EffectTruth truth = effect_truth(kQuestion, city.lives);
  for (const double effect : truth.value) EXPECT_TRUE(effect == 0.0 || std::isnan(effect));
}

TEST(EffectSplit, FindsEachCauseInItsPart) {
  const City none({0, 0}, {0, 0}), gain({0.1, 0}, {0, 0}), cost({0, 0.02}, {0, 0});
  const EffectSplit base = effect_split(kQuestion, none.lives),
                    gained = effect_split(kQuestion, gain.lives),
                    paid = effect_split(kQuestion, cost.lives);
  // Two years of .1, of which the first has been kept in part.
  const double two_years = 0.1 * (0.6 * 0.8 + 0.4 * 0.5) + 0.1;
  EXPECT_NEAR(gained.of(Part::Truth), two_years, 1e-12);
  EXPECT_NEAR(gained.of(Part::Congestion), 0.0, 1e-12);
  EXPECT_NEAR(gained.estimate - base.estimate, gained.of(Part::Truth), 1e-10);
  EXPECT_NEAR(paid.of(Part::Truth), 0.0, 1e-12);
  EXPECT_NEAR(paid.of(Part::Congestion), 0.2 * two_years, 1e-10);
  for (const Part same : {Part::Start, Part::Reversion, Part::Families, Part::Choices,
                          Part::Schools, Part::Peers, Part::Noise}) {
    EXPECT_NEAR(gained.of(same), base.of(same), 1e-10);
    EXPECT_NEAR(paid.of(same), base.of(same), 1e-10);
  }
}

/// By part, what a cause in both lives moves.
EffectSplit moved_by(const Planted& planted) {
  const Life without, with = {0, 0, 0, planted};
  const City plain(without, without), city(with, with);
  const EffectSplit before = effect_split(kQuestion, plain.lives);
  EffectSplit moved = effect_split(kQuestion, city.lives);
  moved.estimate -= before.estimate;
  for (std::size_t p = 0; p < kParts; ++p) moved.part[p] -= before.part[p];
  return moved;
}

struct Cause {
  double Planted::*of;
  Part part;
};

TEST(EffectSplit, FindsWhatIsTheSameInBothLivesInItsPart) {
  const double size = 0.1;
  for (const Cause& cause : {Cause{&Planted::start, Part::Start},
                             {&Planted::drift, Part::Families},
                             {&Planted::drive, Part::Families},
                             {&Planted::choice, Part::Choices},
                             {&Planted::peers, Part::Peers},
                             {&Planted::taught, Part::Schools},
                             {&Planted::luck, Part::Noise}}) {
    Planted planted;
    planted.*cause.of = size;
    const EffectSplit moved = moved_by(planted);
    SCOPED_TRACE(text_of(cause.part).label);
    EXPECT_GT(moved.of(cause.part), 0.9 * size);
    EXPECT_NEAR(moved.of(cause.part), moved.estimate, 1e-10);
    for (std::size_t p = 0; p < kParts; ++p) {
      if (static_cast<Part>(p) == cause.part) continue;
      EXPECT_NEAR(moved.part[p], 0.0, 1e-10) << text_of(static_cast<Part>(p)).label;
    }
  }
}

TEST(EffectSplit, TakesBackWhatAFirstScoreHasTooMuch) {
  Planted planted;
  planted.misread = 0.1;
  const EffectSplit moved = moved_by(planted);
  EXPECT_GT(moved.of(Part::Start), 0.05);  // who came later, or had no test, has no such score
  EXPECT_NEAR(moved.of(Part::Reversion), -moved.of(Part::Start), 1e-10);
  EXPECT_NEAR(moved.estimate, 0.0, 1e-10);
  for (const Part same : {Part::Families, Part::Choices, Part::Schools, Part::Peers, Part::Noise,
                          Part::Congestion, Part::Weights, Part::Truth}) {
    EXPECT_NEAR(moved.of(same), 0.0, 1e-10) << text_of(same).label;
  }
}

TEST(EffectTruth, TellsWhoGainsAndWhoPays) {
  const City city({0.1, 0.02}, {0, 0});
  const EffectTruth truth = effect_truth(kQuestion, city.lives);
  EXPECT_NEAR(truth.of(Estimand::Growth), 0.1, 1e-12);
  EXPECT_NEAR(truth.of(Estimand::GrowthLeft), -0.02, 1e-12);
  EXPECT_NEAR(truth.of(Estimand::GrowthSeparate), -0.02, 1e-12);
  EXPECT_NEAR(truth.of(Estimand::GrowthCity), 0.25 * 0.1 - 0.75 * 0.02, 1e-12);
  EXPECT_NEAR(truth.of(Estimand::SchoolsGrowth), 0.1, 1e-12);
  EXPECT_NEAR(truth.of(Estimand::LevelSeated), truth.of(Estimand::Level), 1e-12);
  EXPECT_EQ(truth.schools, 5);
  EXPECT_EQ(truth.children, 5 * kEach);
  EXPECT_EQ(truth.elsewhere, 0.0);
  EXPECT_EQ(truth.absent, 0);
}

TEST(EffectTruth, CountsChildrenWhomTheOtherLifeDoesNotHave) {
  City city({0.1, 0}, {0, 0});
  city.lives.without.now.arrived[0] = kYear;
  EXPECT_EQ(effect_truth(kQuestion, city.lives).absent, 1);
  // Neither side counts the child, which has nothing to be compared with.
  const EffectSplit split = effect_split(kQuestion, city.lives);
  EXPECT_NEAR(split.sum(), published(city), 1e-10);
  EXPECT_NEAR(split.of(Part::Truth), effect_truth(kQuestion, city.lives).of(Estimand::LevelTested),
              1e-12);
}

TEST(EffectAudit, PairsEstimatesWithTheirTruth) {
  EffectAudit audit{"city", "pilot", "traditional", kYear, {}};
  for (int r = 0; r < 3; ++r) {
    const City city({0.1 + 0.01 * r, 0}, {0, 0});
    audit.replicates.push_back(
        audit_replicate(static_cast<std::uint32_t>(r + 1), kQuestion, city.lives));
  }
  const MethodSummary report = summary_of(audit, Method::Report);
  EXPECT_EQ(report.estimate.count, 3);
  EXPECT_NEAR(report.gap.mean, report.estimate.mean - report.truth.mean, 1e-12);
  EXPECT_NEAR(report.gap.spread, 0.0, 1e-10);  // the effect alone differs between the cities
  EXPECT_NEAR(report.truth.spread, 0.01 * 1.68, 1e-10);
  // The panel has no children: what looks at them says why it cannot.
  EXPECT_EQ(summary_of(audit, Method::Twin).estimate.count, 0);
  EXPECT_FALSE(summary_of(audit, Method::Twin).why_not.empty());
}

}  // namespace
}  // namespace homeroom::truth
