#include "analysis/estimators/report_regression.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "analysis/estimators/panel_years.hpp"
#include "analysis/estimators/report_rows.hpp"

namespace homeroom::estimators {
double outcome_of(const panel::Schools& schools, std::size_t s, int subject,
                  SchoolOutcome outcome) {
  switch (outcome) {
    case SchoolOutcome::Proficiency:
      return schools.proficiency[subject][s];
    case SchoolOutcome::MeanScore:
      return schools.mean_score[subject][s];
    case SchoolOutcome::MedianGrowth:
      return schools.median_sgp[subject][s];
    case SchoolOutcome::ValueAdded:
      return schools.value_added[s];
    case SchoolOutcome::Rating:
      return schools.rating[s];
    case SchoolOutcome::ValueAddedLevel:
      break;
  }
  const int level = schools.value_added_level[s];
  return level == panel::kNobody ? std::nan("") : level;
}

namespace {

void add_year(const panel::Schools& schools, const ReportQuestion& question,
              std::map<int, ReportRow>& rows) {
  const std::vector<std::string> words = compared_words(schools, question.comparison);
  for (std::size_t s = 0; s < schools.size(); ++s) {
    if (words[s].empty()) continue;
    ReportRow& row = rows[schools.school[s]];
    row.name = fmt::format("school {}", schools.school[s]);
    row.word = words[s];
    for (const int subject : question.subjects) {
      row.add_outcome(outcome_of(schools, s, subject, question.outcome),
                      schools.tested[subject][s]);
    }
    row.add_shares({schools.low_income[s], schools.english_learner[s], schools.special_education[s],
                    schools.black[s], schools.hispanic[s]},
                   schools.enrolment[s]);
  }
}

const char* name_of(SchoolOutcome outcome) {
  switch (outcome) {
    case SchoolOutcome::Proficiency:
      return "proficiency";
    case SchoolOutcome::MeanScore:
      return "mean_score";
    case SchoolOutcome::MedianGrowth:
      return "median_sgp";
    case SchoolOutcome::ValueAdded:
      return "value_added";
    case SchoolOutcome::Rating:
      return "rating";
    case SchoolOutcome::ValueAddedLevel:
      break;
  }
  return "value_added_level";
}

}  // namespace

LinearModel report_model(const panel::Panel& panel, const ReportQuestion& question) {
  std::map<int, ReportRow> rows;
  for (const int year : question.years) add_year(year_of(panel, year).schools, question, rows);
  const ReportNames names = {
      name_of(question.outcome),
      question.comparison.levels.empty() ? "model" : "level",
      {"low_income", "english_learner", "special_education", "black", "hispanic"},
      question.composition};
  return report_model_of(rows, names, question.comparison);
}

LinearFit report_regression(const panel::Panel& panel, const ReportQuestion& question) {
  return fit_report(report_model(panel, question));
}

}  // namespace homeroom::estimators
