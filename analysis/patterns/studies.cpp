#include "analysis/patterns/studies.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "analysis/estimators/lottery_study.hpp"
#include "analysis/estimators/matched_comparison.hpp"
#include "analysis/estimators/panel_years.hpp"
#include "analysis/patterns/average.hpp"

namespace homeroom::patterns {
namespace {

/// All children of the models count, as in CREDO's studies, and not newcomers alone.
double matched(const panel::Panel& panel, const Study& study, int year) {
  estimators::TwinQuestion question;
  question.before = year - 1;
  question.year = year;
  question.subject = kMath;
  question.models = study.models;
  question.reference = study.against;
  question.newcomers = false;
  return estimators::matched_comparison(panel, question).effect.estimate;
}

/// Of a year attended; the schools drew in the outcome's year.
double lottery(const panel::Panel& panel, const Study& study, int year) {
  estimators::LotteryQuestion question;
  question.application = question.outcome = year;
  question.subject = kMath;
  question.schools = estimators::schools_of_models(estimators::year_of(panel, year),
                                                   {study.models.begin(), study.models.end()});
  question.errors = estimators::Errors::Clustered;
  return estimators::lottery_study(panel, question).late.estimate;
}

double novices(const panel::Panel& panel, const Study& study, int year) {
  const panel::Schools& schools = estimators::year_of(panel, year).schools;
  Average all;
  for (std::size_t s = 0; s < schools.size(); ++s) {
    const bool studied =
        std::find(study.models.begin(), study.models.end(), schools.model[s]) != study.models.end();
    if (studied) all.add(schools.novice_share[s], schools.teachers[s]);
  }
  return all.value();
}

/// Mean over the years that show it.
template <class Estimate>
double over_years(const panel::Panel& panel, const Study& study, Estimate&& estimate) {
  Average all;
  for (const int year : study.years) {
    try {
      all.add(estimate(panel, study, year));
    } catch (const std::invalid_argument&) {
      continue;  // no test, no applicants, no twins: another year may have them
    }
  }
  return all.value();
}

}  // namespace

double study_figure(const panel::Panel& panel, const Study& study) {
  try {
    switch (study.kind) {
      case StudyKind::Matched:
        return over_years(panel, study, matched);
      case StudyKind::Lottery:
        return over_years(panel, study, lottery);
      case StudyKind::Path:
      case StudyKind::Fade:
        return event_figure(panel, study);
      case StudyKind::Signs:
      case StudyKind::Shift:
        return report_figure(panel, study);
      case StudyKind::Novices:
        return over_years(panel, study, novices);
      case StudyKind::None:
        break;
    }
  } catch (const std::invalid_argument&) {
  } catch (const std::out_of_range&) {  // no school of a model takes part
  }
  return estimators::kMissing;
}

}  // namespace homeroom::patterns
