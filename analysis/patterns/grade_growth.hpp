// What children of a school and grade learned in a year beyond what their scores of the year before
// let expect in the city: growth, for comparisons of grades and schools over the years.
#pragma once

#include <map>
#include <utility>

#include "analysis/panel/panel.hpp"

namespace homeroom::patterns {

/// School and grade.
using Cell = std::pair<int, int>;

struct Growth {
  double sum = 0, children = 0;
  double mean() const { return sum / children; }
};

/// Of each child of `now` its score less what the score of `before` lets expect in the city's
/// grade; NaN of children without both. `ids`: children of the panel.
std::vector<double> growth_of_children(const panel::Year& before, const panel::Year& now,
                                       int subject, int ids);

/// The same, summed by school and grade.
std::map<Cell, Growth> growth_by_cell(const panel::Year& before, const panel::Year& now,
                                      int subject, int ids);

}  // namespace homeroom::patterns
