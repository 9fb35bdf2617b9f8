#include <fmt/format.h>

#include <stdexcept>

#include "analysis/estimators/child_columns.hpp"
#include "analysis/estimators/linear_text.hpp"
#include "analysis/estimators/student_regression.hpp"
#include "app/estimate_models.hpp"
#include "app/estimate_vectors.hpp"
#include "app/estimated.hpp"

namespace homeroom::app {
namespace {

using Columns = std::vector<const TableColumn*>;

void refuse_other_count(const Columns& scores, const std::vector<double>& cuts) {
  if (cuts.empty() || cuts.size() == scores.size()) return;
  throw std::invalid_argument(fmt::format(
      "--report-children names {} scores and --proficient-from {} cuts (allowed: a cut for each)",
      scores.size(), cuts.size()));
}

Eigen::VectorXd outcome_of(const Columns& scores, const std::vector<double>& cuts,
                           std::size_t rows) {
  Eigen::VectorXd outcome(static_cast<Eigen::Index>(rows));
  std::vector<double> of_child(scores.size());
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t k = 0; k < scores.size(); ++k) of_child[k] = scores[k]->numbers[i];
    outcome[static_cast<Eigen::Index>(i)] = cuts.empty()
                                                ? estimators::mean_of_scores(of_child)
                                                : estimators::share_proficient(of_child, cuts);
  }
  return outcome;
}

}  // namespace

Estimated estimate_children(const EstimateOptions& options, const EstimateTable& table) {
  const TableColumn& model = *table.named_by("--model");
  const Columns scores = table.all_named_by("--report-children"),
                traits = table.all_named_by("--traits");
  const std::vector<double>& cuts = options.proficient_from;
  refuse_other_count(scores, cuts);
  refuse_not_five("--traits", traits);
  const estimators::ModelComparison comparison = comparison_of(options, model);
  estimators::ComparedStudents students;
  students.outcome = cuts.empty() ? "score" : "proficient";
  students.y = outcome_of(scores, cuts, table.lines.size());
  students.kind = model.name;
  students.words = compared_words(model, comparison);
  for (const TableColumn* trait : traits) {
    students.traits.emplace_back(trait->name, vector_of(trait->numbers));
  }
  students.school = numbers_of(table.named_by("--school")->words);
  estimators::LinearModel linear = student_model_of(students, comparison);
  linear.rows = names_of_rows(table);
  const estimators::LinearFit fit =
      estimators::fit_linear(linear, {.errors = estimators::Errors::Clustered});
  Estimated estimated;
  estimated.warnings = fit.warnings;
  estimated.text = text_of(fit) + about_reference(options, comparison);
  estimated.csv = csv_of(fit);
  return estimated;
}

}  // namespace homeroom::app
