#include "analysis/estimators/equivalence.hpp"

#include <algorithm>
#include <stdexcept>

#include "analysis/estimators/student_t.hpp"

namespace homeroom::estimators {

Equivalence equivalence_test(double estimate, double error, double degrees, double margin,
                             double alpha) {
  if (!(margin > 0.0)) throw std::invalid_argument("a margin of equivalence is above 0");
  Equivalence test;
  const double reach = t_within(1.0 - 2.0 * alpha, degrees) * error;
  test.low = estimate - reach;
  test.high = estimate + reach;
  const double above_low = t_above((estimate + margin) / error, degrees);
  const double below_high = t_above((margin - estimate) / error, degrees);
  test.p = std::max(above_low, below_high);
  test.equivalent = test.p < alpha;
  test.different = test.low > margin || test.high < -margin;
  return test;
}

}  // namespace homeroom::estimators
