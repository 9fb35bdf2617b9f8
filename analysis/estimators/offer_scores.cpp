#include "analysis/estimators/offer_scores.hpp"

#include <fmt/format.h>

#include <map>

#include "analysis/estimators/win_shares.hpp"

namespace homeroom::estimators {
namespace {

using Applicants = std::map<int, OfferScore>;

std::vector<std::uint8_t> examined_lines(const panel::Year& year) {
  std::vector<std::uint8_t> examined;
  for (const int school : year.applications.school) {
    const int row = year.schools.row_of(school);
    examined.push_back(row != panel::kNobody &&
                       year.schools.selective[static_cast<std::size_t>(row)] != 0);
  }
  return examined;
}

/// Whether a child has the same number wherever numbers are drawn.
TieBreaking ties_of(const panel::Applications& made, const PreferenceLists& lists,
                    const std::vector<std::uint8_t>& examined) {
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const double* number = nullptr;
    for (const std::size_t line : lists.list(i)) {
      if (examined[line]) continue;
      if (number != nullptr && *number != made.number[line]) return TieBreaking::BySchool;
      number = &made.number[line];
    }
  }
  return TieBreaking::Single;
}

/// The applicant of a list, if any of the schools is on it.
OfferScore* find(const panel::Applications& made, std::span<const std::size_t> list,
                 const std::set<int>& schools, Applicants& applicants) {
  for (const std::size_t line : list) {
    if (schools.count(made.school[line]) == 0) continue;
    OfferScore& one = applicants[made.student[line]];
    one.student = made.student[line];
    one.grade = made.grade[line];
    return &one;
  }
  return nullptr;
}

void add_district(const panel::Year& year, const std::set<int>& schools, Assignment assignment,
                  Applicants& applicants, OfferScores& found) {
  const panel::Applications& made = year.applications;
  const PreferenceLists lists(made);
  const std::vector<std::uint8_t> examined = examined_lines(year);
  const AdmissionThresholds thresholds = admission_thresholds(made, lists, examined, assignment);
  found.ties = ties_of(made, lists, examined);
  std::vector<ListedSchool> listed;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    OfferScore* const one = find(made, lists.list(i), schools, applicants);
    if (one == nullptr) continue;
    listed.clear();
    for (const std::size_t line : lists.list(i)) {
      const bool treated = schools.count(made.school[line]) > 0;
      listed.push_back({thresholds.taken[line], treated});
      if (treated && made.offered[line]) one->offered = one->offered_ever = true;
    }
    one->at_once = one->ever = offer_probability(listed, found.ties);
  }
  if (thresholds.passed_over == 0) return;
  found.warnings.push_back(fmt::format(
      "{} applications of the district's assignment were refused although worse numbers "
      "of their class were served: seats were not given as was said, and scores are "
      "wrong",
      thresholds.passed_over));
}

void add_lotteries(const panel::Applications& made, const std::set<int>& schools,
                   Applicants& applicants) {
  const PreferenceLists lists(made);
  const WinShares shares = win_shares(made);
  for (std::size_t i = 0; i < lists.size(); ++i) {
    OfferScore* const one = find(made, lists.list(i), schools, applicants);
    if (one == nullptr) continue;
    double none_at_once = 1.0 - one->at_once, none_ever = 1.0 - one->ever;
    for (const std::size_t line : lists.list(i)) {
      if (schools.count(made.school[line]) == 0) continue;
      none_at_once *= 1.0 - shares.at_once[line];
      none_ever *= 1.0 - shares.ever[line];
      one->offered |= made.offered[line] != 0;
      one->offered_ever |= made.offered_ever[line] != 0;
    }
    one->at_once = 1.0 - none_at_once;
    one->ever = 1.0 - none_ever;
  }
}

}  // namespace

OfferScores offer_scores(const panel::Year& year, const std::set<int>& schools,
                         Assignment assignment) {
  OfferScores found;
  Applicants applicants;
  add_district(year, schools, assignment, applicants, found);
  add_lotteries(year.lotteries, schools, applicants);
  for (const auto& [student, one] : applicants) found.applicants.push_back(one);
  return found;
}

std::set<int> schools_of_models(const panel::Year& year, const std::set<std::string>& models) {
  std::set<int> schools;
  for (std::size_t i = 0; i < year.schools.size(); ++i) {
    if (models.count(year.schools.model[i]) > 0) schools.insert(year.schools.school[i]);
  }
  return schools;
}

}  // namespace homeroom::estimators
