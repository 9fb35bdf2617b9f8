#include "sim/lists/grades_taught.hpp"

#include <algorithm>

#include "sim/vocabulary/grades.hpp"

namespace homeroom::lists {

std::string grades_without_school(const std::vector<FoundSchool>& schools) {
  std::string without;
  for (int grade = kKindergarten; grade <= kLastGrade; ++grade) {
    const bool taught = std::any_of(schools.begin(), schools.end(), [&](const FoundSchool& found) {
      const ListedSchool& school = found.school;
      return !school.special_school && school.first_grade <= grade && grade <= school.last_grade;
    });
    if (!taught) without += (without.empty() ? "" : ", ") + std::to_string(grade);
  }
  return without;
}

}  // namespace homeroom::lists
