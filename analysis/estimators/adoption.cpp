#include "analysis/estimators/adoption.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

namespace homeroom::estimators {
namespace {

double mean_score_of(const panel::Schools& schools, std::size_t s,
                     const std::vector<int>& subjects) {
  double sum = 0;
  for (const int subject : subjects) sum += schools.mean_score[subject][s];
  return sum / static_cast<double>(subjects.size());
}

}  // namespace

void refuse_faults(const Adoption& adoption) {
  std::set<std::pair<int, int>> seen;
  for (const UnitYear& row : adoption.rows) {
    if (adoption.first.find(row.unit) == adoption.first.end()) {
      throw std::invalid_argument(
          fmt::format("unit {} has no first year; give that, or kNever", row.unit));
    }
    if (!std::isfinite(row.outcome)) {
      throw std::invalid_argument(fmt::format("{} of unit {} in {} is missing; leave the row out",
                                              adoption.outcome, row.unit, row.year));
    }
    if (!seen.insert({row.unit, row.year}).second) {
      throw std::invalid_argument(
          fmt::format("unit {} has two rows for {}; one is allowed", row.unit, row.year));
    }
  }
}

Adoption adoption_of_models(const panel::Panel& panel, const std::vector<std::string>& models,
                            const std::vector<int>& subjects) {
  Adoption adoption;
  adoption.outcome = "mean score";
  std::set<int> left;
  for (const panel::Year& year : panel.years) {
    for (std::size_t s = 0; s < year.schools.size(); ++s) {
      const int school = year.schools.school[s];
      int& first = adoption.first.try_emplace(school, kNever).first->second;
      const bool under =
          std::find(models.begin(), models.end(), year.schools.model[s]) != models.end();
      if (under) first = std::min(first, year.year);
      if (!under && first != kNever) left.insert(school);
      const double score = mean_score_of(year.schools, s, subjects);
      if (!std::isnan(score)) adoption.rows.push_back({school, year.year, score});
    }
  }
  if (!left.empty()) {
    adoption.warnings.push_back(
        fmt::format("{} schools left the models again; they count on as under them", left.size()));
  }
  return adoption;
}

}  // namespace homeroom::estimators
