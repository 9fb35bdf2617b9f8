// Teachers' effects as studies estimate them: their spread by a mixed model of children's scores,
// the deficit of novices, and what is left of a teacher's effect a year later.
#include <cmath>
#include <map>
#include <tuple>

#include "analysis/estimators/least_squares.hpp"
#include "analysis/estimators/moments.hpp"
#include "analysis/patterns/figures.hpp"
#include "analysis/patterns/teacher_sample.hpp"

namespace homeroom::patterns {
namespace {

using estimators::NestedEffects;
using panel::Panel;

constexpr Eigen::Index kFewestChildren = 1000;

struct Sum {
  double residual = 0, n = 0;
};

/// Of each row's teacher, the mean residual of children taught in other years; NaN where there are
/// none. It shares no child and no class with the row's own year.
std::vector<double> effect_elsewhere(const TeacherSample& sample, const Eigen::VectorXd& residual) {
  std::map<int, Sum> all;
  std::map<std::pair<int, int>, Sum> own;
  const auto n = static_cast<std::size_t>(residual.size());
  for (std::size_t i = 0; i < n; ++i) {
    const int teacher = sample.nested.teachers[i];
    for (Sum* sum : {&all[teacher], &own[{teacher, sample.year[i]}]}) {
      sum->residual += residual[static_cast<Eigen::Index>(i)];
      ++sum->n;
    }
  }
  std::vector<double> effect(n, estimators::kMissing);
  for (std::size_t i = 0; i < n; ++i) {
    const Sum &whole = all[sample.nested.teachers[i]],
              &part = own[{sample.nested.teachers[i], sample.year[i]}];
    if (whole.n > part.n) effect[i] = (whole.residual - part.residual) / (whole.n - part.n);
  }
  return effect;
}

/// Score of each row's child in the next year, against the mean of that year and grade; NaN where
/// the child was not tested one grade higher.
std::vector<double> next_scores(const Panel& panel, const TeacherSample& sample, int subject) {
  std::vector<std::map<int, double>> score(panel.years.size());
  for (std::size_t y = 0; y < panel.years.size(); ++y) {
    const panel::Students& students = panel.years[y].students;
    std::vector<estimators::Moments> grade(kGrades);
    for (const bool sums : {true, false}) {
      for (std::size_t i = 0; i < students.size(); ++i) {
        const auto value = static_cast<double>(students.score[subject][i]);
        if (std::isnan(value)) continue;
        estimators::Moments& of = grade[static_cast<std::size_t>(students.grade[i])];
        if (sums) {
          of.add(value);
        } else {
          score[y][students.student[i]] = value - of.mean();
        }
      }
    }
  }
  std::vector<double> next(sample.student.size(), estimators::kMissing);
  for (std::size_t i = 0; i < next.size(); ++i) {
    const auto y = static_cast<std::size_t>(sample.year[i]) + 1;
    if (y >= score.size()) continue;
    const auto found = score[y].find(sample.student[i]);
    if (found != score[y].end()) next[i] = found->second;
  }
  return next;
}

/// School, year and grade: children of one cell change to the same grade's teachers together.
using Cell = std::tuple<int, int, int>;

/// Differences from the mean of the same school, year and grade: what a school does for all its
/// children lasts longer than what a teacher does for a class. Over the grades of a school a good
/// teacher now would stand for a worse one next, since both come from the same few.
void centre_by_cell(const std::vector<Cell>& cell, Eigen::MatrixXd& columns) {
  struct Mean {
    Eigen::RowVectorXd sum;
    double n = 0;
  };
  std::map<Cell, Mean> means;
  for (Eigen::Index i = 0; i < columns.rows(); ++i) {
    Mean& mean = means[cell[static_cast<std::size_t>(i)]];
    if (mean.n == 0) mean.sum = Eigen::RowVectorXd::Zero(columns.cols());
    mean.sum += columns.row(i);
    ++mean.n;
  }
  for (Eigen::Index i = 0; i < columns.rows(); ++i) {
    const Mean& mean = means[cell[static_cast<std::size_t>(i)]];
    columns.row(i) -= mean.sum / mean.n;
  }
}

/// Weight of a teacher's effect, estimated elsewhere, in the children's next score against this
/// one's, the rest of the sample's columns and the school's year and grade held fixed: Jacob,
/// Lefgren and Sims (2010) in the reduced form.
double kept_next_year(const Panel& panel, const TeacherSample& sample, int subject,
                      const NestedEffects& effects) {
  const Eigen::VectorXd residual = sample.nested.y - sample.nested.x * effects.coefficients;
  const std::vector<double> effect = effect_elsewhere(sample, residual),
                            next = next_scores(panel, sample, subject);
  std::vector<Eigen::Index> rows;
  for (std::size_t i = 0; i < effect.size(); ++i) {
    if (!std::isnan(effect[i]) && !std::isnan(next[i]))
      rows.push_back(static_cast<Eigen::Index>(i));
  }
  const auto n = static_cast<Eigen::Index>(rows.size());
  if (n < kFewestChildren) return estimators::kMissing;
  // Columns: the effect, the sample's own, this year's score and the next.
  const Eigen::Index own = sample.nested.x.cols();
  Eigen::MatrixXd all(n, own + 3);
  std::vector<Cell> cell;
  for (Eigen::Index i = 0; i < n; ++i) {
    const Eigen::Index row = rows[static_cast<std::size_t>(i)];
    const auto at = static_cast<std::size_t>(row);
    all(i, 0) = effect[at];
    all.block(i, 1, 1, own) = sample.nested.x.row(row);
    all(i, own + 1) = sample.nested.y[row];
    all(i, own + 2) = next[at];
    cell.emplace_back(sample.nested.schools[at], sample.year[at], sample.grade[at]);
  }
  centre_by_cell(cell, all);
  const Eigen::MatrixXd x = all.leftCols(own + 1);
  const Eigen::VectorXd alike = Eigen::VectorXd::Ones(n);
  return estimators::least_squares(x, all.col(own + 2), alike).coefficients[0] /
         estimators::least_squares(x, all.col(own + 1), alike).coefficients[0];
}

}  // namespace

void add_teacher_effects(const Panel& panel, Figures& figures) {
  for (int m = 0; m < kSubjects; ++m) {
    const std::string key = subject_key(m);
    for (const char* figure : {"teacher_sd_", "class_sd_", "novice_", "teacher_effect_kept_"}) {
      figures[figure + key] = estimators::kMissing;
    }
    const TeacherSample sample = teacher_sample(panel, m);
    if (sample.nested.y.size() < kFewestChildren) continue;
    const NestedEffects effects = estimators::estimate_nested_effects(sample.nested);
    figures["teacher_sd_" + key] = effects.teacher_sd;
    figures["class_sd_" + key] = effects.class_sd;
    if (sample.has_novices) {
      figures["novice_" + key] = effects.coefficients[sample.nested.x.cols() - 1];
    }
    figures["teacher_effect_kept_" + key] = kept_next_year(panel, sample, m, effects);
  }
}

}  // namespace homeroom::patterns
