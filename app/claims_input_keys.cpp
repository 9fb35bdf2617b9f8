#include "app/claims_input_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "sim/core/number_from.hpp"

namespace homeroom::app {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double number_of(std::string_view text) { return number_from<double>(text).value_or(kNone); }

/// A value as TOML writes it; of one with dates, "{ 1900 = 0.335, 2015 = 0.25 }", that in force in
/// a year. NaN of what is no number.
double value_in(const std::string& text, int year) {
  if (text.empty() || text.front() != '{') return number_of(text);
  double in_force = kNone;
  for (std::size_t at = 2; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(",}", at), text.size());
    const std::size_t equals = text.find(" = ", at);
    if (equals >= end) break;
    if (number_of(text.substr(at, equals - at)) > year) break;
    std::string value = text.substr(equals + 3, end - equals - 3);
    while (!value.empty() && value.back() == ' ') value.pop_back();
    in_force = number_of(value);
    at = end + 2;
  }
  return in_force;
}

}  // namespace

SetValue set_value(const Scenario& scenario, const std::string& key) {
  const auto found = scenario.provenance.find(key);
  if (found == scenario.provenance.end()) {
    return {kNone, fmt::format("{} has no {}", scenario.name, key)};
  }
  const Noted& noted = found->second;
  const std::string unit = noted.unit.empty() ? "" : " [" + noted.unit + "]";
  // Sources of what is assumed say so themselves.
  const bool said = noted.source.starts_with(noted.status);
  const std::string status = noted.status.empty() ? "status not said" : noted.status;
  const std::string told = fmt::format(
      "{} = {}{} in {} ({})", key, noted.value, unit, scenario.name,
      noted.source.empty() ? status
                           : (said ? noted.source : fmt::format("{}: {}", status, noted.source)));
  return {value_in(noted.value, scenario.run.first_year), told};
}

}  // namespace homeroom::app
