// Which factors of a sweep are crossed, and what runs gave at their levels.
#include <gtest/gtest.h>

#include "analysis/report/sweep_outcomes.hpp"
#include "tests/support/workplace.hpp"

namespace homeroom::report {
namespace {

/// The results that lie in a folder.
Results results_in(const Workplace& folder) {
  Results results;
  results.folder = folder.path();
  return results;
}

constexpr const char* kHead =
    "run,point,scenario,policy,replicate,seed,status,failure,command,a,b,growth@mean\n";

TEST(ReportSweep, LevelsOfAFullGridAreComparedOverTheSameOthers) {
  const Workplace folder;
  folder.write("points.csv", "point,a,b\n0,1,x\n1,1,y\n2,10,x\n3,10,y\n");
  folder.write("runs.csv", std::string(kHead) +
                               "0,0,city,none,1,7,done,,,1,x,1\n"
                               "1,1,city,none,1,7,done,,,1,y,3\n"
                               "2,2,city,none,1,7,done,,,10,x,5\n"
                               "3,3,city,none,1,7,failed,why,again,10,y,\n");
  const SweepOutcomes sweep = sweep_outcomes(results_in(folder));
  EXPECT_EQ(sweep.outcomes, (std::vector<std::string>{"growth@mean"}));
  ASSERT_EQ(sweep.levels.crossed.size(), 2u);
  EXPECT_EQ(sweep.levels.crossed[0].levels, (std::vector<std::string>{"1", "10"}));
  EXPECT_EQ(sweep.levels.crossed[1].levels, (std::vector<std::string>{"x", "y"}));
  EXPECT_EQ(sweep.levels.failed, 1u);
  EXPECT_EQ(sweep.means[0][0][0], (Lives{{1, 2.0}}));  // of 1 and 3
  EXPECT_EQ(sweep.means[0][0][1], (Lives{{1, 5.0}}));  // the failed run does not count
}

TEST(ReportSweep, FactorsOfAListAreNotCompared) {
  const Workplace folder;
  folder.write("points.csv", "point,a,b\n0,1,x\n1,2,y\n");
  folder.write("runs.csv", std::string(kHead) +
                               "0,0,city,R1,1,7,done,,,1,x,1\n"
                               "1,0,city,none,1,7,done,,,1,x,2\n"
                               "2,1,city,R1,1,7,done,,,2,y,3\n"
                               "3,1,city,none,1,7,done,,,2,y,4\n");
  const SweepLevels levels = sweep_levels(results_in(folder));
  ASSERT_EQ(levels.crossed.size(), 1u);
  EXPECT_EQ(levels.crossed[0].levels, (std::vector<std::string>{"none", "R1"}));
  EXPECT_EQ(levels.not_crossed, (std::vector<std::string>{"a: 1 to 2", "b: x, y"}));
}

}  // namespace
}  // namespace homeroom::report
