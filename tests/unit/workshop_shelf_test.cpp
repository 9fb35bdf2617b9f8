#include <gtest/gtest.h>

#include "app/workshop/shelf.hpp"

namespace homeroom::workshop {
namespace {

using Numbers = Shelf<int>;

void keep(Numbers& shelf, const char* group, std::uint32_t number) {
  shelf.keep(group, number, std::make_shared<const int>(static_cast<int>(number)), 1.0);
}

TEST(WorkshopShelf, GivesBackWhatItKeeps) {
  Numbers shelf(3.0);
  keep(shelf, "a", 1);
  keep(shelf, "a", 2);
  ASSERT_TRUE(shelf.find("a", 2));
  EXPECT_EQ(*shelf.find("a", 2), 2);
  EXPECT_FALSE(shelf.find("a", 3) || shelf.find("b", 1));
  keep(shelf, "a", 2);
  EXPECT_EQ(shelf.bytes(), 2.0);
}

TEST(WorkshopShelf, DropsTheGroupThatWasUsedLongestAgo) {
  Numbers shelf(3.0);
  keep(shelf, "a", 1);
  keep(shelf, "b", 1);
  keep(shelf, "b", 2);
  shelf.find("a", 1);
  keep(shelf, "c", 1);
  EXPECT_TRUE(shelf.find("a", 1) && shelf.find("c", 1) && shelf.find("b", 1));
  EXPECT_FALSE(shelf.find("b", 2));
  EXPECT_EQ(shelf.bytes(), 3.0);
}

TEST(WorkshopShelf, KeepsTheFirstNumbersOfAGroupThatIsTooLarge) {
  Numbers shelf(3.0);
  for (std::uint32_t number = 1; number <= 8; ++number) keep(shelf, "a", number);
  EXPECT_TRUE(shelf.find("a", 1) && shelf.find("a", 2) && shelf.find("a", 3));
  EXPECT_EQ(shelf.count(), 3u);
  // One before them has more right to the room.
  Numbers other(2.0);
  keep(other, "a", 5);
  keep(other, "a", 6);
  keep(other, "a", 1);
  EXPECT_TRUE(other.find("a", 1) && other.find("a", 5));
  EXPECT_FALSE(other.find("a", 6));
}

TEST(WorkshopShelf, NeverHoldsMoreThanItsBound) {
  Numbers shelf(5.0);
  for (std::uint32_t number = 1; number <= 300; ++number) {
    keep(shelf, number % 3 == 0 ? "a" : number % 3 == 1 ? "b" : "c", number % 17);
    ASSERT_LE(shelf.bytes(), 5.0);
    ASSERT_EQ(static_cast<double>(shelf.count()), shelf.bytes());
  }
  shelf.keep("d", 1, std::make_shared<const int>(1), 6.0);
  EXPECT_FALSE(shelf.find("d", 1));
}

}  // namespace
}  // namespace homeroom::workshop
