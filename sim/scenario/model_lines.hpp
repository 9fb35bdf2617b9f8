// What is said of each school model in a line: its paper, and how it is governed.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace homeroom {

/// The autonomy score [0, 1] of a model's paper in a year.
double score_in(const SchoolModel& model, int year);

inline constexpr std::size_t kModelColumns = 10;
using ModelLine = std::array<std::string, kModelColumns>;

/// The columns' names.
ModelLine model_columns();

/// A row for each school model, by city and falling score. Rights are those of `year`.
std::vector<ModelLine> model_lines(const Scenario& scenario, int year);

/// The last policy year: the law as it ends, with every change of the record made.
int year_of_models(const Scenario& scenario);

}  // namespace homeroom
