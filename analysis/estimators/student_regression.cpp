#include "analysis/estimators/student_regression.hpp"

#include <cmath>

#include "analysis/estimators/child_columns.hpp"
#include "analysis/estimators/dummies.hpp"
#include "analysis/estimators/panel_years.hpp"

namespace homeroom::estimators {
namespace {

/// One year's children with an outcome, in schools that are compared.
struct YearRows {
  ChildRows children;
  std::vector<double> outcome;
};

double outcome_of(const panel::Students& students, std::size_t row,
                  const StudentQuestion& question) {
  if (!question.cuts) return mean_score(students, row, question.subjects);
  PerSubject<double> scores{}, cuts{};
  std::size_t count = 0;
  for (const int subject : question.subjects) {
    scores[count] = static_cast<double>(students.score[subject][row]);
    cuts[count++] = (*question.cuts)[subject];
  }
  return share_proficient({scores.data(), count}, {cuts.data(), count});
}

YearRows rows_of(const panel::Year& year, const StudentQuestion& question) {
  const std::vector<std::string> words = compared_words(year.schools, question.comparison);
  YearRows rows;
  for (std::size_t i = 0; i < year.students.size(); ++i) {
    const int school = year.schools.row_of(year.students.school[i]);
    if (school == panel::kNobody || words[static_cast<std::size_t>(school)].empty()) continue;
    const double y = outcome_of(year.students, i, question);
    if (std::isnan(y)) continue;
    rows.children.row.push_back(i);
    rows.children.words.push_back(words[static_cast<std::size_t>(school)]);
    rows.children.school.push_back(year.students.school[i]);
    rows.outcome.push_back(y);
  }
  return rows;
}

/// Columns of one name below each other.
void append(std::vector<Column>& all, const std::vector<Column>& more) {
  if (all.empty()) {
    all = more;
    return;
  }
  for (std::size_t k = 0; k < all.size(); ++k) {
    Eigen::VectorXd& top = all[k].second;
    const Eigen::VectorXd& bottom = more[k].second;
    top.conservativeResize(top.size() + bottom.size());
    top.tail(bottom.size()) = bottom;
  }
}

}  // namespace

LinearModel student_model(const panel::Panel& panel, const StudentQuestion& question) {
  std::vector<double> outcome;
  std::vector<std::string> words;
  std::vector<int> school;
  std::vector<Column> traits;
  for (const int number : question.years) {
    const panel::Year& year = year_of(panel, number);
    const YearRows rows = rows_of(year, question);
    append(traits, trait_columns(year.students, rows.children.row));
    outcome.insert(outcome.end(), rows.outcome.begin(), rows.outcome.end());
    words.insert(words.end(), rows.children.words.begin(), rows.children.words.end());
    school.insert(school.end(), rows.children.school.begin(), rows.children.school.end());
  }
  const auto n = static_cast<Eigen::Index>(outcome.size());
  return student_model_of(
      {question.cuts ? "proficient" : "score", Eigen::Map<const Eigen::VectorXd>(outcome.data(), n),
       question.comparison.levels.empty() ? "model" : "level", words, traits, school},
      question.comparison);
}

LinearModel student_model_of(const ComparedStudents& students, const ModelComparison& comparison) {
  refuse_no_contrast(students.words, comparison);
  std::vector<Column> columns = dummies(students.kind, students.words, kReference);
  columns.insert(columns.end(), students.traits.begin(), students.traits.end());
  LinearModel model = linear_model(students.outcome, students.y, columns);
  model.cluster = students.school;
  return model;
}

double share_proficient(std::span<const double> scores, std::span<const double> cuts) {
  double proficient = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (std::isnan(scores[i])) return scores[i];
    proficient += scores[i] >= cuts[i] ? 1.0 : 0.0;
  }
  return 100.0 * proficient / static_cast<double>(scores.size());
}

LinearFit student_regression(const panel::Panel& panel, const StudentQuestion& question,
                             Errors errors) {
  return fit_linear(student_model(panel, question), {.errors = errors});
}

}  // namespace homeroom::estimators
