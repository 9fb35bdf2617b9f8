#include "analysis/estimators/quantile_process.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "analysis/estimators/quantile_chain.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom::estimators {
namespace {

/// A y that lies on its quantile, as one lies for each column, reaches it; against the spread of y.
constexpr double kOn = 1e-8;

double spread_of(const std::vector<double>& y) {
  double sum = 0, squares = 0;
  for (const double value : y) sum += value;
  const double mean = sum / static_cast<double>(y.size());
  for (const double value : y) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(y.size()));
}

/// From the middle through shares [first, past), in this order or backwards.
struct Half {
  std::size_t first = 0, past = 0;
  bool backwards = false;
  std::size_t at(std::size_t k) const { return backwards ? past - 1 - k : first + k; }
};

void add_reached(const std::vector<double>& residual, double on,
                 std::vector<std::uint16_t>& reached) {
  for (std::size_t i = 0; i < reached.size(); ++i) {
    reached[i] = static_cast<std::uint16_t>(reached[i] + (residual[i] >= -on));
  }
}

}  // namespace

QuantileProcess quantile_process(const SparseRows& rows, const std::vector<double>& shares) {
  if (rows.size() <= static_cast<std::size_t>(rows.columns)) {
    throw std::invalid_argument(fmt::format(
        "{} rows do not outnumber the {} columns of their quantiles", rows.size(), rows.columns));
  }
  QuantileProcess process;
  process.coefficients.resize(shares.size());
  process.reached.assign(rows.size(), 0);
  if (shares.empty()) return process;
  const std::vector<double> roots = root_leverages(rows);
  const double on = kOn * spread_of(rows.y);
  const std::size_t middle = shares.size() / 2;
  const QuantileChain start(rows, roots, shares[middle]);
  const Half halves[2] = {{0, middle, true}, {middle, shares.size(), false}};
  std::vector<std::uint16_t> reached[2];
  for_each_index(2, [&](std::size_t h) {
    QuantileChain chain = start;
    reached[h].assign(rows.size(), 0);
    for (std::size_t k = 0; k < halves[h].past - halves[h].first; ++k) {
      const std::size_t t = halves[h].at(k);
      if (t != middle) chain.go_to(shares[t]);
      process.coefficients[t].assign(chain.coefficients().begin(), chain.coefficients().end() - 1);
      add_reached(chain.residuals(), on, reached[h]);
    }
  });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    process.reached[i] = static_cast<std::uint16_t>(reached[0][i] + reached[1][i]);
  }
  return process;
}

}  // namespace homeroom::estimators
