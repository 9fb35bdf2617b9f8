#include "analysis/estimators/score_histories.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analysis/estimators/panel_years.hpp"

namespace homeroom::estimators {
namespace {

/// Years back that are looked at: a tested grade below an untested one, and a year without tests.
constexpr int kYearsBack = 4;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Scores of the year's children so many years ago, in a grade so far below; NaN where there are
/// none.
std::vector<double> scores_before(const panel::Panel& panel, const panel::Year& now, int back,
                                  int subject) {
  std::vector<double> scores(now.students.size(), kNone);
  for (const panel::Year& then : panel.years) {
    if (then.year != now.year - back) continue;
    const std::vector<int> rows = panel::rows_in(then, now.students, panel.students);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i] == panel::kNobody) continue;
      const auto row = static_cast<std::size_t>(rows[i]);
      if (then.students.grade[row] != now.students.grade[i] - back) continue;
      scores[i] = static_cast<double>(then.students.score[subject][row]);
    }
  }
  return scores;
}

void add_earlier(const std::vector<double>& scores, int fewest, ScoreHistories& grade) {
  std::vector<double> own;
  for (const std::size_t row : grade.row) own.push_back(scores[row]);
  const auto missing =
      std::count_if(own.begin(), own.end(), [](double s) { return std::isnan(s); });
  const auto there = static_cast<std::ptrdiff_t>(own.size()) - missing;
  if (there == 0 || there < fewest) return;
  for (std::vector<double>& earlier : grade.earlier) {
    if (!earlier.empty()) continue;
    earlier = std::move(own);
    return;
  }
}

}  // namespace

std::vector<ScoreHistories> score_histories(const panel::Panel& panel, int year, int subject,
                                            int fewest) {
  const panel::Year& now = year_of(panel, year);
  std::map<int, ScoreHistories> grades;
  for (std::size_t i = 0; i < now.students.size(); ++i) {
    const auto score = static_cast<double>(now.students.score[subject][i]);
    if (std::isnan(score)) continue;
    ScoreHistories& grade = grades[now.students.grade[i]];
    grade.row.push_back(i);
    grade.score.push_back(score);
  }
  for (int back = 1; back <= kYearsBack; ++back) {
    const std::vector<double> scores = scores_before(panel, now, back, subject);
    for (auto& [number, grade] : grades) add_earlier(scores, fewest, grade);
  }
  std::vector<ScoreHistories> histories;
  for (auto& [number, grade] : grades) {
    grade.grade = number;
    for (std::vector<double>& earlier : grade.earlier) earlier.resize(grade.row.size(), kNone);
    histories.push_back(std::move(grade));
  }
  return histories;
}

}  // namespace homeroom::estimators
