// What an analyst reads from teachers.csv: who stayed, moved or left, and why.
#include <gtest/gtest.h>

#include <string>

#include "sim/observe/public_records.hpp"
#include "tests/support/small_district.hpp"

namespace homeroom {
namespace {

using testing::SmallDistrict;

/// The staff records of a district's year, with columns by name.
class StaffRecords {
 public:
  explicit StaffRecords(const World& world) {
    observe_teachers(world, {"district", 1, world.year}, batch_);
  }
  std::size_t rows() const { return batch_.rows(); }
  const std::string& text(std::string_view column, std::size_t row) const {
    return batch_.texts(at(column))[row];
  }
  std::int64_t whole(std::string_view column, std::size_t row) const {
    return batch_.wholes(at(column))[row];
  }
  template <class Chosen>
  int count(Chosen&& chosen) const {
    int count = 0;
    for (std::size_t row = 0; row < rows(); ++row) count += chosen(row);
    return count;
  }

 private:
  std::size_t at(std::string_view name) const {
    const auto& columns = batch_.definition().columns;
    std::size_t column = 0;
    while (columns[column].name != name) ++column;
    return column;
  }
  Batch batch_{teachers_table()};
};

TEST(TeacherRecords, TurnoverOfEverySchoolCanBeCounted) {
  SmallDistrict d(9);
  for (int year = 0; year < 3; ++year) {
    d.pass_year();
    const StaffRecords records(d.world);
    for (std::size_t s = 0; s < d.world.schools.size(); ++s) {
      const SchoolYear& truth = d.world.results.school[SchoolId{s}];
      const auto was_here = [&](std::size_t row) {
        return records.whole("school_before", row) == static_cast<std::int64_t>(s);
      };
      EXPECT_EQ(records.count(was_here), truth.staff_before);
      EXPECT_EQ(records.count([&](std::size_t row) {
        return was_here(row) && records.text("move", row) != "stayed";
      }),
                truth.departures);
      EXPECT_EQ(records.count([&](std::size_t row) {
        return was_here(row) && records.text("reason", row).starts_with("dismissed");
      }),
                truth.dismissed);
    }
    d.turn_year();
  }
}

/// Everybody is seen as poor and may be removed; those of the free model lose tenure rules.
TEST(TeacherRecords, TenureIsThatOfTheDayOfLeaving) {
  SmallDistrict d;
  d.free().employer = Employer::School;
  d.pass_year();
  d.turn_year();
  const Teachers before = d.world.teachers;
  for (std::size_t s = 0; s < d.world.schools.size(); ++s) {
    d.hold(SchoolId{s}, Right::S6, 1.0);
  }
  d.staffing.dismiss_below = -20;
  d.staffing.dismiss_rate = d.staffing.dismiss_floor = 1;
  d.ordinary().dismissal_destination = Destination::Exit;
  d.pass_year();
  const StaffRecords records(d.world);
  int dismissed = 0, tenured = 0;
  for (std::size_t row = 0; row < records.rows(); ++row) {
    if (records.text("reason", row) != "dismissed_performance") continue;
    ++dismissed;
    tenured += records.whole("tenured", row) == 1;
    EXPECT_EQ(records.text("place", row), "outside");
    EXPECT_EQ(records.text("move", row), "left");
    EXPECT_EQ(records.text("place_before", row), "school");
    EXPECT_EQ(records.whole("years_here", row), kNoWhole);
  }
  EXPECT_GT(dismissed, 20);
  EXPECT_GT(tenured, 0);
  EXPECT_LT(tenured, dismissed);
}

TEST(TeacherRecords, WhoeverLeavesThePoolIsSeenOnce) {
  SmallDistrict d;
  const std::size_t row_of_pool = 0;
  for (TeacherId& teacher : d.world.posts.teacher) {
    if (teacher == TeacherId{row_of_pool}) teacher = TeacherId{};
  }
  d.world.teachers.place[row_of_pool] = TeacherPlace::Pool;
  d.world.teachers.employer[row_of_pool] = Employer::District;
  d.staffing.pool_leave = 1;
  const std::string person = std::to_string(d.world.teachers.person[row_of_pool]);
  const auto rows_of = [&](const StaffRecords& records) {
    return records.count(
        [&](std::size_t row) { return records.text("teacher_id", row) == person; });
  };
  d.pass_year();
  const StaffRecords first(d.world);
  EXPECT_EQ(rows_of(first), 1);
  EXPECT_EQ(first.count([&](std::size_t row) {
    return first.text("teacher_id", row) == person && first.text("place_before", row) == "pool" &&
           first.text("move", row) == "left" && !first.text("reason", row).empty();
  }),
            1);
  d.turn_year();
  d.pass_year();
  EXPECT_EQ(rows_of(StaffRecords(d.world)), 0);
}

}  // namespace
}  // namespace homeroom
