// Who stays, moves and leaves among teachers; who is dismissed.
#include <map>
#include <set>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"
#include "analysis/patterns/poverty.hpp"

namespace homeroom::patterns {
namespace {

using panel::Panel;
using panel::Year;

constexpr int kTurnaroundYears = 3;

/// Chosen by law and still staffed by the district: who passes to another employer is a takeover.
bool is_turnaround(const panel::Event& event, const panel::Schools& schools) {
  const int row = schools.row_of(event.school);
  return event.kind == "selection" && row != panel::kNobody &&
         schools.employer[static_cast<std::size_t>(row)] == "district";
}

/// Year in which the law chose a school for turnaround, by school.
std::map<int, int> turnarounds(const Panel& panel) {
  std::map<int, int> since;
  for (const Year& year : panel.years) {
    for (const panel::Event& event : year.events) {
      if (is_turnaround(event, year.schools)) since.try_emplace(event.school, year.year);
    }
  }
  return since;
}

struct Share {
  double part = 0, whole = 0;
  void add(bool is) {
    part += is ? 1.0 : 0.0;
    ++whole;
  }
  double value() const { return part / whole; }
};

}  // namespace

void add_teacher_careers(const Panel& panel, Figures& figures) {
  Share turnover, left, poor, tenured;
  std::vector<Share> turnaround(kTurnaroundYears);
  Share all_turnarounds;
  const std::map<int, int> since = turnarounds(panel);
  for (std::size_t y = 0; y < panel.years.size(); ++y) {
    const Year& year = panel.years[y];
    const std::set<int> poorest = poorest_quarter(panel.years[y > 0 ? y - 1 : 0].schools);
    const panel::Teachers& teachers = year.teachers;
    for (std::size_t i = 0; i < teachers.size(); ++i) {
      const int from = teachers.school_before[i];
      if (from == panel::kNobody) continue;
      const bool gone = teachers.school[i] != from;
      turnover.add(gone);
      left.add(teachers.move[i] == "left");
      if (poorest.count(from) > 0) poor.add(gone);
      if (teachers.tenured[i] == 1) tenured.add(teachers.reason[i] == "dismissed_performance");
      const auto selected = since.find(from);
      if (selected == since.end()) continue;
      const int age = year.year - selected->second;
      if (age < 0 || age >= kTurnaroundYears) continue;
      turnaround[static_cast<std::size_t>(age)].add(gone);
      all_turnarounds.add(gone);
    }
  }
  figures["turnover"] = turnover.value();
  figures["leavers"] = left.value();
  figures["turnover_high_poverty"] = poor.value();
  figures["turnover_turnaround"] = all_turnarounds.value();
  for (std::size_t age = 0; age < turnaround.size(); ++age) {
    figures["turnover_turnaround_" + std::to_string(age + 1)] = turnaround[age].value();
  }
  figures["dismissed_tenured"] = tenured.value();
}

}  // namespace homeroom::patterns
