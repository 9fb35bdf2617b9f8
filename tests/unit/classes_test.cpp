// Children over sections: classes of equal size, begun anywhere. Seeds are fixed.
#include "sim/year/classes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "tests/support/lived_city.hpp"

namespace homeroom {
namespace {

using testing::LivedCity;

const Scenario& small_city() {
  static const Scenario scenario =
      *read_scenario(HOMEROOM_SOURCE_DIR "/scenarios/small_elected.toml").scenario;
  return scenario;
}

/// Children by cell and section.
std::vector<std::vector<int>> sizes_of(const World& world, const ClassesOutcome& classes) {
  const Students& students = world.students;
  std::vector<std::vector<int>> sizes(world.schools.size() * kGrades);
  for (std::size_t cell = 0; cell < sizes.size(); ++cell) {
    sizes[cell].resize(static_cast<std::size_t>(std::max(1, sections_in(world.posts, cell))));
  }
  for (std::size_t row = 0; row < students.size(); ++row) {
    ++sizes[cell_of(students.school[row], students.grade[row])].at(classes.section[row]);
  }
  return sizes;
}

TEST(Classes, DifferByOneChildAtMost) {
  LivedCity city(small_city());
  ASSERT_TRUE(city.pass_year());
  int uneven = 0;
  const ClassesOutcome classes = decide_classes(city.world(), city.dice());
  for (const auto& sizes : sizes_of(city.world(), classes)) {
    const auto [least, most] = std::minmax_element(sizes.begin(), sizes.end());
    EXPECT_LE(*most - *least, 1);
    uneven += *most > *least;
  }
  EXPECT_GT(uneven, 10);  // or nothing was looked at
}

// Which section has the odd child is drawn for every school, grade and year.
TEST(Classes, BeginAnywhere) {
  LivedCity city(small_city());
  ASSERT_TRUE(city.pass_year());
  std::set<std::ptrdiff_t> larger;
  for (const auto& sizes : sizes_of(city.world(), decide_classes(city.world(), city.dice()))) {
    const auto [least, most] = std::minmax_element(sizes.begin(), sizes.end());
    if (*most > *least) larger.insert(most - sizes.begin());
  }
  EXPECT_GT(larger.size(), 1u);
  World next = city.world();
  ++next.year;
  EXPECT_NE(decide_classes(next, city.dice()).section,
            decide_classes(city.world(), city.dice()).section);
}

}  // namespace
}  // namespace homeroom
