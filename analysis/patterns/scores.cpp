// Children's scores: how much lies between schools, how it keeps from year to year, gaps.
#include <cmath>

#include "analysis/estimators/intraclass.hpp"
#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

using estimators::Moments;
using panel::Group;
using panel::Panel;
using panel::Year;

constexpr int kFirstTested = 3, kLastYearly = 8, kFirstByExamination = 7;

/// Among schools that take all comers, or among all: the samples behind the band hold few that
/// admit by examination, and where such schools take a fifth of a grade they alone set a seventh
/// apart.
double between_schools(const Year& year, int subject, int grade, bool with_selective) {
  const panel::Students& students = year.students;
  std::vector<double> score;
  std::vector<int> school;
  for (std::size_t i = 0; i < students.size(); ++i) {
    const float value = students.score[subject][i];
    const int row = year.schools.row_of(students.school[i]);
    if (students.grade[i] != grade || std::isnan(value) || row == panel::kNobody) continue;
    if (!with_selective && year.schools.selective[static_cast<std::size_t>(row)]) continue;
    score.push_back(static_cast<double>(value));
    school.push_back(students.school[i]);
  }
  return estimators::intraclass_correlation(score, school);
}

void add_shares(const Panel& panel, int subject, Figures& figures) {
  const std::string m = subject_key(subject);
  double of_grade[kGrades] = {};
  Average all, whole;
  for (const int grade : {3, 4, 5, 6, 7, 8, 10}) {
    Average share;
    for (const Year& year : panel.years) share.add(between_schools(year, subject, grade, false));
    of_grade[grade] = share.value();
    for (const Year& year : panel.years) {
      if (grade < kFirstByExamination || !year.schools.any_selective()) continue;
      whole.add(between_schools(year, subject, grade, true));
    }
    figures["between_schools_" + m + "_" + std::to_string(grade)] = share.value();
    if (grade <= kLastYearly) all.add(share.value());
  }
  figures["between_schools_" + m] = all.value();
  figures["between_all_schools_" + m] = whole.value();
  figures["between_schools_rise_" + m] = of_grade[5] - of_grade[3];
}

/// Pairs of scores of children who were `apart` grades and years lower, by the later grade.
std::vector<Moments> score_pairs(const Panel& panel, int subject, int apart) {
  std::vector<Moments> pairs(kGrades);
  for (std::size_t y = static_cast<std::size_t>(apart); y < panel.years.size(); ++y) {
    const Year &before = panel.years[y - static_cast<std::size_t>(apart)], &now = panel.years[y];
    const std::vector<int> row = rows_in(before, now.students, panel.students);
    for (std::size_t i = 0; i < row.size(); ++i) {
      const int grade = now.students.grade[i];
      if (row[i] == panel::kNobody || grade < kFirstTested + apart || grade > kLastYearly) continue;
      const auto j = static_cast<std::size_t>(row[i]);
      const float first = before.students.score[subject][j],
                  second = now.students.score[subject][i];
      if (before.students.grade[j] != grade - apart || std::isnan(first) || std::isnan(second))
        continue;
      pairs[static_cast<std::size_t>(grade)].add(static_cast<double>(first),
                                                 static_cast<double>(second));
    }
  }
  return pairs;
}

/// Correlation of scores in successive years, by the later grade; the slope is by grade.
void add_adjacent(const Panel& panel, int subject, Figures& figures) {
  const std::vector<Moments> pairs = score_pairs(panel, subject, 1);
  Moments line;
  for (int grade = kFirstTested + 1; grade <= kLastYearly; ++grade) {
    const double r = pairs[static_cast<std::size_t>(grade)].correlation();
    figures["adjacent_" + subject_key(subject) + "_" + std::to_string(grade)] = r;
    line.add(grade, r);
  }
  figures["adjacent_rise_" + subject_key(subject)] = line.slope();
}

/// Correlation of scores further apart, mean of the grades.
void add_apart(const Panel& panel, int subject, Figures& figures) {
  for (const int apart : {2, 4}) {
    Average mean;
    for (const Moments& pairs : score_pairs(panel, subject, apart)) mean.add(pairs.correlation());
    figures["apart_" + std::to_string(apart) + "_" + subject_key(subject)] = mean.value();
  }
}

/// SD of all scores of a grade and year, which the unit of scores does not fix: it is that of the
/// state, and a city's children may differ more or less.
void add_spread(const Panel& panel, int subject, Figures& figures) {
  Average spread;
  for (const Year& year : panel.years) {
    std::vector<Moments> grades(kGrades);
    for (std::size_t i = 0; i < year.students.size(); ++i) {
      const auto score = static_cast<double>(year.students.score[subject][i]);
      const int grade = year.students.grade[i];
      if (std::isnan(score) || grade > kLastYearly) continue;
      grades[static_cast<std::size_t>(grade)].add(score, score);
    }
    for (int grade = kFirstTested; grade <= kLastYearly; ++grade) {
      spread.add(std::sqrt(grades[static_cast<std::size_t>(grade)].variance_y()));
    }
  }
  figures["score_spread_" + subject_key(subject)] = spread.value();
}

struct Gap {
  Moments these, others;
  double value() const { return these.mean() - others.mean(); }
};

void add_gaps(const Panel& panel, int subject, Figures& figures) {
  Gap income, black, language, special;
  Moments subjects;
  for (const Year& year : panel.years) {
    const panel::Students& students = year.students;
    for (std::size_t i = 0; i < students.size(); ++i) {
      const auto score = static_cast<double>(students.score[subject][i]);
      if (std::isnan(score) || students.grade[i] > kLastYearly) continue;
      (students.low_income[i] ? income.these : income.others).add(score);
      (students.english_learner[i] ? language.these : language.others).add(score);
      (students.special_education[i] ? special.these : special.others).add(score);
      if (students.group[i] == Group::Black) black.these.add(score);
      if (students.group[i] == Group::White) black.others.add(score);
      const auto other = static_cast<double>(students.score[1 - subject][i]);
      if (!std::isnan(other)) subjects.add(score, other);
    }
  }
  const std::string m = subject_key(subject);
  figures["gap_low_income_" + m] = income.value();
  figures["gap_black_white_" + m] = black.value();
  figures["gap_english_learner_" + m] = language.value();
  figures["gap_special_education_" + m] = special.value();
  figures["subjects_correlation"] = subjects.correlation();
}

}  // namespace

void add_scores(const Panel& panel, Figures& figures) {
  for (int m = 0; m < kSubjects; ++m) {
    add_shares(panel, m, figures);
    add_adjacent(panel, m, figures);
    add_apart(panel, m, figures);
    add_spread(panel, m, figures);
    add_gaps(panel, m, figures);
  }
}

}  // namespace homeroom::patterns
