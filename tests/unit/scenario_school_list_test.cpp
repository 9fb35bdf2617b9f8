// Listed schools in scenario files: what a row may say, and what is told of rows that cannot be.
#include "tests/scenario_files.hpp"

namespace homeroom {
namespace {

std::string row(const std::string& further, const std::string& name = "Elm") {
  return "{ id = \"" + name + "\", name = \"" + name +
         "\", model = \"traditional\", first_grade = 0, last_grade = 2, " + further + "},";
}

Reading reading_with(const std::string& rows) {
  const TinyCity city;
  return city.read({"place.school_list=[" + rows + "]"});
}

std::string told_of(const std::string& rows) { return format_faults(reading_with(rows).faults); }

TEST(SchoolList, IsReadWithWhatItLeavesOut) {
  const Reading reading = reading_with(
      row("enrolment = [20, 30, 0], low_income = 0.5, x_km = 1.5, y_km = 0, opened = 1999"));
  ASSERT_EQ(format_faults(reading.faults), "");
  const ListedSchool& school = reading.scenario->place.school_list.at(0);
  EXPECT_EQ(school.students(), 50.0);
  EXPECT_EQ(school.low_income, 0.5);
  EXPECT_TRUE(school.has_place());
  EXPECT_FALSE(school.black.has_value());
  EXPECT_FALSE(school.has_groups());
  EXPECT_EQ(school.opened, 1999);
}

TEST(SchoolList, ResolvesToItself) {
  const Reading reading = reading_with(row("enrolment = [20, 30, 10], white = 0.1, black = 0.2, "
                                           "hispanic = 0.3, asian = 0.4") +
                                       row("enrolment = [1, 2, 3]", "Oak"));
  ASSERT_EQ(format_faults(reading.faults), "");
  const std::string text = reading.scenario->resolved;
  EXPECT_NE(text.find("[[place.school_list]]"), std::string::npos);
  const Reading again = read_scenario_text(text, "again");
  ASSERT_EQ(format_faults(again.faults), "");
  EXPECT_EQ(again.scenario->resolved, text);
  EXPECT_FALSE(again.scenario->place.school_list.at(1).white.has_value());
}

TEST(SchoolList, TellsRowsThatCannotBe) {
  const struct {
    std::string rows, told;
  } cases[] = {
      {row("enrolment = [20, 30]"), "place.school_list.0.enrolment: has 2 entries (allowed: 3"},
      {row("enrolment = [0, 0, 0]"), "place.school_list.0.enrolment: leaves the school without"},
      {row("enrolment = [1, 2, 3], x_km = 1"), "place.school_list.0.x_km: stands alone"},
      {row("enrolment = [1, 2, 3], white = 0.5"), "place.school_list.0.white: stands without"},
      {row("enrolment = [1, 2, 3], white = 0.5, black = 0.5, hispanic = 0.5, asian = 0"),
       "black + hispanic + white + asian is 1.5"},
      {row("enrolment = [1, 2, 3]") + row("enrolment = [1, 2, 3]"),
       "place.school_list.1.id: \"Elm\" is place.school_list.0.id already"},
      {row("enrolment = [1, 2, 3], second_model = \"traditional\""),
       "place.school_list.0.second_model: repeats"},
      {row("enrolment = [1, 2, 3], low_income = 2"), "2 is out of range"},
      {row("enrolment = [1, 2, 3], lowincome = 0.2"), "did you mean"},
      {"{ id = \"1\", model = \"traditonal\", last_grade = 0, enrolment = [5] }",
       "did you mean \"traditional\"?"},
      {"{ id = \"1\", model = \"traditional\", first_grade = 5, last_grade = 2, enrolment = [5] }",
       "5 lies above last_grade 2"},
  };
  for (const auto& one : cases) {
    EXPECT_NE(told_of(one.rows).find(one.told), std::string::npos) << told_of(one.rows);
  }
}

TEST(SchoolList, MayStandForAllGroups) {
  const TinyCity city;
  EXPECT_EQ(city.read({"place.schools=[]", "law.selections=[]"}).faults.front().what,
            "a city without schools");
  const std::string all =
      "place.school_list=[{ id = \"1\", model = \"traditional\", first_grade = 0, last_grade = 12, "
      "enrolment = [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9] }]";
  EXPECT_EQ(format_faults(city.read({"place.schools=[]", "law.selections=[]", all}).faults), "");
  const std::string some =
      "place.school_list=[{ id = \"1\", model = \"traditional\", first_grade = 0, last_grade = 1, "
      "enrolment = [9, 9] }]";
  EXPECT_NE(format_faults(city.read({"place.schools=[]", "law.selections=[]", some}).faults)
                .find("no school teaches grade 2, 3"),
            std::string::npos);
}

TEST(SchoolList, CountsWhereSchoolsAreChosen) {
  const TinyCity city;
  const std::string all =
      "place.school_list=[{ id = \"1\", model = \"traditional\", first_grade = 0, last_grade = 12, "
      "enrolment = [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9] }]";
  const auto told_with = [&](int teaches) {
    return format_faults(
        city.read({"place.schools=[]", all,
                   fmt::format(
                       "law.selections=[{{ model = \"pilot\", from = \"traditional\", count = "
                       "1, year = 2016, teaches = {} }}]",
                       teaches)})
            .faults);
  };
  EXPECT_EQ(told_with(12), "");
}

}  // namespace
}  // namespace homeroom
