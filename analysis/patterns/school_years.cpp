// What a school's year adds to its children's scores beyond what it adds every year, in a model of
// the score on last year's: the shocks that classes and cohorts share.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <vector>

#include "analysis/estimators/intraclass.hpp"
#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"
#include "analysis/patterns/teacher_sample.hpp"

namespace homeroom::patterns {
namespace {

constexpr Eigen::Index kFewestChildren = 1000;

/// Residuals of the sample's score on last year's in the same subject, over all rows.
std::vector<double> gains(const TeacherSample& sample, int subject) {
  const auto n = static_cast<std::size_t>(sample.nested.y.size());
  estimators::Moments line;
  for (std::size_t i = 0; i < n; ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    line.add(sample.nested.x(row, subject), sample.nested.y[row]);
  }
  std::vector<double> residual(n);
  for (std::size_t i = 0; i < n; ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    residual[i] = sample.nested.y[row] - line.slope() * sample.nested.x(row, subject);
  }
  return residual;
}

/// SD between cells of school, year and grade beyond that between schools, in SD of the score.
double school_year_sd(const TeacherSample& sample, int subject) {
  const std::vector<double> residual = gains(sample, subject);
  std::map<std::array<int, 3>, int> cells;
  std::vector<int> cell;
  estimators::Moments all, scores;
  for (std::size_t i = 0; i < residual.size(); ++i) {
    const std::array<int, 3> key{sample.nested.schools[i], sample.year[i], sample.grade[i]};
    cell.push_back(cells.try_emplace(key, static_cast<int>(cells.size())).first->second);
    all.add(residual[i]);
    scores.add(sample.nested.y[static_cast<Eigen::Index>(i)]);
  }
  const double between = estimators::intraclass_correlation(residual, cell) -
                         estimators::intraclass_correlation(residual, sample.nested.schools);
  return std::sqrt(std::max(0.0, between * all.variance() / scores.variance()));
}

/// SD of children's growth percentiles; 28.6 where the reference is their own population.
double percentile_spread(const panel::Panel& panel, int subject) {
  estimators::Moments all;
  for (const panel::Year& year : panel.years) {
    for (const float sgp : year.students.sgp[subject]) {
      if (!std::isnan(sgp)) all.add(static_cast<double>(sgp));
    }
  }
  return all.sd();
}

}  // namespace

void add_school_years(const panel::Panel& panel, Figures& figures) {
  for (int m = 0; m < kSubjects; ++m) {
    const TeacherSample sample = teacher_sample(panel, m);
    figures["school_year_sd_" + subject_key(m)] =
        sample.nested.y.size() < kFewestChildren ? estimators::kMissing : school_year_sd(sample, m);
    figures["sgp_child_sd_" + subject_key(m)] = percentile_spread(panel, m);
  }
}

}  // namespace homeroom::patterns
