// What becomes of schools that are chosen because they did badly in one year.
//
// The lowest share of a year's schools, by the mean over subjects of proficiency or of score, is
// labelled; how much they gain on all others is estimated as the report estimates:
//   change = b0 + b label + c five shares + e, weighted by children tested, HC3
// Where nothing is done to them, b is the luck of the year of choice going back to its mean.
#pragma once

#include "analysis/probes/school_study.hpp"

namespace homeroom::probes {

struct LowestSchools {
  estimators::SchoolOutcome outcome = estimators::SchoolOutcome::Proficiency;  ///< of the gain
  std::vector<int> subjects;
  double share = 0.05;   ///< of schools that is labelled
  int chosen_by = 0;     ///< year whose proficiency they are chosen by
  int years = 1;         ///< of proficiency up to that one, pooled
  int from = 0, to = 0;  ///< years of the gain; growth percentiles are those of `to`
};

/// NaN where the schools cannot answer.
Studied gain_of_lowest(const panel::Panel& panel, const LowestSchools& question);

}  // namespace homeroom::probes
