// Verdicts on size: what is planted is found, what is noise is not, and many tests count as many.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/truth/scale_verdicts.hpp"

namespace homeroom::truth {
namespace {

/// Ten replicates of two quantities; the second moves by `moved` between sizes.
SizePair pair_with(double moved) {
  SizePair pair{"x 4", {}, {}};
  for (int r = 0; r < 10; ++r) {
    const double chance = std::sin(7.0 * r), other = std::sin(11.0 * r + 1.0);
    pair.reference.push_back({{"level_math", chance}, {"friction", other}});
    pair.scaled.push_back(
        {{"level_math", chance + 0.1 * other}, {"friction", other + 0.1 * chance + moved}});
  }
  return pair;
}

const ScaleVerdict& of(const std::vector<ScaleVerdict>& verdicts, const std::string& name) {
  for (const ScaleVerdict& one : verdicts) {
    if (one.quantity == name) return one;
  }
  throw std::out_of_range(name);
}

TEST(ScaleVerdicts, FindWhatIsPlantedAndNoMore) {
  const auto still = scale_verdicts({pair_with(0.0)}, 0.05);
  EXPECT_FALSE(of(still, "friction").differs);
  const auto moved = scale_verdicts({pair_with(0.3)}, 0.05);
  EXPECT_TRUE(of(moved, "friction").differs);
  EXPECT_FALSE(of(moved, "level_math").differs);
  EXPECT_EQ(of(moved, "friction").pairs, 10);
  EXPECT_NEAR(of(moved, "friction").z,
              of(moved, "friction").difference / of(moved, "friction").error, 1e-12);
  EXPECT_TRUE(std::isnan(of(moved, "buy_in").p));
}

TEST(ScaleVerdicts, ManyTestsCountAsMany) {
  const auto one = scale_verdicts({pair_with(0.3)}, 0.05);
  // Two quantities are told: Holm doubles the smaller p.
  EXPECT_NEAR(of(one, "friction").adjusted, 2.0 * of(one, "friction").p, 1e-15);
  std::vector<SizePair> many(50, pair_with(0.0));
  many.push_back(pair_with(0.075));
  const auto alone = scale_verdicts({pair_with(0.075)}, 0.05);
  EXPECT_TRUE(of(alone, "friction").differs);
  for (const ScaleVerdict& verdict : scale_verdicts(many, 0.05)) EXPECT_FALSE(verdict.differs);
}

TEST(ScaleVerdicts, WhatDoesNotVaryIsTheSameOrIsNot) {
  SizePair pair{"x 1/4", {}, {}};
  for (int r = 0; r < 3; ++r) {
    pair.reference.push_back({{"friction", 0.5}, {"buy_in", 0.5}});
    pair.scaled.push_back({{"friction", 0.5}, {"buy_in", 0.75}});
  }
  const auto verdicts = scale_verdicts({pair}, 0.05);
  EXPECT_EQ(of(verdicts, "friction").p, 1.0);
  EXPECT_TRUE(of(verdicts, "buy_in").differs);
}

TEST(ScaleVerdicts, SharesOfModelsAreToldAsWell) {
  SizePair pair = pair_with(0.0);
  for (auto* lives : {&pair.reference, &pair.scaled}) {
    for (LifeMeans& life : *lives) life["enrolment_share of pilot"] = 0.25;
  }
  EXPECT_EQ(of(scale_verdicts({pair}, 0.05), "enrolment_share of pilot").reference, 0.25);
}

}  // namespace
}  // namespace homeroom::truth
