#include "analysis/estimators/value_added.hpp"

#include <cmath>

#include "analysis/estimators/child_columns.hpp"
#include "analysis/estimators/dummies.hpp"
#include "analysis/estimators/panel_years.hpp"

namespace homeroom::estimators {
namespace {

/// Children with scores in both years, and what is held equal of them.
struct LaggedScores {
  ChildRows children;
  Eigen::VectorXd outcome;
  std::vector<Column> columns;
};

std::vector<Column> earlier_scores(const panel::Students& before,
                                   const std::vector<std::size_t>& rows) {
  const auto n = static_cast<Eigen::Index>(rows.size());
  std::vector<Column> columns = {{"math_before", Eigen::VectorXd(n)},
                                 {"ela_before", Eigen::VectorXd(n)}};
  for (int subject = 0; subject < kSubjects; ++subject) {
    Eigen::VectorXd& values = columns[static_cast<std::size_t>(subject)].second;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      values[static_cast<Eigen::Index>(i)] = static_cast<double>(before.score[subject][rows[i]]);
    }
  }
  return with_squares(columns);
}

/// `words` by row of the year's schools; empty: not compared.
LaggedScores lagged_scores(const panel::Panel& panel, const ValueAddedQuestion& question,
                           const std::vector<std::string>& words) {
  const panel::Year &year = year_of(panel, question.year),
                    &last = year_of(panel, question.year - 1);
  const std::vector<int> then = panel::rows_in(last, year.students, panel.students);
  LaggedScores scores;
  std::vector<std::size_t> before;
  std::vector<double> outcome;
  for (std::size_t i = 0; i < year.students.size(); ++i) {
    const int school = year.schools.row_of(year.students.school[i]);
    if (school == panel::kNobody || then[i] == panel::kNobody) continue;
    const auto s = static_cast<std::size_t>(school), row = static_cast<std::size_t>(then[i]);
    const double y = mean_score(year.students, i, question.subjects);
    if (words[s].empty() || std::isnan(y + mean_score(last.students, row, {kMath, kEla}))) continue;
    scores.children.row.push_back(i);
    scores.children.words.push_back(words[s]);
    scores.children.school.push_back(year.students.school[i]);
    before.push_back(row);
    outcome.push_back(y);
  }
  scores.outcome =
      Eigen::Map<const Eigen::VectorXd>(outcome.data(), static_cast<Eigen::Index>(outcome.size()));
  scores.columns = earlier_scores(last.students, before);
  const auto append = [&](std::vector<Column> more) {
    for (Column& one : more) scores.columns.push_back(std::move(one));
  };
  append(grade_columns(year.students, scores.children.row));
  if (question.traits) append(trait_columns(year.students, scores.children.row));
  return scores;
}

}  // namespace

SchoolEffects value_added_of_schools(const panel::Panel& panel,
                                     const ValueAddedQuestion& question) {
  const std::vector<std::string> all(year_of(panel, question.year).schools.size(), "school");
  const LaggedScores scores = lagged_scores(panel, question, all);
  return value_added_among(scores.outcome, scores.columns, scores.children.school);
}

LinearModel value_added_model(const panel::Panel& panel, const ValueAddedQuestion& question,
                              const ModelComparison& comparison) {
  const panel::Year& year = year_of(panel, question.year);
  const LaggedScores scores =
      lagged_scores(panel, question, compared_words(year.schools, comparison));
  refuse_no_contrast(scores.children.words, comparison);
  std::vector<Column> columns =
      dummies(comparison.levels.empty() ? "model" : "level", scores.children.words, kReference);
  columns.insert(columns.end(), scores.columns.begin(), scores.columns.end());
  LinearModel model = linear_model("score", scores.outcome, columns);
  model.cluster = scores.children.school;
  return model;
}

LinearFit value_added_of_models(const panel::Panel& panel, const ValueAddedQuestion& question,
                                const ModelComparison& comparison) {
  return fit_linear(value_added_model(panel, question, comparison), {.errors = Errors::Clustered});
}

std::vector<Column> with_squares(std::vector<Column> scores) {
  const std::size_t count = scores.size();
  scores.reserve(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    scores.emplace_back(scores[i].first + "_squared", scores[i].second.cwiseAbs2());
  }
  return scores;
}

SchoolEffects value_added_among(const Eigen::VectorXd& score, const std::vector<Column>& columns,
                                const std::vector<int>& school) {
  Eigen::MatrixXd x(score.size(), static_cast<Eigen::Index>(columns.size()));
  std::vector<std::string> names;
  for (std::size_t k = 0; k < columns.size(); ++k) {
    x.col(static_cast<Eigen::Index>(k)) = columns[k].second;
    names.push_back(columns[k].first);
  }
  return estimate_school_effects(x, score, school, names);
}

int value_added_level(double estimate, double error, const IndexCuts& cuts) {
  const double index = estimate / error;
  if (!std::isfinite(index)) return 0;
  if (index >= cuts.far) return 5;
  if (index >= cuts.near) return 4;
  if (index >= -cuts.near) return 3;
  return index >= -cuts.far ? 2 : 1;
}

}  // namespace homeroom::estimators
