// Growth percentiles: where a child's score stands among children with the same scores before.
//
//   Q_tau(score | earlier scores) = splines of the last score + splines of the one before it
//   percentile = how many of the 100 quantiles .005, .015, ..., .995 the score reaches, 1 to 99
// Cubic B-splines with knots at the quintiles; grade by grade, children who have come up a grade
// each year; two earlier scores where a child has them, else the last alone. Estimates *growth*, as
// a rank among the children of the records: their median is 50 whatever they learned. Who is behind
// comes closer to the mean of like children, so that a percentile is not what a school added.
// Source: Betebenner (2009), Educational Measurement 28(4); Betebenner and others, R package SGP,
// for knots and quantiles.
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/score_histories.hpp"
#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

struct GrowthQuestion {
  int year = 0;
  int subject = 0;  ///< kMath or kEla
  int fewest = 0;   ///< children of a grade with like histories, below whom no percentile is told
};

struct GrowthPercentiles {
  std::vector<int> percentile;        ///< by row of the year's students; kNobody: none
  std::vector<int> earlier;           ///< scores that it rests on: 2, 1 or 0
  std::vector<std::string> warnings;  ///< sentences: grades with too few children, or few
};

/// By how much percentiles of a norm are too high in the mean [points]: on each of the hundred
/// quantiles lie as many of its `rows` as the splines of its earlier scores have columns, and count
/// as reaching it; half of them should.
double percentile_bias(int scores, std::size_t rows);

/// Percentiles of rows whose histories are told, group by group; `rows`: how many there are in all,
/// `fewest`: of a group, below whom no percentile is told.
GrowthPercentiles percentiles_among(const std::vector<ScoreHistories>& groups, std::size_t rows,
                                    int fewest);

/// Throws std::invalid_argument where the panel has no such year. Earlier scores are those of the
/// two latest years, of the last four, in which children of the grade sat a test: a grade or a year
/// without a test is passed over for everyone. Numbers do not hang on threads.
GrowthPercentiles growth_percentiles(const panel::Panel& panel, const GrowthQuestion& question);

}  // namespace homeroom::estimators
