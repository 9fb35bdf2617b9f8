#include "analysis/estimators/lottery_study.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>
#include <stdexcept>

#include "analysis/estimators/column.hpp"
#include "analysis/estimators/panel_years.hpp"
#include "analysis/estimators/two_stage.hpp"

namespace homeroom::estimators {
namespace {

using Applicants = LotteryApplicants;

bool is_scored(const LotteryApplicant& one) { return !std::isnan(one.outcome); }

std::size_t cells_of(const InstrumentedModel& model) {
  return std::set<int>(model.cell.begin(), model.cell.end()).size();
}

ByOffer by_offer(const Applicants& at_risk, const LotteryQuestion& question, bool offered) {
  ByOffer of;
  double due = 0;
  for (const LotteryApplicant& one : at_risk) {
    if (was_offered(one, question.offer) != offered) continue;
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
  if (question.outcome < question.application) {
    throw std::invalid_argument(fmt::format("the outcome's year {} is before that of applying, {}",
                                            question.outcome, question.application));
  }
  for (int year = question.application; year <= question.outcome; ++year) year_of(panel, year);
  if (question.schools.empty()) {
    throw std::invalid_argument(fmt::format(
        "no schools are given; does any teach under the model in {}?", question.application));
  }
}

void estimate_effects(const Applicants& rows, const LotteryQuestion& question,
                      LotteryStudy& study) {
  InstrumentedModel model = model_of_offers(rows, question, true);
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
  model.outcome = "enrolment in the first year";
  model.y = column(rows, [](const auto& one) { return one.enrolled; });
  study.first_enrolled = reduced_form(model, question.errors).of(kOffer);
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
  LotteryStudy study = study_of_applicants(all, question);
  study.warnings.insert(study.warnings.begin(), offers.warnings.begin(), offers.warnings.end());
  return study;
}

LotteryStudy study_of_applicants(const LotteryApplicants& all, const LotteryQuestion& question) {
  const Applicants risky = at_risk(all, question.offer);
  const Applicants scored = some(risky, is_scored);
  const Applicants rows = with_both_fates(scored, question);
  if (rows.empty()) {
    throw std::invalid_argument(fmt::format(
        "of {} applicants luck decided over {}, {} of them with a score{}: none of them can be "
        "compared with one of the other luck",
        all.size(), risky.size(), scored.size(),
        question.outcome == 0 ? "" : fmt::format(" in {}", question.outcome)));
  }
  LotteryStudy study;
  study.applicants = static_cast<int>(all.size());
  study.at_risk = static_cast<int>(risky.size());
  study.alone = static_cast<int>(scored.size() - rows.size());
  study.used = static_cast<int>(rows.size());
  study.offered = by_offer(risky, question, true);
  study.not_offered = by_offer(risky, question, false);
  estimate_effects(rows, question, study);
  study.draw = check_the_draw(risky, question);
  study.warnings.insert(study.warnings.end(), study.draw.warnings.begin(),
                        study.draw.warnings.end());
  return study;
}

}  // namespace homeroom::estimators
