#include "analysis/probes/lowest_schools.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>

#include "analysis/estimators/panel_years.hpp"
#include "analysis/estimators/report_rows.hpp"

namespace homeroom::probes {
namespace {

using estimators::SchoolOutcome;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct Outcome {
  double sum = 0, tested = 0;
  double mean() const { return tested > 0 ? sum / tested : kNone; }
};

void add(const panel::Schools& schools, const std::vector<int>& subjects, SchoolOutcome outcome,
         std::map<int, Outcome>& into) {
  for (std::size_t s = 0; s < schools.size(); ++s) {
    if (schools.special_school[s]) continue;
    for (const int subject : subjects) {
      const double tested = schools.tested[subject][s];
      const double value = estimators::outcome_of(schools, s, subject, outcome);
      if (std::isnan(value) || !(tested > 0.0)) continue;
      into[schools.school[s]].sum += tested * value;
      into[schools.school[s]].tested += tested;
    }
  }
}

/// At least one.
std::set<int> lowest(const panel::Panel& panel, const LowestSchools& question) {
  std::map<int, Outcome> rated;
  for (int back = 0; back < question.years; ++back) {
    add(estimators::year_of(panel, question.chosen_by - back).schools, question.subjects,
        SchoolOutcome::Proficiency, rated);
  }
  // Ties by the school's number.
  std::vector<std::pair<double, int>> order;
  for (const auto& [school, rating] : rated) order.emplace_back(rating.mean(), school);
  std::sort(order.begin(), order.end());
  const double asked = std::round(question.share * static_cast<double>(order.size()));
  const auto count = std::min(order.size(), static_cast<std::size_t>(std::max(1.0, asked)));
  std::set<int> schools;
  for (std::size_t i = 0; i < count; ++i) schools.insert(order[i].second);
  return schools;
}

Studied gain(const panel::Panel& panel, const LowestSchools& question) {
  const std::set<int> labelled = lowest(panel, question);
  const panel::Schools& then = estimators::year_of(panel, question.to).schools;
  std::map<int, Outcome> before, after;
  add(then, question.subjects, question.outcome, after);
  const bool growth = question.outcome == SchoolOutcome::MedianGrowth;
  if (!growth) {
    add(estimators::year_of(panel, question.from).schools, question.subjects, question.outcome,
        before);
  }
  std::map<int, estimators::ReportRow> rows;
  for (const auto& [school, outcome] : after) {
    if (!growth && before.count(school) == 0) continue;
    const auto s = static_cast<std::size_t>(then.row_of(school));
    estimators::ReportRow& row = rows[school];
    row.name = "school";
    row.word = labelled.count(school) > 0 ? "labelled" : estimators::kReference;
    row.add_outcome(outcome.mean() - (growth ? 0.0 : before[school].mean()), outcome.tested);
    row.add_shares({then.low_income[s], then.english_learner[s], then.special_education[s],
                    then.black[s], then.hispanic[s]},
                   then.enrolment[s]);
  }
  const estimators::LinearFit fit = estimators::fit_report(estimators::report_model_of(
      rows,
      {"gain",
       "label",
       {"low_income", "english_learner", "special_education", "black", "hispanic"}},
      {}));
  const estimators::Coefficient& found = fit.of("label:labelled");
  if (found.dropped) return {kNone, kNone, kNone, kNone};
  return {found.estimate, found.error, fit.degrees, found.p};
}

}  // namespace

Studied gain_of_lowest(const panel::Panel& panel, const LowestSchools& question) {
  try {
    return gain(panel, question);
  } catch (const std::invalid_argument&) {
    return {kNone, kNone, kNone, kNone};
  } catch (const std::out_of_range&) {
    return {kNone, kNone, kNone, kNone};
  }
}

}  // namespace homeroom::probes
