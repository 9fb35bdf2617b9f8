// Applicants of a year with what records say of them before the draw and after.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "analysis/estimators/linear_model.hpp"
#include "analysis/estimators/offer_scores.hpp"

namespace homeroom::estimators {

/// What records of a panel say of a child: those of trait_columns.
const std::vector<std::string>& panel_traits();

struct LotteryApplicant {
  OfferScore offer;
  double baseline = 0;        ///< score of the year before; NaN: none
  std::vector<double> trait;  ///< of the year before, or else of the first year; NaN: none
  bool enrolled = false;      ///< in one of the schools at the end of the first year
  double years = 0;           ///< ended in one of the schools, up to the outcome's year
  bool due = false;           ///< would be in a tested grade in the outcome's year, a grade a year
  bool present = false;       ///< in the records of that year
  double outcome = 0;         ///< score of that year; NaN: none
  int classmates = 0;         ///< a number for the school and grade of that year
};

/// `application` up to `outcome`: years that the panel must have; throws std::invalid_argument
/// where it does not. A year before need not be there.
std::vector<LotteryApplicant> lottery_applicants(const panel::Panel& panel,
                                                 const OfferScores& offers,
                                                 const std::set<int>& schools, int application,
                                                 int outcome, int subject);

/// Their traits and the score before, for a regression or a test of balance; what some lack is 0,
/// beside a column that says so. Columns that are the same for all are left out.
std::vector<Column> background_columns(const std::vector<LotteryApplicant>& applicants,
                                       const std::vector<std::string>& traits = panel_traits());

}  // namespace homeroom::estimators
