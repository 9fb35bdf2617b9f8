#include "sim/world/teachers.hpp"

namespace homeroom {

void Teachers::reserve(std::size_t rows) {
  person.reserve(rows);
  place.reserve(rows);
  school.reserve(rows);
  grade.reserve(rows);
  post.reserve(rows);
  for (auto& column : effect) column.reserve(rows);
  experience.reserve(rows);
  seniority.reserve(rows);
  years_here.reserve(rows);
  age.reserve(rows);
  tenured.reserve(rows);
  employer.reserve(rows);
  fit.reserve(rows);
  morale.reserve(rows);
  seen_sum.reserve(rows);
  seen_years.reserve(rows);
  below_years.reserve(rows);
  hired.reserve(rows);
  bonus_years.reserve(rows);
  pool_years.reserve(rows);
  may_return.reserve(rows);
}

TeacherId Teachers::free_row(std::size_t from) {
  for (std::size_t row = from; row < size(); ++row) {
    if (place[row] == TeacherPlace::Outside) return TeacherId{row};
  }
  const std::size_t row = size();
  if (row == person.capacity()) reserve(row + row / 16 + 8);
  person.push_back(0);
  place.push_back(TeacherPlace::Outside);
  school.push_back(0);
  grade.push_back(0);
  post.push_back(Post::Both);
  for (auto& column : effect) column.push_back(0.0f);
  experience.push_back(0);
  seniority.push_back(0);
  years_here.push_back(0);
  age.push_back(0);
  tenured.push_back(0);
  employer.push_back(Employer::District);
  fit.push_back(0.0f);
  morale.push_back(0.0f);
  seen_sum.push_back(0.0f);
  seen_years.push_back(0);
  below_years.push_back(0);
  hired.push_back(Hire::Founding);
  bonus_years.push_back(0);
  pool_years.push_back(0);
  may_return.push_back(0);
  return TeacherId{row};
}

}  // namespace homeroom
