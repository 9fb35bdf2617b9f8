#include "tests/support/patterns.hpp"

#include <array>

#include "analysis/estimators/intraclass.hpp"
#include "analysis/estimators/least_squares.hpp"

namespace homeroom::testing {
namespace {

constexpr int kShares = 6;  // a constant and five groups of children

bool is_read(const Students& students, std::size_t row, int subject) {
  const int grade = students.grade[row];
  return grade >= 3 && grade <= 8 && students.score[subject][row] != kNoScore;
}

double score_of(const Students& students, std::size_t row, int subject) {
  return students.score[subject][row] / static_cast<double>(kScorePoints);
}

template <class Count>
double share_of_staff(const World& world, Count&& count) {
  double part = 0, whole = 0;
  for (const SchoolYear& year : world.results.school) count(year, part, whole);
  return part / whole;
}

}  // namespace

double slope_of(const std::vector<double>& values) {
  Moments line;
  for (std::size_t year = 0; year < values.size(); ++year) {
    line.add(static_cast<double>(year), values[year]);
  }
  return line.slope();
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
  std::vector<double> score;
  std::vector<int> school;
  for (std::size_t row = 0; row < students.size(); ++row) {
    if (students.grade[row] != grade || students.score[subject][row] == kNoScore) continue;
    if (world.schools.selective[SchoolId{students.school[row]}]) continue;
    score.push_back(score_of(students, row, subject));
    school.push_back(static_cast<int>(students.school[row]));
  }
  return estimators::intraclass_correlation(score, school);
}

SchoolMeans school_means(const World& world, int subject) {
  std::vector<std::array<double, kShares>> shares;
  std::vector<double> score, weight;
  Moments poor;
  for (std::size_t s = 0; s < world.schools.size(); ++s) {
    const SchoolYear& year = world.results.school[SchoolId{s}];
    if (year.tested[subject] < 20 || world.schools.selective[SchoolId{s}]) continue;
    const double n = year.enrolment;
    shares.push_back({1.0, year.low_income / n, year.english_learners / n, year.special / n,
                      year.group[0] / n, year.group[1] / n});
    score.push_back(year.mean_score[subject]);
    weight.push_back(year.tested[subject]);
    poor.add(year.low_income / n, year.mean_score[subject]);
  }
  const auto rows = static_cast<Eigen::Index>(score.size());
  Eigen::MatrixXd x(rows, kShares);
  for (Eigen::Index i = 0; i < rows; ++i) {
    x.row(i) =
        Eigen::Map<const Eigen::RowVectorXd>(shares[static_cast<std::size_t>(i)].data(), kShares);
  }
  const double explained =
      estimators::least_squares(x, Eigen::Map<const Eigen::VectorXd>(score.data(), rows),
                                Eigen::Map<const Eigen::VectorXd>(weight.data(), rows))
          .r_squared;
  return {explained, poor.correlation()};
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
