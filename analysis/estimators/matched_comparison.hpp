// Matched comparison in the manner of CREDO: children of a model against the mean of their virtual
// twins.
//
//   gap = mean over children of (growth of the child - mean growth of its twins)
//   growth = b0 + b model + c score before + c grade + c traits + e,  children weighing 1, a twin
//            1 / twins for each child whose twin it is;   errors by school
// Estimates *growth* [SD of scores a year] of children who came to the model's schools, against
// like children of the schools that they come from. What moves families beside what is matched, and
// chance in the score before, are in the estimate. The regression takes out what is left of
// differences within .1 SD and gives the error: of children who share twins, and of schools,
// together. Source: CREDO (2013), National Charter School Study, Technical Appendix.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "analysis/estimators/linear_model.hpp"
#include "analysis/estimators/virtual_twins.hpp"

namespace homeroom::estimators {

struct MatchedComparison {
  Coefficient effect;  ///< b, a year
  double gap = 0;      ///< plain, a year
  int children = 0;    ///< asked for
  int matched = 0;     ///< with a twin: whom the estimate is about
  int twins = 0;       ///< different children who are twins
  double twins_a_child = 0;
  std::vector<std::string> warnings;
};

/// What is held equal beside the score before: columns for the children of the regression.
using MatchedControls = std::function<std::vector<Column>(const std::vector<TwinCandidate>&)>;

/// Children with their twins from any table; `years` lie between the scores. Throws
/// std::invalid_argument where no child has a twin.
MatchedComparison compare_with_twins(const std::vector<Twins>& all, double years,
                                     const MatchedControls& controls);

/// Throws std::invalid_argument as virtual_twins does, and where no child has a twin.
MatchedComparison matched_comparison(const panel::Panel& panel, const TwinQuestion& question);

}  // namespace homeroom::estimators
