// What a lottery study would report of schools that drew among their applicants.
//
//   ITT:  y = b offer + w g + e              w: score cells (or the score), score before, traits
//   LATE: y = d years + w g + e,  years in the schools by two-stage least squares, offer as
//   instrument
// ITT estimates by how much an *offer* moves the *level* of the outcome's year [state SD]; LATE
// what each *year attended* adds to it, for children whom an offer brought to the schools (the
// compliers): later years of the same children, of other weights, may add more or less. Both are
// averages over children at risk, those whose chance p of an offer is neither 0 nor 1, each
// weighing about p (1 - p). Sources: Abdulkadiroglu, Angrist, Dynarski, Kane and Pathak (2011),
// Quarterly Journal of Economics 126(2), for offers, years attended and follow-up; Abdulkadiroglu,
// Angrist, Narita and Pathak (2017), Econometrica 85(5), for scores.
#pragma once

#include <string>
#include <vector>

#include "analysis/estimators/lottery_checks.hpp"

namespace homeroom::estimators {

/// Of children at risk, by what they were offered.
struct ByOffer {
  int children = 0;
  double enrolled = 0;  ///< share in one of the schools at the end of the first year
  double years = 0;     ///< mean of years attended up to the outcome's year
  double present = 0;   ///< share of those due who are in the records of the outcome's year
  double scored = 0;    ///< share of those due who have a score in it
};

struct LotteryStudy {
  int applicants = 0;  ///< with one of the schools on a list
  int at_risk = 0;     ///< of them, whose chance of an offer was neither 0 nor 1
  int alone = 0;       ///< of those with an outcome, in a cell whose children all had one luck
  int cells = 0;       ///< of score, or of grade
  int used = 0;        ///< in ITT and LATE
  ByOffer offered, not_offered;

  Coefficient itt;                          ///< of an offer on the outcome [SD]
  Coefficient late;                         ///< of a year attended on the outcome [SD]
  Coefficient first_enrolled, first_years;  ///< of an offer on enrolment, on years attended
  double first_f = 0;                       ///< of the instrument, for years attended

  DrawChecks draw;
  std::vector<std::string> warnings;
};

/// Throws std::invalid_argument, in a sentence, where years are missing or in the wrong order,
/// nobody applied, luck decided over nobody who has an outcome, or nobody, or everybody, came.
LotteryStudy lottery_study(const panel::Panel& panel, const LotteryQuestion& question);

/// Of applicants from any table, with their chances, offers and outcomes: of the question the
/// offer, the control, the errors and the names of traits are read. Throws as lottery_study.
LotteryStudy study_of_applicants(const LotteryApplicants& all, const LotteryQuestion& question);

}  // namespace homeroom::estimators
