// The report's regression as it is and as it might have been: which choices that a report leaves
// unsaid change what it finds.
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/report_regression.hpp"

namespace homeroom::probes {

enum class Variant {
  Report,       ///< a row a school, weighted by children tested, HC3
  Unweighted,   ///< schools count alike
  Classical,    ///< one variance for all rows
  SchoolYears,  ///< a row a school and year, as if each were another school; HC1
  Clustered,    ///< the same rows, errors by school
  Children,     ///< a row a test taken, as if all were of strangers; of proficiency alone
  Bare,         ///< without demographic shares
  Prior,        ///< with the school's mean score of the year before the first of the study
  Frozen,       ///< schools of the panel's first year, by their model then
  Survivors,    ///< schools of the panel's last year alone
};
/// By the words of outcomes' names.
const std::vector<std::string>& variant_words();

/// Schools of the models OF against those of AGAINST, all others with a dummy of their own.
struct Contrast {
  estimators::SchoolOutcome outcome = estimators::SchoolOutcome::Proficiency;
  std::vector<int> subjects, years;
  std::vector<std::string> of, against;
};

/// NaN where the schools cannot answer.
struct Studied {
  double estimate, error, degrees, p;
};
Studied study(const panel::Panel& panel, const Contrast& contrast, Variant variant);

}  // namespace homeroom::probes
