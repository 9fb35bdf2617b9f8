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

void SchoolSums::add(const SchoolSums& others) {
  schools += others.schools;
  enrolment += others.enrolment;
  low_income += others.low_income;
  for (int m = 0; m < kSubjects; ++m) {
    tested[m] += others.tested[m];
    proficient[m] += others.proficient[m];
    score[m] += others.score[m];
    sgp[m] += others.sgp[m];
    sgp_weight[m] += others.sgp_weight[m];
  }
  value_added += others.value_added;
  value_added_weight += others.value_added_weight;
  teachers += others.teachers;
  novices += others.novices;
  departures += others.departures;
  staff_before += others.staff_before;
  with_past += others.with_past;
  new_principals += others.new_principals;
  vacancies += others.vacancies;
  late_hires += others.late_hires;
  spending += others.spending;
  fund_balance += others.fund_balance;
}

SumsByModel sums_by_model(const World& world, std::size_t models) {
  SumsByModel sums;
  sums.of_model.resize(models);
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolId school{s};
    if (!world.schools.taught_in(school, world.year)) continue;
    const SchoolYear& year = world.results.school[school];
    sums.of_model[world.schools.model[school].row()].add(world.schools, school, year);
    sums.all.add(world.schools, school, year);
  }
  return sums;
}

}  // namespace homeroom
