// The lowest point of a function of a few numbers, without derivatives: the simplex of Nelder and
// Mead (1965), The Computer Journal 7(4), with their coefficients.
#pragma once

#include <functional>
#include <vector>

namespace homeroom::estimators {

struct Minimum {
  std::vector<double> at;
  double value = 0;
  int evaluations = 0;
};

/// From `start`, with a first simplex of edge `step`; ends where the values at its corners differ
/// by less than `tolerance`, or after 200 evaluations a dimension.
Minimum minimise(const std::function<double(const std::vector<double>&)>& function,
                 const std::vector<double>& start, double step, double tolerance);

}  // namespace homeroom::estimators
