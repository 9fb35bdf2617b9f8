// State tests, and what is made of them.
//
// Note. "In May everyone in grades 3 to 8 and 10 sits the state test; in autumn we read the
// results."
//   score = A + error, reliability as in state tests; the state's scores are N(0, 1) by grade
//   growth percentile = 100 Phi((y - b1 x1 - b2 x2) / s): the rank among the state's children with
//     the same prior scores, in closed form for a normal reference with correlations r1, r2, r3;
//     x1 and x2 are the last two scores, for grade 10 those of grades 8 and 7
//   value added = mean of y - b1 x1 - b2 x2; its level cuts the mean over its standard error
//     (testing_errors) at -2, -1, 1, 2 (the scale of Tennessee's index, levels 1 to 5)
// Sources: Betebenner (2009), Educational Measurement 28(4) for growth percentiles; reliability .88
// to .93 in state technical reports.
#pragma once

#include <vector>

#include "sim/chance/draw.hpp"
#include "sim/core/described.hpp"
#include "sim/policy/law.hpp"
#include "sim/world/world.hpp"
#include "sim/year/testing_errors.hpp"

namespace homeroom {

struct TestingParameters {
  double reliability = 0;
  double adjacent = 0, two_apart = 0, three_apart = 0;  ///< correlations of the state's scores
  double error_correlation = 0;          ///< of a child's measurement errors in the two subjects
  double cut_math = 0, cut_ela = 0;      ///< proficiency cuts [state SD]
  double level_near = 0, level_far = 0;  ///< cuts of the index of value added [standard errors]
  double absent = 0;                     ///< share that does not sit the test
  int minimum_tested = 0;                ///< fewer growth percentiles are not published
  void describe(FieldVisitor& visit);
};

/// A score predicted from prior scores in the state's normal reference.
struct Prediction {
  float on_last = 0, on_before = 0;  ///< weights of the last score and the one before
  float residual_sd = 1;
};

/// With one prior score that is `lag` years old (1 to 3).
Prediction predict_from_one(const TestingParameters& nature, int lag);
/// With two of adjacent years, the later of them `lag` years old (1 or 2).
Prediction predict_from_two(const TestingParameters& nature, int lag);

/// Percentile 1-99 of a standardised residual.
int growth_percentile(double standardised);
void growth_percentiles(const float* standardised, std::size_t count, std::uint8_t* percentiles);

struct SchoolTests {
  PerSubject<int> tested{}, proficient{}, with_growth{};
  PerSubject<double> mean_score{}, median_sgp{}, value_added{};
  double value_added_se = 0;
  int value_added_level = 0;
};

struct TestingOutcome {
  PerSubject<std::vector<std::int16_t>> score, score_before;
  PerSubject<std::vector<std::uint8_t>> sgp;  ///< by row, 0: none
  Column<SchoolRow, SchoolTests> school;
};

/// `shocks` is what learning lets grades and classes share in a year: no child's growth shows it,
/// so the standard error of value added has to allow for it.
void decide_testing(const World& world, const Law& law, const TestingParameters& nature,
                    const SharedShocks& shocks, const Dice& dice, TestingOutcome& outcome);
void enact(World& world, TestingOutcome& outcome);

}  // namespace homeroom
