// What tests of claims compare: means of cities, and of shares that survive no city's gain for
// another's loss.
#include "app/claims_cells.hpp"

#include <gtest/gtest.h>

namespace homeroom::app {
namespace {

SweepDesign two_cities() {
  SweepDesign sweep;
  sweep.scenarios = {"one", "other"};
  sweep.policies = {"stays", "leaves"};
  return sweep;
}

ClaimTest test_of(bool hazard) {
  ClaimTest test;
  test.outcome = "truth_sustainability.held_against_champion@last";
  test.compare = "policy";
  test.from = "stays";
  test.to = "leaves";
  test.hazard = hazard;
  return test;
}

void add(TestCells& cells, const std::string& city, const std::string& policy, double share) {
  SweepRun run;
  run.scenario = city;
  run.policy = policy;
  run.replicate = 1;
  run.outcomes = {share};
  cells.add(run);
}

claims::Levels levels(bool hazard) {
  const SweepDesign sweep = two_cities();
  const ClaimTest test = test_of(hazard);
  TestCells cells(sweep, test);
  add(cells, "one", "stays", 1.0);
  add(cells, "one", "leaves", 1.04);
  add(cells, "other", "stays", 1.0);
  add(cells, "other", "leaves", 0.94);
  return cells.levels();
}

TEST(ClaimsCells, OneCitysGainIsNoOthersLossInWhatSurvives) {
  ASSERT_EQ(levels(true).by_replicate.size(), 1u);
  EXPECT_DOUBLE_EQ(levels(true).by_replicate[0][1], 0.97);
  EXPECT_DOUBLE_EQ(levels(false).by_replicate[0][1], 0.99);
}

/// A life with its paths, and what it shows.
struct Cut {
  const char *talent, *money;
  double shown;
};

std::vector<double> of_paths(bool together) {
  SweepDesign sweep = two_cities();
  sweep.scenarios = {"one"};
  SweepFactor talent, money;
  talent.name = "talent";
  money.name = "money";
  talent.levels = money.levels = {"1", "0"};
  sweep.factors = {talent, money};
  ClaimTest test = test_of(false);
  test.cut = "talent";
  TestCells cells(sweep, test, together);
  for (const Cut& cut : {Cut{"1", "1", 8}, Cut{"0", "1", 4}, Cut{"1", "0", 2}, Cut{"0", "0", 1}}) {
    for (const char* policy : {"stays", "leaves"}) {
      SweepRun run;
      run.scenario = "one";
      run.policy = policy;
      run.replicate = 1;
      run.factors = {cut.talent, cut.money};
      run.outcomes = {std::string(policy) == "stays" ? 0.0 : cut.shown};
      cells.add(run);
    }
  }
  return cells.levels().by_replicate.at(0);
}

TEST(ClaimsCells, OnePathIsCutWhileOthersAreWholeOrAllAtOnce) {
  EXPECT_EQ(of_paths(false), (std::vector<double>{0, 8, 0, 4}));
  EXPECT_EQ(of_paths(true), (std::vector<double>{0, 8, 0, 1}));
}

TEST(ClaimsCells, CountPathsNotTests) {
  Claim claim;
  ClaimTest test = test_of(false);
  EXPECT_EQ(paths_cut(claim), 0u);
  test.cut = "talent";
  claim.tests = {test, test};
  EXPECT_EQ(paths_cut(claim), 1u);
  test.cut = "money";
  claim.tests.push_back(test);
  EXPECT_EQ(paths_cut(claim), 2u);
}

}  // namespace
}  // namespace homeroom::app
