// Principals: how many schools get a new one, how many are still there after six years.
#include <algorithm>
#include <vector>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

constexpr std::size_t kYears = 6;

/// Stays and leavings by years in the school, counted from the first.
struct Stays {
  double at_risk = 0, left = 0;
};

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
}

}  // namespace homeroom::patterns
