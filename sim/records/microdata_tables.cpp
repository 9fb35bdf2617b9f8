#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {

constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
using Field = ColumnDefinition;

constexpr std::string_view kGrade = "kindergarten is 0";
constexpr std::string_view kNotTested = "a grade without a test";
constexpr std::string_view kNoGrowth = "no prior score";
constexpr std::string_view kInPool = "in the reserve pool";

std::vector<Code> markets() {
  return {{"district", "the district's assignment"}, {"lottery", "separate lotteries of schools"}};
}

}  // namespace

const TableDefinition& students_table() {
  static const TableDefinition table = {
      "students",
      with_key({{"student_id", T, "", "row and year of arrival, the same in every policy"},
                {"grade", W, "grade", kGrade},
                {"school_id", W, "", "school in May, as in schools"},
                {"section", W, "", "class section within school and grade, from 0"},
                Field{"group", T, "", "race/ethnicity"}.in_words({{"black", "Black"},
                                                                  {"hispanic", "Hispanic"},
                                                                  {"white", "White"},
                                                                  {"asian", "Asian"},
                                                                  {"other", "any other"}}),
                {"low_income", W, "0/1", "1: of a low-income family"},
                {"english_learner", W, "0/1", "1: English learner"},
                Field{"special_education", T, "", "special education"}.in_words(
                    {{"none", "none"}, {"moderate", "moderate needs"}, {"severe", "severe needs"}}),
                {"home", W, "", "number of the neighbourhood"},
                Field{"arrival", T, "", "how the child came to the school"}.in_words(
                    {{"assigned", "took no part, or got nothing on its list"},
                     {"chosen", "got a school of its list"},
                     {"moved", "moved within a year"},
                     {"displaced", "its school had closed"},
                     {"continued", "stays where it was"}}),
                Field{"rank", W, "", "of the school on the child's list; 1 is best"}.or_empty(
                    "not from a list"),
                Field{"score_math", N, "state SD", "measured score"}.or_empty(kNotTested),
                Field{"score_ela", N, "state SD", "measured score"}.or_empty(kNotTested),
                Field{"sgp_math", W, "percentile", "growth percentile"}.or_empty(kNoGrowth),
                Field{"sgp_ela", W, "percentile", "growth percentile"}.or_empty(kNoGrowth)}),
      "child in May"};
  return table;
}

const TableDefinition& applications_table() {
  static const TableDefinition table = {
      "applications",
      with_key(
          {{"student_id", T, "", "as in students"},
           Field{"market", T, "", "where it applied"}.in_words(markets()),
           {"rank", W, "", "on the child's list of this market; 1 is best"},
           {"school_id", W, "", "as in schools"},
           {"grade", W, "grade", "sought; kindergarten is 0"},
           {"priority", T, "", "class and number in one whole number; smaller is served first"},
           {"lottery_number", N, "", "in (0,1), smaller is served first"},
           Field{"offer", T, "", "whether the school offered a seat"}.in_words(
               {{"never", "no offer"},
                {"later", "from a waiting list, or a seat given back"},
                {"at_once", "in the first round"}}),
           {"enrolled", W, "0/1", "1: took the seat"}}),
      "school on a child's list"};
  return table;
}

const TableDefinition& cutoffs_table() {
  static const TableDefinition table = {
      "cutoffs",
      with_key({Field{"market", T, "", "where seats were given"}.in_words(markets()),
                {"school_id", W, "", "as in schools"},
                {"grade", W, "grade", kGrade},
                {"seats", W, "seats", "seats offered"},
                {"applicants", W, "students", "children who listed the school"},
                {"offers", W, "students", "children who were offered a seat"},
                {"cutoff", N, "", "worst lottery number served; 1 where all were"}}),
      "school and grade with applicants"};
  return table;
}

const TableDefinition& neighbourhoods_table() {
  static const TableDefinition table = {
      "neighbourhoods",
      with_key({{"home", W, "", "number of the neighbourhood, as in students"},
                {"east_km", N, "km", "place of its middle from west to east"},
                {"north_km", N, "km", "place of its middle from south to north"}}),
      "neighbourhood of the city"};
  return table;
}

const TableDefinition& teachers_table() {
  static const TableDefinition table = {
      "teachers",
      with_key(
          {{"teacher_id", T, "", "person, the same in every policy"},
           Field{"school_id", W, "", "as in schools"}.or_empty(kInPool),
           Field{"grade", W, "grade", kGrade}.or_empty(kInPool),
           Field{"section", W, "", "class section within school and grade, from 0"}.or_empty(
               kInPool),
           Field{"subject", T, "", "what the teacher teaches"}.in_words(
               {{"both", "mathematics and ELA"}, {"mathematics", "mathematics"}, {"ela", "ELA"}}),
           {"experience", W, "years", "taught"},
           {"years_here", W, "years", "in the school"},
           {"tenured", W, "0/1", "1: has tenure"},
           Field{"hired", T, "", "how the teacher came to the school"}.in_words(
               {{"founding", "there when the simulation or the school began"},
                {"seniority", "by a transfer that seniority gives"},
                {"consent", "by mutual consent"},
                {"late", "after school began"},
                {"forced", "placed without the school's consent"},
                {"recruited", "won from another school of the city"}}),
           Field{"moved_from", W, "", "school left since last year, as in schools"}.or_empty(
               "left none"),
           Field{"reason", T, "", "why it left that school"}
               .or_empty("left none")
               .in_words({{"moved_in_city", "moved to another school of the city"},
                          {"dismissed_performance", "removed for performance"},
                          {"dismissed_fit", "removed for want of fit"},
                          {"excess", "the post was cut"},
                          {"closure", "the school closed"},
                          {"reset", "not kept when all had to reapply"},
                          {"recruited", "won by a recruiting school"}})}),
      "teacher of the city's schools or pool"};
  return table;
}

}  // namespace homeroom
