// A year of one life of the city: its measures, and where everybody is.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/truth/school_values.hpp"
#include "sim/records/table.hpp"

namespace homeroom::truth {

/// A year's tables, that year alone in each.
struct YearTables {
  const Batch &schools, &models, &district, &truth_models, &sustainability, &hidden_sustainability,
      &children, &teachers;
};

/// Values by measure, for each school model by key; the whole city's stand under "".
using YearValues = std::map<std::string, std::vector<double>>;

/// How a child came to the school where it is: the codes of students.csv, the last for those who
/// were there before the first year that was looked at.
enum class ChildHow : std::uint8_t { Assigned, Chosen, Moved, Displaced, Stayed };

/// Every child, row by row: who, where, how it came there, and its true level by subject.
struct ChildPlaces {
  std::vector<std::int16_t> arrived;
  std::vector<std::uint16_t> school;
  std::vector<ChildHow> how;
  std::vector<float> level[2];
};

/// Every teacher who was ever seen in the city, by name in the dice.
struct TeacherPlaces {
  static constexpr int kPool = -1, kOutside = -2;
  struct One {
    int place = kOutside;  ///< a school, or one of the above
    std::string_view how;  ///< see how_teacher_came
  };
  std::map<std::uint64_t, One> by_person;
};

struct CityYear {
  int year = 0;
  YearValues values;
  SchoolValues schools;
  std::vector<std::string> model_of_school;  ///< key of each school that taught; else ""
  ChildPlaces children;
  TeacherPlaces teachers;
};

/// Follows one life of the city from year to year.
class CityYears {
 public:
  /// The next year.
  const CityYear& add(int year, const YearTables& tables);

 private:
  CityYear now_;
  bool begun_ = false;
};

/// In words, the last of what happened to a teacher since the first year that was looked at: a
/// reason of teachers.csv, "hired" from outside, "placed" out of the pool, or "stayed". The word
/// lives as long as the program.
std::string_view how_teacher_came(const std::string& move, const std::string& reason,
                                  const std::string& before);

}  // namespace homeroom::truth
