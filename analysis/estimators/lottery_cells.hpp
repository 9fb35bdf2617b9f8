// Whom luck decided over, and with whom each is compared: children of one grade whose chance of an
// offer was the same.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "analysis/estimators/lottery_applicants.hpp"
#include "analysis/estimators/two_stage.hpp"

namespace homeroom::estimators {

enum class Offer {
  AtOnce,  ///< of the first round
  Ever,    ///< also from the waiting lists of separate lotteries
};

enum class ScoreControl {
  Cells,   ///< a dummy for each grade and hundredth of the score
  Linear,  ///< a dummy for each grade, and the score
};

struct LotteryQuestion {
  int application = 0;    ///< year in which the schools drew: children were there from it on
  int outcome = 0;        ///< year of the scores
  int subject = 0;        ///< kMath or kEla
  std::set<int> schools;  ///< see schools_of_models
  Assignment assignment = Assignment::DeferredAcceptance;  ///< of the district
  Offer offer = Offer::AtOnce;
  ScoreControl control = ScoreControl::Cells;
  Errors errors = Errors::HC1;  ///< Clustered: by school and grade of the outcome's year
  std::vector<std::string> traits = panel_traits();  ///< of the applicants, by name
};

using LotteryApplicants = std::vector<LotteryApplicant>;
/// The name of the instrument.
inline constexpr const char* kOffer = "offer";

bool was_offered(const LotteryApplicant& one, Offer offer);
/// Their chance of an offer was neither 0 nor 1.
LotteryApplicants at_risk(const LotteryApplicants& all, Offer offer);
/// Without those in whose cell all had one luck: they tell nothing of an offer.
LotteryApplicants with_both_fates(const LotteryApplicants& rows, const LotteryQuestion& question);

template <class Chosen>
LotteryApplicants some(const LotteryApplicants& all, Chosen&& chosen) {
  LotteryApplicants few;
  for (const LotteryApplicant& one : all) {
    if (chosen(one)) few.push_back(one);
  }
  return few;
}

/// Offer, cells, chance where it is controlled for, traits and score before if they are wanted;
/// outcome and treatment are for the caller to fill.
InstrumentedModel model_of_offers(const LotteryApplicants& rows, const LotteryQuestion& question,
                                  bool with_background);

}  // namespace homeroom::estimators
