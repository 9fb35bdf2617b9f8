// A city of the size of Boston's, for tests of rates and for speed: 66,000 children in 60
// neighbourhoods and 125 schools of every kind.
#pragma once

#include "tests/support/choice_world.hpp"

namespace homeroom::examples {

inline City large_city(int children_per_neighbourhood = 1100, double low_income = 0.74) {
  City city;
  constexpr std::size_t kNeighbourhoods = 60;
  const Dice dice(7, 0);
  for (std::size_t n = 0; n < kNeighbourhoods; ++n) {
    city.add_neighbourhood(static_cast<float>(n % 8) * 1.5f, static_cast<float>(n / 8) * 1.5f);
  }
  const double children = children_per_neighbourhood * 60.0;
  struct Kind {
    int count;
    GradeSpan span;
    std::size_t model;
    bool selective;
    double share;  // of the seats of its grades
  };
  const Kind kinds[] = {{45, {0, 5}, kAssigned, false, 0.62}, {18, {0, 8}, kAssigned, false, 0.30},
                        {10, {6, 8}, kAssigned, false, 0.44}, {20, {9, 12}, kAssigned, false, 0.68},
                        {3, {7, 12}, kAssigned, true, 0.18},  {10, {0, 5}, kLottery, false, 0.14},
                        {12, {6, 12}, kLottery, false, 0.20}, {7, {0, 8}, kLottery, false, 0.05}};
  city.make_schools(125);
  std::size_t row = 0;
  for (const Kind& kind : kinds) {
    for (int i = 0; i < kind.count; ++i, ++row) {
      const int seats = static_cast<int>(kind.share * children / kGrades / kind.count) + 1;
      const SchoolId school =
          city.set_school(row, (row * 37) % kNeighbourhoods, kind.span, seats, kind.model);
      city.world.schools.selective[school] = kind.selective;
      city.world.schools.picture[school] =
          (kind.selective ? 2.0 : 0.0) + dice.normal(Die::SchoolDesign, 0, row);
      city.world.schools.distinctness[school] = kind.model == kLottery ? 0.5 : 0.1;
    }
  }
  for (std::size_t n = 0; n < kNeighbourhoods; ++n) {
    for (int i = 0; i < children_per_neighbourhood; ++i) {
      const std::size_t child = city.add_child(n, (i / 2 * 5 + i % 2 * 3) % kGrades);
      Students& students = city.world.students;
      const auto group =
          static_cast<std::uint16_t>(dice.below(kGroups, Die::HouseholdGroup, 0, child));
      students.traits[child] = group;
      if (dice.happens(low_income, Die::HouseholdIncome, 0, child)) {
        students.traits[child] |= trait::kLowIncome;
      }
      if (dice.happens(0.3, Die::ChildLearner, 0, child)) students.traits[child] |= trait::kLearner;
      if (dice.happens(0.4, Die::HouseholdSibling, 0, child / 2)) {
        students.traits[child] |= trait::kSibling;
      }
      for (int m = 0; m < kSubjects; ++m) {
        students.baseline[m][child] =
            static_cast<float>(-0.5 + 0.8 * dice.normal(Die::ChildBaseline, 0, child));
      }
      students.engagement[child] = static_cast<std::int8_t>(
          16 * clamp_to(dice.normal(Die::ChildEngagement, 0, child), -3, 3));
      students.information[child] = static_cast<std::uint8_t>(
          clamp_to(140 + 50 * dice.normal(Die::ChildInformation, 0, child), 0, 255));
    }
  }
  city.measure();
  return city;
}

}  // namespace homeroom::examples
