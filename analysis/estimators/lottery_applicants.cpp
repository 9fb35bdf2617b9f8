#include "analysis/estimators/lottery_applicants.hpp"

#include <cmath>
#include <limits>

#include "analysis/estimators/panel_years.hpp"

namespace homeroom::estimators {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// Calls `met(applicant, row)` for each who is in the year's records.
template <class Met>
void for_each_in(const panel::Year& year, int ids, std::vector<LotteryApplicant>& applicants,
                 Met&& met) {
  panel::Students asked;
  for (const LotteryApplicant& one : applicants) asked.student.push_back(one.offer.student);
  const std::vector<int> rows = panel::rows_in(year, asked, ids);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] != panel::kNobody) met(applicants[i], static_cast<std::size_t>(rows[i]));
  }
}

void note_traits(const panel::Students& students, std::size_t row, LotteryApplicant& one) {
  if (!std::isnan(one.trait[0])) return;
  const panel::Group group = students.group[row];
  one.trait = {static_cast<double>(students.low_income[row]),
               static_cast<double>(students.english_learner[row]),
               static_cast<double>(students.special_education[row]),
               group == panel::Group::Black ? 1.0 : 0.0,
               group == panel::Group::Hispanic ? 1.0 : 0.0};
}

std::set<int> tested_grades(const panel::Students& students, int subject) {
  std::set<int> grades;
  for (std::size_t i = 0; i < students.size(); ++i) {
    if (!std::isnan(students.score[subject][i])) grades.insert(students.grade[i]);
  }
  return grades;
}

void note_outcomes(const panel::Year& year, int ids, int subject, int years_on,
                   std::vector<LotteryApplicant>& applicants) {
  const panel::Students& students = year.students;
  const std::set<int> tested = tested_grades(students, subject);
  for (LotteryApplicant& one : applicants) {
    one.due = tested.count(one.offer.grade + years_on) > 0;
  }
  for_each_in(year, ids, applicants, [&](LotteryApplicant& one, std::size_t row) {
    one.present = true;
    one.outcome = static_cast<double>(students.score[subject][row]);
    one.classmates = students.school[row] * kGrades + students.grade[row];
  });
}

/// Where not all are alike.
void add_varying(const std::string& name, const Eigen::VectorXd& values,
                 std::vector<Column>& columns) {
  if (values.size() == 0 || values.maxCoeff() == values.minCoeff()) return;
  columns.emplace_back(name, values);
}

/// Values, 0 where there are none.
template <class Value>
Eigen::VectorXd known(const std::vector<LotteryApplicant>& applicants, Value&& value) {
  Eigen::VectorXd values(static_cast<Eigen::Index>(applicants.size()));
  for (std::size_t i = 0; i < applicants.size(); ++i) {
    const double own = value(applicants[i]);
    values[static_cast<Eigen::Index>(i)] = std::isnan(own) ? 0.0 : own;
  }
  return values;
}

}  // namespace

const std::vector<std::string>& panel_traits() {
  static const std::vector<std::string> names = {"low_income", "english_learner",
                                                 "special_education", "black", "hispanic"};
  return names;
}

std::vector<LotteryApplicant> lottery_applicants(const panel::Panel& panel,
                                                 const OfferScores& offers,
                                                 const std::set<int>& schools, int application,
                                                 int outcome, int subject) {
  std::vector<LotteryApplicant> applicants;
  for (const OfferScore& offer : offers.applicants) {
    LotteryApplicant one;
    one.offer = offer;
    one.baseline = one.outcome = kNone;
    one.trait.assign(panel_traits().size(), kNone);
    applicants.push_back(one);
  }
  for (const panel::Year& year : panel.years) {
    if (year.year != application - 1) continue;
    for_each_in(year, panel.students, applicants, [&](LotteryApplicant& one, std::size_t row) {
      one.baseline = static_cast<double>(year.students.score[subject][row]);
      note_traits(year.students, row, one);
    });
  }
  for (int at = application; at <= outcome; ++at) {
    const panel::Year& year = year_of(panel, at);
    for_each_in(year, panel.students, applicants, [&](LotteryApplicant& one, std::size_t row) {
      if (at == application) note_traits(year.students, row, one);
      if (schools.count(year.students.school[row]) == 0) return;
      ++one.years;
      if (at == application) one.enrolled = true;
    });
  }
  note_outcomes(year_of(panel, outcome), panel.students, subject, outcome - application,
                applicants);
  return applicants;
}

std::vector<Column> background_columns(const std::vector<LotteryApplicant>& applicants,
                                       const std::vector<std::string>& traits) {
  const auto baseline = [](const LotteryApplicant& one) { return one.baseline; };
  const auto is_none = [](double value) { return std::isnan(value) ? 1.0 : 0.0; };
  std::vector<Column> columns;
  add_varying("baseline", known(applicants, baseline), columns);
  add_varying("no_baseline",
              known(applicants, [&](const auto& one) { return is_none(one.baseline); }), columns);
  for (std::size_t t = 0; t < traits.size(); ++t) {
    add_varying(traits[t], known(applicants, [&](const auto& one) { return one.trait[t]; }),
                columns);
  }
  if (traits.empty()) return columns;
  add_varying("no_traits",
              known(applicants, [&](const auto& one) { return is_none(one.trait[0]); }), columns);
  return columns;
}

}  // namespace homeroom::estimators
