#include "analysis/estimators/share_interval.hpp"

#include <cmath>

#include "sim/core/arithmetic.hpp"

namespace homeroom::estimators {

ShareInterval share_interval(double share, double cases) {
  const double z = normal_quantile(0.975), n = cases;
  const double middle = (share + z * z / (2.0 * n)) / (1.0 + z * z / n);
  const double half =
      z * std::sqrt(share * (1.0 - share) / n + z * z / (4.0 * n * n)) / (1.0 + z * z / n);
  return {middle - half, middle + half};
}

}  // namespace homeroom::estimators
