#include "analysis/estimators/lottery_cells.hpp"

#include <cmath>
#include <map>
#include <utility>

#include "analysis/estimators/column.hpp"

namespace homeroom::estimators {
namespace {

double chance(const LotteryApplicant& one, Offer offer) {
  return offer == Offer::AtOnce ? one.offer.at_once : one.offer.ever;
}

int cell_of(const LotteryApplicant& one, const LotteryQuestion& question) {
  if (question.control == ScoreControl::Linear) return one.offer.grade;
  return one.offer.grade * 101 + static_cast<int>(std::lround(100 * chance(one, question.offer)));
}

}  // namespace

bool was_offered(const LotteryApplicant& one, Offer offer) {
  return offer == Offer::AtOnce ? one.offer.offered : one.offer.offered_ever;
}

LotteryApplicants at_risk(const LotteryApplicants& all, Offer offer) {
  return some(all, [&](const LotteryApplicant& one) {
    const double p = chance(one, offer);
    return p > 0.0 && p < 1.0;
  });
}

LotteryApplicants with_both_fates(const LotteryApplicants& rows, const LotteryQuestion& question) {
  std::map<int, std::pair<int, int>> fates;
  for (const LotteryApplicant& one : rows) {
    auto& [won, lost] = fates[cell_of(one, question)];
    ++(was_offered(one, question.offer) ? won : lost);
  }
  return some(rows, [&](const LotteryApplicant& one) {
    const auto& [won, lost] = fates.at(cell_of(one, question));
    return won > 0 && lost > 0;
  });
}

InstrumentedModel model_of_offers(const LotteryApplicants& rows, const LotteryQuestion& question,
                                  bool with_background) {
  InstrumentedModel model;
  model.instruments = {
      {kOffer, column(rows, [&](const auto& one) { return was_offered(one, question.offer); })}};
  if (with_background) model.controls = background_columns(rows, question.traits);
  if (question.control == ScoreControl::Linear) {
    model.controls.emplace_back(
        "chance", column(rows, [&](const auto& one) { return chance(one, question.offer); }));
  }
  for (const LotteryApplicant& one : rows) {
    model.cell.push_back(cell_of(one, question));
    model.cluster.push_back(one.classmates);
  }
  return model;
}

}  // namespace homeroom::estimators
