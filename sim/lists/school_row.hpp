// What lists say of one school, put together from all of them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/lists/list.hpp"
#include "sim/lists/values.hpp"
#include "sim/vocabulary/grades.hpp"

namespace homeroom::lists {

inline constexpr std::size_t kListedGroups = 4;  // Black, Hispanic, White, Asian

struct SchoolRow {
  const List* list = nullptr;
  std::size_t row = 0;  ///< in the list's table
  std::string id, name, district_id, district, year;
  std::optional<int> low, high;  ///< grades offered; prekindergarten is -1
  bool other_grades = false;     ///< offers adult education or the like
  std::optional<double> total, total_k12, prekindergarten, ungraded;
  PerGrade<std::optional<double>> grades;
  std::array<std::optional<double>, kListedGroups> group_percent, group_count;
  std::optional<double> low_income_percent, english_learner_percent, special_percent;
  std::optional<double> low_income_count, english_learner_count, special_count;
  std::optional<double> latitude, longitude, teachers;
  const List* located_by = nullptr;  ///< list that the coordinates come from
  std::size_t located_row = 0;       ///< in that list's table

  int line() const { return list->table.line(row); }
  /// Children whom the row lists, as far as it says.
  double listed_students() const;
};

/// Reads the schools' rows of a list.
class RowReader {
 public:
  RowReader(const List& list, const CommonWords& common, Remarks& remarks);

  SchoolRow read(std::size_t row);
  /// A number of any row; what is none is a fault and counts as missing.
  std::optional<double> number(std::size_t row, Field field);

 private:
  std::optional<int> grade(std::size_t row, Field field, SchoolRow& school);
  std::optional<double> percent(std::size_t row, Field field);
  std::string text(std::size_t row, Field field);
  void fault(std::size_t row, Field field, const std::string& what, const std::string& allowed);

  const List& list_;
  Values values_;
  Remarks& remarks_;
};

/// The id of a row. One that lost its leading zeros is a fault, and gets them back.
std::string id_of(const List& list, std::size_t row, Remarks& remarks);

}  // namespace homeroom::lists
