// One cause turned, the direction named beforehand, the same dice in both arms. Where a row names
// the coefficient that carries its effect, the effect must go with that coefficient.
//
// Chance: seeds and dice are fixed, so a row passes always or never; README.md tells how probable a
// false alarm is under other dice. Smallest sizes are a third to a half of what was seen, and
// directions were written before anything was run.
#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <set>

#include "tests/signs/arms.hpp"
#include "tests/signs/effect.hpp"
#include "tests/signs/outcomes.hpp"
#include "tests/signs/trial.hpp"

namespace homeroom::signs {
namespace {

int replicates_of(const Sign& sign) {
  return std::max(sign.replicates, trial_replicates().value_or(0));
}

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
        arms.expect(arm_before(sign, carried), sign.question, replicates_of(sign));
        arms.expect(arm_after(sign, carried), sign.question, replicates_of(sign));
      }
    }
    return arms;
  }();
  return all;
}

Effect effect_of(const Sign& sign, bool carried) {
  const int replicates = replicates_of(sign);
  return {arms().answers(arm_before(sign, carried), sign.question, replicates),
          arms().answers(arm_after(sign, carried), sign.question, replicates), sign.replicates};
}

std::string_view word(Direction direction) {
  return direction == Direction::Up ? "up" : direction == Direction::Down ? "down" : "either way";
}

std::string told(const Sign& sign, const Effect& effect) {
  return fmt::format(
      "{}\n  {} from {} to {}\n  should move {}\n  {} by at least {} [{}]: {}\n"
      "  seen: {:.6g} -> {:.6g}, {} over {} replicates\n  before: {}\n  after:  {}\n",
      sign.place(), sign.cause, sign.from.value_or("the city's own value"), sign.to,
      sign.question.text(), word(sign.direction), sign.at_least,
      find_outcome(sign.question.outcome)->unit, sign.why, effect.before(), effect.after(),
      effect.text(), replicates_of(sign), arm_before(sign).command(), arm_after(sign).command());
}

}  // namespace

/// How GoogleTest names a row that fails.
void PrintTo(const Sign& sign, std::ostream* out) { *out << sign.place(); }

namespace {

class Signs : public ::testing::TestWithParam<Sign> {
 public:
  static void TearDownTestSuite() {
    if (trial_replicates()) fmt::print("a new seed fails {:.2g} of these rows\n", false_alarms_);
  }

 protected:
  /// In a trial with more replicates a row must also stand off failing.
  void weigh(const Sign& sign, double margin) {
    if (!trial_replicates()) return;
    false_alarms_ += false_alarm(margin);
    EXPECT_GE(margin, kSafeMargin)
        << sign.place() << ": within " << margin << " standard errors of failing";
  }

 private:
  static inline double false_alarms_ = 0.0;  ///< expected among the rows of this run
};

TEST_P(Signs, Holds) {
  const Sign& sign = GetParam();
  const Effect effect = effect_of(sign, true);
  fmt::print("{} (at least {})\n", effect.text(), sign.at_least);
  EXPECT_GE(along(sign.direction, effect.size()), sign.at_least) << told(sign, effect);
  weigh(sign, margin_of_effect(sign, effect));
  if (!sign.through) return;
  const Effect rest = effect_of(sign, false);
  fmt::print("{} without {}\n", rest.text(), sign.through->key);
  EXPECT_LT(std::fabs(rest.size()), sign.at_least)
      << told(sign, effect) << "  but it stays with " << sign.through->key << " = "
      << sign.through->neutral << ": " << rest.text() << "\n";
  weigh(sign, margin_of_rest(sign, rest));
}

INSTANTIATE_TEST_SUITE_P(Lists, Signs, ::testing::ValuesIn(signs()),
                         [](const auto& row) { return row.param.name(); });

}  // namespace
}  // namespace homeroom::signs
