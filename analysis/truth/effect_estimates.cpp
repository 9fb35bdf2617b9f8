#include "analysis/truth/effect_estimates.hpp"

#include <algorithm>

#include <array>
#include <limits>
#include <stdexcept>
#include <utility>

#include "analysis/estimators/lottery_study.hpp"
#include "analysis/estimators/matched_comparison.hpp"
#include "analysis/estimators/panel_years.hpp"
#include "analysis/estimators/report_regression.hpp"
#include "analysis/estimators/student_regression.hpp"
#include "analysis/estimators/value_added.hpp"

namespace homeroom::truth {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
using estimators::Coefficient;

estimators::ReportQuestion report_question(const EffectQuestion& question,
                                           estimators::SchoolOutcome outcome) {
  return {outcome, {question.year}, {kMath, kEla}, {{question.reference}, false, true, {}}};
}

/// A coefficient with what its estimator warns of.
struct Warned {
  Coefficient of;
  std::vector<std::string> warnings;
};

/// Without what is said of the clusters of other columns: of models that are not asked for, of
/// grades and traits.
std::vector<std::string> about(const std::string& asked, const std::vector<std::string>& warnings) {
  std::vector<std::string> kept;
  for (const std::string& warning : warnings) {
    const bool of_clusters = warning.find(" clusters") != std::string::npos;
    const std::size_t subject = std::min(warning.find(" is "), warning.find(" rests on "));
    if (of_clusters && subject != std::string::npos && warning.substr(0, subject) != asked)
      continue;
    kept.push_back(warning);
  }
  return kept;
}

Warned of_model(const EffectQuestion& question, const estimators::LinearFit& fit) {
  const std::string asked = column_of(question);
  return {fit.of(asked), about(asked, fit.warnings)};
}

Warned reported(const EffectQuestion& question, const panel::Panel& panel,
                estimators::SchoolOutcome outcome) {
  return of_model(question, report_regression(panel, report_question(question, outcome)));
}

Warned twin(const EffectQuestion& question, const panel::Panel& panel) {
  const estimators::StudentQuestion asked = {
      {question.year}, {kMath, kEla}, {}, {{question.reference}, false, true, {}}};
  return of_model(question, student_regression(panel, asked));
}

Warned value_added(const EffectQuestion& question, const panel::Panel& panel) {
  const estimators::ValueAddedQuestion asked = {question.year, {kMath, kEla}, true};
  return of_model(question,
                  value_added_of_models(panel, asked, {{question.reference}, false, true, {}}));
}

Warned matched(const EffectQuestion& question, const panel::Panel& panel, int subject) {
  const auto found = estimators::matched_comparison(panel, twin_question(question, subject));
  return {found.effect, about(found.effect.name, found.warnings)};
}

Warned found(Method method, const EffectQuestion& question, const panel::Panel& panel) {
  using estimators::SchoolOutcome;
  switch (method) {
    case Method::Report:
      return reported(question, panel, SchoolOutcome::MeanScore);
    case Method::ReportPoints:
      return reported(question, panel, SchoolOutcome::Proficiency);
    case Method::Twin:
      return twin(question, panel);
    case Method::ValueAdded:
      return value_added(question, panel);
    case Method::MatchedMath:
      return matched(question, panel, kMath);
    default:
      break;
  }
  return matched(question, panel, kEla);
}

EffectEstimate none(std::string why) { return {kNone, kNone, kNone, kNone, std::move(why), {}, 0}; }

EffectEstimate told(const Warned& warned) {
  const Coefficient& one = warned.of;
  if (one.dropped) return none("other columns give the model's");
  return {one.estimate, one.error, one.low, one.high, {}, warned.warnings, 0};
}

/// Of an offer, and of a year attended.
std::pair<EffectEstimate, EffectEstimate> lottery(const EffectQuestion& question,
                                                  const panel::Panel& panel, int subject) {
  try {
    estimators::LotteryQuestion asked;
    asked.application = question.application();
    asked.outcome = question.year;
    asked.subject = subject;
    asked.schools = estimators::schools_of_models(estimators::year_of(panel, asked.application),
                                                  {question.model});
    asked.assignment = question.assignment;
    asked.errors = estimators::Errors::Clustered;  // classmates share their class's and year's luck
    const estimators::LotteryStudy study = lottery_study(panel, asked);
    std::pair both = {told({study.itt, study.warnings}), told({study.late, study.warnings})};
    both.first.at_risk = both.second.at_risk = study.at_risk;
    return both;
  } catch (const std::invalid_argument& why) {
    return {none(why.what()), none(why.what())};
  }
}

}  // namespace

const MethodText& text_of(Method method) {
  static const std::array<MethodText, kMethods> texts = {{
      {"report", "report's regression, mean score", Estimand::LevelTested},
      {"report_points", "report's regression, proficiency", Estimand::Proficiency},
      {"students", "the same, child by child", Estimand::LevelTested},
      {"value_added", "value added", Estimand::GrowthTested},
      {"matched_math", "matched twins, mathematics", Estimand::GrowthMatchedMath},
      {"matched_ela", "matched twins, ELA", Estimand::GrowthMatchedEla},
      {"lottery_offer_math", "lottery, an offer, mathematics", Estimand::OfferMath},
      {"lottery_year_math", "lottery, a year there, mathematics", Estimand::YearMath},
      {"lottery_offer_ela", "lottery, an offer, ELA", Estimand::OfferEla},
      {"lottery_year_ela", "lottery, a year there, ELA", Estimand::YearEla},
  }};
  return texts[static_cast<std::size_t>(method)];
}

std::vector<EffectEstimate> effect_estimates(const EffectQuestion& question,
                                             const panel::Panel& panel) {
  std::vector<EffectEstimate> estimates;
  for (std::size_t m = 0; m < static_cast<std::size_t>(Method::OfferMath); ++m) {
    try {
      estimates.push_back(told(found(static_cast<Method>(m), question, panel)));
    } catch (const std::invalid_argument& why) {
      estimates.push_back(none(why.what()));
    } catch (const std::out_of_range&) {
      estimates.push_back(none("no child or school of the model takes part"));
    }
  }
  for (int subject = 0; subject < kSubjects; ++subject) {
    auto [offer, year] = lottery(question, panel, subject);
    estimates.push_back(std::move(offer));
    estimates.push_back(std::move(year));
  }
  return estimates;
}

estimators::LinearModel report_on_scores(const EffectQuestion& question,
                                         const panel::Panel& panel) {
  return report_model(panel, report_question(question, estimators::SchoolOutcome::MeanScore));
}

std::string column_of(const EffectQuestion& question) { return "model:" + question.model; }

}  // namespace homeroom::truth
