// Rows of the report's regression, one for each school: sums over its years and subjects.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "analysis/estimators/linear_model.hpp"
#include "analysis/estimators/model_comparison.hpp"

namespace homeroom::estimators {

/// Low income, English learners, special education, Black, Hispanic.
inline constexpr std::size_t kShares = 5;
using Shares = std::array<double, kShares>;

struct ReportRow {
  std::string name;  ///< what messages call it
  std::string word;  ///< model or level, or kReference
  double outcome = 0, tested = 0, enrolled = 0;
  Shares shares{};

  /// Of a year and subject; nothing where either is missing or nobody was tested.
  void add_outcome(double mean, double children_tested);
  /// Of a year; nothing where nobody was enrolled.
  void add_shares(const Shares& of_year, double enrolment);
};

/// What the columns of the regression are called.
struct ReportNames {
  std::string outcome;
  std::string kind;  ///< of dummies: "model", "level"
  std::array<std::string, kShares> shares;
  bool composition = true;  ///< false: no columns of shares
};

/// Schools (by their numbers, which are the clusters) that have an outcome and children enrolled:
/// weighted means of the outcome on dummies of the words and five shares, weighted by the tests
/// taken. Throws std::invalid_argument where there is nothing to compare.
LinearModel report_model_of(const std::map<int, ReportRow>& schools, const ReportNames& names,
                            const ModelComparison& comparison);

/// With HC3 errors, whatever is asked of other regressions.
LinearFit fit_report(const LinearModel& model);

}  // namespace homeroom::estimators
