// From what lists say of a school to a row of a place file.
#pragma once

#include <optional>
#include <vector>

#include "sim/founding/listed_school.hpp"
#include "sim/lists/school_row.hpp"

namespace homeroom::lists {

/// A school that can be founded, with the row that it comes from.
struct FoundSchool {
  ListedSchool school;
  const SchoolRow* row = nullptr;
  bool spread = false;  ///< enrolment by grade is a guess: the list has totals only
};

/// The school, or nothing with a remark: rows that are no schools of the kind are left out, rows
/// without grades or children are faults.
std::optional<FoundSchool> found_school(const SchoolRow& row, Remarks& remarks);

/// Rows whose id an earlier one has are faults, and left out; so are those of another school year
/// than most, and those without an id.
std::vector<SchoolRow> without_repeats(std::vector<SchoolRow> rows, Remarks& remarks);

}  // namespace homeroom::lists
