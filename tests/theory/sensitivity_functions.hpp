// Functions of the unit cube whose sensitivity is known in closed form, lived by a design.
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "analysis/sensitivity/design_rows.hpp"

namespace homeroom::sensitivity {

using OfCube = std::function<double(const double* unit)>;

inline std::vector<std::string> as_written(const double* unit, int factors) {
  std::vector<std::string> values;
  for (int f = 0; f < factors; ++f) values.push_back(fmt::format("{}", unit[f]));
  return values;
}

inline std::vector<std::string> factor_names(int factors) {
  std::vector<std::string> names;
  for (int f = 1; f <= factors; ++f) names.push_back(fmt::format("x{}", f));
  return names;
}

/// The rows of a design as a table would give them.
inline DesignRows rows_of(const Sampler& sampler) {
  const int factors = sampler.factors();
  DesignRows rows(sampler, factor_names(factors),
                  [factors](const double* unit) { return as_written(unit, factors); });
  std::vector<double> unit(static_cast<std::size_t>(factors));
  for (std::uint64_t i = 0; i < sampler.points(); ++i) {
    sampler.point(i, unit.data());
    rows.add(i, as_written(unit.data(), factors));
  }
  return rows;
}

inline std::vector<double> values_of(const Sampler& sampler, const OfCube& function) {
  std::vector<double> unit(static_cast<std::size_t>(sampler.factors())), values;
  for (std::uint64_t i = 0; i < sampler.points(); ++i) {
    sampler.point(i, unit.data());
    values.push_back(function(unit.data()));
  }
  return values;
}

inline DesignOutcome lived(const Sampler& sampler, const OfCube& function) {
  return rows_of(sampler).outcome(values_of(sampler, function));
}

/// Ishigami and Homma (1990): sin x1 + a sin^2 x2 + b x3^4 sin x1, each x uniform on [-pi, pi].
struct Ishigami {
  static constexpr double kPi = 3.14159265358979323846;
  double a = 7.0, b = 0.1;
  double operator()(const double* unit) const {
    const auto x = [&](int f) { return kPi * (2.0 * unit[f] - 1.0); };
    return std::sin(x(0)) + a * std::pow(std::sin(x(1)), 2) +
           b * std::pow(x(2), 4) * std::sin(x(0));
  }
  double part(int factor) const {  // variance of its expectation
    const double p4 = std::pow(kPi, 4);
    if (factor == 0) return 0.5 * std::pow(1.0 + b * p4 / 5.0, 2);
    return factor == 1 ? a * a / 8.0 : 0.0;
  }
  double together() const { return b * b * std::pow(kPi, 8) * (1.0 / 18.0 - 1.0 / 50.0); }
  double variance() const { return part(0) + part(1) + together(); }
  double mean() const { return a / 2.0; }
  double first(int factor) const { return part(factor) / variance(); }
  double total(int factor) const {
    return (part(factor) + (factor == 1 ? 0.0 : together())) / variance();
  }
};

/// Sobol's g: the product of (|4 u - 2| + a) / (1 + a). Saltelli and Sobol' (1995).
struct GFunction {
  std::vector<double> a = {0, 1, 4.5, 9, 99, 99};
  double operator()(const double* unit) const {
    double product = 1;
    for (std::size_t f = 0; f < a.size(); ++f) {
      product *= (std::abs(4.0 * unit[f] - 2.0) + a[f]) / (1.0 + a[f]);
    }
    return product;
  }
  double part(std::size_t f) const { return 1.0 / (3.0 * (1.0 + a[f]) * (1.0 + a[f])); }
  double product() const {
    double product = 1;
    for (std::size_t f = 0; f < a.size(); ++f) product *= 1.0 + part(f);
    return product;
  }
  double variance() const { return product() - 1.0; }
  double first(std::size_t f) const { return part(f) / variance(); }
  double total(std::size_t f) const { return part(f) * product() / (1.0 + part(f)) / variance(); }
};

}  // namespace homeroom::sensitivity
