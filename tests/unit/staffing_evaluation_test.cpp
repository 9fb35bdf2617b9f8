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
  std::vector<double> then;
  for (std::size_t row = 0; row < 20; ++row) then.push_back(mean_seen(row));
  live(6);
  for (std::size_t row = 0; row < 20; ++row) {
    // The same teacher without noise is seen the same, however often.
    EXPECT_NEAR(mean_seen(row), then[row], 1e-4) << row;
  }
}

}  // namespace
}  // namespace homeroom
