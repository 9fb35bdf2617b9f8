// Means of schools: what demographics explain of them, and how they keep from year to year.
#include <array>
#include <cmath>
#include <map>
#include <stdexcept>

#include "analysis/estimators/least_squares.hpp"
#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

using estimators::Moments;
using panel::Panel;
using panel::Year;

constexpr double kFewestTested = 20;
constexpr Eigen::Index kShares = 5;

/// Schools that take all comers, with at least twenty tested children.
std::vector<std::size_t> read_schools(const Year& year, int subject) {
  std::vector<std::size_t> rows;
  for (std::size_t s = 0; s < year.schools.size(); ++s) {
    if (year.schools.tested[subject][s] >= kFewestTested && !year.schools.selective[s]) {
      rows.push_back(s);
    }
  }
  return rows;
}

/// Shares of low income, English learners, special education, Black and Hispanic children.
std::vector<std::array<double, kShares>> demographics(const Year& year) {
  std::vector<std::array<double, kShares>> sums(year.schools.size());
  const panel::Students& students = year.students;
  std::vector<double> children(year.schools.size());
  for (std::size_t i = 0; i < students.size(); ++i) {
    const int row = year.schools.row_of(students.school[i]);
    if (row == panel::kNobody) continue;
    const auto s = static_cast<std::size_t>(row);
    const double is[kShares] = {static_cast<double>(students.low_income[i]),
                                static_cast<double>(students.english_learner[i]),
                                static_cast<double>(students.special_education[i]),
                                students.group[i] == panel::Group::Black ? 1.0 : 0.0,
                                students.group[i] == panel::Group::Hispanic ? 1.0 : 0.0};
    for (std::size_t k = 0; k < kShares; ++k) sums[s][k] += is[k];
    ++children[s];
  }
  for (std::size_t s = 0; s < sums.size(); ++s) {
    for (double& sum : sums[s]) sum /= std::max(1.0, children[s]);
  }
  return sums;
}

double explained(const Year& year, int subject, const std::vector<std::size_t>& rows,
                 const std::vector<std::array<double, kShares>>& shares) {
  const auto n = static_cast<Eigen::Index>(rows.size());
  if (n < 2 * kShares) return estimators::kMissing;
  Eigen::MatrixXd x(n, kShares + 1);
  Eigen::VectorXd y(n), weight(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const std::size_t s = rows[static_cast<std::size_t>(i)];
    x(i, 0) = 1.0;
    for (Eigen::Index k = 0; k < kShares; ++k) x(i, k + 1) = shares[s][static_cast<std::size_t>(k)];
    y[i] = year.schools.mean_score[subject][s];
    weight[i] = year.schools.tested[subject][s];
  }
  try {
    return estimators::least_squares(x, y, weight).r_squared;
  } catch (const std::invalid_argument&) {  // a group that no school has explains nothing
    return estimators::kMissing;
  }
}

void add_levels(const Panel& panel, int subject, Figures& figures) {
  Average income, share;
  for (const Year& year : panel.years) {
    const std::vector<std::size_t> rows = read_schools(year, subject);
    const auto shares = demographics(year);
    Moments pairs;
    for (const std::size_t s : rows) pairs.add(shares[s][0], year.schools.mean_score[subject][s]);
    income.add(pairs.correlation());
    share.add(explained(year, subject, rows, shares));
  }
  figures["school_mean_low_income_" + subject_key(subject)] = income.value();
  figures["school_mean_explained_" + subject_key(subject)] = share.value();
}

void add_persistence(const Panel& panel, int subject, Figures& figures) {
  Average r;
  for (std::size_t y = 1; y < panel.years.size(); ++y) {
    const Year &before = panel.years[y - 1], &now = panel.years[y];
    Moments pairs;
    for (const std::size_t s : read_schools(now, subject)) {
      const int row = before.schools.row_of(now.schools.school[s]);
      if (row == panel::kNobody) continue;
      const auto then = static_cast<std::size_t>(row);
      if (before.schools.tested[subject][then] < kFewestTested) continue;
      pairs.add(before.schools.mean_score[subject][then], now.schools.mean_score[subject][s]);
    }
    r.add(pairs.correlation());
  }
  figures["school_mean_persistence_" + subject_key(subject)] = r.value();
}

constexpr int kReliabilityGrade = 5;

/// Mean scores of a grade by school, where at least twenty were tested and all comers are taken.
std::map<int, double> grade_means(const Year& year, int subject, int grade) {
  std::map<int, Moments> sums;
  for (std::size_t i = 0; i < year.students.size(); ++i) {
    const auto score = static_cast<double>(year.students.score[subject][i]);
    const int row = year.schools.row_of(year.students.school[i]);
    if (year.students.grade[i] != grade || std::isnan(score) || row == panel::kNobody) continue;
    if (!year.schools.selective[static_cast<std::size_t>(row)])
      sums[year.students.school[i]].add(score);
  }
  std::map<int, double> means;
  for (const auto& [school, sum] : sums) {
    if (sum.count() >= kFewestTested) means[school] = sum.mean();
  }
  return means;
}

/// Correlation of a grade's means in successive years, of other children each: the share of their
/// variance that is neither sampling nor one year's luck, as in Kane and Staiger (2001).
void add_reliability(const Panel& panel, int subject, Figures& figures) {
  Average r;
  for (std::size_t y = 1; y < panel.years.size(); ++y) {
    const std::map<int, double> before =
        grade_means(panel.years[y - 1], subject, kReliabilityGrade);
    Moments pairs;
    for (const auto& [school, mean] : grade_means(panel.years[y], subject, kReliabilityGrade)) {
      const auto then = before.find(school);
      if (then != before.end()) pairs.add(then->second, mean);
    }
    r.add(pairs.correlation());
  }
  figures["grade_mean_reliability_" + subject_key(subject)] = r.value();
}

}  // namespace

void add_school_means(const Panel& panel, Figures& figures) {
  for (int m = 0; m < kSubjects; ++m) {
    add_levels(panel, m, figures);
    add_persistence(panel, m, figures);
    add_reliability(panel, m, figures);
  }
}

}  // namespace homeroom::patterns
