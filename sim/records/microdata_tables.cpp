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
constexpr std::string_view kNoSchool = "in no school of the city";
constexpr std::string_view kNoPost = "in no school this year";

std::vector<Code> markets() {
  return {{"district", "the district's assignment"}, {"lottery", "separate lotteries of schools"}};
}

std::vector<Code> places() {
  return {{"school", "in a school of the city"},
          {"pool", "on the district's payroll without a post"},
          {"outside", "not in the city's schools"}};
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
                Field{"rank", W, "ranks", "of the school on the child's list; 1 is best"}.or_empty(
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
           {"rank", W, "ranks", "on the child's list of this market; 1 is best"},
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
           Field{"move", T, "", "what became of the teacher since last year"}.in_words(
               {{"stayed", "in the same school, or in the pool"},
                {"moved", "to another school of the city, into the pool or out of it"},
                {"left", "the city's schools"},
                {"hired", "from outside"}}),
           Field{"place_before", T, "", "where the teacher was last year"}.in_words(places()),
           Field{"place", T, "", "where the teacher is this year"}.in_words(places()),
           Field{"school_before", W, "", "last year's school, as in schools"}.or_empty(kNoSchool),
           Field{"school_id", W, "", "this year's school, as in schools"}.or_empty(kNoSchool),
           Field{"grade", W, "grade", kGrade}.or_empty(kNoPost),
           Field{"section", W, "", "class section within school and grade, from 0"}.or_empty(
               kNoPost),
           Field{"subject", T, "", "what the teacher teaches"}.in_words(
               {{"both", "mathematics and ELA"}, {"mathematics", "mathematics"}, {"ela", "ELA"}}),
           Field{"employer", T, "", "this year; of those who left, the last one"}.in_words(
               {{"district", "the school district"},
                {"school", "the school's own board"},
                {"state", "the state"}}),
           {"experience", W, "years", "taught before this school year"},
           Field{"years_here", W, "years", "in the school before this school year"}.or_empty(
               kNoPost),
           Field{"tenured", W, "0/1",
                 "1: has tenure; of those who moved or left, had it until then"}
               .or_empty("hired this year"),
           Field{"hired", T, "", "how the teacher came to the school, or the last one"}.in_words(
               {{"founding", "there when the simulation or the school began"},
                {"seniority", "by a transfer that seniority gives"},
                {"consent", "by mutual consent"},
                {"late", "after school began"},
                {"forced", "placed without the school's consent"},
                {"recruited", "won from another school of the city"}}),
           Field{"reason", T, "", "why the teacher left last year's school, or the pool for good"}
               .or_empty("left none, or found a post out of the pool")
               .in_words(
                   {{"left", "resigned and left the city's schools"},
                    {"moved_in_city", "looked for another school of the city"},
                    {"dismissed_performance", "removed for performance"},
                    {"dismissed_fit", "removed for want of fit"},
                    {"excess", "the post was cut or given another use"},
                    {"closure", "the school closed"},
                    {"reset", "not kept when all had to reapply"},
                    {"recruited", "won by a recruiting school"},
                    {"retired", "retired"},
                    {"released", "placed without consent, and sent back when it was needed"}})}),
      "teacher in the city's schools or pool last year or this year"};
  return table;
}

}  // namespace homeroom
