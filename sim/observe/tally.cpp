#include "sim/observe/tally.hpp"

namespace homeroom {

void SchoolSums::add(const Schools& table, SchoolId school, const SchoolYear& year) {
  ++schools;
  enrolment += year.enrolment;
  low_income += year.low_income;
  for (int m = 0; m < kSubjects; ++m) {
    tested[m] += year.tested[m];
    proficient[m] += year.proficient[m];
    score[m] += year.mean_score[m] * year.tested[m];
    if (year.median_sgp[m] > 0.0) {
      sgp[m] += year.median_sgp[m] * year.with_growth[m];
      sgp_weight[m] += year.with_growth[m];
      value_added += year.value_added[m] * year.with_growth[m];
      value_added_weight += year.with_growth[m];
    }
  }
  teachers += year.teachers;
  novices += year.novices;
  departures += year.departures;
  staff_before += year.staff_before;
  // The principal of a new school follows nobody.
  const bool has_past = year.staff_before > 0;
  with_past += has_past;
  new_principals += has_past && table.principals.is_new[school] != 0;
  vacancies += year.vacancies;
  late_hires += year.late_hires;
  spending += table.spending[school];
  fund_balance += table.fund_balance[school];
}

}  // namespace homeroom
