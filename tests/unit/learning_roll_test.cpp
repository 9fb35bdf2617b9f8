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

TEST(Lessons, OfEachSubjectAreThoseOfItsOwnTeacher) {
  testing::Classrooms rooms(1, 20, 7);
  rooms.hire(0.0);
  const Posts& posts = rooms.world().posts;
  Teachers& teachers = rooms.world().teachers;
  for (std::size_t post = 0; post < posts.size(); ++post) {
    const bool of_ela = posts.post[post] == Post::Ela;
    const std::size_t row = posts.teacher[post].row();
    teachers.effect[kMath][row] = of_ela ? -1.0f : 0.1f;
    teachers.effect[kEla][row] = of_ela ? 0.3f : -1.0f;
  }
  rooms.learn();
  EXPECT_NEAR(rooms.stock(0, kMath), 0.1, 1e-6);
  EXPECT_NEAR(rooms.stock(0, kEla), 0.3, 1e-6);
}

}  // namespace
}  // namespace homeroom
