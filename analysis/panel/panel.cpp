#include "analysis/panel/panel.hpp"

#include <algorithm>

namespace homeroom::panel {

bool Schools::any_selective() const {
  return std::any_of(selective.begin(), selective.end(), [](auto one) { return one != 0; });
}

void Schools::index() {
  const std::size_t count =
      school.empty()
          ? 0
          : static_cast<std::size_t>(*std::max_element(school.begin(), school.end())) + 1;
  row_.assign(count, kNobody);
  for (std::size_t i = 0; i < school.size(); ++i) {
    row_[static_cast<std::size_t>(school[i])] = static_cast<int>(i);
  }
}

std::vector<int> rows_in(const Year& then, const Students& students, int ids) {
  std::vector<int> row_of(static_cast<std::size_t>(ids), kNobody);
  for (std::size_t i = 0; i < then.students.size(); ++i) {
    row_of[static_cast<std::size_t>(then.students.student[i])] = static_cast<int>(i);
  }
  std::vector<int> rows(students.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i] = row_of[static_cast<std::size_t>(students.student[i])];
  }
  return rows;
}

}  // namespace homeroom::panel
