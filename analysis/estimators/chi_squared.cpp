#include "analysis/estimators/chi_squared.hpp"

#include <boost/math/distributions/chi_squared.hpp>

#include <cmath>

namespace homeroom::estimators {

double chi_squared_above(double x, double degrees) {
  if (std::isnan(x)) return x;
  return boost::math::cdf(
      boost::math::complement(boost::math::chi_squared(degrees), x < 0.0 ? 0.0 : x));
}

}  // namespace homeroom::estimators
