// What a referee would compute from a city's records before believing anything else: gaps, shares
// of variance, correlations. Figures of one year.
#pragma once

#include <vector>

#include "analysis/estimators/moments.hpp"
#include "sim/world/world.hpp"

namespace homeroom::testing {

using estimators::Moments;

/// The straight line through values of successive years.
double slope_of(const std::vector<double>& values);

struct ScoreGaps {
  double low_income = 0, black_white = 0, english_learner = 0;  ///< [state SD], grades 3-8
};
ScoreGaps score_gaps(const World& world, int subject);

/// Of scores in mathematics and ELA, grades 3-8.
double subject_correlation(const World& world);

/// Share of the variance of a grade's scores that lies between schools that take all comers.
double between_schools(const World& world, int grade, int subject);

struct SchoolMeans {
  double explained = 0;   ///< by five demographic shares, weighted by tested children
  double low_income = 0;  ///< correlation of mean score and low-income share
};
/// Schools that admit by examination are left out.
SchoolMeans school_means(const World& world, int subject);

double novice_share(const World& world);
double turnover(const World& world);
double mean_teacher(const World& world);             ///< mathematics, all teachers [SD/year]
double mean_leader(const World& world);              ///< leadership of principals [SD]
double mean_score(const World& world, int subject);  ///< all tested children [state SD]
double engagement_spread(const World& world);

}  // namespace homeroom::testing
