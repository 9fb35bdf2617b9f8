#include "analysis/decisions/binomial.hpp"

#include <algorithm>
#include <cmath>

namespace homeroom::decisions {

double binomial_at_least(std::size_t successes, std::size_t trials, double chance) {
  if (successes == 0 || chance >= 1.0) return 1.0;
  if (chance <= 0.0 || successes > trials) return 0.0;
  const double odds = std::log(chance) - std::log1p(-chance);
  const auto n = static_cast<double>(trials);
  double log_term = n * std::log1p(-chance), sum = 0.0;
  for (std::size_t k = 0; k <= trials; ++k) {
    const auto successful = static_cast<double>(k);
    if (k > 0) log_term += std::log((n - successful + 1.0) / successful) + odds;
    if (k >= successes) sum += std::exp(log_term);
  }
  return std::min(1.0, sum);
}

}  // namespace homeroom::decisions
