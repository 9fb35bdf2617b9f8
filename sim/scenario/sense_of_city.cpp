#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/sense.hpp"
#include "sim/scenario/toml_text.hpp"
#include "sim/scenario/utf8.hpp"

namespace homeroom {

namespace {

// Shares are written with a few decimals; their sum may miss 1 by rounding only.
constexpr double kRounding = 1e-9;
constexpr std::size_t kLongestName = 100;

/// The name becomes a directory and a cell in every table.
void check_name(const Sense& sense) {
  const std::string& name = sense.scenario.name;
  if (!sense.sound({"name"})) return;
  const bool plain = std::all_of(name.begin(), name.end(), [](unsigned char letter) {
    return letter >= 0x20 && letter != 0x7f && letter != '/' && letter != '\\';
  });
  const bool readable = first_bad_byte(name) == std::string::npos;
  const bool bare =
      name.empty() || name.front() == '.' || name.front() == ' ' || name.back() == ' ';
  if (bare || !plain || !readable || name.size() > kLongestName) {
    sense.fault(
        "name", sense.has("name") ? "cannot name a directory" : "is missing",
        fmt::format("1 to {} letters without / and \\, no dot before them, no blank around them",
                    kLongestName));
  }
}

void check_groups_of_children(const Sense& sense) {
  const Place& place = sense.scenario.place;
  if (!sense.sound({"place.share_black", "place.share_hispanic", "place.share_white",
                    "place.share_asian"})) {
    return;
  }
  const double sum =
      place.share_black + place.share_hispanic + place.share_white + place.share_asian;
  if (sum <= 1.0 + kRounding) return;
  const std::string key = sense.last_set(
      {"place.share_asian", "place.share_white", "place.share_hispanic", "place.share_black"});
  if (key.empty()) return;
  sense.fault(
      key, fmt::format("share_black + share_hispanic + share_white + share_asian is {:.6g}", sum),
      "a sum of at most 1");
}

void check_special(const Sense& sense) {
  const Place& place = sense.scenario.place;
  if (!sense.sound({"place.share_special", "place.share_special_severe"})) return;
  if (place.share_special_severe <= place.share_special) return;
  sense.fault("place.share_special_severe", "is more than all children in special education",
              fmt::format("at most share_special = {}", toml_literal(place.share_special)));
}

void check_salaries(const Sense& sense) {
  const StaffingLaw& law = sense.scenario.law.staffing;
  if (!sense.sound({"law.staffing.salary_start", "law.staffing.salary_top"})) return;
  if (law.salary_top >= law.salary_start) return;
  sense.fault("law.staffing.salary_top", "is below the scale's start",
              fmt::format("at least salary_start = {}", toml_literal(law.salary_start)));
}

/// A change at all times would be one in no year.
void check_superintendent_change(const Sense& sense) {
  constexpr const char* kKey = "law.governance.superintendent_change";
  if (!sense.sound({kKey})) return;
  for (const auto& [since, value] : sense.scenario.law.governance.superintendent_change.steps()) {
    if (since != Dated::kAlways || value <= 0.5) continue;
    sense.fault(kKey, "wants the years of changes", "as in { 2013 = 1, 2014 = 0 }, or 0");
  }
}

}  // namespace

void check_city(const Sense& sense) {
  check_name(sense);
  check_groups_of_children(sense);
  check_special(sense);
  check_salaries(sense);
  check_superintendent_change(sense);
}

}  // namespace homeroom
