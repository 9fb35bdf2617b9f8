#include "analysis/estimators/linear_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/estimators/text_cells.hpp"

namespace homeroom::estimators {
namespace {

std::string line_of(const Coefficient& one, std::size_t width) {
  if (one.dropped) return fmt::format("{}     dropped\n", padded(one.name, width));
  return fmt::format("{}  {:>10}  {:>10}  {:>8}  {:>6}  {:>10}  {:>10}\n", padded(one.name, width),
                     number_text(one.estimate), number_text(one.error),
                     std::isnan(one.t) ? "-" : fmt::format("{:.2f}", one.t), p_text(one.p),
                     number_text(one.low), number_text(one.high));
}

}  // namespace

std::string name_of(Errors errors) {
  switch (errors) {
    case Errors::Classical:
      return "classical";
    case Errors::HC1:
      return "HC1";
    case Errors::HC3:
      return "HC3";
    case Errors::Clustered:
      break;
  }
  return "clustered";
}

std::string text_of(const LinearFit& fit) {
  std::size_t width = width_of(fit.outcome);
  for (const Coefficient& one : fit.coefficients) width = std::max(width, width_of(one.name));
  const std::string within = fmt::format("{:g} %", 100.0 * fit.confidence);
  std::string text =
      fmt::format("{}  {:>10}  {:>10}  {:>8}  {:>6}  {:>10}  {:>10}\n", padded(fit.outcome, width),
                  "estimate", "std. error", "t", "p", within + " low", "high");
  for (const Coefficient& one : fit.coefficients) text += line_of(one, width);
  text += fmt::format("{} rows, R2 {:.3f}, residual SD {:.4g}; {} errors", fit.rows, fit.r_squared,
                      fit.residual_sd, name_of(fit.errors));
  if (fit.clusters > 0) text += fmt::format(" of {} clusters", fit.clusters);
  return text + fmt::format(", t of {:g} degrees of freedom\n", fit.degrees);
}

std::string csv_head() {
  return "outcome,term,estimate,standard_error,t,p,low,high,rows,r_squared,errors,clusters,degrees";
}

std::vector<std::string> csv_lines(const LinearFit& fit) {
  std::vector<std::string> lines;
  for (const Coefficient& one : fit.coefficients) {
    lines.push_back(
        fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}", csv_cell(fit.outcome),
                    csv_cell(one.name), csv_cell(one.estimate), csv_cell(one.error),
                    csv_cell(one.t), csv_cell(one.p), csv_cell(one.low), csv_cell(one.high),
                    fit.rows, csv_cell(fit.r_squared), name_of(fit.errors),
                    fit.clusters > 0 ? std::to_string(fit.clusters) : "", csv_cell(fit.degrees)));
  }
  return lines;
}

std::string csv_of(const LinearFit& fit) {
  std::string text = csv_head() + "\n";
  for (const std::string& line : csv_lines(fit)) text += line + "\n";
  return text;
}

}  // namespace homeroom::estimators
