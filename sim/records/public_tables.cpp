#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {
constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
}  // namespace

const TableDefinition& schools_table() {
  static const TableDefinition table = {
      "schools",
      with_key({{"school_id", W, "", "number of the school, the same in every policy"},
                {"name", T, "", "name"},
                {"model", T, "", "school model"},
                {"second_model", T, "", "second model of a school of double status"},
                {"level", T, "", "elementary, middle, high, k8, 6_12, k12"},
                {"status", T, "", "open, probation, restart; closed: at the end of this year"},
                {"opened", W, "year", "first year"},
                {"employer", T, "", "who pays the teachers"},
                {"selective_admission", W, "0/1", "admits by examination"},
                {"enrolment", W, "students", "in autumn"},
                {"pct_low_income", N, "%", "of enrolment"},
                {"pct_english_learner", N, "%", "of enrolment"},
                {"pct_special_education", N, "%", "of enrolment"},
                {"pct_black", N, "%", "of enrolment"},
                {"pct_hispanic", N, "%", "of enrolment"},
                {"pct_white", N, "%", "of enrolment"},
                {"pct_asian", N, "%", "of enrolment"},
                {"n_tested_math", W, "students", "tested"},
                {"n_tested_ela", W, "students", "tested"},
                {"proficiency_math", N, "%", "of tested"},
                {"proficiency_ela", N, "%", "of tested"},
                {"mean_score_math", N, "state SD", "of tested"},
                {"mean_score_ela", N, "state SD", "of tested"},
                {"median_sgp_math", N, "percentile", "median growth percentile"},
                {"median_sgp_ela", N, "percentile", "median growth percentile"},
                {"value_added", N, "state SD", "mean residual on prior scores, both subjects"},
                {"value_added_level", W, "1-5", "0 where there is none"},
                {"rating", N, "percentile", "the framework's published rating"},
                {"teachers", W, "teachers", "in class posts"},
                {"novice_share", N, "share", "in their first three years"},
                {"teacher_turnover", N, "share", "of last year's teachers who left the school"},
                {"vacancies", W, "posts", "held by long-term substitutes"},
                {"principal_years", W, "years", "of the principal in the school"},
                {"fund_balance", N, "USD", "at year's end"},
                {"spending_per_pupil", N, "USD/student", "in the year"},
                {"first_choice_share", N, "share", "of entrants who had listed the school first"},
                {"mobility_rate", N, "share", "moved in or out within the year, of enrolment"}})};
  return table;
}

const TableDefinition& models_table() {
  static const TableDefinition table = {
      "models", with_key({{"model", T, "", "school model"},
                          {"schools", W, "schools", "open"},
                          {"enrolment", W, "students", "in autumn"},
                          {"pct_low_income", N, "%", "of enrolment"},
                          {"proficiency_math", N, "%", "of tested"},
                          {"proficiency_ela", N, "%", "of tested"},
                          {"mean_score_math", N, "state SD", "of tested"},
                          {"mean_score_ela", N, "state SD", "of tested"},
                          {"median_sgp_math", N, "percentile",
                           "mean of schools' medians, weighted by tested"},
                          {"median_sgp_ela", N, "percentile", "the same in ELA"},
                          {"value_added", N, "state SD", "mean over tested, both subjects"},
                          {"teachers", W, "teachers", "in class posts"},
                          {"novice_share", N, "share", "in their first three years"},
                          {"teacher_turnover", N, "share", "of last year's teachers"},
                          {"principal_turnover", N, "share", "of schools with a new principal"},
                          {"spending_per_pupil", N, "USD/student", "in the year"},
                          {"fund_balance", N, "USD", "sum over schools"},
                          {"enrolment_share", N, "share", "of the city's children"}})};
  return table;
}

const TableDefinition& district_table() {
  static const TableDefinition table = {
      "district",
      with_key({{"students", W, "students", "in the city's public schools"},
                {"schools", W, "schools", "open"},
                {"proficiency_math", N, "%", "of tested"},
                {"proficiency_ela", N, "%", "of tested"},
                {"mean_score_math", N, "state SD", "of tested"},
                {"mean_score_ela", N, "state SD", "of tested"},
                {"teachers", W, "teachers", "in class posts"},
                {"teacher_turnover", N, "share", "of last year's teachers"},
                {"novice_share", N, "share", "in their first three years"},
                {"principal_turnover", N, "share", "of schools with a new principal"},
                {"vacancies", W, "posts", "held by long-term substitutes"},
                {"late_hires", W, "teachers", "hired after school began"},
                {"forced_placements", W, "teachers", "placed without consent"},
                {"pool", W, "teachers", "on pay without a post"},
                {"pool_cost", N, "USD", "paid this year for last year's pool, severance included"},
                {"choosers", W, "students", "who needed or sought a seat"},
                {"participants", W, "students", "who handed in a list"},
                {"first_choice", N, "share", "of participants who got their first choice"},
                {"top_three", N, "share", "of participants who got one of their first three"},
                {"unassigned", W, "students", "placed beyond seats"},
                {"lottery_applicants", W, "students", "in separate lotteries"},
                {"lottery_enrolled", W, "students", "who took a seat by a separate lottery"},
                {"superintendent_years", W, "years", "in post"},
                {"reform_share", N, "share", "of board seats"},
                {"revenue", N, "USD", "all dollars in"},
                {"outlay", N, "USD", "all dollars out"},
                {"balance", N, "USD", "the district's own"},
                {"spending_per_pupil", N, "USD/student", "all outlay over students"}})};
  return table;
}

const TableDefinition& events_table() {
  static const TableDefinition table = {
      "events",
      with_key(
          {{"event", T, "", "what happened"},
           {"school_id", W, "", "-1 for the city"},
           {"school", T, "", "name"},
           {"model", T, "", "school model"},
           {"value", N, "",
            "closure: 1 tests, 2 money, 3 enrolment, 4 mismanagement; election: reform share of "
            "seats; succession: years the predecessor served; vote_failed: share of yes; "
            "selection: two-year rating; opening after an application: applicants seen; "
            "forced_placement: teachers; else 0 or the event's rating"}})};
  return table;
}

const TableDefinition& students_table() {
  static const TableDefinition table = {
      "students",
      with_key({{"student_id", T, "", "row and year of arrival, the same in every policy"},
                {"grade", W, "grade", "kindergarten is 0"},
                {"school_id", W, "", "in May"},
                {"section", W, "", "class section"},
                {"group", T, "", "race/ethnicity"},
                {"low_income", W, "0/1", ""},
                {"english_learner", W, "0/1", ""},
                {"special_education", W, "0-2", "0 none, 1 moderate, 2 severe"},
                {"home", W, "", "neighbourhood"},
                {"arrival", T, "", "how the child came to the school"},
                {"rank", W, "", "of the school on its list; 0: none"},
                {"score_math", N, "state SD", "measured"},
                {"score_ela", N, "state SD", "measured"},
                {"sgp_math", W, "percentile", "0: none"},
                {"sgp_ela", W, "percentile", "0: none"}})};
  return table;
}

const TableDefinition& applications_table() {
  static const TableDefinition table = {
      "applications", with_key({{"student_id", T, "", "as in students"},
                                {"market", T, "", "district or lottery"},
                                {"rank", W, "", "on the list of this market"},
                                {"school_id", W, "", ""},
                                {"grade", W, "grade", "sought"},
                                {"priority", T, "", "class and number, smaller is served first"},
                                {"lottery_number", N, "", "in (0,1), smaller is served first"},
                                {"offer", W, "0-2", "0 never, 1 later on, 2 at once"},
                                {"enrolled", W, "0/1", "took the seat"}})};
  return table;
}

const TableDefinition& cutoffs_table() {
  static const TableDefinition table = {
      "cutoffs", with_key({{"market", T, "", "district or lottery"},
                           {"school_id", W, "", ""},
                           {"grade", W, "grade", ""},
                           {"seats", W, "seats", "offered"},
                           {"applicants", W, "students", ""},
                           {"offers", W, "students", ""},
                           {"cutoff", N, "", "worst lottery number served; 1 where all were"}})};
  return table;
}

const TableDefinition& teachers_table() {
  static const TableDefinition table = {
      "teachers", with_key({{"teacher_id", T, "", "person, the same in every policy"},
                            {"school_id", W, "", "-1: none"},
                            {"grade", W, "grade", ""},
                            {"section", W, "", "-1: none"},
                            {"subject", T, "", "both, mathematics, ela"},
                            {"experience", W, "years", "taught"},
                            {"years_here", W, "years", "in the school"},
                            {"tenured", W, "0/1", ""},
                            {"hired", T, "", "how the teacher came"},
                            {"moved_from", W, "", "school left this year; -1: none"},
                            {"reason", T, "", "of that move"}})};
  return table;
}

}  // namespace homeroom
