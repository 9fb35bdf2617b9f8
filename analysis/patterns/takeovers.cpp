// What takeovers by charter schools do to a staff, and what recruiting does to those recruited
// from.
#include <cmath>
#include <map>
#include <set>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"
#include "analysis/patterns/grade_growth.hpp"

namespace homeroom::patterns {
namespace {

using panel::Panel;
using panel::Year;

constexpr int kTakeoverYears = 3;

/// A school passed to staff of another employ than the district's: taken by the state, chosen by
/// law or begun again.
bool is_takeover(const panel::Event& event, const panel::Schools& schools) {
  const bool passed =
      event.kind == "state_takeover" || event.kind == "selection" || event.kind == "restart";
  const int row = schools.row_of(event.school);
  return passed && row != panel::kNobody &&
         schools.employer[static_cast<std::size_t>(row)] != "district";
}

/// Teachers of taken-over schools who are not there a year later, in the year of the takeover and
/// the two after it, as in Henry, Zimmer, Kho and Pham (2017).
void add_takeover_turnover(const Panel& panel, Figures& figures) {
  std::map<int, int> since;
  double gone = 0, all = 0;
  for (const Year& year : panel.years) {
    for (const panel::Event& event : year.events) {
      if (is_takeover(event, year.schools)) since.try_emplace(event.school, year.year);
    }
    for (std::size_t i = 0; i < year.teachers.size(); ++i) {
      const auto taken = since.find(year.teachers.school_before[i]);
      if (taken == since.end() || year.year - taken->second >= kTakeoverYears) continue;
      gone += year.teachers.school[i] != taken->first;
      ++all;
    }
  }
  figures["turnover_takeover"] = all > 0 ? gone / all : estimators::kMissing;
}

/// Grades that lost a teacher to a recruiting school since the year before.
std::set<Cell> donors(const Year& before, const Year& now) {
  std::map<int, int> grade;
  for (std::size_t i = 0; i < before.teachers.size(); ++i) {
    grade[before.teachers.teacher[i]] = before.teachers.grade[i];
  }
  std::set<Cell> lost;
  for (std::size_t i = 0; i < now.teachers.size(); ++i) {
    if (now.teachers.reason[i] != "recruited") continue;
    const auto taught = grade.find(now.teachers.teacher[i]);
    if (taught == grade.end() || taught->second < 0) continue;
    lost.insert({now.teachers.school_before[i], taught->second});
  }
  return lost;
}

/// Within a school and year, a grade that lost a teacher against grades that lost none, weighted
/// by its children; after Kho et al. (2023).
void add_donor_year(const std::map<Cell, Growth>& cells, const std::set<Cell>& lost,
                    Average& loss) {
  std::map<int, Growth> others;
  for (const auto& [cell, growth] : cells) {
    if (lost.count(cell) > 0) continue;
    others[cell.first].sum += growth.sum;
    others[cell.first].children += growth.children;
  }
  for (const Cell& cell : lost) {
    const auto found = cells.find(cell);
    const auto rest = others.find(cell.first);
    if (found == cells.end() || rest == others.end()) continue;
    const Growth &with = found->second, &without = rest->second;
    loss.add(with.mean() - without.mean(), with.children);
  }
}

using Cells = std::map<Cell, Growth>;

/// How much more or less a cell grew than the year before; children count in the later year.
Growth change(const Cells& then, const Cells& now, const Cell& cell) {
  const auto earlier = then.find(cell), later = now.find(cell);
  if (earlier == then.end() || later == now.end()) return {};
  const double children = later->second.children;
  return {(later->second.mean() - earlier->second.mean()) * children, children};
}

/// The same against each grade's own year before: difference in differences of grades in a school,
/// as in Kho et al. (2023). Grades that lost a teacher the year before are left out: their year
/// before was no ordinary one.
void add_donor_change(const Cells& then, const Cells& now, const std::set<Cell>& lost_before,
                      const std::set<Cell>& lost, Average& loss) {
  std::map<int, Growth> others;
  for (const auto& [cell, growth] : now) {
    if (lost.count(cell) > 0 || lost_before.count(cell) > 0) continue;
    const Growth moved = change(then, now, cell);
    others[cell.first].sum += moved.sum;
    others[cell.first].children += moved.children;
  }
  for (const Cell& cell : lost) {
    const Growth moved = change(then, now, cell);
    const Growth& rest = others[cell.first];
    if (lost_before.count(cell) > 0 || !(moved.children > 0) || !(rest.children > 0)) continue;
    loss.add(moved.mean() - rest.mean(), moved.children);
  }
}

/// Which grades lost a teacher, and how all grew, in one year.
struct DonorYear {
  std::set<Cell> lost;
  PerSubject<Cells> growth;
};

void add_donor_loss(const Panel& panel, Figures& figures) {
  Average loss, changed;
  std::vector<DonorYear> years;
  bool any = false;
  for (std::size_t y = 1; y < panel.years.size(); ++y) {
    years.push_back({donors(panel.years[y - 1], panel.years[y]), {}});
    any |= !years.back().lost.empty();
  }
  for (std::size_t y = 0; any && y < years.size(); ++y) {
    DonorYear& year = years[y];
    for (int m = 0; m < kSubjects; ++m) {
      year.growth[m] = growth_by_cell(panel.years[y], panel.years[y + 1], m, panel.students);
      add_donor_year(year.growth[m], year.lost, loss);
      if (y == 0) continue;
      add_donor_change(years[y - 1].growth[m], year.growth[m], years[y - 1].lost, year.lost,
                       changed);
    }
  }
  figures["donor_loss"] = loss.value();
  figures["donor_change"] = changed.value();
}

}  // namespace

void add_takeovers(const Panel& panel, Figures& figures) {
  add_takeover_turnover(panel, figures);
  add_donor_loss(panel, figures);
}

}  // namespace homeroom::patterns
