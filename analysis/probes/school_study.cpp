#include "analysis/probes/school_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/estimators/panel_years.hpp"
#include "analysis/estimators/student_t.hpp"
#include "analysis/probes/study_rows.hpp"

namespace homeroom::probes {
namespace {

using estimators::Errors;
using estimators::LinearFit;
using estimators::LinearModel;
using estimators::SchoolOutcome;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr const char* kOf = "asked for";  // keys of models have no blank

estimators::ReportQuestion question_of(const panel::Panel& panel, const Contrast& contrast) {
  estimators::ReportQuestion question{contrast.outcome, contrast.years, contrast.subjects, {}};
  question.comparison.reference = contrast.against;
  for (const panel::Year& year : panel.years) {
    for (const std::string& model : year.schools.model) {
      const bool asked =
          std::find(contrast.of.begin(), contrast.of.end(), model) != contrast.of.end();
      question.comparison.levels[model] = asked ? kOf : model;
    }
  }
  return question;
}

Studied told(const LinearFit& fit) {
  const estimators::Coefficient& found = fit.of(std::string("level:") + kOf);
  if (found.dropped) return {kNone, kNone, kNone, kNone};
  return {found.estimate, found.error, fit.degrees, found.p};
}

/// Tests taken are rows of 0 and 100 with the school's shares: least squares over them has the
/// school regression's estimates, and one variance over all of them.
///   variance = sum w (p (100 - p) + e^2) / (sum w - k),  p: % proficient, e: residual
Studied of_children(const LinearModel& model) {
  const LinearFit fit = fit_linear(model, {.errors = Errors::Classical});
  Studied studied = told(fit);
  double taken = 0.0, squares = 0.0;
  for (Eigen::Index i = 0; i < model.y.size(); ++i) {
    const double share = model.y[i], left = fit.residuals[i];
    taken += model.weight[i];
    squares += model.weight[i] * (share * (100.0 - share) + left * left);
  }
  studied.degrees = taken - fit.rank;
  studied.error *= std::sqrt(squares / studied.degrees) / fit.residual_sd;
  studied.p = estimators::t_beyond(studied.estimate / studied.error, studied.degrees);
  return studied;
}

Studied studied_as(const panel::Panel& panel, const Contrast& contrast, Variant variant) {
  const estimators::ReportQuestion question = question_of(panel, contrast);
  if (variant == Variant::SchoolYears || variant == Variant::Clustered) {
    const Errors errors = variant == Variant::Clustered ? Errors::Clustered : Errors::HC1;
    return told(fit_linear(school_years(panel, question), {.errors = errors}));
  }
  LinearModel model = report_model(panel, question);
  if (variant == Variant::Children) {
    if (contrast.outcome != SchoolOutcome::Proficiency) return {kNone, kNone, kNone, kNone};
    return of_children(model);
  }
  if (variant == Variant::Unweighted) model.weight.resize(0);
  if (variant == Variant::Bare) model = without_shares(model);
  if (variant == Variant::Prior) {
    const int before = *std::min_element(contrast.years.begin(), contrast.years.end()) - 1;
    model = with_prior(model, estimators::year_of(panel, before).schools, contrast.subjects);
  }
  const Errors errors = variant == Variant::Classical ? Errors::Classical : Errors::HC3;
  return told(fit_linear(model, {.errors = errors}));
}

}  // namespace

const std::vector<std::string>& variant_words() {
  static const std::vector<std::string> words = {
      "report",   "unweighted", "classical", "school_years", "clustered",
      "children", "bare",       "prior",     "frozen",       "survivors"};
  return words;
}

Studied study(const panel::Panel& panel, const Contrast& contrast, Variant variant) {
  try {
    if (variant == Variant::Frozen) return studied_as(frozen(panel), contrast, Variant::Report);
    if (variant == Variant::Survivors) {
      return studied_as(survivors(panel), contrast, Variant::Report);
    }
    return studied_as(panel, contrast, variant);
  } catch (const std::invalid_argument&) {
    return {kNone, kNone, kNone, kNone};
  } catch (const std::out_of_range&) {
    return {kNone, kNone, kNone, kNone};
  }
}

}  // namespace homeroom::probes
