#include "analysis/estimators/wald_test.hpp"

#include <limits>

#include "analysis/estimators/chi_squared.hpp"

namespace homeroom::estimators {

WaldTest wald_test(const LinearFit& fit, const std::vector<std::string>& names) {
  std::vector<Eigen::Index> places;
  for (const std::string& name : names) {
    const Coefficient& one = fit.of(name);
    if (!one.dropped) places.push_back(&one - fit.coefficients.data());
  }
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  if (places.empty()) return {kNone, kNone, 0, kNone};
  const auto count = static_cast<Eigen::Index>(places.size());
  Eigen::VectorXd estimate(count);
  Eigen::MatrixXd covariance(count, count);
  for (Eigen::Index i = 0; i < count; ++i) {
    const Eigen::Index at = places[static_cast<std::size_t>(i)];
    estimate[i] = fit.coefficients[static_cast<std::size_t>(at)].estimate;
    for (Eigen::Index j = 0; j < count; ++j) {
      covariance(i, j) = fit.covariance(at, places[static_cast<std::size_t>(j)]);
    }
  }
  WaldTest test;
  test.degrees = static_cast<int>(count);
  test.chi_squared = estimate.dot(covariance.ldlt().solve(estimate));
  test.f = test.chi_squared / test.degrees;
  test.p = chi_squared_above(test.chi_squared, test.degrees);
  return test;
}

}  // namespace homeroom::estimators
