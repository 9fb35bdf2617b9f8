#include <fmt/format.h>

#include <map>

#include "sim/scenario/sense.hpp"
#include "sim/scenario/toml_text.hpp"

namespace homeroom {

namespace {

// Shares are written with a few decimals; their sum may miss 1 by rounding only.
constexpr double kRounding = 0.005;

void check_listed_span(const Sense& sense, const std::string& key, const ListedSchool& school) {
  if (!sense.sound({key + ".first_grade", key + ".last_grade", key + ".enrolment"})) return;
  const int grades = school.last_grade - school.first_grade + 1;
  if (grades < 1) {
    sense.fault(key + ".first_grade",
                fmt::format("{} lies above last_grade {}", school.first_grade, school.last_grade));
  } else if (school.enrolment.size() != static_cast<std::size_t>(grades)) {
    sense.fault(key + ".enrolment", fmt::format("has {} entries", school.enrolment.size()),
                fmt::format("{}, one for each grade from {} to {}", grades, school.first_grade,
                            school.last_grade));
  } else if (school.students() < 1.0) {
    sense.fault(key + ".enrolment", "leaves the school without students", "one child or more");
  }
}

void check_listed_models(const Sense& sense, const std::string& key, const ListedSchool& school) {
  sense.expect_model(key + ".model", school.model);
  if (school.second_model.empty()) return;
  sense.expect_model(key + ".second_model", school.second_model);
  if (school.second_model == school.model && sense.sound({key + ".second_model"})) {
    sense.fault(key + ".second_model", "repeats the school's model", "another model, or none");
  }
}

void check_listed_shares(const Sense& sense, const std::string& key, const ListedSchool& school) {
  const int groups = school.black.has_value() + school.hispanic.has_value() +
                     school.white.has_value() + school.asian.has_value();
  if (groups != 0 && groups != 4) {
    sense.fault(key + (school.black   ? ".black"
                       : school.white ? ".white"
                                      : ".hispanic"),
                "stands without the other groups", "black, hispanic, white and asian, or none");
  }
  if (!school.has_groups()) return;
  const double sum = *school.black + *school.hispanic + *school.white + *school.asian;
  if (sum > 1.0 + kRounding) {
    sense.fault(key + ".black", fmt::format("black + hispanic + white + asian is {:.6g}", sum),
                "a sum of at most 1");
  }
}

void check_listed_gate(const Sense& sense, const std::string& key, const ListedSchool& school) {
  if (!school.selective || !school.special_school) return;
  sense.fault(key + ".special_school", "stands beside selective", "one of the two, or neither");
}

void check_listed_place(const Sense& sense, const std::string& key, const ListedSchool& school) {
  if (school.x_km.has_value() == school.y_km.has_value()) return;
  sense.fault(key + (school.x_km ? ".x_km" : ".y_km"), "stands alone", "x_km and y_km, or neither");
}

/// A fault for a text that an earlier school has.
void check_unique(const Sense& sense, const std::string& key, const std::string& text,
                  std::map<std::string, std::string>& seen) {
  if (text.empty()) return;
  const auto [first, is_new] = seen.try_emplace(text, key);
  if (!is_new) sense.fault(key, fmt::format("\"{}\" is {} already", text, first->second));
}

}  // namespace

void check_school_list(const Sense& sense) {
  const auto& schools = sense.scenario.place.school_list;
  std::map<std::string, std::string> ids, names;
  for (std::size_t i = 0; i < schools.size(); ++i) {
    const std::string key = "place.school_list." + std::to_string(i);
    check_listed_span(sense, key, schools[i]);
    check_listed_models(sense, key, schools[i]);
    check_listed_shares(sense, key, schools[i]);
    check_listed_gate(sense, key, schools[i]);
    check_listed_place(sense, key, schools[i]);
    check_unique(sense, key + ".id", schools[i].id, ids);
    check_unique(sense, key + ".name", schools[i].name, names);
  }
}

}  // namespace homeroom
