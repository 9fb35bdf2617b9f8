// Children whose school closed: how their growth changes with the school in which they land.
#include <cmath>
#include <map>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"
#include "analysis/patterns/grade_growth.hpp"

namespace homeroom::patterns {
namespace {

using estimators::kMissing;
using panel::Panel;
using panel::Year;

/// Value added of a school, mean of the years up to `y` without it; missing where it has none.
/// The last year of a school that closes is left out: its luck is in its children's last scores.
double value_added_before(const Panel& panel, std::size_t y, int school) {
  Average known;
  for (std::size_t i = 0; i < y; ++i) {
    const int row = panel.years[i].schools.row_of(school);
    if (row == panel::kNobody) continue;
    known.add(panel.years[i].schools.value_added[static_cast<std::size_t>(row)]);
  }
  return known.value();
}

/// Growth of a child in both subjects, in the year that is called `now`.
std::vector<double> growth_of_both(const Panel& panel, std::size_t now) {
  const Year &before = panel.years[now - 1], &year = panel.years[now];
  std::vector<double> both = growth_of_children(before, year, kMath, panel.students);
  const std::vector<double> ela = growth_of_children(before, year, kEla, panel.students);
  for (std::size_t i = 0; i < both.size(); ++i) both[i] = 0.5 * (both[i] + ela[i]);
  return both;
}

bool is_closed(const panel::Schools& schools, int school) {
  const int row = schools.row_of(school);
  return row != panel::kNobody && schools.status[static_cast<std::size_t>(row)] == "closed";
}

bool any_closed(const panel::Schools& schools) {
  for (const std::string& status : schools.status) {
    if (status == "closed") return true;
  }
  return false;
}

/// Of children of schools that closed after year `y`, by the change in the value added of their
/// school: the change in their growth, the year after against the last one there.
void add_displaced(const Panel& panel, std::size_t y, estimators::Moments& all) {
  const Year &before = panel.years[y], &now = panel.years[y + 1];
  const std::vector<int> last = panel::rows_in(before, now.students, panel.students);
  const std::vector<double> then = growth_of_both(panel, y), after = growth_of_both(panel, y + 1);
  std::map<int, double> value_added;
  const auto known = [&](int school) {
    const auto [found, fresh] = value_added.try_emplace(school, 0.0);
    if (fresh) found->second = value_added_before(panel, y, school);
    return found->second;
  };
  for (std::size_t i = 0; i < last.size(); ++i) {
    if (last[i] == panel::kNobody) continue;
    const auto row = static_cast<std::size_t>(last[i]);
    const int old = before.students.school[row];
    if (!is_closed(before.schools, old)) continue;
    const double better = known(now.students.school[i]) - known(old), grew = after[i] - then[row];
    if (!std::isnan(better + grew)) all.add(better, grew);
  }
}

}  // namespace

void add_closure_effects(const Panel& panel, Figures& figures) {
  estimators::Moments all;
  for (std::size_t y = 1; y + 1 < panel.years.size(); ++y) {
    if (any_closed(panel.years[y].schools) && panel.years[y].students.size() > 0) {
      add_displaced(panel, y, all);
    }
  }
  const bool known = all.count() > 1 && all.variance() > 0;
  figures["displaced_slope"] = known ? all.slope() : kMissing;
}

}  // namespace homeroom::patterns
