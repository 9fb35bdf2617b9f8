// What takeovers by charter schools do to a staff, and what recruiting does to those recruited
// from.
#include <cmath>
#include <map>
#include <set>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

using estimators::Moments;
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

/// School and grade.
using Cell = std::pair<int, int>;

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

struct Growth {
  double sum = 0, children = 0;
};

/// Scores less what the score of a year before lets expect in the city's grade, summed by cell.
std::map<Cell, Growth> growth_by_cell(const Year& before, const Year& now, int subject, int ids) {
  const panel::Students& children = now.students;
  const std::vector<int> then = rows_in(before, children, ids);
  const auto pair = [&](std::size_t i, auto&& use) {
    if (then[i] == panel::kNobody) return;
    const float prior = before.students.score[subject][static_cast<std::size_t>(then[i])];
    const float score = children.score[subject][i];
    if (!std::isnan(prior) && !std::isnan(score)) use(double{prior}, double{score});
  };
  std::map<int, Moments> grades;
  for (std::size_t i = 0; i < children.size(); ++i) {
    pair(i, [&](double x, double y) { grades[children.grade[i]].add(x, y); });
  }
  std::map<Cell, Growth> cells;
  for (std::size_t i = 0; i < children.size(); ++i) {
    pair(i, [&](double x, double y) {
      const Moments& line = grades[children.grade[i]];
      Growth& cell = cells[{children.school[i], children.grade[i]}];
      cell.sum += y - line.mean_y() - line.slope() * (x - line.mean());
      ++cell.children;
    });
  }
  return cells;
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
    loss.add(with.sum / with.children - without.sum / without.children, with.children);
  }
}

void add_donor_loss(const Panel& panel, Figures& figures) {
  Average loss;
  for (std::size_t y = 1; y < panel.years.size(); ++y) {
    const Year &before = panel.years[y - 1], &now = panel.years[y];
    const std::set<Cell> lost = donors(before, now);
    if (lost.empty()) continue;
    for (int m = 0; m < kSubjects; ++m) {
      add_donor_year(growth_by_cell(before, now, m, panel.students), lost, loss);
    }
  }
  figures["donor_loss"] = loss.value();
}

}  // namespace

void add_takeovers(const Panel& panel, Figures& figures) {
  add_takeover_turnover(panel, figures);
  add_donor_loss(panel, figures);
}

}  // namespace homeroom::patterns
