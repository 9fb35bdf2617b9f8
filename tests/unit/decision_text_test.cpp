// A decision as its page says it.
#include <gtest/gtest.h>

#include <stdexcept>

#include "analysis/decisions/decision_text.hpp"
#include "tests/unit/decisions_values.hpp"

namespace homeroom::decisions {
namespace {

/// Twenty futures: B is better by 1 where x is below .55, worse by 1 above.
PolicyOutcomes split_world() {
  Values values(2, std::vector<std::vector<double>>(20, std::vector<double>(3, 0.0)));
  Factor x{"x", {}, {}};
  for (std::size_t f = 0; f < 20; ++f) {
    x.numbers.push_back(0.05 * static_cast<double>(f));
    for (double& value : values[1][f]) value = f <= 10 ? 1.0 : -1.0;
  }
  PolicyOutcomes of = outcomes_of(values);
  of.factors.push_back(x);
  return of;
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST(DecisionText, ReadsAsSentences) {
  const PolicyOutcomes outcomes = split_world();
  const ReportAsked asked{0, 0.95, 0.5};
  const DecisionReport report = decision_report(outcomes, asked);
  const std::string text = decision_text(outcomes, report, asked);
  EXPECT_TRUE(says(text, "B comes first with 0.10 (-0.38 to 0.58), then A with 0.\n")) << text;
  EXPECT_TRUE(says(text,
                   "B loses to A where x above 0.53: 9 of 9 such futures (45 % of all), "
                   "100 % of the 9 in which it does."))
      << text;
  EXPECT_TRUE(says(text, "A regrets more than 0.5 where x below 0.53: 11 of 11")) << text;
  const std::string csv = decision_csv(outcomes, report);
  EXPECT_TRUE(says(csv, "pair,B,A,probability_by_both,0.55")) << csv;
  EXPECT_TRUE(says(csv, "loses_box_1,B,A,density,1,,,,\n")) << csv;
}

TEST(DecisionText, TurnsWithWhatIsBetter) {
  PolicyOutcomes outcomes = split_world();
  outcomes.better = Better::Lower;
  const ReportAsked asked;
  const DecisionReport report = decision_report(outcomes, asked);
  const std::string text = decision_text(outcomes, report, asked);
  EXPECT_TRUE(says(text, "A comes first with 0, then B with 0.10")) << text;
  EXPECT_TRUE(says(text, "B is better than A where x above 0.53: 9 of 9")) << text;
}

TEST(DecisionText, SaysOfOnePolicyThatItStandsAlone) {
  const PolicyOutcomes alone = outcomes_of({{{1, 2}, {3, 4}}});
  const std::string text = decision_text(alone, decision_report(alone, {}), {});
  EXPECT_TRUE(says(text, "A stands alone with 2.5")) << text;
}

TEST(DecisionText, SaysOfTwinsThatTheyAreAlike) {
  const PolicyOutcomes twins = outcomes_of({{{1, 2}, {3, 4}}, {{1, 2}, {3, 4}}});
  const std::string text = decision_text(twins, decision_report(twins, {}), {});
  EXPECT_TRUE(says(text, "A and B are alike in every life.")) << text;
  EXPECT_TRUE(says(text, "least under A and B, alike")) << text;
}

TEST(DecisionText, CountsWhatIsMissing) {
  const PolicyOutcomes lossy = outcomes_of({{{1, kMissing}, {3, 4}}, {{2, 3}, {kMissing, 6}}});
  const std::string text = decision_text(lossy, decision_report(lossy, {}), {});
  EXPECT_TRUE(says(text, "6 lives, 2 more without a value")) << text;
  EXPECT_TRUE(says(text, "B over A: 2 lives of one of the two alone are left out.")) << text;
  const PolicyOutcomes nothing = outcomes_of({{{kMissing}}, {{kMissing}}});
  EXPECT_THROW(decision_report(nothing, {}), std::invalid_argument);
  const PolicyOutcomes apart = outcomes_of({{{1, kMissing}}, {{kMissing, 2}}});
  const std::string strangers = decision_text(apart, decision_report(apart, {}), {});
  EXPECT_TRUE(says(strangers, "have no life in common")) << strangers;
}

TEST(DecisionText, LivesWithOneFutureAndOneReplicate) {
  const PolicyOutcomes one = outcomes_of({{{1}}, {{2}}, {{kMissing}}});
  const std::string text = decision_text(one, decision_report(one, {}), {});
  EXPECT_TRUE(says(text, "B comes first with 2, then A with 1 and C with no value.")) << text;
}

TEST(DecisionText, SaysWhatIntervalsDoNotHold) {
  const auto text_of = [](const PolicyOutcomes& outcomes, bool until_certain) {
    ReportAsked asked;
    asked.until_certain = until_certain;
    return decision_text(outcomes, decision_report(outcomes, asked), asked);
  };
  const auto with = [](std::vector<double> replicates) {
    std::vector<double> better = replicates;
    for (double& value : better) value = 2 * value + 1;
    return outcomes_of({{replicates, replicates}, {better, replicates}});
  };
  const std::string one = text_of(with({1}), false), few = text_of(with({1, 2}), false);
  EXPECT_TRUE(says(one, "With one replicate all holds for its dice alone")) << one;
  EXPECT_FALSE(says(one, "95 of 100 sweeps")) << one;
  EXPECT_TRUE(says(few, "with no more than 2 replicates in fewer")) << few;
  const std::string many = text_of(with({1, 2, 4, 3, 5}), false);
  EXPECT_TRUE(says(many, "in 95 of 100 sweeps.\n")) << many;
  EXPECT_FALSE(says(many, "until the ranking was certain")) << many;
  EXPECT_TRUE(says(text_of(with({1, 2, 4, 3, 5}), true), "told rather too large")) << many;
}

}  // namespace
}  // namespace homeroom::decisions
