#include "analysis/claims/input_check.hpp"

#include <cmath>

#include "analysis/estimators/mean_interval.hpp"

namespace homeroom::claims {

InputFinding check_input(const std::vector<double>& values, double low, double high) {
  std::vector<double> there;
  for (const double value : values) {
    if (!std::isnan(value)) there.push_back(value);
  }
  const estimators::MeanInterval of(there);
  return {there.size(), of.mean(), of.low(0.95), of.high(0.95),
          of.mean() >= low && of.mean() <= high};
}

}  // namespace homeroom::claims
