#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {
constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
using Field = ColumnDefinition;
}  // namespace

const TableDefinition& sustainability_table() {
  static const TableDefinition table = {
      "sustainability",
      with_key(
          {Field{"model", T, "", "key of the school model"}.or_empty("the whole city"),
           {"enrolment", W, "students", "in its schools"},
           {"enrolment_share", N, "share", "of all students"},
           {"schools", W, "schools", "that taught this year: at risk of closing"},
           {"schools_closed", W, "schools", "of these, closed at the year's end"},
           Field{"school_survival", N, "share", "Kaplan and Meier, since the first policy year"}
               .or_empty("no school was at risk so far"),
           Field{"school_survival_se", N, "", "its standard error (Greenwood)"}.or_empty(
               "no school was at risk so far"),
           {"agreements", W, "schools", "with an agreement in force: at risk of its end"},
           {"agreements_ended", W, "schools", "of these, whose agreement lapsed"},
           Field{"agreement_survival", N, "share", "as school_survival"}.or_empty(
               "no agreement was at risk so far"),
           Field{"agreement_survival_se", N, "", "as if agreements ended one by one"}.or_empty(
               "no agreement was at risk so far"),
           {"zones", W, "zones", "zones or networks that stood: at risk"},
           {"zones_ended", W, "zones", "of these, left without a school or without an agreement"},
           Field{"zone_survival", N, "share", "as school_survival"}.or_empty(
               "no zone was at risk so far"),
           Field{"zone_survival_se", N, "", "its standard error (Greenwood)"}.or_empty(
               "no zone was at risk so far"),
           Field{"teacher_turnover", N, "share", "of last year's teachers who left their school"}
               .or_empty("no teachers"),
           Field{"principal_turnover", N, "share", "new principals in schools that stood last year"}
               .or_empty("no school that stood last year"),
           {"fund_balance", N, "USD", "of its schools together"},
           Field{"cost_per_pupil", N, "USD/student",
                 "spending of its schools and, where the district staffs them, its pool"}
               .or_empty("no children"),
           {"reform_share", N, "share", "of board seats"},
           {"superintendent_years", W, "years", "in post"}}),
      "school model, or the whole city, in a year"};
  return table;
}

const TableDefinition& survival_table() {
  static const TableDefinition table = {
      "survival",
      with_key(
          {Field{"model", T, "", "key of the school model"}.or_empty("the whole city"),
           Field{"what", T, "", "what may end"}.in_words({{"school", "a school in the model"},
                                                          {"agreement", "a school's agreement"},
                                                          {"zone", "a zone or network"}}),
           {"age", W, "years",
            "since it began in the model; the key's year is the last that counts"},
           {"at_risk", W, "schools or zones", "were there at this age in a policy year"},
           {"ended", W, "schools or zones", "of these, ended"},
           {"survival", N, "share", "Kaplan and Meier from the youngest age seen"},
           {"survival_se", N, "", "its standard error (Greenwood)"}}),
      "age of schools, agreements or zones of a model, or of the whole city"};
  return table;
}

}  // namespace homeroom
