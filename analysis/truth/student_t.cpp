#include "analysis/truth/student_t.hpp"

#include <boost/math/distributions/students_t.hpp>

namespace homeroom::truth {

double t_within(double probability, int degrees) {
  const boost::math::students_t t(degrees);
  return boost::math::quantile(boost::math::complement(t, (1.0 - probability) / 2.0));
}

}  // namespace homeroom::truth
