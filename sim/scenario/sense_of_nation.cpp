#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "sim/scenario/sense.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

namespace {

constexpr double kRounding = 1e-9;

/// What is drawn for each district must not be said of all.
void check_nothing_of_one_city(const Sense& sense) {
  if (!sense.scenario.place.schools.empty() && sense.sound({"place.schools"})) {
    sense.fault("place.schools", "stands beside [nation], whose districts draw their schools",
                "either of the two");
  }
  if (!sense.scenario.place.school_list.empty() && sense.sound({"place.school_list"})) {
    sense.fault("place.school_list", "stands beside [nation], whose districts draw their schools",
                "either of the two");
  }
  for (const char* key :
       {"share_black", "share_hispanic", "share_white", "share_asian", "share_low_income",
        "share_english_learner", "share_special", "share_special_severe", "neighbourhoods",
        "area_km2", "segregation_race", "field_correlation_km", "market_pay"}) {
    const std::string at = fmt::format("place.{}", key);
    if (sense.has(at) && sense.sound({at})) {
      sense.fault(at, "is drawn for each district of a nation", "the keys of nation.classes");
    }
  }
  if (!sense.scenario.law.selections.empty() && sense.sound({"law.selections"})) {
    sense.fault("law.selections", "chooses schools of one city, not of a nation", "none");
  }
}

void check_sizes(const Sense& sense, const std::string& key, const SizeClass& of) {
  if (!sense.sound({key + ".least", key + ".most", key + ".mean"})) return;
  if (of.least > of.most) {
    sense.fault(key + ".least", fmt::format("{} lies above most {}", of.least, of.most));
  } else if (of.mean < of.least || of.mean > of.most) {
    sense.fault(key + ".mean", fmt::format("{} lies outside the class", toml_literal(of.mean)),
                fmt::format("{} to {}", of.least, of.most));
  }
}

void check_shares(const Sense& sense, const std::string& key, const SizeClass& of) {
  const double sum = of.share_black + of.share_hispanic + of.share_white + of.share_asian;
  const bool sound = sense.sound(
      {key + ".share_black", key + ".share_hispanic", key + ".share_white", key + ".share_asian"});
  if (sound && sum > 1.0 + kRounding) {
    sense.fault(
        key + ".share_white",
        fmt::format("share_black + share_hispanic + share_white + share_asian is {:.6g}", sum),
        "a sum of at most 1");
  }
  if (of.share_special_severe > of.share_special &&
      sense.sound({key + ".share_special", key + ".share_special_severe"})) {
    sense.fault(key + ".share_special_severe", "is more than all children in special education",
                fmt::format("at most share_special = {}", toml_literal(of.share_special)));
  }
}

void check_number_of_districts(const Sense& sense) {
  const auto& classes = sense.scenario.nation->classes;
  const int all = std::accumulate(classes.begin(), classes.end(), 0,
                                  [](int sum, const SizeClass& of) { return sum + of.count; });
  if (all > kMostDistricts && sense.sound({"nation.classes"})) {
    sense.fault("nation.classes", fmt::format("{} districts in all", all),
                fmt::format("at most {}", kMostDistricts));
  }
  const int asked = sense.scenario.nation->districts;
  if (asked > all && sense.sound({"nation.districts", "nation.classes"})) {
    sense.fault("nation.districts", fmt::format("{} are more than all classes have", asked),
                fmt::format("0 to {}; 0 are all", all));
  }
}

}  // namespace

void check_nation(const Sense& sense) {
  const Nation& nation = *sense.scenario.nation;
  check_nothing_of_one_city(sense);
  if (sense.has("nation.model")) sense.expect_model("nation.model", nation.model);
  if (!nation.choice_model.empty()) {
    sense.expect_model("nation.choice_model", nation.choice_model);
  }
  if (nation.classes.empty() && sense.sound({"nation.classes"})) {
    sense.fault("nation.classes", "a nation without districts", "one [[nation.classes]] or more");
  }
  std::set<std::string> names;
  for (std::size_t i = 0; i < nation.classes.size(); ++i) {
    const std::string key = "nation.classes." + std::to_string(i);
    const SizeClass& of = nation.classes[i];
    check_sizes(sense, key, of);
    check_shares(sense, key, of);
    if (!of.name.empty() && !names.insert(of.name).second) {
      sense.fault(key + ".name", fmt::format("\"{}\" names another class already", of.name));
    }
  }
  check_number_of_districts(sense);
}

}  // namespace homeroom
