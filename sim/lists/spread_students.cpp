#include "sim/lists/spread_students.hpp"

#include <algorithm>

namespace homeroom::lists {

namespace {

int grades_offered(const SchoolRow& school) {
  if (!school.low || !school.high || *school.high < 0) return 0;
  return std::max(0, *school.high - std::max(0, *school.low) + 1);
}

}  // namespace

void spread_students(int students, std::vector<SchoolRow>& schools) {
  long long all = 0;
  for (const SchoolRow& school : schools) {
    if (school.listed_students() > 0.0) return;
    all += grades_offered(school);
  }
  long long before = 0, given = 0;
  for (SchoolRow& school : schools) {
    const int grades = grades_offered(school);
    if (grades == 0) continue;
    before += grades;
    const long long upto = students * before / all;
    school.total_k12 = static_cast<double>(upto - given);
    given = upto;
  }
}

}  // namespace homeroom::lists
