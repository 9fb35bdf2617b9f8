// How far schools differ in the children they have.
#include <cmath>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

/// SD between the district's schools of the share of low-income children, weighted by enrolment, as
/// it is computed from a state's profiles of district schools.
double income_spread(const panel::Schools& schools, bool with_selective) {
  estimators::Moments shares;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const double share = schools.low_income[s];
    if (std::isnan(share) || schools.employer[s] != "district") continue;
    if (schools.selective[s] && !with_selective) continue;
    shares.add(share, share, schools.enrolment[s]);
  }
  return std::sqrt(shares.variance_y());
}

/// Odds of low income in the district's schools that admit by examination, against its others.
double examination_income_odds(const panel::Schools& schools) {
  Average selected, open;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    if (schools.employer[s] != "district") continue;
    (schools.selective[s] ? selected : open).add(schools.low_income[s], schools.enrolment[s]);
  }
  const double here = selected.value(), there = open.value();
  return here / (1.0 - here) / (there / (1.0 - there));
}

}  // namespace

void add_segregation(const panel::Panel& panel, Figures& figures) {
  Average open, all, odds;
  for (const panel::Year& year : panel.years) {
    open.add(income_spread(year.schools, false));
    if (year.schools.any_selective()) all.add(income_spread(year.schools, true));
    odds.add(examination_income_odds(year.schools));
  }
  figures["low_income_spread"] = open.value();
  figures["low_income_spread_all"] = all.value();
  figures["examination_income_odds"] = odds.value();
}

}  // namespace homeroom::patterns
