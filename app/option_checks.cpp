#include "app/option_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <system_error>
#include <vector>

#include "sim/core/number_from.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/notes.hpp"

namespace homeroom::app {

std::string refuse_blank(const std::string& value) {
  if (value.find_first_not_of(" \t\r\n") == std::string::npos) {
    return fmt::format("\"{}\" names nothing", value);
  }
  if (value.front() == '=') return fmt::format("\"{}\": leave the = out", value);
  return {};
}

std::string refuse_empty(const std::string& value) {
  if (value.find_first_not_of(" \t\r\n") != std::string::npos) return {};
  return fmt::format(
      "\"{}\" is no value (a variable of a script that is not set?); without the option the "
      "default is taken",
      value);
}

std::string refuse_flag(const std::string& value) {
  if (value.size() < 2 || value.front() != '-') return {};
  return fmt::format("\"{0}\" is a flag, not a value (a name that begins so: ./{0})", value);
}

std::string refuse_no_number_of_children(const std::string& value) {
  const bool number = !value.empty() && value.size() <= 8 &&
                      std::all_of(value.begin(), value.end(),
                                  [](char letter) { return letter >= '0' && letter <= '9'; });
  if (number && std::stoi(value) > 0) return {};
  return fmt::format("\"{}\" is no number of children (allowed: 1 to 99999999)", value);
}

std::string refuse_no_kind(const std::string& value) {
  static const std::vector<std::string> kinds = {"scenario", "nature",   "models",
                                                 "places",   "patterns", "policies"};
  if (std::find(kinds.begin(), kinds.end(), value) != kinds.end()) return {};
  return fmt::format("\"{}\" is no kind of scenario file (allowed: {})", value, listed(kinds));
}

std::string refuse_no_audit(const std::string& value) {
  static const std::vector<std::string> kinds = {"null", "relabel", "threads", "scale", "effect"};
  if (std::find(kinds.begin(), kinds.end(), value) != kinds.end()) return {};
  const std::string nearest = nearest_of(value, kinds);
  return fmt::format("\"{}\" is no audit (allowed: {}){}", value, listed(kinds),
                     nearest.empty() ? "" : fmt::format("; did you mean \"{}\"?", nearest));
}

std::string refuse_no_adjustment(const std::string& value) {
  if (value == "holm" || value == "bh") return {};
  return fmt::format("\"{}\" is no way to adjust p values (allowed: holm, bh)", value);
}

std::string refuse_no_controls(const std::string& value) {
  if (value == "never" || value == "not-yet") return {};
  return fmt::format("\"{}\" is no group of controls (allowed: never, not-yet)", value);
}

std::string refuse_not_above_0(const std::string& value) {
  const double number = number_from<double>(value).value_or(0.0);
  if (std::isfinite(number) && number > 0.0) return {};
  return fmt::format("\"{}\" is no number above 0", value);
}

std::optional<std::pair<double, double>> cuts_in(const std::string& text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos) return {};
  const std::string near = text.substr(0, comma), far = text.substr(comma + 1);
  if (!refuse_not_above_0(near).empty() || !refuse_not_above_0(far).empty()) return {};
  const std::pair<double, double> cuts(std::stod(near), std::stod(far));
  if (cuts.first >= cuts.second) return {};
  return cuts;
}

std::string refuse_no_cuts(const std::string& value) {
  if (cuts_in(value)) return {};
  return fmt::format(
      "\"{}\" are no cuts (allowed: two numbers of errors above 0, the smaller first, such as 1,2)",
      value);
}

std::string refuse_no_chance_control(const std::string& value) {
  if (value == "cells" || value == "linear") return {};
  return fmt::format("\"{}\" is no way to hold chances equal (allowed: cells, linear)", value);
}

std::string refuse_no_assignment(const std::string& value) {
  if (value == "deferred" || value == "immediate") return {};
  return fmt::format("\"{}\" is no assignment (allowed: deferred, immediate)", value);
}

std::string refuse_no_direction(const std::string& value) {
  if (value == "higher" || value == "lower") return {};
  return fmt::format("\"{}\" is no direction: higher, lower", value);
}

std::string refuse_no_errors(const std::string& value) {
  if (value == "classical" || value == "HC1" || value == "HC3") return {};
  return fmt::format(
      "\"{}\" is no kind of standard errors (allowed: classical, HC1, HC3; --cluster COLUMN gives "
      "those by cluster)",
      value);
}

}  // namespace homeroom::app
