// Who is a twin of whom, told child by child.
#include "analysis/estimators/virtual_twins.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "analysis/estimators/feeder_schools.hpp"
#include "analysis/estimators/matched_comparison.hpp"

namespace homeroom::estimators {
namespace {

constexpr int kCharter = 2;  // schools 0 and 1 are traditional, and 1 sends nobody to the charter

struct Child {
  int before = 0, now = 0;
  double score_before = 0, score = 0;
  int grade = 4;
  bool low_income = true;
};

panel::Panel panel_of(const std::vector<Child>& children) {
  panel::Panel panel;
  panel.students = static_cast<int>(children.size());
  panel.years.resize(2);
  for (int y = 0; y < 2; ++y) {
    panel::Year& year = panel.years[static_cast<std::size_t>(y)];
    year.year = 2015 + y;
    year.schools.school = {0, 1, kCharter};
    year.schools.model = {"traditional", "traditional", "charter"};
    year.schools.index();
    for (int i = 0; i < panel.students; ++i) {
      const Child& child = children[static_cast<std::size_t>(i)];
      year.students.student.push_back(i);
      year.students.grade.push_back(child.grade + y);
      year.students.school.push_back(y == 0 ? child.before : child.now);
      year.students.group.push_back(panel::Group::Black);
      year.students.low_income.push_back(child.low_income);
      year.students.english_learner.push_back(0);
      year.students.special_education.push_back(0);
      for (int subject = 0; subject < kSubjects; ++subject) {
        year.students.score[subject].push_back(
            static_cast<float>(y == 0 ? child.score_before : child.score));
      }
    }
  }
  return panel;
}

const TwinQuestion kAsked{2015, 2016, kMath, {"charter"}, {"traditional"}, true};

std::vector<std::size_t> rows_of_twins(const std::vector<Child>& children) {
  const std::vector<Twins> all = virtual_twins(panel_of(children), kAsked);
  EXPECT_EQ(all.size(), 1u);
  std::vector<std::size_t> rows;
  for (const TwinCandidate& twin : all.at(0).twins) rows.push_back(twin.row);
  return rows;
}

TEST(FeederSchools, AreThoseThatChildrenCameFrom) {
  const auto feeders =
      feeder_schools(panel_of({{0, kCharter}, {0, 1}, {1, 1}, {kCharter, kCharter}}), 2016);
  EXPECT_EQ(feeders, (std::map<int, std::set<int>>{{1, {0}}, {kCharter, {0}}}));
  EXPECT_TRUE(feeder_schools(panel_of({{0, kCharter}}), 2015).empty());
}

TEST(VirtualTwins, AreAlikeAndOfAFeederSchool) {
  const std::vector<std::size_t> rows = rows_of_twins({
      {0, kCharter, 0.5, 0.9},         // the child
      {0, 0, 0.58, 0.5},               // 1: near
      {0, 0, 0.61, 0.5},               // too far
      {1, 1, 0.5, 0.5},                // no feeder school
      {0, 0, 0.5, 0.5, 4, false},      // another income
      {0, 0, 0.5, 0.5, 5},             // another grade
      {0, 1, 0.47, 0.5},               // 6: nearer; went to another traditional school
      {0, 0, 0.4, 0.5},                // 7: on the edge
      {0, 0, 0.5, std::nan("")},       // not tested
      {kCharter, kCharter, 0.5, 1.0},  // was in the charter before: not asked for
      {kCharter, 0, 0.5, 1.0},         // came from it: no twin
  });
  EXPECT_EQ(rows, (std::vector<std::size_t>{6, 1, 7}));
}

// A second charter sends one child to the first, and another back to a traditional school.
TEST(VirtualTwins, NeverWereUnderTheModel) {
  panel::Panel panel = panel_of({
      {0, kCharter, 0.5, 0.9},  // the child
      {1, kCharter, 0.5, 0.9},  // makes school 1, a charter here, a feeder
      {1, 0, 0.5, 0.7},         // was in it: no twin
      {0, 0, 0.5, 0.5},         // the twin
  });
  for (panel::Year& year : panel.years) year.schools.model[1] = "charter";
  const std::vector<Twins> all = virtual_twins(panel, kAsked);
  ASSERT_EQ(all.size(), 1u);
  ASSERT_EQ(all[0].twins.size(), 1u);
  EXPECT_EQ(all[0].twins[0].row, 3u);
}

TEST(VirtualTwins, AreSevenAtMostTheNearest) {
  std::vector<Child> children = {{0, kCharter, 0.0, 0.3}};
  for (int i = 1; i <= 9; ++i) children.push_back({0, 0, 0.01 * i, 0.0});
  EXPECT_EQ(rows_of_twins(children), (std::vector<std::size_t>{1, 2, 3, 4, 5, 6, 7}));
}

TEST(VirtualTwins, MayBeOfChildrenWhoStayed) {
  TwinQuestion all = kAsked;
  all.newcomers = false;
  const panel::Panel panel = panel_of({{0, kCharter, 0.5, 0.9}, {kCharter, kCharter, 0.5, 1.0}});
  EXPECT_EQ(virtual_twins(panel, kAsked).size(), 1u);
  EXPECT_EQ(virtual_twins(panel, all).size(), 2u);
}

TEST(VirtualTwins, RefuseYearsInTheWrongOrder) {
  TwinQuestion back = kAsked;
  back.before = 2016;
  EXPECT_THROW(virtual_twins(panel_of({}), back), std::invalid_argument);
}

TEST(MatchedComparison, IsTheMeanGapWhereTwinsAreEqual) {
  std::vector<Child> children;
  for (int i = 0; i < 40; ++i) {
    const double before = 0.2 * (i % 10), noise = 0.01 * ((i * 7) % 11 - 5);
    children.push_back({0, kCharter, before, before + 0.3 + noise});
    children.push_back({0, 0, before, before + 0.1 + noise});
    children.push_back({0, 0, before, before + 0.1 - noise});
  }
  const MatchedComparison found = matched_comparison(panel_of(children), kAsked);
  EXPECT_EQ(found.children, 40);
  EXPECT_EQ(found.matched, 40);
  EXPECT_EQ(found.twins, 70);  // of eight who are equally near, the last is nobody's
  EXPECT_DOUBLE_EQ(found.twins_a_child, 7.0);
  EXPECT_NEAR(found.gap, found.effect.estimate, 1e-6);
  EXPECT_NEAR(found.gap, 0.2, 0.02);
  EXPECT_THROW(matched_comparison(panel_of({{0, kCharter, 0, 1}}), kAsked), std::invalid_argument);
}

}  // namespace
}  // namespace homeroom::estimators
