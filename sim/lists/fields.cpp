#include "sim/lists/fields.hpp"

namespace homeroom::lists {

namespace {

constexpr std::array<std::string_view, kFields> kNames = {"id",
                                                          "name",
                                                          "district_id",
                                                          "district",
                                                          "year",
                                                          "low_grade",
                                                          "high_grade",
                                                          "enrolment",
                                                          "enrolment_k12",
                                                          "prekindergarten",
                                                          "ungraded",
                                                          "grade_k",
                                                          "grade_1",
                                                          "grade_2",
                                                          "grade_3",
                                                          "grade_4",
                                                          "grade_5",
                                                          "grade_6",
                                                          "grade_7",
                                                          "grade_8",
                                                          "grade_9",
                                                          "grade_10",
                                                          "grade_11",
                                                          "grade_12",
                                                          "black_percent",
                                                          "hispanic_percent",
                                                          "white_percent",
                                                          "asian_percent",
                                                          "low_income_percent",
                                                          "english_learner_percent",
                                                          "special_percent",
                                                          "low_income_count",
                                                          "english_learner_count",
                                                          "special_count",
                                                          "latitude",
                                                          "longitude",
                                                          "teachers",
                                                          "grade",
                                                          "race",
                                                          "program",
                                                          "total",
                                                          "count",
                                                          "site",
                                                          "x",
                                                          "y"};

}  // namespace

std::string_view field_name(Field field) { return kNames[static_cast<std::size_t>(field)]; }

std::optional<Field> field_named(std::string_view name) {
  for (std::size_t i = 0; i < kFields; ++i) {
    if (kNames[i] == name) return static_cast<Field>(i);
  }
  return std::nullopt;
}

std::vector<std::string> field_names() { return {kNames.begin(), kNames.end()}; }

}  // namespace homeroom::lists
