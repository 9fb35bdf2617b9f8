#include "analysis/patterns/teacher_sample.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace homeroom::patterns {
namespace {

using panel::Panel;
using panel::Year;

constexpr int kFirstGrade = 4, kLastGradeRead = 8;
constexpr std::size_t kClassColumn = 9, kNoviceColumn = 10, kColumns = 11;

struct Row {
  std::array<double, kColumns> x;
  double y = 0;
  int school = 0, teacher = 0, classroom = 0, student = 0, year = 0, cell = 0;
};

struct Taught {
  int teacher = panel::kNobody;
  bool novice = false;
};

using Classroom = std::tuple<int, int, int>;  // school, grade, section

std::map<Classroom, Taught> teachers_of(const Year& year, int subject) {
  std::map<Classroom, Taught> taught;
  const panel::Teachers& teachers = year.teachers;
  for (std::size_t i = 0; i < teachers.size(); ++i) {
    if (teachers.school[i] == panel::kNobody || teachers.section[i] == panel::kNobody) continue;
    if (teachers.subject[i] != subject && teachers.subject[i] != kSubjects) continue;
    taught[{teachers.school[i], teachers.grade[i], teachers.section[i]}] = {
        teachers.teacher[i], teachers.experience[i] == 0};
  }
  return taught;
}

std::array<double, kColumns> columns_of(const panel::Students& now, std::size_t i, double math,
                                        double ela, double own, bool novice) {
  const auto is = [&](panel::Group group) { return now.group[i] == group ? 1.0 : 0.0; };
  return {math,
          ela,
          own * own,
          static_cast<double>(now.low_income[i]),
          static_cast<double>(now.english_learner[i]),
          static_cast<double>(now.special_education[i]),
          is(panel::Group::Black),
          is(panel::Group::Hispanic),
          is(panel::Group::Asian),
          own,  // becomes the class's mean
          novice ? 1.0 : 0.0};
}

void add_year(const Panel& panel, std::size_t y, int subject, std::vector<Row>& rows) {
  const Year &before = panel.years[y - 1], &now = panel.years[y];
  const std::map<Classroom, Taught> taught = teachers_of(now, subject);
  const std::vector<int> last = rows_in(before, now.students, panel.students);
  std::map<Classroom, int> classes;
  for (std::size_t i = 0; i < now.students.size(); ++i) {
    const int grade = now.students.grade[i];
    if (grade < kFirstGrade || grade > kLastGradeRead || last[i] == panel::kNobody) continue;
    const Classroom where{now.students.school[i], grade, now.students.section[i]};
    const auto teacher = taught.find(where);
    if (teacher == taught.end()) continue;
    const auto j = static_cast<std::size_t>(last[i]);
    const auto score = static_cast<double>(now.students.score[subject][i]);
    const auto math = static_cast<double>(before.students.score[kMath][j]);
    const auto ela = static_cast<double>(before.students.score[kEla][j]);
    if (std::isnan(score) || std::isnan(math) || std::isnan(ela)) continue;
    const int number = classes.try_emplace(where, static_cast<int>(classes.size())).first->second;
    rows.push_back({columns_of(now.students, i, math, ela, subject == kMath ? math : ela,
                               teacher->second.novice),
                    score, std::get<0>(where), teacher->second.teacher,
                    static_cast<int>(y) * 100000 + number, now.students.student[i],
                    static_cast<int>(y), static_cast<int>(y) * kGrades + grade});
  }
}

/// Rows are sorted by class.
void average_over_classes(std::vector<Row>& rows) {
  for (std::size_t first = 0, past = 0; first < rows.size(); first = past) {
    double sum = 0;
    while (past < rows.size() && rows[past].classroom == rows[first].classroom &&
           rows[past].teacher == rows[first].teacher) {
      sum += rows[past++].x[kClassColumn];
    }
    for (std::size_t i = first; i < past; ++i) {
      rows[i].x[kClassColumn] = sum / static_cast<double>(past - first);
    }
  }
}

/// Takes out the mean of each year and grade.
void centre(std::vector<Row>& rows) {
  struct Sums {
    std::array<double, kColumns> x{};
    double y = 0, n = 0;
  };
  std::map<int, Sums> cells;
  for (const Row& row : rows) {
    Sums& cell = cells[row.cell];
    for (std::size_t k = 0; k < kColumns; ++k) cell.x[k] += row.x[k];
    cell.y += row.y;
    ++cell.n;
  }
  for (Row& row : rows) {
    const Sums& cell = cells[row.cell];
    for (std::size_t k = 0; k < kColumns; ++k) row.x[k] -= cell.x[k] / cell.n;
    row.y -= cell.y / cell.n;
  }
}

/// Of centred rows.
std::vector<std::size_t> columns_that_vary(const std::vector<Row>& rows) {
  std::vector<std::size_t> columns;
  for (std::size_t k = 0; k < kColumns; ++k) {
    const bool varies = std::any_of(rows.begin(), rows.end(),
                                    [k](const Row& row) { return std::abs(row.x[k]) > 1e-9; });
    if (varies) columns.push_back(k);
  }
  return columns;
}

}  // namespace

TeacherSample teacher_sample(const Panel& panel, int subject) {
  std::vector<Row> rows;
  for (std::size_t y = 1; y < panel.years.size(); ++y) add_year(panel, y, subject, rows);
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(a.school, a.teacher, a.classroom) < std::tie(b.school, b.teacher, b.classroom);
  });
  average_over_classes(rows);
  centre(rows);
  TeacherSample sample;
  const auto n = static_cast<Eigen::Index>(rows.size());
  const std::vector<std::size_t> columns = columns_that_vary(rows);
  sample.has_novices = !columns.empty() && columns.back() == kNoviceColumn;
  sample.nested.x.resize(n, static_cast<Eigen::Index>(columns.size()));
  sample.nested.y.resize(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const Row& row = rows[static_cast<std::size_t>(i)];
    for (std::size_t k = 0; k < columns.size(); ++k) {
      sample.nested.x(i, static_cast<Eigen::Index>(k)) = row.x[columns[k]];
    }
    sample.nested.y[i] = row.y;
    sample.nested.schools.push_back(row.school);
    sample.nested.teachers.push_back(row.teacher);
    sample.nested.classes.push_back(row.classroom);
    sample.student.push_back(row.student);
    sample.year.push_back(row.year);
    sample.grade.push_back(row.cell % kGrades);
  }
  return sample;
}

}  // namespace homeroom::patterns
