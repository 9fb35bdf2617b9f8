// Findings say what is uncertain, in words.
#include "analysis/sensitivity/findings.hpp"

#include <gtest/gtest.h>

#include "analysis/sensitivity/factorial.hpp"
#include "analysis/sensitivity/finding_remarks.hpp"
#include "analysis/sensitivity/latin_hypercube.hpp"
#include "analysis/sensitivity/morris.hpp"
#include "analysis/sensitivity/sobol_pick_freeze.hpp"
#include "analysis/sensitivity/sobol_points.hpp"
#include "tests/theory/sensitivity_functions.hpp"

namespace homeroom::sensitivity {
namespace {

const Asked kAsked{0.95, 200, 1, false};

std::string remarks_of(const Findings& found) {
  std::string text;
  for (const std::string& remark : found.remarks) text += remark + "\n";
  return text;
}

TEST(Findings, OfPairsNameWhatIsCloseAndWhatIsIdle) {
  const SobolPickFreeze design(512, 4, 1);
  const auto function = [](const double* u) { return 2.0 * u[0] + 2.05 * u[1] + 0.4 * u[2]; };
  const Findings found = findings_of(design, lived(design, function), kAsked);
  EXPECT_EQ(found.measures, (std::vector<std::string>{"first_order", "total"}));
  EXPECT_EQ(found.factors[1].factor, "x2");
  EXPECT_EQ(remarks_of(found).find("x3 and"), std::string::npos);
  const std::string said = remarks_of(found);
  EXPECT_NE(said.find("No run's outcome changed at all with: x4."), std::string::npos) << said;
  EXPECT_NE(said.find("Which has the larger total is uncertain: x2 and x1."), std::string::npos)
      << said;
  EXPECT_NE(said.find("that they do anything together cannot be told"), std::string::npos) << said;
  EXPECT_NEAR(found.mean, 2.225, 0.01);
  EXPECT_NEAR(found.deviation, std::sqrt((4.0 + 2.05 * 2.05 + 0.16) / 12.0), 0.02);
}

// The narrow interval of x2 lies between those of x1 and x3, which meet beside it.
TEST(Findings, NameWhatIsCloseThoughOthersLieBetween) {
  Findings found;
  found.measures = {"mu_star"};
  found.factors = {{"x1", {{{0.5, 0.32, 0.8}}}},
                   {"x2", {{{0.3, 0.29, 0.31}}}},
                   {"x3", {{{0.25, 0.1, 0.4}}}},
                   {"x4", {{{0.05, 0.04, 0.06}}}}};
  remark_on_order(found, 0);
  EXPECT_EQ(remarks_of(found), "Which has the larger mu_star is uncertain: x2 and x3.\n");
  found.remarks.clear();
  found.factors[2].findings[0].of = {0.25, 0.2, 0.28};
  found.factors[0].findings[0].of = {0.5, 0.2, 0.8};
  found.factors[1].findings[0].of = {0.3, 0.29, 0.31};
  remark_on_order(found, 0);
  EXPECT_EQ(remarks_of(found),
            "Which has the larger mu_star is uncertain: x1 and x2; x1 and x3.\n");
}

// Factors that add up, and a rest that is different at every point: no factor's, nor theirs
// together.
TEST(Findings, LeaveToTheDiceWhatMayBeTheirs) {
  const SobolPickFreeze design(256, 2, 1);
  const auto function = [](const double* u) {
    return u[0] + u[1] + 0.5 * std::sin(1e5 * u[0] + 3e5 * u[1]);
  };
  const std::string said = remarks_of(findings_of(design, lived(design, function), kAsked));
  EXPECT_NE(said.find("what is left of 1 they do together, or these dice to single points"),
            std::string::npos)
      << said;
}

TEST(Findings, OfAnInteractionSayThatFactorsActTogether) {
  const SobolPickFreeze design(1024, 3, 1);
  const Findings found = findings_of(design, lived(design, Ishigami{}), kAsked);
  EXPECT_NE(remarks_of(found).find("what is left of 1 they do together"), std::string::npos);
  EXPECT_NE(remarks_of(found).find("first_order cannot be told from 0: x3."), std::string::npos);
}

TEST(Findings, OfAConstantAreThatItDependsOnNothing) {
  const auto same = [](const double*) { return 0.1; };
  const SobolPickFreeze pairs(8, 2, 1);
  EXPECT_EQ(remarks_of(findings_of(pairs, lived(pairs, same), kAsked)),
            "The outcome is the same at every point: it depends on no factor.\n");
  const Factorial grid({2, 2});
  EXPECT_EQ(remarks_of(findings_of(grid, lived(grid, same), kAsked)),
            "The outcome is the same at every point: it depends on no factor.\n");
  const SobolPoints even(16, 2, 1);
  EXPECT_THROW(findings_of(even, lived(even, same), kAsked), DesignRefused);
}

TEST(Findings, OfTrajectoriesTellEffectsOfEitherSign) {
  const Morris design(40, 3, 4, 1);
  const auto function = [](const double* u) { return 3.0 * u[0] + (u[1] - 0.5) * (u[1] - 0.5); };
  const std::string said = remarks_of(findings_of(design, lived(design, function), kAsked));
  EXPECT_NE(said.find("rises in places and falls in others with: x2."), std::string::npos) << said;
  EXPECT_NE(said.find("No run's outcome changed at all with: x3."), std::string::npos) << said;
  EXPECT_EQ(said.find("uncertain"), std::string::npos) << said;
}

TEST(Findings, OfRanksTellChance) {
  const LatinHypercube design(200, 3, 1);
  const auto function = [](const double* u) { return u[0] + std::sin(40.0 * u[1]); };
  const Findings found = findings_of(design, lived(design, function), kAsked);
  EXPECT_NE(remarks_of(found).find("No steady rise or fall can be told with: x2, x3."),
            std::string::npos)
      << remarks_of(found);
  EXPECT_LT(found.factors[0].findings[0].p, 0.01);
}

// Two replicates of which the dice turn a slope: by one alone mu* is 1, by the other 3.
TEST(Findings, TellWhatOneReplicatesDiceAloneWould) {
  const Morris design(10, 2, 4, 1);
  const auto slope = [&](double by) {
    return lived(design, [by](const double* u) { return by * u[0] + u[1]; });
  };
  Findings found = findings_of(design, slope(2.0), kAsked);
  EXPECT_TRUE(std::isnan(found.factors[0].findings[1].lowest));
  spread_over_dice(found, design, {slope(1.0), slope(3.0)}, kAsked);
  EXPECT_NEAR(found.factors[0].findings[1].lowest, 1.0, 1e-12);
  EXPECT_NEAR(found.factors[0].findings[1].highest, 3.0, 1e-12);
  EXPECT_NEAR(found.factors[1].findings[1].highest, 1.0, 1e-12);
  EXPECT_NEAR(found.factors[0].findings[1].of.estimate, 2.0, 1e-12);
}

TEST(Findings, SayOfEveryDesignWhatItCannotTell) {
  EXPECT_NE(limits_of(SobolPickFreeze(8, 2, 1)).find("rises or falls"), std::string::npos);
  EXPECT_NE(limits_of(Morris(8, 2, 4, 1)).find("shares of variance"), std::string::npos);
  EXPECT_NE(limits_of(LatinHypercube(8, 2, 1)).find("act only together"), std::string::npos);
  EXPECT_NE(limits_of(Factorial({2, 2})).find("between or beyond"), std::string::npos);
}

}  // namespace
}  // namespace homeroom::sensitivity
