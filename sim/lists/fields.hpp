// What a list may say of a school: the words by which files of scenarios/lists name it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace homeroom::lists {

enum class Field {
  Id,
  Name,
  DistrictId,
  District,
  Year,
  LowGrade,
  HighGrade,
  Enrolment,     ///< children in all grades the list counts
  EnrolmentK12,  ///< children in kindergarten to grade 12
  Prekindergarten,
  Ungraded,
  Grade0,
  Grade1,
  Grade2,
  Grade3,
  Grade4,
  Grade5,
  Grade6,
  Grade7,
  Grade8,
  Grade9,
  Grade10,
  Grade11,
  Grade12,
  BlackPercent,
  HispanicPercent,
  WhitePercent,
  AsianPercent,
  LowIncomePercent,
  EnglishLearnerPercent,
  SpecialPercent,
  LowIncomeCount,
  EnglishLearnerCount,
  SpecialCount,
  Latitude,
  Longitude,
  Teachers,
  // Lists with a row for each school, grade, race and sex, or school and lunch program.
  Grade,
  Race,
  Program,
  Total,
  Count,
  // Lists of sites, and what joins them to schools.
  Site,
  X,
  Y,
};
inline constexpr std::size_t kFields = static_cast<std::size_t>(Field::Y) + 1;

/// "id", "low_grade", "grade_7": as files of scenarios/lists write it.
std::string_view field_name(Field field);
std::optional<Field> field_named(std::string_view name);
std::vector<std::string> field_names();

inline Field grade_field(int grade) {
  return static_cast<Field>(static_cast<int>(Field::Grade0) + grade);
}

}  // namespace homeroom::lists
