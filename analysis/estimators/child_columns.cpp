#include "analysis/estimators/child_columns.hpp"

#include <fmt/format.h>

#include <set>

#include "analysis/estimators/column.hpp"

namespace homeroom::estimators {
std::vector<Column> trait_columns(const panel::Students& students,
                                  const std::vector<std::size_t>& rows) {
  using panel::Group;
  return {
      {"low_income", column(rows, [&](std::size_t i) { return students.low_income[i]; })},
      {"english_learner", column(rows, [&](std::size_t i) { return students.english_learner[i]; })},
      {"special_education",
       column(rows, [&](std::size_t i) { return students.special_education[i]; })},
      {"black", column(rows, [&](std::size_t i) { return students.group[i] == Group::Black; })},
      {"hispanic",
       column(rows, [&](std::size_t i) { return students.group[i] == Group::Hispanic; })}};
}

std::vector<Column> grade_columns(const panel::Students& students,
                                  const std::vector<std::size_t>& rows) {
  std::set<int> grades;
  for (const std::size_t i : rows) grades.insert(students.grade[i]);
  std::vector<Column> columns;
  for (const int grade : grades) {
    if (grade == *grades.begin()) continue;
    columns.emplace_back(fmt::format("grade:{}", grade),
                         column(rows, [&](std::size_t i) { return students.grade[i] == grade; }));
  }
  return columns;
}

double mean_of_scores(std::span<const double> scores) {
  double sum = 0;
  for (const double score : scores) sum += score;
  return sum / static_cast<double>(scores.size());
}

double mean_score(const panel::Students& students, std::size_t row,
                  const std::vector<int>& subjects) {
  PerSubject<double> scores{};
  std::size_t count = 0;
  for (const int subject : subjects) {
    scores[count++] = static_cast<double>(students.score[subject][row]);
  }
  return mean_of_scores({scores.data(), count});
}

}  // namespace homeroom::estimators
