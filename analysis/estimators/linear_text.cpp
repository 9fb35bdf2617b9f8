#include "analysis/estimators/linear_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace homeroom::estimators {
namespace {

/// Letters as the eye counts them: bytes of UTF-8 that begin one.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, width_of(text)), ' ');
}

/// Four digits, or all before the point.
std::string number(double value) {
  if (std::isnan(value)) return "-";
  const double size = std::abs(value);
  return size >= 1e4 && size < 1e9 ? fmt::format("{:.0f}", value) : fmt::format("{:#.4g}", value);
}

std::string p_text(double p) {
  if (std::isnan(p)) return "-";
  return p < 0.001 ? "<.001" : fmt::format("{:.3f}", p).substr(p < 1.0 ? 1 : 0);
}

std::string line_of(const Coefficient& one, std::size_t width) {
  if (one.dropped) return fmt::format("{}     dropped\n", padded(one.name, width));
  return fmt::format("{}  {:>10}  {:>10}  {:>8}  {:>6}  {:>10}  {:>10}\n", padded(one.name, width),
                     number(one.estimate), number(one.error),
                     std::isnan(one.t) ? "-" : fmt::format("{:.2f}", one.t), p_text(one.p),
                     number(one.low), number(one.high));
}

std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string cell(double value) { return std::isfinite(value) ? fmt::format("{:.10g}", value) : ""; }

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

std::string csv_of(const LinearFit& fit) {
  std::string text =
      "outcome,term,estimate,standard_error,t,p,low,high,rows,r_squared,errors,clusters,degrees\n";
  for (const Coefficient& one : fit.coefficients) {
    text +=
        fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}\n", cell(fit.outcome), cell(one.name),
                    cell(one.estimate), cell(one.error), cell(one.t), cell(one.p), cell(one.low),
                    cell(one.high), fit.rows, cell(fit.r_squared), name_of(fit.errors),
                    fit.clusters > 0 ? std::to_string(fit.clusters) : "", cell(fit.degrees));
  }
  return text;
}

}  // namespace homeroom::estimators
