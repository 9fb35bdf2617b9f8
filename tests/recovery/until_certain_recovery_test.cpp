// Replicates are added until the ranking is certain: how often it is wrong then, over many sweeps.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "analysis/decisions/until_certain.hpp"
#include "analysis/estimators/student_t.hpp"
#include "sim/chance/draw.hpp"

namespace homeroom::decisions {
namespace {

constexpr int kSweeps = 1000;

struct Ended {
  CertaintyState state;
  std::size_t first = 0, lived = 0;
};

enum class Luck { Normal, Exponential, Rare };

/// With mean 0. What is skewed falls on the first policy alone: of two that have the same, the
/// difference is skewed no more. Rare: nine times in ten 1, else -9.
double luck_of(Luck luck, const Dice& dice, std::size_t policy, std::uint32_t replicate) {
  if (luck == Luck::Normal) return dice.normal(Die::FutureFold, 1, policy, replicate);
  if (policy > 0) return 0.0;
  const double u = dice.uniform(Die::FutureFold, 1, policy, replicate);
  if (luck == Luck::Exponential) return -std::log(u) - 1;
  return u < 0.1 ? -9.0 : 1.0;
}

/// Draws of a sweep of policies whose expected outcomes are `means`; looks after each batch at who
/// is first, as the runner does, and ends by the rule.
Ended sweep_until_certain(std::uint64_t sweep, const std::vector<double>& means, double level,
                          Luck luck) {
  const Dice dice(sweep, 3);
  std::vector<std::vector<double>> values(means.size());
  Ended ended{CertaintyState::GoOn, 0, 0};
  std::size_t more = 5;
  while (ended.state == CertaintyState::GoOn) {
    for (std::size_t r = ended.lived; r < ended.lived + more; ++r) {
      for (std::size_t p = 0; p < means.size(); ++p) {
        const auto replicate = static_cast<std::uint32_t>(r);
        values[p].push_back(means[p] + luck_of(luck, dice, p, replicate));
      }
    }
    ended.lived += more;
    const auto sum = [](const std::vector<double>& of) {
      double all = 0;
      for (const double value : of) all += value;
      return all;
    };
    for (std::size_t p = 0; p < means.size(); ++p) {
      if (sum(values[p]) > sum(values[ended.first])) ended.first = p;
    }
    std::vector<ReplicateAdvantages> rivals;
    for (std::size_t p = 0; p < means.size(); ++p) {
      if (p == ended.first) continue;
      rivals.emplace_back();
      for (std::size_t r = 0; r < ended.lived; ++r) {
        rivals.back().push_back(values[ended.first][r] - values[p][r]);
      }
    }
    const Certainty of = until_certain(rivals, {level, 300});
    ended.state = of.state;
    more = of.more;
  }
  return ended;
}

// Two policies of the same expected outcome: whichever is called certain is wrong. .05 of 1,000 has
// an error of .0069: more than .073 in one of 1,000.
TEST(UntilCertainRecovery, IsWrongNoMoreOftenThanItSays) {
  const auto wrong = [](Luck luck) {
    double count = 0;
    for (std::uint64_t sweep = 0; sweep < kSweeps; ++sweep) {
      count += sweep_until_certain(sweep, {0.0, 0.0}, 0.95, luck).state == CertaintyState::Certain;
    }
    return count / kSweeps;
  };
  EXPECT_LT(wrong(Luck::Normal), 0.073);
  EXPECT_LT(wrong(Luck::Exponential), 0.073);
  // No rule knows of what has not happened yet: .9^20 of such sweeps begin without it.
  EXPECT_GT(wrong(Luck::Rare), 0.10);
  EXPECT_LT(wrong(Luck::Rare), 0.20);
}

// The best by little, and three that are hardly worse: another one is never called best too often.
TEST(UntilCertainRecovery, IsWrongNoMoreOftenThanItSaysOfFour) {
  double wrong = 0;
  for (std::uint64_t sweep = 0; sweep < kSweeps; ++sweep) {
    const Ended of = sweep_until_certain(sweep, {0.0, 0.0, 0.0, 0.001}, 0.9, Luck::Normal);
    wrong += of.state == CertaintyState::Certain && of.first != 3;
  }
  EXPECT_LT(wrong / kSweeps, 0.132);  // .1 and 3.3 errors of .0095
}

// A t test after each replicate, the rule that this one replaces, is wrong several times as often.
TEST(UntilCertainRecovery, ReplacesATestThatWouldBeWrongTooOften) {
  double wrong = 0;
  for (std::uint64_t sweep = 0; sweep < kSweeps; ++sweep) {
    const Dice dice(sweep, 3);
    double sum = 0, squares = 0;
    for (std::uint32_t r = 0; r < 300; ++r) {
      const double value =
          dice.normal(Die::FutureFold, 1, 0, r) - dice.normal(Die::FutureFold, 1, 1, r);
      sum += value;
      squares += value * value;
      const double n = r + 1.0, mean = sum / n;
      if (n < 5) continue;
      const double error = std::sqrt((squares - n * mean * mean) / (n - 1.0) / n);
      if (estimators::t_beyond(mean / error, n - 1.0) < 0.05) {
        wrong += 1;
        break;
      }
    }
  }
  EXPECT_GT(wrong / kSweeps, 0.25);
}

TEST(UntilCertainRecovery, FindsTheBestWithinItsBudget) {
  double found = 0, lived = 0;
  for (std::uint64_t sweep = 0; sweep < 200; ++sweep) {
    const Ended of = sweep_until_certain(sweep, {0.0, 0.8, 0.0}, 0.95, Luck::Normal);
    found += of.state == CertaintyState::Certain && of.first == 1 ? 1.0 / 200 : 0.0;
    lived += static_cast<double>(of.lived) / 200;
  }
  EXPECT_GT(found, 0.95);
  EXPECT_LT(lived, 66);  // two samples of fixed size for 95 % power take 40
}

}  // namespace
}  // namespace homeroom::decisions
