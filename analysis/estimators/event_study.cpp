#include "analysis/estimators/event_study.hpp"

#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

#include "analysis/estimators/event_cells.hpp"
#include "analysis/estimators/student_t.hpp"

namespace homeroom::estimators {
namespace {

/// Satterthwaite's, of units that began and of those that are controls only: each kind has as many
/// degrees as units, less a mean for each of its groups.
double degrees_of(double began, double began_degrees, double others, double others_degrees) {
  const double sum = began + others;
  const double parts = (began > 0 ? began * began / began_degrees : 0.0) +
                       (others > 0 ? others * others / others_degrees : 0.0);
  return parts > 0 ? sum * sum / parts : began_degrees + others_degrees;
}

/// Mean of cells, each with its units.
EventYear average(const std::vector<const EventCell*>& cells, int since, double confidence) {
  EventYear year;
  year.since = since;
  std::map<int, double> influence;
  std::set<int> cohorts, began, controls;
  double weight = 0;
  for (const EventCell* cell : cells) {
    const auto units = static_cast<double>(cell->units.size());
    weight += units;
    year.effect.estimate += units * cell->effect;
    for (const auto& [unit, share] : cell->influence) influence[unit] += units * share;
    cohorts.insert(cell->cohort);
    began.insert(cell->units.begin(), cell->units.end());
    controls.insert(cell->controls.begin(), cell->controls.end());
  }
  double of_began = 0, of_others = 0;
  for (const auto& [unit, share] : influence) {
    (began.count(unit) != 0 ? of_began : of_others) += share * share / (weight * weight);
  }
  std::size_t only_controls = 0;
  for (const int unit : controls) only_controls += began.count(unit) == 0 ? 1 : 0;
  year.cohorts = static_cast<int>(cohorts.size());
  year.units = static_cast<int>(began.size());
  year.controls = static_cast<int>(controls.size());
  const double degrees =
      degrees_of(of_began, year.units - year.cohorts, of_others,
                 only_controls > 1 ? static_cast<double>(only_controls) - 1.0 : 1.0);
  Coefficient& effect = year.effect;
  effect.estimate /= weight;
  effect.error = std::sqrt(of_began + of_others);
  effect.t = effect.estimate / effect.error;
  effect.p = t_beyond(effect.t, degrees);
  const double reach = t_within(confidence, degrees) * effect.error;
  effect.low = effect.estimate - reach;
  effect.high = effect.estimate + reach;
  return year;
}

}  // namespace

EventStudy event_study(const Adoption& adoption, Controls controls, double confidence) {
  refuse_faults(adoption);
  EventStudy study;
  study.warnings = adoption.warnings;
  const std::vector<EventCell> cells = event_cells(adoption, controls, study.warnings);
  std::map<int, std::vector<const EventCell*>> by_year;
  std::vector<const EventCell*> after;
  for (const EventCell& cell : cells) {
    by_year[cell.year - cell.cohort].push_back(&cell);
    if (cell.year >= cell.cohort) after.push_back(&cell);
  }
  if (after.empty()) {
    throw std::invalid_argument(
        "no year has two units in which it began, seen the year before as well, and two controls");
  }
  for (const auto& [since, of] : by_year) {
    study.years.push_back(average(of, since, confidence));
    study.years.back().effect.name = "since:" + std::to_string(since);
  }
  study.after = average(after, 0, confidence);
  study.after.effect.name = "after";
  return study;
}

}  // namespace homeroom::estimators
