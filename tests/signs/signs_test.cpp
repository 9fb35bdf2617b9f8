// One cause turned, the direction named beforehand, the same dice in both arms. Where a row names
// the coefficient that carries its effect, the effect must go with that coefficient.
//
// Chance: seeds and dice are fixed, so a row passes always or never. Smallest sizes are about half
// of what was first seen, and directions were written before anything was run.
#include <fmt/format.h>
#include <cmath>
#include <iostream>

#include "tests/signs/arms.hpp"
#include "tests/signs/outcomes.hpp"

namespace homeroom::signs {
namespace {

/// Arms of the rows that this program was asked to run, and what they are asked.
Arms& arms() {
  static Arms all = [] {
    Arms arms;
    const auto& unit = *::testing::UnitTest::GetInstance();
    std::set<std::string> wanted;
    for (int s = 0; s < unit.total_test_suite_count(); ++s) {
      const auto& suite = *unit.GetTestSuite(s);
      for (int t = 0; t < suite.total_test_count(); ++t) {
        const auto& test = *suite.GetTestInfo(t);
        if (test.should_run()) wanted.insert(test.name());
      }
    }
    for (const Sign& sign : signs()) {
      if (wanted.count("Holds/" + sign.name()) == 0) continue;
      for (const bool carried : {true, false}) {
        if (!carried && !sign.through) continue;
        arms.expect(arm_before(sign, carried), sign.question, sign.replicates);
        arms.expect(arm_after(sign, carried), sign.question, sign.replicates);
      }
    }
    return arms;
  }();
  return all;
}

struct Effect {
  double before, after;
  double size() const { return after - before; }
};

Effect effect_of(const Sign& sign, bool carried) {
  return {arms().answer(arm_before(sign, carried), sign.question, sign.replicates),
          arms().answer(arm_after(sign, carried), sign.question, sign.replicates)};
}

/// The effect in the direction that was named.
double along(Direction direction, double effect) {
  if (direction == Direction::Any) return std::fabs(effect);
  return direction == Direction::Up ? effect : -effect;
}

std::string_view word(Direction direction) {
  return direction == Direction::Up ? "up" : direction == Direction::Down ? "down" : "either way";
}

std::string told(const Sign& sign, const Effect& effect) {
  return fmt::format(
      "{}\n  {} from {} to {}\n  should move {}\n  {} by at least {} [{}]: {}\n"
      "  seen: {:.6g} -> {:.6g}, {:+.6g} over {} replicates\n  before: {}\n  after:  {}\n",
      sign.place(), sign.cause, sign.from.value_or("the city's own value"), sign.to,
      sign.question.text(), word(sign.direction), sign.at_least,
      find_outcome(sign.question.outcome)->unit, sign.why, effect.before, effect.after,
      effect.size(), sign.replicates, arm_before(sign).command(), arm_after(sign).command());
}

}  // namespace

/// How GoogleTest names a row that fails.
void PrintTo(const Sign& sign, std::ostream* out) { *out << sign.place(); }

namespace {

class Signs : public ::testing::TestWithParam<Sign> {};

TEST_P(Signs, Holds) {
  const Sign& sign = GetParam();
  const Effect effect = effect_of(sign, true);
  std::cout << fmt::format("{:+.4g} (at least {})\n", effect.size(), sign.at_least);
  EXPECT_GE(along(sign.direction, effect.size()), sign.at_least) << told(sign, effect);
  if (!sign.through) return;
  const Effect rest = effect_of(sign, false);
  std::cout << fmt::format("{:+.4g} without {}\n", rest.size(), sign.through->key);
  EXPECT_LT(std::fabs(rest.size()), sign.at_least)
      << told(sign, effect) << "  but it stays with " << sign.through->key << " = "
      << sign.through->neutral << ": " << rest.size() << "\n";
}

INSTANTIATE_TEST_SUITE_P(Lists, Signs, ::testing::ValuesIn(signs()),
                         [](const auto& row) { return row.param.name(); });

}  // namespace
}  // namespace homeroom::signs
