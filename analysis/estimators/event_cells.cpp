#include "analysis/estimators/event_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace homeroom::estimators {
namespace {

/// Outcomes by unit and year.
using Outcomes = std::map<int, std::map<int, double>>;

Outcomes outcomes_of(const Adoption& adoption) {
  Outcomes outcomes;
  for (const UnitYear& row : adoption.rows) outcomes[row.unit][row.year] = row.outcome;
  return outcomes;
}

struct Changes {
  std::vector<int> units;
  std::vector<double> change;
  double mean() const {
    double sum = 0;
    for (const double one : change) sum += one;
    return sum / static_cast<double>(change.size());
  }
};

/// Changes from `before` to `year` of units seen in both.
template <class Belongs>
Changes changes_of(const Outcomes& outcomes, int before, int year, Belongs belongs) {
  Changes changes;
  for (const auto& [unit, of] : outcomes) {
    const auto then = of.find(before), now = of.find(year);
    if (then == of.end() || now == of.end() || !belongs(unit)) continue;
    changes.units.push_back(unit);
    changes.change.push_back(now->second - then->second);
  }
  return changes;
}

void add_influence(const Changes& changes, double sign, EventCell& cell) {
  const auto n = static_cast<double>(changes.units.size());
  const double mean = changes.mean(), scale = sign / std::sqrt(n * (n - 1.0));
  for (std::size_t i = 0; i < changes.units.size(); ++i) {
    cell.influence[changes.units[i]] = scale * (changes.change[i] - mean);
  }
}

/// Units, and the years in which it began in those that were seen before.
struct Cohorts {
  Outcomes outcomes;
  std::set<int> years, begins;
  std::map<int, int> first;  ///< by unit that was seen before it began

  explicit Cohorts(const Adoption& adoption) : outcomes(outcomes_of(adoption)) {
    for (const UnitYear& row : adoption.rows) years.insert(row.year);
    for (const auto& [unit, of] : outcomes) {
      const int began = adoption.first.at(unit);
      if (of.begin()->first >= began) continue;
      first[unit] = began;
      if (began != kNever) begins.insert(began);
    }
  }
  std::size_t always() const { return outcomes.size() - first.size(); }
};

/// Without influence where there are too few units or controls.
EventCell cell_of(const Cohorts& all, int cohort, int year, Controls controls) {
  const int late = controls == Controls::NeverBegan ? kNever - 1 : std::max(year, cohort - 1);
  const auto changes = [&](auto belongs) {
    return changes_of(all.outcomes, cohort - 1, year, [&](int unit) {
      const auto found = all.first.find(unit);
      return found != all.first.end() && belongs(found->second);
    });
  };
  const Changes began = changes([&](int first) { return first == cohort; });
  const Changes others = changes([&](int first) { return first != cohort && first > late; });
  EventCell cell{cohort, year, 0.0, began.units, others.units, {}};
  if (began.units.size() < 2 || others.units.size() < 2) return cell;
  cell.effect = began.mean() - others.mean();
  add_influence(began, 1.0, cell);
  add_influence(others, -1.0, cell);
  return cell;
}

}  // namespace

std::vector<EventCell> event_cells(const Adoption& adoption, Controls controls,
                                   std::vector<std::string>& warnings) {
  const Cohorts all(adoption);
  if (all.always() > 0) {
    warnings.push_back(
        fmt::format("in {} units it had begun when they were first seen: left out", all.always()));
  }
  std::vector<EventCell> cells;
  for (const int cohort : all.begins) {
    std::string thin;
    for (const int year : all.years) {
      if (year == cohort - 1) continue;
      EventCell cell = cell_of(all, cohort, year, controls);
      if (cell.influence.empty()) {
        thin += fmt::format("{}{}", thin.empty() ? "" : ", ", year);
      } else {
        cells.push_back(std::move(cell));
      }
    }
    if (!thin.empty()) {
      warnings.push_back(
          fmt::format("of units that began in {}, fewer than two, or fewer than two controls, were "
                      "seen in {} and "
                      "in {}: left out",
                      cohort, cohort - 1, thin));
    }
  }
  return cells;
}

}  // namespace homeroom::estimators
