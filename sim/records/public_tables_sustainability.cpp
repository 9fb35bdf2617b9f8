#include "sim/records/public_tables.hpp"

namespace homeroom {
namespace {
constexpr auto W = ColumnKind::Whole;
constexpr auto N = ColumnKind::Number;
constexpr auto T = ColumnKind::Text;
}  // namespace

const TableDefinition& sustainability_table() {
  static const TableDefinition table = {
      "sustainability",
      with_key(
          {{"model", T, "", "school model; empty: the whole city"},
           {"enrolment", W, "students", "in its schools"},
           {"enrolment_share", N, "share", "of all students"},
           {"schools", W, "schools", "that taught this year: at risk of closing"},
           {"schools_closed", W, "schools", "of these, closed at the year's end"},
           {"school_survival", N, "share", "Kaplan and Meier, since the first policy year"},
           {"school_survival_se", N, "", "its standard error (Greenwood)"},
           {"agreements", W, "schools", "with an agreement in force: at risk of its end"},
           {"agreements_ended", W, "schools", "of these, whose agreement lapsed"},
           {"agreement_survival", N, "share", "as school_survival"},
           {"agreement_survival_se", N, "", "as if agreements ended one by one"},
           {"zones", W, "", "zones or networks that stood: at risk"},
           {"zones_ended", W, "", "of these, left without a school or without an agreement"},
           {"zone_survival", N, "share", "as school_survival"},
           {"zone_survival_se", N, "", "its standard error (Greenwood)"},
           {"teacher_turnover", N, "share", "of last year's teachers who left their school"},
           {"principal_turnover", N, "share", "new principals in schools that stood last year"},
           {"fund_balance", N, "USD", "of its schools together"},
           {"cost_per_pupil", N, "USD/student",
            "spending of its schools and, where the district staffs them, its pool"},
           {"reform_share", N, "share", "of board seats"},
           {"superintendent_years", W, "years", "in post"}})};
  return table;
}

const TableDefinition& survival_table() {
  static const TableDefinition table = {
      "survival", with_key({{"model", T, "", "school model; empty: the whole city"},
                            {"what", T, "", "school, agreement, zone"},
                            {"age", W, "years",
                             "since it began in the model; the key's year is the last that counts"},
                            {"at_risk", W, "", "were there at this age in a policy year"},
                            {"ended", W, "", "of these, ended"},
                            {"survival", N, "share", "Kaplan and Meier from the youngest age seen"},
                            {"survival_se", N, "", "its standard error (Greenwood)"}})};
  return table;
}

}  // namespace homeroom
