#include "analysis/estimators/lottery_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

#include "analysis/estimators/panel_years.hpp"
#include "analysis/estimators/two_stage.hpp"

namespace homeroom::estimators {
namespace {

using Applicants = std::vector<LotteryApplicant>;
constexpr const char* kOffer = "offer";
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double chance(const LotteryApplicant& one, Offer offer) {
  return offer == Offer::AtOnce ? one.offer.at_once : one.offer.ever;
}

bool lucky(const LotteryApplicant& one, Offer offer) {
  return offer == Offer::AtOnce ? one.offer.offered : one.offer.offered_ever;
}

bool is_scored(const LotteryApplicant& one) { return !std::isnan(one.outcome); }

template <class Chosen>
Applicants some(const Applicants& all, Chosen&& chosen) {
  Applicants few;
  std::copy_if(all.begin(), all.end(), std::back_inserter(few), chosen);
  return few;
}

template <class Value>
Eigen::VectorXd column(const Applicants& rows, Value&& value) {
  Eigen::VectorXd values(static_cast<Eigen::Index>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    values[static_cast<Eigen::Index>(i)] = static_cast<double>(value(rows[i]));
  }
  return values;
}

int cell_of(const LotteryApplicant& one, const LotteryQuestion& question) {
  if (question.control == ScoreControl::Linear) return one.offer.grade;
  return one.offer.grade * 101 + static_cast<int>(std::lround(100 * chance(one, question.offer)));
}

/// Without those in whose cell all had one luck: they tell nothing of an offer.
Applicants with_both_fates(const Applicants& rows, const LotteryQuestion& question) {
  std::map<int, std::pair<int, int>> fates;
  for (const LotteryApplicant& one : rows) {
    auto& [won, lost] = fates[cell_of(one, question)];
    ++(lucky(one, question.offer) ? won : lost);
  }
  return some(rows, [&](const LotteryApplicant& one) {
    const auto& [won, lost] = fates.at(cell_of(one, question));
    return won > 0 && lost > 0;
  });
}

/// Outcome and treatment are for the caller to fill.
InstrumentedModel model_of(const Applicants& rows, const LotteryQuestion& question,
                           bool with_background) {
  InstrumentedModel model;
  model.instruments = {
      {kOffer, column(rows, [&](const auto& one) { return lucky(one, question.offer); })}};
  if (with_background) model.controls = background_columns(rows);
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

std::size_t cells_of(const InstrumentedModel& model) {
  return std::set<int>(model.cell.begin(), model.cell.end()).size();
}

ByOffer by_offer(const Applicants& at_risk, const LotteryQuestion& question, bool offered) {
  ByOffer of;
  double due = 0;
  for (const LotteryApplicant& one : at_risk) {
    if (lucky(one, question.offer) != offered) continue;
    ++of.children;
    of.enrolled += one.enrolled;
    of.years += one.years;
    due += one.due;
    of.present += one.due && one.present;
    of.scored += one.due && is_scored(one);
  }
  of.enrolled /= of.children;
  of.years /= of.children;
  of.present /= due;
  of.scored /= due;
  return of;
}

void refuse_question(const panel::Panel& panel, const LotteryQuestion& question) {
  for (int year = question.application; year <= question.outcome; ++year) year_of(panel, year);
  if (question.outcome < question.application) {
    throw std::invalid_argument(fmt::format("the outcome's year {} is before that of applying, {}",
                                            question.outcome, question.application));
  }
  if (question.schools.empty()) {
    throw std::invalid_argument(fmt::format(
        "no schools are given; does any teach under the model in {}?", question.application));
  }
}

void estimate_effects(const Applicants& rows, const LotteryQuestion& question,
                      LotteryStudy& study) {
  InstrumentedModel model = model_of(rows, question, true);
  study.cells = static_cast<int>(cells_of(model));
  model.outcome = "score";
  model.y = column(rows, [](const auto& one) { return one.outcome; });
  study.itt = reduced_form(model, question.errors).of(kOffer);
  model.treatment = {"years attended", column(rows, [](const auto& one) { return one.years; })};
  const TwoStageFit found = two_stage(model, question.errors);
  study.late = found.effect;
  study.first_years = found.first.of(kOffer);
  study.first_f = found.strength.f;
  study.warnings.insert(study.warnings.end(), found.warnings.begin(), found.warnings.end());
  model.outcome = "enrolment";
  model.y = column(rows, [](const auto& one) { return one.enrolled; });
  study.first_enrolled = reduced_form(model, question.errors).of(kOffer);
}

/// The offer's coefficient, or numbers that are NaN with the reason as a warning.
template <class Value>
Coefficient checked(const std::string& what, const Applicants& all, const LotteryQuestion& question,
                    bool with_background, Value&& value, LotteryStudy& study) {
  const Applicants rows = with_both_fates(all, question);
  InstrumentedModel model = model_of(rows, question, with_background);
  model.outcome = what;
  model.y = column(rows, value);
  try {
    return reduced_form(model, Errors::HC1).of(kOffer);
  } catch (const std::invalid_argument& fault) {
    study.warnings.push_back(fmt::format("{} was not compared by offer: {}", what, fault.what()));
    return {kOffer, true, kNone, kNone, kNone, kNone, kNone, kNone};
  }
}

/// Does what was so before the draw foretell the offer?
WaldTest joint_balance(const Applicants& all, const LotteryQuestion& question) {
  const Applicants rows = with_both_fates(all, question);
  InstrumentedModel model = model_of(rows, question, false);
  std::vector<std::string> names;
  model.outcome = kOffer;
  model.y = model.instruments[0].second;
  model.instruments = background_columns(rows);
  for (const Column& one : model.instruments) names.push_back(one.first);
  try {
    return wald_test(reduced_form(model, Errors::HC1), names);
  } catch (const std::invalid_argument&) {
    return {kNone, kNone, 0, kNone};
  }
}

void check_the_draw(const Applicants& at_risk, const LotteryQuestion& question,
                    LotteryStudy& study) {
  const Applicants known = some(at_risk, [](const auto& one) { return !std::isnan(one.baseline); });
  const Applicants due = some(at_risk, [](const auto& one) { return one.due; });
  study.balance = checked(
      "the score before", known, question, false, [](const auto& one) { return one.baseline; },
      study);
  study.joint_balance = joint_balance(at_risk, question);
  const bool all_followed = std::all_of(due.begin(), due.end(), is_scored);
  if (all_followed) {
    study.followed = {kOffer, false, 0.0, 0.0, kNone, 1.0, 0.0, 0.0};
  } else {
    study.followed = checked("follow-up", due, question, true, is_scored, study);
  }
}

}  // namespace

LotteryStudy lottery_study(const panel::Panel& panel, const LotteryQuestion& question) {
  refuse_question(panel, question);
  const OfferScores offers =
      offer_scores(year_of(panel, question.application), question.schools, question.assignment);
  if (offers.applicants.empty()) {
    throw std::invalid_argument(fmt::format("nobody listed one of the {} schools in {}",
                                            question.schools.size(), question.application));
  }
  const Applicants all = lottery_applicants(panel, offers, question.schools, question.application,
                                            question.outcome, question.subject);
  const Applicants at_risk = some(all, [&](const LotteryApplicant& one) {
    const double p = chance(one, question.offer);
    return p > 0.0 && p < 1.0;
  });
  const Applicants scored = some(at_risk, is_scored);
  const Applicants rows = with_both_fates(scored, question);
  if (rows.empty()) {
    throw std::invalid_argument(fmt::format(
        "of {} applicants luck decided over {}, {} of them with a score in {}: none of them "
        "can be compared with one of the other luck",
        all.size(), at_risk.size(), scored.size(), question.outcome));
  }
  LotteryStudy study;
  study.warnings = offers.warnings;
  study.applicants = static_cast<int>(all.size());
  study.at_risk = static_cast<int>(at_risk.size());
  study.alone = static_cast<int>(scored.size() - rows.size());
  study.used = static_cast<int>(rows.size());
  study.offered = by_offer(at_risk, question, true);
  study.not_offered = by_offer(at_risk, question, false);
  estimate_effects(rows, question, study);
  check_the_draw(at_risk, question, study);
  return study;
}

}  // namespace homeroom::estimators
