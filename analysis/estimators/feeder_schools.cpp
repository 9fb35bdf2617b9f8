#include "analysis/estimators/feeder_schools.hpp"

namespace homeroom::estimators {

std::map<int, std::set<int>> feeder_schools(const panel::Panel& panel, int until) {
  std::map<int, std::set<int>> feeders;
  for (std::size_t y = 1; y < panel.years.size(); ++y) {
    const panel::Year &before = panel.years[y - 1], &now = panel.years[y];
    if (now.year > until) break;
    const std::vector<int> then = panel::rows_in(before, now.students, panel.students);
    for (std::size_t i = 0; i < then.size(); ++i) {
      if (then[i] == panel::kNobody) continue;
      const int from = before.students.school[static_cast<std::size_t>(then[i])];
      const int to = now.students.school[i];
      if (from != to && from != panel::kNobody && to != panel::kNobody) feeders[to].insert(from);
    }
  }
  return feeders;
}

}  // namespace homeroom::estimators
