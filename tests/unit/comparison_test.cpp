// Measures of children, who is elsewhere, and the tables of a comparison, on cities of a few rows.
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/truth/children.hpp"
#include "analysis/truth/comparison_tables.hpp"
#include "analysis/truth/measures.hpp"
#include "analysis/truth/moved.hpp"
#include "sim/records/hidden/hidden_tables.hpp"

namespace homeroom::truth {
namespace {

constexpr int kBlack = 0, kHispanic = 1, kWhite = 2;

ChildSums::Child child(double level, int group, bool low_income) {
  return {{level, level + 1, std::nan(""), level - 1}, group, low_income, false, false};
}

std::size_t place(const std::string& name) {
  for (std::size_t i = 0; i < child_measures().size(); ++i) {
    if (child_measures()[i].name == name) return i;
  }
  return child_measures().size();
}

TEST(ComparedChildren, HaveGapsBetweenThoseAheadAndTheirGroup) {
  ChildSums sums;
  sums.add(child(1.0, kWhite, false));
  sums.add(child(0.5, kHispanic, false));
  sums.add(child(-1.0, kBlack, true));
  sums.add(child(-0.5, kBlack, true));
  const std::vector<double> values = sums.values();
  EXPECT_DOUBLE_EQ(values[place("level_math")], 0.0);
  EXPECT_DOUBLE_EQ(values[place("level_ela")], 1.0);
  EXPECT_DOUBLE_EQ(values[place("gap_low_income_level_math")], 0.75 + 0.75);
  EXPECT_DOUBLE_EQ(values[place("gap_black_white_level_math")], 1.0 + 0.75);
  EXPECT_DOUBLE_EQ(values[place("gap_hispanic_white_level_math")], 1.0 - 0.5);
  EXPECT_TRUE(std::isnan(values[place("gap_english_learner_level_math")]));  // there is none
  EXPECT_TRUE(std::isnan(values[place("score_math")]));                      // nobody was tested
}

TEST(ComparedMeasures, HaveTheUnitsOfTheirTables) {
  EXPECT_EQ(measures()[measure_named("teacher_math")].unit, "SD/year");
  EXPECT_EQ(measures()[measure_named("proficiency_ela")].unit, "%");
  EXPECT_EQ(measures()[measure_named("cost_per_pupil")].unit, "USD/student");
  EXPECT_EQ(measures()[measure_named("gap_black_white_score_ela")].unit, "state SD");
  EXPECT_THROW(measure_named("nothing"), std::logic_error);
}

ChildSums::Child in_programs(double level, bool english_learner, bool special) {
  ChildSums::Child one = child(level, kBlack, false);
  one.english_learner = english_learner;
  one.special_education = special;
  return one;
}

TEST(ComparedChildren, TellEveryGapFromTheOthers) {
  ChildSums sums;
  sums.add(in_programs(1.0, false, false));
  sums.add(in_programs(0.0, true, false));
  sums.add(in_programs(-2.0, false, true));
  const std::vector<double> values = sums.values();
  EXPECT_DOUBLE_EQ(values[place("gap_english_learner_level_math")], -0.5 - 0.0);
  EXPECT_DOUBLE_EQ(values[place("gap_special_education_level_math")], 0.5 + 2.0);
  EXPECT_TRUE(std::isnan(values[place("gap_hispanic_white_level_math")]));
}

/// Three children, each in a school; the first and second schools are of one model.
CityYear year_of(std::vector<std::uint16_t> schools, std::vector<ChildHow> how) {
  CityYear year;
  year.model_of_school = {"old", "old", "new"};
  year.children.arrived = {2010, 2011, 2012};
  year.children.school = std::move(schools);
  year.children.how = std::move(how);
  return year;
}

Batch children_batch() {
  Batch batch(hidden_children_table());
  for (int row = 0; row < 3; ++row) {
    batch.add(row).add(2010 + row).add(0).add(0).add(0).add(row == 0 ? kBlack : kHispanic);
    batch.add(row == 0 ? 1 : 0).add(0).add(0).add(0.0).add(0.0).add(0.0).add(0.0).add(0.0).add(0.0);
    batch.end_row();
  }
  return batch;
}

TEST(ComparedPlaces, CountChildrenByHowTheyCameWhereTheyAre) {
  const CityYear base =
      year_of({0, 1, 2}, {ChildHow::Stayed, ChildHow::Assigned, ChildHow::Stayed});
  const CityYear other =
      year_of({2, 1, 1}, {ChildHow::Chosen, ChildHow::Assigned, ChildHow::Displaced});
  MoveCounter counter;
  const Moved moved = counter.count(base, other, children_batch());
  ASSERT_EQ(moved.size(), 2u);
  const MoveCount& chosen = moved.at({Who::Child, "old", "new", "stayed", "chosen"});
  EXPECT_EQ(chosen.people, 1);
  EXPECT_EQ(chosen.since_this_year, 1);
  EXPECT_EQ(chosen.parts[0], 1);                                                       // low income
  EXPECT_EQ(chosen.parts[3], 1);                                                       // Black
  EXPECT_EQ(moved.at({Who::Child, "new", "old", "stayed", "displaced"}).parts[4], 1);  // Hispanic
  // A year later the same children are still elsewhere, and not newly so.
  EXPECT_EQ(counter.count(base, other, children_batch())
                .at({Who::Child, "old", "new", "stayed", "chosen"})
                .since_this_year,
            0);
}

TEST(ComparedPlaces, CountTeachersWhomOneLifeNeverMet) {
  CityYear base = year_of({0, 1, 2}, {}), other = base;
  base.children = other.children = {};
  base.teachers.by_person[7] = {0, "stayed"};
  other.teachers.by_person[7] = {TeacherPlaces::kPool, "dismissed_performance"};
  other.teachers.by_person[8] = {2, "hired"};
  MoveCounter counter;
  const Moved moved = counter.count(base, other, Batch(hidden_children_table()));
  ASSERT_EQ(moved.size(), 2u);
  EXPECT_EQ(moved.at({Who::Teacher, "old", "pool", "stayed", "dismissed_performance"}).people, 1);
  EXPECT_EQ(moved.at({Who::Teacher, "outside", "new", "never_hired", "hired"}).people, 1);
}

TEST(ComparedTeachers, AreToldApartByReason) {
  EXPECT_EQ(how_teacher_came("hired", "", "outside"), "hired");
  EXPECT_EQ(how_teacher_came("moved", "excess", "school"), "excess");
  EXPECT_EQ(how_teacher_came("moved", "", "pool"), "placed");
  EXPECT_EQ(how_teacher_came("stayed", "", "school"), "stayed");
}

Comparison of_two_replicates() {
  const std::size_t level = measure_named("level_math");
  const auto values = [&](double city) {
    YearValues year;
    year[""] = std::vector<double>(measures().size(), std::nan(""));
    year[""][level] = city;
    return std::vector<YearValues>{year};
  };
  Comparison comparison{"base", {"other"}, {2011}, {}};
  comparison.replicates.push_back({values(1), {{values(2), {Moved{}}}}});
  comparison.replicates.push_back({values(3), {{values(6), {Moved{}}}}});
  comparison.replicates[0].alternatives[0].moved[0][{Who::Child, "a", "b", "stayed", "chosen"}] = {
      4, 2, {1, 0, 0, 0, 0, 0, 0}};
  return comparison;
}

// Differences 1 and 3: mean 2, standard error 1, t of one degree 12.706.
TEST(ComparisonTables, WriteARowForEveryMeasureThatAnArmHas) {
  std::string text;
  append_csv(text, differences_of(of_two_replicates()));
  EXPECT_EQ(text, "base,other,2011,,level_math,state SD,2,4,2,1,-10.70620474,14.70620474,2,10\n");
}

TEST(ComparisonTables, CountNobodyWhereAReplicateHasNoneOfThem) {
  std::string text;
  append_csv(text, moved_of(of_two_replicates()));
  EXPECT_EQ(text, "base,other,2011,child,a,stayed,b,chosen,2,2,1,0.5,0,0,0,0,0,0\n");
}

}  // namespace
}  // namespace homeroom::truth
