#include "analysis/estimators/report_rows.hpp"

#include <cmath>

#include "analysis/estimators/dummies.hpp"

namespace homeroom::estimators {

void ReportRow::add_outcome(double mean, double children_tested) {
  if (std::isnan(mean) || !(children_tested > 0.0)) return;
  outcome += children_tested * mean;
  tested += children_tested;
}

void ReportRow::add_shares(const Shares& of_year, double enrolment) {
  if (!(enrolment > 0.0)) return;
  enrolled += enrolment;
  for (std::size_t k = 0; k < kShares; ++k) shares[k] += enrolment * of_year[k];
}

LinearModel report_model_of(const std::map<int, ReportRow>& schools, const ReportNames& called,
                            const ModelComparison& comparison) {
  std::vector<std::pair<int, const ReportRow*>> rows;
  for (const auto& [school, row] : schools) {
    if (row.tested > 0.0 && row.enrolled > 0.0) rows.emplace_back(school, &row);
  }
  const auto n = static_cast<Eigen::Index>(rows.size());
  Eigen::VectorXd y(n), weight(n);
  Eigen::MatrixXd shares(n, static_cast<Eigen::Index>(kShares));
  std::vector<std::string> words, names;
  for (Eigen::Index i = 0; i < n; ++i) {
    const ReportRow& row = *rows[static_cast<std::size_t>(i)].second;
    y[i] = row.outcome / row.tested;
    weight[i] = row.tested;
    for (std::size_t k = 0; k < kShares; ++k) {
      shares(i, static_cast<Eigen::Index>(k)) = row.shares[k] / row.enrolled;
    }
    words.push_back(row.word);
    names.push_back(row.name);
  }
  refuse_no_contrast(words, comparison);
  std::vector<Column> columns = dummies(called.kind, words, kReference);
  for (std::size_t k = 0; k < kShares && called.composition; ++k) {
    columns.emplace_back(called.shares[k], shares.col(static_cast<Eigen::Index>(k)));
  }
  LinearModel model = linear_model(called.outcome, y, columns);
  model.weight = weight;
  model.rows = names;
  for (const auto& [school, row] : rows) model.cluster.push_back(school);
  return model;
}

LinearFit fit_report(const LinearModel& model) {
  return fit_linear(model, {.errors = Errors::HC3});
}

}  // namespace homeroom::estimators
