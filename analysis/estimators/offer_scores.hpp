// Who was offered a seat in one of some schools, and how likely that was: the propensity score of
// an offer, given lists and priorities.
//
//   district: by the formula of offer_probability.hpp, thresholds from the records
//   separate lotteries: 1 - product over lotteries entered of (1 - share of the cell that won)
//   both: 1 - (1 - district)(1 - lotteries), since their numbers are drawn apart
// Given the score an offer is luck: nothing that was so before the draw goes with it (Rosenbaum and
// Rubin 1983, Biometrika 70; Abdulkadiroglu, Angrist, Narita and Pathak 2017, Econometrica 85(5)).
// Public records alone: applications, and which schools admit by examination.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "analysis/estimators/admission_thresholds.hpp"
#include "analysis/estimators/offer_probability.hpp"

namespace homeroom::estimators {

/// An applicant to one of the schools.
struct OfferScore {
  int student = panel::kNobody, grade = 0;  ///< sought
  double at_once = 0, ever = 0;             ///< chances of an offer
  bool offered = false;                     ///< in the first round
  bool offered_ever = false;  ///< as well, or from the waiting list of a separate lottery
};

struct OfferScores {
  std::vector<OfferScore> applicants;  ///< by student
  TieBreaking ties = TieBreaking::Single;
  std::vector<std::string> warnings;
};

/// Later offers of the district, of seats that were given back, are no part of either: whom they
/// reach hangs on what else a child was offered, and records do not tell their chance.
OfferScores offer_scores(const panel::Year& year, const std::set<int>& schools,
                         Assignment assignment);

/// Schools whose model is one of these in the year.
std::set<int> schools_of_models(const panel::Year& year, const std::set<std::string>& models);

}  // namespace homeroom::estimators
