// Children for lists that count none.
#include "sim/lists/spread_students.hpp"

#include <gtest/gtest.h>

namespace homeroom::lists {
namespace {

SchoolRow offering(int low, int high) {
  SchoolRow row;
  row.low = low;
  row.high = high;
  return row;
}

TEST(SpreadStudents, EveryGradeOfEverySchoolGetsAsMany) {
  // Six grades, three, one, and a kindergarten with a year before it that counts for none.
  std::vector<SchoolRow> schools = {offering(0, 5), offering(6, 8), offering(9, 9), offering(-1, 0),
                                    offering(-1, -1)};
  spread_students(1100, schools);
  EXPECT_EQ(schools[0].total_k12, 600.0);
  EXPECT_EQ(schools[1].total_k12, 300.0);
  EXPECT_EQ(schools[2].total_k12, 100.0);
  EXPECT_EQ(schools[3].total_k12, 100.0);
  EXPECT_FALSE(schools[4].total_k12.has_value());
}

TEST(SpreadStudents, NobodyIsLostToRounding) {
  std::vector<SchoolRow> schools = {offering(0, 2), offering(0, 3), offering(4, 4)};
  spread_students(101, schools);
  double all = 0;
  for (const SchoolRow& school : schools) all += school.total_k12.value_or(0.0);
  EXPECT_EQ(all, 101.0);
}

}  // namespace
}  // namespace homeroom::lists
