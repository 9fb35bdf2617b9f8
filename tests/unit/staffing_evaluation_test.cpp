// What principals have seen of their teachers.
#include <gtest/gtest.h>

#include "tests/support/small_district.hpp"

namespace homeroom {
namespace {

TEST(Evaluation, IsAMeanOfItsLastYears) {
  testing::SmallDistrict d;
  d.staffing.exit_base = -50;  // everybody stays
  d.staffing.displaced = d.staffing.seen_noise = 0;
  d.staffing.dismiss_untenured = d.staffing.removal_begun = 0;
  const auto mean_seen = [&](std::size_t row) {
    const Teachers& teachers = d.world.teachers;
    return static_cast<double>(teachers.seen_sum[row]) / teachers.seen_years[row];
  };
  const auto live = [&](int years) {
    for (int year = 0; year < years; ++year) {
      d.pass_year();
      d.turn_year();
    }
  };
  live(static_cast<int>(d.staffing.seen_years));
  const std::vector<std::uint64_t> persons(d.world.teachers.person.begin(),
                                           d.world.teachers.person.end());
  std::vector<double> then;
  for (std::size_t row = 0; row < persons.size(); ++row) then.push_back(mean_seen(row));
  live(6);
  int same = 0;
  for (std::size_t row = 0; row < persons.size(); ++row) {
    const bool stayed = d.world.teachers.person[row] == persons[row] &&
                        d.world.teachers.in_school(row) && then[row] == then[row];
    if (!stayed) continue;  // too old, and somebody else has the row
    ++same;
    // The same teacher without noise is seen the same, however often.
    EXPECT_NEAR(mean_seen(row), then[row], 1e-4) << row;
  }
  EXPECT_GT(same, 20);
}

}  // namespace
}  // namespace homeroom
