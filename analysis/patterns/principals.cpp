// Principals: how many schools get a new one, where more do, how many are there after six years.
#include <algorithm>
#include <vector>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"
#include "analysis/patterns/poverty.hpp"

namespace homeroom::patterns {
namespace {

constexpr std::size_t kYears = 6;

/// Stays and leavings by years in the school, counted from the first.
struct Stays {
  double at_risk = 0, left = 0;
};

/// Principals who left the quarter of schools with most low income, against the quarter with least.
double more_leave_poor_schools(const panel::Panel& panel) {
  Average poor, rich;
  for (std::size_t y = 1; y < panel.years.size(); ++y) {
    const panel::Schools &before = panel.years[y - 1].schools, &now = panel.years[y].schools;
    const std::set<int> poorest = poorest_quarter(before), richest = richest_quarter(before);
    for (std::size_t s = 0; s < before.size(); ++s) {
      const int school = before.school[s], row = now.row_of(school);
      if (row == panel::kNobody || before.principal_years[s] < 0) continue;
      const bool left =
          now.principal_years[static_cast<std::size_t>(row)] != before.principal_years[s] + 1;
      if (poorest.count(school) > 0) poor.add(left ? 1.0 : 0.0);
      if (richest.count(school) > 0) rich.add(left ? 1.0 : 0.0);
    }
  }
  return poor.value() - rich.value();
}

}  // namespace

void add_principals(const panel::Panel& panel, Figures& figures) {
  Average turnover;
  std::vector<Stays> stays(kYears);
  for (const panel::Year& year : panel.years) turnover.add(year.district.principal_turnover);
  for (std::size_t y = 1; y < panel.years.size(); ++y) {
    const panel::Schools &before = panel.years[y - 1].schools, &now = panel.years[y].schools;
    for (std::size_t s = 0; s < before.size(); ++s) {
      const int row = now.row_of(before.school[s]);
      const int age = before.principal_years[s];
      if (row == panel::kNobody || age < 0 || static_cast<std::size_t>(age) >= kYears) continue;
      Stays& at = stays[static_cast<std::size_t>(age)];
      ++at.at_risk;
      if (now.principal_years[static_cast<std::size_t>(row)] != age + 1) ++at.left;
    }
  }
  double survival = 1.0;
  for (const Stays& at : stays) survival *= 1.0 - at.left / at.at_risk;
  figures["principal_turnover"] = turnover.value();
  figures["principal_survival_6"] = survival;
  figures["principal_turnover_poverty"] = more_leave_poor_schools(panel);
}

}  // namespace homeroom::patterns
