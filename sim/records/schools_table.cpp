#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {

constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
using Field = ColumnDefinition;
using Columns = std::vector<ColumnDefinition>;

constexpr std::string_view kNoChildren = "no children enrolled";
constexpr std::string_view kNobodyTested = "nobody was tested";
constexpr std::string_view kNoGrowth = "too few children with prior scores";

Columns what_it_is() {
  return {
      {"school_id", W, "", "number of the school, the same in every policy"},
      {"name", T, "", "name of the school"},
      {"model", T, "", "key of its school model this year"},
      Field{"second_model", T, "", "key of the second model of a school of double status"}.or_empty(
          "no double status"),
      Field{"level", T, "", "grades it is meant for"}.in_words(
          {{"elementary", "up to grade 5 or 6"},
           {"middle", "grades 6 to 8"},
           {"high", "grades 9 to 12"},
           {"k8", "kindergarten to grade 8"},
           {"6_12", "grades 6 to 12"},
           {"k12", "kindergarten to grade 12"}}),
      Field{"status", T, "", "standing at the end of the year"}.in_words(
          {{"open", "ordinary standing"},
           {"probation", "rated below the bar and watched"},
           {"restart", "taken over, with a new leader and design"},
           {"closed", "closed at the end of this year"}}),
      {"opened", W, "year", "first school year"},
      Field{"employer", T, "", "who employs its teachers"}.in_words(
          {{"district", "the school district"},
           {"school", "the school's own board"},
           {"state", "the state"}}),
      {"selective_admission", W, "0/1", "1: admits by examination"},
      {"special_school", W, "0/1", "1: of special education, the district places its children"}};
}

Columns who_attends() {
  return {
      {"enrolment", W, "students", "children enrolled in autumn"},
      Field{"pct_low_income", N, "%", "low income, of enrolment"}.or_empty(kNoChildren),
      Field{"pct_english_learner", N, "%", "English learners, of enrolment"}.or_empty(kNoChildren),
      Field{"pct_special_education", N, "%", "in special education, of enrolment"}.or_empty(
          kNoChildren),
      Field{"pct_black", N, "%", "Black, of enrolment"}.or_empty(kNoChildren),
      Field{"pct_hispanic", N, "%", "Hispanic, of enrolment"}.or_empty(kNoChildren),
      Field{"pct_white", N, "%", "White, of enrolment"}.or_empty(kNoChildren),
      Field{"pct_asian", N, "%", "Asian, of enrolment"}.or_empty(kNoChildren)};
}

Columns how_they_did() {
  return {
      {"n_tested_math", W, "students", "children tested in mathematics"},
      {"n_tested_ela", W, "students", "children tested in ELA"},
      Field{"proficiency_math", N, "%", "at or above the state's cut in mathematics, of tested"}
          .or_empty(kNobodyTested),
      Field{"proficiency_ela", N, "%", "at or above the state's cut in ELA, of tested"}.or_empty(
          kNobodyTested),
      Field{"mean_score_math", N, "state SD", "mean measured score in mathematics; 0: the state's"}
          .or_empty(kNobodyTested),
      Field{"mean_score_ela", N, "state SD", "mean measured score in ELA; 0: the state's"}.or_empty(
          kNobodyTested),
      Field{"median_sgp_math", N, "percentile", "median growth percentile in mathematics"}.or_empty(
          kNoGrowth),
      Field{"median_sgp_ela", N, "percentile", "median growth percentile in ELA"}.or_empty(
          kNoGrowth),
      Field{"value_added", N, "state SD", "mean residual on prior scores, mean of both subjects"}
          .or_empty(kNoGrowth),
      Field{"value_added_level", W, "1-5", "the state's index of value added; 3: typical"}.or_empty(
          kNoGrowth),
      Field{"rating", N, "percentile", "the framework's published rating"}.or_empty(
          "not rated yet"),
      Field{"below_bar", W, "0/1", "1: rated below the bar of its review body this year"}.or_empty(
          "not rated yet")};
}

Columns who_works_there() {
  return {{"teachers", W, "teachers", "teachers in class posts"},
          Field{"novice_share", N, "share", "of teachers, in their first three years"}.or_empty(
              "no teachers"),
          Field{"teacher_turnover", N, "share", "of last year's teachers, who left the school"}
              .or_empty("no teachers last year"),
          {"dismissed", W, "teachers", "removed by the school for performance or fit"},
          {"recruited_away", W, "teachers", "won by a recruiting school of the city"},
          {"vacancies", W, "posts", "posts held by long-term substitutes"},
          {"principal_years", W, "years", "of the principal in the school"}};
}

Columns money_and_demand() {
  return {{"fund_balance", N, "USD", "the school's own balance at the year's end"},
          Field{"spending_per_pupil", N, "USD/student", "spent in the year"}.or_empty(kNoChildren),
          Field{"first_choice_share", N, "share", "of entrants, who had listed the school first"}
              .or_empty("nobody entered by choice"),
          Field{"mobility_rate", N, "share",
                "moves in and out within the year, against enrolment; may pass 1"}
              .or_empty(kNoChildren),
          Field{"zone", T, "", "zone or network to which the school belongs"}.or_empty("none")};
}

Columns where_it_stands() {
  return {{"east_km", N, "km", "place from west to east, as in neighbourhoods"},
          {"north_km", N, "km", "place from south to north, as in neighbourhoods"}};
}

}  // namespace

const TableDefinition& schools_table() {
  static const TableDefinition table = [] {
    Columns all;
    for (const Columns& part : {what_it_is(), who_attends(), how_they_did(), who_works_there(),
                                money_and_demand(), where_it_stands()}) {
      all.insert(all.end(), part.begin(), part.end());
    }
    return TableDefinition{"schools", with_key(all), "school that taught in the year"};
  }();
  return table;
}

}  // namespace homeroom
