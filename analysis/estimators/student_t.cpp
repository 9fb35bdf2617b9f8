#include "analysis/estimators/student_t.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace homeroom::estimators {

double t_within(double probability, double degrees) {
  const boost::math::students_t t(degrees);
  return boost::math::quantile(boost::math::complement(t, (1.0 - probability) / 2.0));
}

double t_above(double t, double degrees) {
  if (std::isnan(t)) return t;
  if (std::isinf(t)) return t > 0.0 ? 0.0 : 1.0;
  return boost::math::cdf(boost::math::complement(boost::math::students_t(degrees), t));
}

double t_beyond(double t, double degrees) { return 2.0 * t_above(std::abs(t), degrees); }

}  // namespace homeroom::estimators
