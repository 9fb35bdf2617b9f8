// Rows that wait on disk come back whole and in their order, and nothing of them stays.
#include "sim/records/waiting_rows.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>

#include "tests/support/workplace.hpp"

namespace homeroom {
namespace {

namespace fs = std::filesystem;

class RowsThatWait : public ::testing::Test {
 protected:
  auto files() const { return std::distance(fs::directory_iterator(folder), {}); }
  const Workplace place;
  const fs::path folder = place.path();
};

TEST_F(RowsThatWait, ComeBackInTheirOrderASliceAtATime) {
  WaitingRows rows(folder, "here", 3, 1U << 14U);
  std::string first, last;
  for (int i = 0; i < 200'000; ++i) {
    const std::string row = "district " + std::to_string(i) + "\n";
    rows.add(0, row);
    first += row;
    if (i % 1000 == 0) last += row;
    if (i % 1000 == 0) rows.add(2, row);
  }
  EXPECT_EQ(files(), 1);  // few rows need no file
  WaitingRows others(folder, "there", 1, 1U << 14U);
  others.add(0, std::string(20'000, 'x'));
  EXPECT_EQ(files(), 2);  // names are their own
  others.take(0, [](std::string&&) {});
  const auto taken = [&](std::size_t queue) {
    std::string all;
    rows.take(queue, [&](std::string&& slice) {
      EXPECT_LE(slice.size(), std::size_t{1} << 20U);
      all += slice;
    });
    return all;
  };
  EXPECT_TRUE(taken(0) == first);
  EXPECT_EQ(taken(1), "");
  EXPECT_TRUE(taken(2) == last);
  EXPECT_EQ(files(), 0);
  EXPECT_EQ(taken(0), "");
}

TEST_F(RowsThatWait, LeaveNothingBehind) {
  {
    WaitingRows rows(folder, "here", 1, 1U << 14U);
    rows.add(0, std::string(100'000, 'x'));
    EXPECT_EQ(files(), 1);
  }
  EXPECT_EQ(files(), 0);
  {
    WaitingRows rows(folder, "here", 1, 1U << 14U);
    rows.add(0, std::string(100'000, 'x'));
    rows.take(0, [](std::string&&) {});
    rows.add(0, std::string(50'000, 'y'));  // not appended to what was taken
    std::string all;
    rows.take(0, [&](std::string&& slice) { all += slice; });
    EXPECT_EQ(all, std::string(50'000, 'y'));
  }
  WaitingRows nowhere(folder / "missing", "here", 1, 1U << 14U);
  EXPECT_THROW(nowhere.add(0, std::string(100'000, 'x')), WriteFailed);
}

}  // namespace
}  // namespace homeroom
