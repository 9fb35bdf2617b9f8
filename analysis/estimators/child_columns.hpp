// What records say of children, as columns of a regression.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analysis/estimators/linear_model.hpp"
#include "analysis/panel/panel.hpp"

namespace homeroom::estimators {

/// Rows of a year's children and what they are compared by.
struct ChildRows {
  std::vector<std::size_t> row;    ///< in the year's students
  std::vector<std::string> words;  ///< model or level of each child's school
  std::vector<int> school;
};

/// low_income, english_learner, special_education, black, hispanic: 0 or 1.
std::vector<Column> trait_columns(const panel::Students& students,
                                  const std::vector<std::size_t>& rows);

/// "grade:4" and so on, compared with the lowest grade among the rows.
std::vector<Column> grade_columns(const panel::Students& students,
                                  const std::vector<std::size_t>& rows);

/// Mean of a child's scores; NaN where one is missing.
double mean_of_scores(std::span<const double> scores);
/// Mean of a child's scores in the subjects; NaN where one is missing.
double mean_score(const panel::Students& students, std::size_t row,
                  const std::vector<int>& subjects);

}  // namespace homeroom::estimators
