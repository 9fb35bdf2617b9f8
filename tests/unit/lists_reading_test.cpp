// Encodings, names of columns, cells, and which list a header is of.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "sim/lists/column_name.hpp"
#include "sim/lists/list.hpp"
#include "sim/lists/list_text.hpp"
#include "sim/lists/values.hpp"

namespace homeroom::lists {
namespace {

const KnownLists& known() {
  static const KnownLists lists = [] {
    Faults faults;
    KnownLists read = read_known_lists(HOMEROOM_SOURCE_DIR "/scenarios/lists", faults);
    EXPECT_EQ(format_faults(faults.sorted()), "");
    return read;
  }();
  return lists;
}

TEST(ListText, IsUtf8WhateverTheBytesWere) {
  Remarks remarks;
  EXPECT_EQ(as_utf8("Mu\xc3\xb1iz", "l", remarks), "Mu\xc3\xb1iz");
  EXPECT_TRUE(remarks.all().empty());
  EXPECT_EQ(as_utf8("a\nMu\xf1iz \x93x\x94\n\xf1", "l", remarks),
            "a\nMu\xc3\xb1iz \xe2\x80\x9cx\xe2\x80\x9d\n\xc3\xb1");
  ASSERT_EQ(remarks.all().size(), 1u);
  EXPECT_EQ(remarks.all()[0].weight, Weight::Fault);
  EXPECT_EQ(lines_text(remarks.all()[0].lines), "lines 2-3");
}

TEST(ListText, TakesUtf16AndMarks) {
  Remarks remarks;
  EXPECT_EQ(as_utf8(std::string("\xff\xfe"
                                "a\0\xf1\0\x3d\xd8\x00\xde",
                                10),
                    "l", remarks),
            "a\xc3\xb1\xf0\x9f\x98\x80");
  EXPECT_EQ(as_utf8(std::string("\xfe\xff\0a\0\xf1", 6), "l", remarks), "a\xc3\xb1");
  EXPECT_TRUE(remarks.any(Weight::Fault));
  Remarks marks;
  EXPECT_EQ(as_utf8("\xef\xbb\xbf"
                    "a",
                    "l", marks),
            "a");
  EXPECT_FALSE(marks.any(Weight::Fault));
  EXPECT_TRUE(marks.any(Weight::Note));
}

TEST(ColumnName, DoesNotMindHowCarriersWriteIt) {
  EXPECT_EQ(plain_name("Enrollment \n(K-12)"), plain_name("Enrollment_K12"));
  EXPECT_EQ(plain_name("SCH_NAME"), plain_name("sch name"));
  EXPECT_NE(plain_name("% Hispanic"), plain_name("Hispanic"));
}

TEST(Values, KnowMissingFromNought) {
  const Values values(known().common);
  for (const char* code : {"", "-1", "-2", "-3", "-9", "-999", "-9.0", "*", "†", "M", "N"}) {
    EXPECT_FALSE(values.number(code).value) << code;
    EXPECT_TRUE(values.number(code).sound) << code;
  }
  EXPECT_EQ(values.number("0").value, 0.0);
  EXPECT_EQ(values.number("1,234").value, 1234.0);
  EXPECT_EQ(values.number("98.5%").value, 98.5);
  for (const char* word : {"many", "1O", "<5", "1 2", "nan", "inf"}) {
    EXPECT_FALSE(values.number(word).sound) << word;
  }
}

TEST(Values, KnowGradesByAllTheirNames) {
  const Values values(known().common);
  EXPECT_EQ(values.grade("Kindergarten").grade, 0);
  EXPECT_EQ(values.grade("KG").grade, 0);
  EXPECT_EQ(values.grade("Pre-K").grade, -1);
  EXPECT_EQ(values.grade("01").grade, 1);
  EXPECT_EQ(values.grade("Grade 12").grade, 12);
  EXPECT_EQ(values.grade("M").kind, GradeCell::Kind::Unknown);
  EXPECT_EQ(values.grade("Adult education").kind, GradeCell::Kind::Other);
  EXPECT_EQ(values.grade("third").kind, GradeCell::Kind::NoGrade);
}

TEST(Values, CallSchoolYearsByTheirAutumn) {
  for (const char* year : {"2019-2020", "2019-20", "2019", "SY 2019-20"}) {
    EXPECT_EQ(autumn_of(year), "2019") << year;
  }
  EXPECT_EQ(autumn_of("n/a"), "");
}

std::string format_of(const std::string& header) {
  Remarks remarks;
  const auto list = read_list_of_text(
      header + "\n" + std::string(std::count(header.begin(), header.end(), ','), ',') + "\n", "l",
      known(), {Role::Schools, Role::Additions}, {}, remarks);
  if (!list) return remarks.all().front().what;
  return list->format->key;
}

TEST(Lists, AreKnownByTheirColumns) {
  EXPECT_EQ(format_of("SCHOOL_YEAR,NCESSCH,LEAID,SCH_NAME,LEA_NAME,GSLO,GSHI"), "ccd_directory");
  EXPECT_EQ(format_of("ncessch,leaid,school_name,lowest_grade_offered,highest_grade_offered"),
            "ccd_directory");
  EXPECT_EQ(format_of("NCESSCH,GRADE,RACE_ETHNICITY,SEX,STUDENT_COUNT,TOTAL_INDICATOR"),
            "ccd_membership");
  EXPECT_EQ(format_of("NCESSCH,LUNCH_PROGRAM,STUDENT_COUNT,TOTAL_INDICATOR"), "ccd_lunch");
  EXPECT_EQ(format_of("NCESSCH,TEACHERS,TOTAL_INDICATOR"), "ccd_staff");
  EXPECT_EQ(format_of("NCESSCH,NAME,LAT,LON,SCHOOLYEAR"), "nces_geocode");
  EXPECT_EQ(format_of("X,Y,NCESID,NAME,LATITUDE,LONGITUDE,ENROLLMENT,ST_GRADE,END_GRADE,STATUS"),
            "hifld_public_schools");
  EXPECT_EQ(format_of("School Code,School Name,District Name,TOTAL_Enrollment"),
            "massachusetts_dese");
  EXPECT_EQ(format_of("County Code,District Code,School Code,School Name,\"Low \nGrade\",High "
                      "Grade,\"Enrollment \n(K-12)\""),
            "california_frpm");
}

TEST(Lists, TellWhatTheyLack) {
  EXPECT_EQ(
      format_of("NCESSCH,SCH_NAME,GSLO"),
      "lacks column GSHI of the list that it resembles most, NCES Common Core of Data, public "
      "school directory");
  EXPECT_EQ(format_of("one,two"), "is no list whose columns are known");
}

TEST(Remarks, NameLinesInRuns) {
  EXPECT_EQ(lines_text({3}), "line 3");
  EXPECT_EQ(lines_text({9, 7, 8, 3, 12}), "lines 3, 7-9, 12");
  std::vector<int> odd;
  for (int line = 1; line < 40; line += 2) odd.push_back(line);
  EXPECT_EQ(lines_text(odd), "lines 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 and 10 more");
  EXPECT_EQ(lines_text({3}, 2), "lines 3 and 2 more");
}

TEST(Remarks, CountLinesBeyondTenThousand) {
  Remarks remarks;
  for (int line = 2; line < 20002; ++line) {
    remarks.at(Weight::Fault, "l", line, "k", "is bad");
    remarks.at(Weight::Fault, "l", line, "k", "is bad");  // another cell of the line
  }
  remarks.at(Weight::Fault, "l", 5, "k", "is worse");
  remarks.at(Weight::Fault, "l", 20002, "k", "is bad");
  ASSERT_EQ(remarks.all().size(), 2u);
  EXPECT_EQ(remarks.all()[0].lines.size(), 10000u);
  EXPECT_EQ(format_fault(as_fault(remarks.all()[0])),
            "l:2:1: k: is bad, 20001 rows: lines 2-10001 and 10001 more");
  EXPECT_EQ(format_fault(as_fault(remarks.all()[1])), "l:5:1: k: is worse");
}

}  // namespace
}  // namespace homeroom::lists
