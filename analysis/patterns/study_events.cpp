// Paths of schools that came under a model: event studies of growth or of level, in mathematics.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "analysis/estimators/event_study.hpp"
#include "analysis/patterns/average.hpp"
#include "analysis/patterns/grade_growth.hpp"
#include "analysis/patterns/studies.hpp"

namespace homeroom::patterns {
namespace {

using estimators::Adoption;
using panel::Panel;

/// Growth of schools by year in the place of their level.
void put_growth(const Panel& panel, Adoption& adoption) {
  adoption.outcome = "growth";
  adoption.rows.clear();
  for (std::size_t y = 1; y < panel.years.size(); ++y) {
    const panel::Year &before = panel.years[y - 1], &now = panel.years[y];
    std::map<int, Growth> schools;
    for (const auto& [cell, growth] : growth_by_cell(before, now, kMath, panel.students)) {
      schools[cell.first].sum += growth.sum;
      schools[cell.first].children += growth.children;
    }
    for (const auto& [school, growth] : schools) {
      if (adoption.first.count(school) > 0) {
        adoption.rows.push_back({school, now.year, growth.mean()});
      }
    }
  }
}

std::set<int> once_listed(const Panel& panel) {
  std::set<int> schools;
  for (const panel::Year& year : panel.years) {
    for (const panel::Event& event : year.events) {
      if (event.kind == "takeover_list" && event.detail == "listed") schools.insert(event.school);
    }
  }
  return schools;
}

/// Schools ever under one of the models that their controls are compared by.
std::set<int> ever_under(const Panel& panel, const std::vector<std::string>& models) {
  std::set<int> schools;
  for (const panel::Year& year : panel.years) {
    for (std::size_t s = 0; s < year.schools.size(); ++s) {
      const std::string& model = year.schools.model[s];
      if (std::find(models.begin(), models.end(), model) != models.end()) {
        schools.insert(year.schools.school[s]);
      }
    }
  }
  return schools;
}

/// Leaves cohorts of other years out, and controls that were never of the models compared with, or
/// that left these for a third model.
void keep_studied(const Panel& panel, const Study& study, Adoption& adoption) {
  const std::set<int> against = ever_under(panel, study.against), listed = once_listed(panel);
  std::set<int> left;
  for (const panel::Year& year : panel.years) {
    for (std::size_t s = 0; s < year.schools.size(); ++s) {
      const std::string& model = year.schools.model[s];
      const auto is = [&](const std::vector<std::string>& models) {
        return std::find(models.begin(), models.end(), model) != models.end();
      };
      if (!is(study.against) && !is(study.models)) left.insert(year.schools.school[s]);
    }
  }
  const auto studied = [&](int school) {
    const int first = adoption.first.at(school);
    if (first != estimators::kNever) {
      return study.years.empty() ||
             std::find(study.years.begin(), study.years.end(), first) != study.years.end();
    }
    return against.count(school) > 0 && left.count(school) == 0 &&
           (!study.listed || listed.count(school) > 0);
  };
  const auto gone = std::remove_if(adoption.rows.begin(), adoption.rows.end(),
                                   [&](const auto& row) { return !studied(row.unit); });
  adoption.rows.erase(gone, adoption.rows.end());
}

/// Mean over the effects of these years since the first, of those that there are.
double mean_since(const estimators::EventStudy& path, const std::vector<int>& since) {
  Average all;
  for (const estimators::EventYear& year : path.years) {
    if (std::find(since.begin(), since.end(), year.since) != since.end()) {
      all.add(year.effect.estimate);
    }
  }
  return all.value();
}

}  // namespace

double event_figure(const Panel& panel, const Study& study) {
  Adoption adoption = estimators::adoption_of_models(panel, study.models, {kMath});
  if (study.outcome == "growth") put_growth(panel, adoption);
  keep_studied(panel, study, adoption);
  const estimators::EventStudy path =
      estimators::event_study(adoption, estimators::Controls::NeverBegan, estimators::kConfidence);
  const double later = mean_since(path, study.since);
  if (study.kind == StudyKind::Path) return later;
  return later - 0.5 * std::max(mean_since(path, {0}), mean_since(path, {1}));
}

}  // namespace homeroom::patterns
