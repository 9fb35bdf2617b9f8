// Small made-up lists in a folder of their own, and what becomes of them.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "sim/lists/import.hpp"
#include "tests/scenario_files.hpp"

namespace homeroom::lists {

/// Lists in a folder of their own, and what becomes of them.
class Desk {
 public:
  std::string put(const std::string& name, const std::string& text) {
    return files_.write(name, text).string();
  }
  Import import(std::vector<std::string> lists, ImportRequest request = {}) const {
    request.lists = std::move(lists);
    request.known = HOMEROOM_SOURCE_DIR "/scenarios/lists";
    return import_lists(request);
  }

 private:
  Workplace files_;
};

inline constexpr const char* kDirectory =
    "SCHOOL_YEAR,NCESSCH,LEAID,SCH_NAME,LEA_NAME,GSLO,GSHI,SY_STATUS,CHARTER_TEXT\n"
    "2019-2020,010000100001,0100001,Elm,Rivertown,KG,02,1,No\n"
    "2019-2020,010000100002,0100001,Oak,Rivertown,PK,12,1,Yes\n"
    "2019-2020,010000100003,0100001,Ash,Rivertown,KG,05,2,No\n"
    "2019-2020,010000100004,0100001,Early,Rivertown,PK,PK,1,No\n"
    "2019-2020,010000200001,0100002,Far,Elsewhere,KG,12,1,No\n";

inline std::string membership(const std::string& id, const std::string& grade,
                              const std::string& race, int count, const std::string& total) {
  return fmt::format("2019-2020,{},{},{},No Category Codes,{},{}\n", id, grade, race, count, total);
}

inline std::string membership_list() {
  const std::string grade = "Subtotal 4 - By Grade", none = "No Category Codes";
  const std::string race =
      "Derived - Subtotal by Race/Ethnicity and Sex minus Adult Education Count";
  const std::string all = "Derived - Education Unit Total minus Adult Education Count";
  const std::string elm = "010000100001", oak = "010000100002";
  return "SCHOOL_YEAR,NCESSCH,GRADE,RACE_ETHNICITY,SEX,STUDENT_COUNT,TOTAL_INDICATOR\n" +
         membership(elm, "Kindergarten", none, 20, grade) +
         membership(elm, "Grade 1", none, 30, grade) + membership(elm, "Grade 2", none, 50, grade) +
         membership(elm, none, "Black or African American", 10, race) +
         membership(elm, none, "Black or African American", 15, race) +
         membership(elm, none, "Hispanic/Latino", 25, race) +
         membership(elm, none, "White", 40, race) + membership(elm, none, "Asian", 10, race) +
         membership(elm, none, none, 100, all) +
         membership(elm, "Kindergarten", "White", 7,
                    "Category Set A - By Race/Ethnicity; Sex; Grade") +
         membership(oak, "Pre-Kindergarten", none, 5, grade) +
         membership(oak, "Grade 12", none, 60, grade) + membership(oak, none, none, 65, all);
}

inline constexpr const char* kProfiles =
    "School Code,School Name,School Type,District Name,District Code,K_Enrollment,1_Enrollment,"
    "9_Enrollment,TOTAL_Enrollment,% African American,% Asian,% Hispanic,% White,Economically "
    "Disadvantaged,Level\n"
    "00350001,Elm,Public School,Boston,00350000,30,20,0,50,20,10,30,40,25,Level 4\n"
    "00350002,Oak,Public School,Boston,00350000,0,0,80,80,20,10,30,40,20,Level 1\n"
    "00350003,Ash,Public School,Boston,00350000,0,0,40,40,20,10,30,40,20,Level 1\n"
    "02810001,Far,Public School,Springfield,02810000,10,0,0,10,20,10,30,40,5,Level 1\n";

inline constexpr const char* kCalifornia =
    "Academic Year,County Code,District Code,School Code,District Name,School Name,Charter Funding "
    "Type,Low Grade,High Grade,\"Enrollment \n(K-12)\",\"FRPM Count \n(K-12)\"\n"
    "2014-2015,19,64733,0000001,City,\"Nonpublic, Nonsectarian\",N/A,,,30,20\n"
    "2014-2015,19,64733,0100289,City,Elm,Locally funded,K,5,60,45\n"
    "2014-2015,19,64733,0100290,City,Oak,Directly funded,P,12,130,65\n";

}  // namespace homeroom::lists
