// Cells that hold what separates cells.
#include "sim/records/csv_cell.hpp"

#include <gtest/gtest.h>

namespace homeroom {
namespace {

TEST(CsvCell, IsQuotedWhereItMust) {
  EXPECT_EQ(csv_cell("plain words"), "plain words");
  EXPECT_EQ(csv_cell(""), "");
  EXPECT_EQ(csv_cell("a, b"), "\"a, b\"");
  EXPECT_EQ(csv_cell("say \"no\""), "\"say \"\"no\"\"\"");
  EXPECT_EQ(csv_cell("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(csv_cell("old\rline"), "\"old\rline\"");
  EXPECT_EQ(csv_quoted("plain"), "\"plain\"");
}

}  // namespace
}  // namespace homeroom
