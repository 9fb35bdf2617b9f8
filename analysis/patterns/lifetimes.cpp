// Schools that close, those that open, and where children of closed schools land.
#include <cmath>
#include <map>
#include <set>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

using panel::Panel;
using panel::Year;

struct Closures {
  double school_years = 0, closed = 0, for_results = 0;
};

/// A school whose staff it employs itself is a charter school in the sense of the national counts.
void add_closures(const Panel& panel, Figures& figures) {
  Closures own, district;
  for (const Year& year : panel.years) {
    std::map<int, const panel::Event*> closed;
    for (const panel::Event& event : year.events) {
      if (event.kind == "closure") closed[event.school] = &event;
    }
    for (std::size_t s = 0; s < year.schools.size(); ++s) {
      Closures& of = year.schools.employer[s] == "school" ? own : district;
      ++of.school_years;
      const auto found = closed.find(year.schools.school[s]);
      if (found == closed.end()) continue;
      ++of.closed;
      if (found->second->detail == "tests") ++of.for_results;
    }
  }
  figures["closures_charter"] = own.closed / own.school_years;
  figures["closures_charter_for_results"] = own.for_results / own.school_years;
  figures["closures_district"] = district.closed / district.school_years;
}

/// Share of the variance of scores between a nation's schools: Hedges and Hedberg (2007).
constexpr double kBetweenSchools = 0.22;
constexpr int kVentiles = 20, kLowestFifth = 4;

/// In which twentieth of a state's schools a school stands by its mean score, both subjects
/// together, from 0; missing where it has none.
double ventile(const Year& year, int school) {
  const int row = year.schools.row_of(school);
  if (row == panel::kNobody) return estimators::kMissing;
  const auto s = static_cast<std::size_t>(row);
  const double mean = 0.5 * (year.schools.mean_score[kMath][s] + year.schools.mean_score[kEla][s]);
  return std::floor(kVentiles * 0.5 * std::erfc(-mean / std::sqrt(2.0 * kBetweenSchools)));
}

/// Share of children of closed schools in a state's lowest fifth whose next school stood in a
/// higher twentieth in the year of the closure.
void add_landing(const Panel& panel, Figures& figures) {
  double better = 0, all = 0;
  for (std::size_t y = 1; y < panel.years.size(); ++y) {
    const Year &before = panel.years[y - 1], &now = panel.years[y];
    const std::vector<int> last = rows_in(before, now.students, panel.students);
    for (std::size_t i = 0; i < last.size(); ++i) {
      if (last[i] == panel::kNobody) continue;
      const int old = before.students.school[static_cast<std::size_t>(last[i])];
      const int row = before.schools.row_of(old);
      if (row == panel::kNobody || before.schools.status[static_cast<std::size_t>(row)] != "closed")
        continue;
      const double from = ventile(before, old), to = ventile(before, now.students.school[i]);
      if (!(from < kLowestFifth) || std::isnan(to)) continue;
      better += to > from ? 1.0 : 0.0;
      ++all;
    }
  }
  figures["landed_better"] = all > 0 ? better / all : estimators::kMissing;
}

/// Value added of schools in their first two years against the same schools from their fourth on.
void add_start_up(const Panel& panel, Figures& figures) {
  struct Ages {
    Average young, grown;
  };
  std::map<int, Ages> schools;
  const int first = panel.years.empty() ? 0 : panel.years.front().year;
  for (const Year& year : panel.years) {
    for (std::size_t s = 0; s < year.schools.size(); ++s) {
      if (year.schools.opened[s] < first) continue;
      const int age = year.year - year.schools.opened[s];
      Ages& of = schools[year.schools.school[s]];
      if (age < 2) of.young.add(year.schools.value_added[s]);
      if (age >= 3) of.grown.add(year.schools.value_added[s]);
    }
  }
  Average dip;
  for (const auto& [school, ages] : schools) dip.add(ages.young.value() - ages.grown.value());
  figures["start_up"] = dip.value();
}

}  // namespace

void add_lifetimes(const Panel& panel, Figures& figures) {
  add_closures(panel, figures);
  add_landing(panel, figures);
  add_start_up(panel, figures);
}

}  // namespace homeroom::patterns
