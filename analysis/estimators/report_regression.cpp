#include "analysis/estimators/report_regression.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <map>
#include <stdexcept>

#include "analysis/estimators/dummies.hpp"
#include "analysis/estimators/panel_years.hpp"

namespace homeroom::estimators {
namespace {

constexpr std::size_t kShares = 5;
const std::array<const char*, kShares> kShareNames = {"low_income", "english_learner",
                                                      "special_education", "black", "hispanic"};

/// Sums over the years and subjects of one school.
struct SchoolRow {
  std::string word;
  double outcome = 0, tested = 0, enrolled = 0;
  std::array<double, kShares> shares{};
};

double outcome_of(const panel::Schools& schools, std::size_t s, int subject,
                  SchoolOutcome outcome) {
  switch (outcome) {
    case SchoolOutcome::Proficiency:
      return schools.proficiency[subject][s];
    case SchoolOutcome::MeanScore:
      return schools.mean_score[subject][s];
    case SchoolOutcome::MedianGrowth:
      return schools.median_sgp[subject][s];
    case SchoolOutcome::ValueAddedLevel:
      break;
  }
  const int level = schools.value_added_level[s];
  return level == panel::kNobody ? std::nan("") : level;
}

void add_year(const panel::Schools& schools, const ReportQuestion& question,
              std::map<int, SchoolRow>& rows) {
  const std::vector<std::string> words = compared_words(schools, question.comparison);
  for (std::size_t s = 0; s < schools.size(); ++s) {
    if (words[s].empty()) continue;
    SchoolRow& row = rows[schools.school[s]];
    row.word = words[s];
    for (const int subject : question.subjects) {
      const double y = outcome_of(schools, s, subject, question.outcome);
      const double tested = schools.tested[subject][s];
      if (std::isnan(y) || !(tested > 0.0)) continue;
      row.outcome += tested * y;
      row.tested += tested;
    }
    const std::array<double, kShares> shares = {schools.low_income[s], schools.english_learner[s],
                                                schools.special_education[s], schools.black[s],
                                                schools.hispanic[s]};
    const double enrolled = schools.enrolment[s];
    if (!(enrolled > 0.0)) continue;
    row.enrolled += enrolled;
    for (std::size_t k = 0; k < kShares; ++k) row.shares[k] += enrolled * shares[k];
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
    case SchoolOutcome::ValueAddedLevel:
      break;
  }
  return "value_added_level";
}

LinearModel model_of(const std::map<int, SchoolRow>& all, const ReportQuestion& question) {
  std::vector<std::pair<int, const SchoolRow*>> rows;
  for (const auto& [school, row] : all) {
    if (row.tested > 0.0 && row.enrolled > 0.0) rows.emplace_back(school, &row);
  }
  const auto n = static_cast<Eigen::Index>(rows.size());
  Eigen::VectorXd y(n), weight(n);
  Eigen::MatrixXd shares(n, static_cast<Eigen::Index>(kShares));
  std::vector<std::string> words, names;
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto& [school, row] = rows[static_cast<std::size_t>(i)];
    y[i] = row->outcome / row->tested;
    weight[i] = row->tested;
    for (std::size_t k = 0; k < kShares; ++k) {
      shares(i, static_cast<Eigen::Index>(k)) = row->shares[k] / row->enrolled;
    }
    words.push_back(row->word);
    names.push_back(fmt::format("school {}", school));
  }
  refuse_no_contrast(words, question.comparison);
  const char* kind = question.comparison.levels.empty() ? "model" : "level";
  std::vector<Column> columns = dummies(kind, words, kReference);
  for (std::size_t k = 0; k < kShares; ++k) {
    columns.emplace_back(kShareNames[k], shares.col(static_cast<Eigen::Index>(k)));
  }
  LinearModel model = linear_model(name_of(question.outcome), y, columns);
  model.weight = weight;
  model.rows = names;
  for (const auto& [school, row] : rows) model.cluster.push_back(school);
  return model;
}

}  // namespace

LinearModel report_model(const panel::Panel& panel, const ReportQuestion& question) {
  std::map<int, SchoolRow> rows;
  for (const int year : question.years) add_year(year_of(panel, year).schools, question, rows);
  return model_of(rows, question);
}

LinearFit report_regression(const panel::Panel& panel, const ReportQuestion& question) {
  return fit_linear(report_model(panel, question), {.errors = Errors::HC3});
}

}  // namespace homeroom::estimators
