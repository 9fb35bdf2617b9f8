// Who sits with whom: what peers are counted by.
#include "sim/year/learning_roll.hpp"

#include <gtest/gtest.h>

#include "tests/support/classrooms.hpp"

namespace homeroom {
namespace {

TEST(Roll, PeersAreTheMeanOfBothSubjects) {
  testing::Classrooms rooms(1, 2);
  rooms.students().baseline[kMath] = {1.0f, 0.5f};
  rooms.students().baseline[kEla] = {0.0f, 0.5f};
  const learning::Roll roll = learning::call_roll(rooms.world());
  const std::size_t cell = cell_of(0, 4);
  EXPECT_EQ(roll.children[cell], 2);
  EXPECT_DOUBLE_EQ(roll.baseline[cell], 0.5);
}

}  // namespace
}  // namespace homeroom
