#include "analysis/estimators/virtual_twins.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

#include "analysis/estimators/feeder_schools.hpp"
#include "analysis/estimators/panel_years.hpp"

namespace homeroom::estimators {
namespace {

/// School before, grade, group, low income, English learner, special education.
using Likeness = std::tuple<int, int, int, int, int, int>;

Likeness likeness_of(const panel::Students& before, std::size_t row, int school) {
  return {school,
          before.grade[row],
          static_cast<int>(before.group[row]),
          before.low_income[row],
          before.english_learner[row],
          before.special_education[row]};
}

/// Does the school of a child teach by one of the models in the year?
class Taught {
 public:
  Taught(const panel::Year& year, const std::vector<std::string>& models)
      : year_(&year), models_(models.begin(), models.end()) {}
  bool by_models(int school) const {
    const int row = year_->schools.row_of(school);
    return row != panel::kNobody &&
           models_.count(year_->schools.model[static_cast<std::size_t>(row)]) != 0;
  }

 private:
  const panel::Year* year_;
  std::set<std::string> models_;
};

std::vector<TwinCandidate> tested_twice(const panel::Panel& panel, const panel::Year& before,
                                        const panel::Year& year, int subject) {
  std::vector<TwinCandidate> tested;
  const std::vector<int> then = panel::rows_in(before, year.students, panel.students);
  for (std::size_t i = 0; i < then.size(); ++i) {
    if (then[i] == panel::kNobody) continue;
    const auto row = static_cast<std::size_t>(then[i]);
    const TwinCandidate child{i,
                              row,
                              year.students.school[i],
                              before.students.school[row],
                              static_cast<double>(year.students.score[subject][i]),
                              static_cast<double>(before.students.score[subject][row])};
    if (!std::isnan(child.score + child.score_before)) tested.push_back(child);
  }
  return tested;
}

/// Those who may be twins, alike together, by score.
using Alike = std::map<Likeness, std::vector<TwinCandidate>>;

void sort_by_score(Alike& alike) {
  for (auto& [likeness, children] : alike) {
    std::stable_sort(children.begin(), children.end(),
                     [](const auto& a, const auto& b) { return a.score_before < b.score_before; });
  }
}

/// Scores are told in thousandths, as floats: the edge itself is within.
constexpr double kRounding = 1e-6;

void add_within(const std::vector<TwinCandidate>& alike, double score,
                std::vector<TwinCandidate>& found) {
  const double low = score - kTwinsWithin - kRounding, high = score + kTwinsWithin + kRounding;
  auto at = std::lower_bound(
      alike.begin(), alike.end(), low,
      [](const TwinCandidate& one, double value) { return one.score_before < value; });
  for (; at != alike.end() && at->score_before <= high; ++at) found.push_back(*at);
}

void keep_nearest(double score, std::vector<TwinCandidate>& found) {
  std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    const double of_a = std::abs(a.score_before - score), of_b = std::abs(b.score_before - score);
    return std::tie(of_a, a.row) < std::tie(of_b, b.row);
  });
  if (found.size() > kMostTwins) found.resize(kMostTwins);
}

/// Children asked for, and those who may be their twins.
struct Cast {
  std::vector<Twins> asked;
  Alike alike;
};

Cast cast_of(const panel::Panel& panel, const panel::Year& before, const panel::Year& year,
             const TwinQuestion& question) {
  const Taught models(year, question.models), models_before(before, question.models),
      reference(year, question.reference), reference_before(before, question.reference);
  Cast cast;
  for (const TwinCandidate& child : tested_twice(panel, before, year, question.subject)) {
    if (models.by_models(child.school)) {
      if (question.newcomers && models_before.by_models(child.school_before)) continue;
      cast.asked.push_back({child, {}});
    } else if (reference.by_models(child.school) &&
               reference_before.by_models(child.school_before)) {
      cast.alike[likeness_of(before.students, child.row_before, child.school_before)].push_back(
          child);
    }
  }
  sort_by_score(cast.alike);
  return cast;
}

}  // namespace

std::vector<Twins> virtual_twins(const panel::Panel& panel, const TwinQuestion& question) {
  if (question.before >= question.year) {
    throw std::invalid_argument(
        fmt::format("children of {} cannot be matched by what they were in {}", question.year,
                    question.before));
  }
  const panel::Year &before = year_of(panel, question.before),
                    &year = year_of(panel, question.year);
  Cast cast = cast_of(panel, before, year, question);
  const std::map<int, std::set<int>> feeders = feeder_schools(panel, question.year);
  for (Twins& of : cast.asked) {
    const auto own = feeders.find(of.child.school);
    if (own == feeders.end()) continue;
    for (const int feeder : own->second) {
      const auto found = cast.alike.find(likeness_of(before.students, of.child.row_before, feeder));
      if (found != cast.alike.end()) add_within(found->second, of.child.score_before, of.twins);
    }
    keep_nearest(of.child.score_before, of.twins);
  }
  return cast.asked;
}

}  // namespace homeroom::estimators
