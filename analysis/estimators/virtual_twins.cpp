#include "analysis/estimators/virtual_twins.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>
#include <stdexcept>

#include "analysis/estimators/feeder_schools.hpp"
#include "analysis/estimators/panel_years.hpp"

namespace homeroom::estimators {
namespace {

/// One number for grade, group, low income, English learner, special education.
int kind_of(const panel::Students& before, std::size_t row) {
  constexpr int kGroups = 8;
  int kind = before.grade[row] * kGroups + static_cast<int>(before.group[row]);
  for (const int flag :
       {before.low_income[row], before.english_learner[row], before.special_education[row]}) {
    kind = 2 * kind + (flag != 0);
  }
  return kind;
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

/// Children asked for, and those who may be their twins.
struct Cast {
  std::vector<TwinCandidate> asked;
  std::vector<int> kinds;
  TwinPool pool;
};

Cast cast_of(const panel::Panel& panel, const panel::Year& before, const panel::Year& year,
             const TwinQuestion& question) {
  const Taught models(year, question.models), models_before(before, question.models),
      reference(year, question.reference), reference_before(before, question.reference);
  Cast cast;
  for (const TwinCandidate& child : tested_twice(panel, before, year, question.subject)) {
    if (models.by_models(child.school)) {
      if (question.newcomers && models_before.by_models(child.school_before)) continue;
      cast.asked.push_back(child);
      cast.kinds.push_back(kind_of(before.students, child.row_before));
    } else if (reference.by_models(child.school) &&
               reference_before.by_models(child.school_before)) {
      cast.pool.add(child, kind_of(before.students, child.row_before));
    }
  }
  cast.pool.sort_by_score();
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
  const Cast cast = cast_of(panel, before, year, question);
  return twins_of(cast.asked, cast.kinds, feeder_schools(panel, question.year), cast.pool,
                  kTwinsWithin);
}

}  // namespace homeroom::estimators
