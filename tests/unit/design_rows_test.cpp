// Rows are judged by the design that made them, and by no other.
#include <gtest/gtest.h>

#include "analysis/sensitivity/latin_hypercube.hpp"
#include "analysis/sensitivity/morris.hpp"
#include "analysis/sensitivity/resampling.hpp"
#include "analysis/sensitivity/sobol_pick_freeze.hpp"
#include "sim/core/hashed.hpp"
#include "tests/theory/sensitivity_functions.hpp"

namespace homeroom::sensitivity {
namespace {

const Asked kAsked{0.95, 50, 1, false};
const Asked kLeaving{0.95, 50, 1, true};

/// What is said where something is refused.
template <class Act>
std::string refusal_of(const Act& act) {
  try {
    act();
  } catch (const DesignRefused& refusal) {
    return refusal.what();
  }
  return "";
}

void expect_said(const std::string& text, const std::string& part) {
  EXPECT_NE(text.find(part), std::string::npos) << text;
}

TEST(DesignRows, OfAnotherSeedAreRefused) {
  const SobolPickFreeze made(8, 3, 1), other(8, 3, 2);
  const DesignOutcome outcome = lived(made, Ishigami{});
  EXPECT_NO_THROW(made.indices(outcome, kAsked));
  expect_said(refusal_of([&] { other.indices(outcome, kAsked); }), "seed 1");
  const Morris morris(10, 3, 4, 1);
  EXPECT_THROW(morris.effects(outcome, kAsked), DesignRefused);
  EXPECT_THROW(LatinHypercube(40, 3, 1).partial_ranks(outcome, kAsked), DesignRefused);
}

TEST(DesignRows, WhoseValuesAreNotTheDesignsAreNamed) {
  const Morris design(4, 2, 4, 1);
  DesignRows rows(design, {"one", "two"}, [](const double* u) { return as_written(u, 2); });
  std::vector<double> unit(2);
  for (std::uint64_t i = 0; i < 12; ++i) {
    design.point(i, unit.data());
    std::vector<std::string> values = as_written(unit.data(), 2);
    if (i == 7) values[1] = "0.3";
    rows.add(i, values);
  }
  rows.add(3, {"0", "0"});
  rows.add(12, {"0", "0"});
  EXPECT_EQ(rows.present(), 12u);
  const std::string said = refusal_of([&] { rows.outcome(std::vector<double>(12, 1.0)); });
  expect_said(said, "point 7: two is 0.3; the design gives 0.");
  expect_said(said, "point 3 stands twice");
  expect_said(said, "point 12 is none of the design's (0 to 11)");
}

TEST(DesignRows, ThatAreTooFewOrManyAreRefused) {
  const LatinHypercube design(20, 3, 1);
  const DesignRows rows = rows_of(design);
  expect_said(refusal_of([&] { rows.outcome(std::vector<double>(19, 1.0)); }), "19 rows");
  expect_said(refusal_of([&] { rows.outcome(std::vector<double>(21, 1.0)); }), "20 points");
  expect_said(refusal_of([&] {
                DesignRows(design, {"one"}, [](const double* u) { return as_written(u, 1); });
              }),
              "1 factors; the design has 3");
  std::vector<double> values(20, 1.0);
  values[4] = HUGE_VAL;
  expect_said(refusal_of([&] { rows.outcome(values); }), "point 4 is infinite");
}

TEST(DesignRows, ThatWereNotSeenHaveNoOutcome) {
  const LatinHypercube design(20, 1, 1);
  DesignRows rows(design, {"one"}, [](const double* u) { return as_written(u, 1); });
  std::vector<double> values(20, std::nan(""));
  EXPECT_NO_THROW(rows.outcome(values));
  values[2] = 1.0;
  expect_said(refusal_of([&] { rows.outcome(values); }), "Point 2 has an outcome");
}

// A base point with one row missing is refused, or left out whole; what is left is judged as if it
// had never been there.
TEST(DesignRows, ThatAreMissingTakeTheirPartWithThem) {
  const SobolPickFreeze design(8, 3, 1);
  std::vector<double> values = values_of(design, Ishigami{});
  values[7] = std::nan("");
  values[8] = std::nan("");
  const DesignOutcome outcome = rows_of(design).outcome(values);
  const std::string said = refusal_of([&] { design.indices(outcome, kAsked); });
  expect_said(said, "2 of 40 points have no outcome. They belong to 1 of 8 base points");
  const SobolIndices found = design.indices(outcome, kLeaving);
  EXPECT_EQ(found.left_out, 1u);
  EXPECT_EQ(found.base_points, 7u);
  values[5] = 1e9;  // of the part that is left out
  const SobolIndices again = design.indices(rows_of(design).outcome(values), kLeaving);
  EXPECT_EQ(again.factors[0].total.estimate, found.factors[0].total.estimate);

  const Morris morris(3, 3, 4, 1);
  std::vector<double> lives = values_of(morris, Ishigami{});
  lives[0] = lives[4] = std::nan("");
  expect_said(refusal_of([&] { morris.effects(rows_of(morris).outcome(lives), kLeaving); }),
              "Of the 3 trajectories, 1 have all their points");
}

// A factor of words goes in the order of the design's list, one of numbers in their own.
TEST(DesignRows, RankWordsByTheirOrderInTheDesign) {
  const LatinHypercube design(60, 2, 1);
  const auto values = [](const double* unit) {
    const std::vector<std::string> words = {"none", "some", "all"}, numbers = {"10", "9", "100"};
    return std::vector<std::string>{words[static_cast<std::size_t>(unit[0] * 3)],
                                    numbers[static_cast<std::size_t>(unit[1] * 3)]};
  };
  const double as_numbers[] = {10, 9, 100};
  DesignRows rows(design, {"word", "number"}, values);
  std::vector<double> unit(2), rising, numbered;
  for (std::uint64_t i = 0; i < 60; ++i) {
    design.point(i, unit.data());
    rows.add(i, values(unit.data()));
    rising.push_back(static_cast<int>(unit[0] * 3));
    numbered.push_back(as_numbers[static_cast<std::size_t>(unit[1] * 3)]);
  }
  EXPECT_NEAR(design.partial_ranks(rows.outcome(rising), kAsked).factors[0].correlation, 1, 1e-12);
  EXPECT_NEAR(design.partial_ranks(rows.outcome(numbered), kAsked).factors[1].correlation, 1,
              1e-12);
}

// Of 1000 sets of 100 numbers an exact interval of 95 % misses their mean in 50, with a standard
// deviation of 6.9: less than 20 or more than 82 come about once in 50,000 then.
TEST(Resampling, IntervalsHoldTheMean) {
  int missed = 0;
  for (std::uint64_t set = 0; set < 1000; ++set) {
    std::vector<double> values;
    for (int i = 0; i < 100; ++i) {
      values.push_back(static_cast<double>(hashed(set, i, 99) >> 11) / 9007199254740992.0);
    }
    const Interval of = resampled(100, 1, {0.95, 200, set, false},
                                  [&](const std::vector<std::uint32_t>& parts, double* mean) {
                                    *mean = 0;
                                    for (const std::uint32_t part : parts) *mean += values[part];
                                    *mean /= 100.0;
                                  })
                            .front();
    missed += of.low > 0.5 || of.high < 0.5;
  }
  EXPECT_GE(missed, 20);
  EXPECT_LE(missed, 82);
}

}  // namespace
}  // namespace homeroom::sensitivity
