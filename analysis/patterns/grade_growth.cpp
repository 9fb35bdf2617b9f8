#include "analysis/patterns/grade_growth.hpp"

#include <cmath>

#include "analysis/estimators/moments.hpp"

namespace homeroom::patterns {

std::vector<double> growth_of_children(const panel::Year& before, const panel::Year& now,
                                       int subject, int ids) {
  const panel::Students& children = now.students;
  const std::vector<int> then = panel::rows_in(before, children, ids);
  std::vector<double> prior(children.size(), estimators::kMissing), growth = prior;
  std::map<int, estimators::Moments> grades;
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (then[i] == panel::kNobody) continue;
    prior[i] = double{before.students.score[subject][static_cast<std::size_t>(then[i])]};
    const double score{children.score[subject][i]};
    if (!std::isnan(prior[i] + score)) grades[children.grade[i]].add(prior[i], score);
  }
  for (std::size_t i = 0; i < children.size(); ++i) {
    const double score{children.score[subject][i]};
    if (std::isnan(prior[i] + score)) continue;
    const estimators::Moments& line = grades[children.grade[i]];
    growth[i] = score - line.mean_y() - line.slope() * (prior[i] - line.mean());
  }
  return growth;
}

std::map<Cell, Growth> growth_by_cell(const panel::Year& before, const panel::Year& now,
                                      int subject, int ids) {
  const std::vector<double> growth = growth_of_children(before, now, subject, ids);
  std::map<Cell, Growth> cells;
  for (std::size_t i = 0; i < growth.size(); ++i) {
    if (std::isnan(growth[i])) continue;
    Growth& cell = cells[{now.students.school[i], now.students.grade[i]}];
    cell.sum += growth[i];
    ++cell.children;
  }
  return cells;
}

}  // namespace homeroom::patterns
