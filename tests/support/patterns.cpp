#include "tests/support/patterns.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace homeroom::testing {
namespace {

constexpr int kShares = 5;

bool is_read(const Students& students, std::size_t row, int subject) {
  const int grade = students.grade[row];
  return grade >= 3 && grade <= 8 && students.score[subject][row] != kNoScore;
}

double score_of(const Students& students, std::size_t row, int subject) {
  return students.score[subject][row] / static_cast<double>(kScorePoints);
}

/// Weighted least squares by the normal equations, solved by elimination; returns R squared.
double explained_by(const std::vector<std::array<double, kShares>>& shares,
                    const std::vector<double>& score, const std::vector<double>& weight) {
  constexpr int kColumns = kShares + 1;
  double a[kColumns][kColumns + 1] = {};
  Moments total;
  for (std::size_t i = 0; i < score.size(); ++i) {
    std::array<double, kColumns> row{1.0};
    std::copy(shares[i].begin(), shares[i].end(), row.begin() + 1);
    for (int r = 0; r < kColumns; ++r) {
      for (int c = 0; c < kColumns; ++c) a[r][c] += weight[i] * row[r] * row[c];
      a[r][kColumns] += weight[i] * row[r] * score[i];
    }
    total.add(score[i], score[i], weight[i]);
  }
  for (int c = 0; c < kColumns; ++c) {
    for (int r = 0; r < kColumns; ++r) {
      if (r == c) continue;
      const double by = a[r][c] / a[c][c];
      for (int k = c; k <= kColumns; ++k) a[r][k] -= by * a[c][k];
    }
  }
  double unexplained = 0.0;
  for (std::size_t i = 0; i < score.size(); ++i) {
    double fitted = a[0][kColumns] / a[0][0];
    for (int k = 0; k < kShares; ++k) {
      fitted += a[k + 1][kColumns] / a[k + 1][k + 1] * shares[i][static_cast<std::size_t>(k)];
    }
    unexplained += weight[i] * (score[i] - fitted) * (score[i] - fitted);
  }
  return 1.0 - unexplained / (total.n * total.sd() * total.sd());
}

template <class Count>
double share_of_staff(const World& world, Count&& count) {
  double part = 0, whole = 0;
  for (const SchoolYear& year : world.results.school) count(year, part, whole);
  return part / whole;
}

}  // namespace

void Moments::add(double a, double b, double weight) {
  n += weight;
  x += weight * a;
  y += weight * b;
  xx += weight * a * a;
  yy += weight * b * b;
  xy += weight * a * b;
}

double Moments::sd() const { return std::sqrt(std::max(0.0, xx / n - mean() * mean())); }

double Moments::correlation() const {
  const double spread_y = std::sqrt(std::max(0.0, yy / n - y / n * (y / n)));
  return (xy / n - mean() * y / n) / (sd() * spread_y);
}

double slope_of(const std::vector<double>& values) {
  Moments line;
  for (std::size_t year = 0; year < values.size(); ++year) {
    line.add(static_cast<double>(year), values[year]);
  }
  return (line.xy / line.n - line.mean() * line.y / line.n) / (line.sd() * line.sd());
}

ScoreGaps score_gaps(const World& world, int subject) {
  const Students& students = world.students;
  Moments poor, others, black, white, learners, speakers;
  for (std::size_t row = 0; row < students.size(); ++row) {
    if (!is_read(students, row, subject)) continue;
    const double score = score_of(students, row, subject);
    (students.has(row, trait::kLowIncome) ? poor : others).add(score, 0);
    (students.has(row, trait::kEnglishLearner) ? learners : speakers).add(score, 0);
    if (students.group(row) == Group::Black) black.add(score, 0);
    if (students.group(row) == Group::White) white.add(score, 0);
  }
  return {poor.mean() - others.mean(), black.mean() - white.mean(),
          learners.mean() - speakers.mean()};
}

double subject_correlation(const World& world) {
  const Students& students = world.students;
  Moments both;
  for (std::size_t row = 0; row < students.size(); ++row) {
    if (!is_read(students, row, kMath) || !is_read(students, row, kEla)) continue;
    both.add(score_of(students, row, kMath), score_of(students, row, kEla));
  }
  return both.correlation();
}

double between_schools(const World& world, int grade, int subject) {
  const Students& students = world.students;
  std::vector<Moments> school(world.schools.size());
  Moments all;
  for (std::size_t row = 0; row < students.size(); ++row) {
    if (students.grade[row] != grade || students.score[subject][row] == kNoScore) continue;
    const double score = score_of(students, row, subject);
    school[students.school[row]].add(score, 0);
    all.add(score, 0);
  }
  // Analysis of variance with groups of unequal size.
  double groups = 0, between = 0, within = 0, squares = 0;
  for (const Moments& one : school) {
    if (one.n == 0) continue;
    ++groups;
    between += one.n * (one.mean() - all.mean()) * (one.mean() - all.mean());
    within += one.n * one.sd() * one.sd();
    squares += one.n * one.n;
  }
  const double typical = (all.n - squares / all.n) / (groups - 1);
  const double residual = within / (all.n - groups);
  const double of_schools = (between / (groups - 1) - residual) / typical;
  return of_schools / (of_schools + residual);
}

SchoolMeans school_means(const World& world, int subject) {
  std::vector<std::array<double, kShares>> shares;
  std::vector<double> score, weight;
  Moments poor;
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolYear& year = world.results.school[SchoolId{s}];
    if (year.tested[subject] < 20 || world.schools.selective[SchoolId{s}]) continue;
    const double n = year.enrolment;
    shares.push_back({year.low_income / n, year.english_learners / n, year.special / n,
                      year.group[0] / n, year.group[1] / n});
    score.push_back(year.mean_score[subject]);
    weight.push_back(year.tested[subject]);
    poor.add(year.low_income / n, year.mean_score[subject]);
  }
  return {explained_by(shares, score, weight), poor.correlation()};
}

double novice_share(const World& world) {
  return share_of_staff(world, [](const SchoolYear& year, double& part, double& whole) {
    part += year.novices;
    whole += year.teachers;
  });
}

double turnover(const World& world) {
  return share_of_staff(world, [](const SchoolYear& year, double& part, double& whole) {
    part += year.departures;
    whole += year.staff_before;
  });
}

double mean_score(const World& world, int subject) {
  return share_of_staff(world, [&](const SchoolYear& year, double& part, double& whole) {
    part += year.mean_score[subject] * year.tested[subject];
    whole += year.tested[subject];
  });
}

double mean_teacher(const World& world) {
  Moments effect;
  for (std::size_t row = 0; row < world.teachers.size(); ++row) {
    if (world.teachers.in_school(row)) effect.add(world.teachers.effect[kMath][row], 0);
  }
  return effect.mean();
}

double mean_leader(const World& world) {
  Moments lead;
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolId school{s};
    if (world.schools.is_open(school)) lead.add(world.schools.principals.leadership[school], 0);
  }
  return lead.mean();
}

double engagement_spread(const World& world) {
  Moments engagement;
  for (std::int8_t steps : world.students.engagement) engagement.add(steps / 32.0, 0);
  return engagement.sd();
}

}  // namespace homeroom::testing
