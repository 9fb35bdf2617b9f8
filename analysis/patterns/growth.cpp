// Growth of schools: medians of growth percentiles, and how much of a year's growth comes back.
#include <algorithm>
#include <cmath>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

using estimators::Moments;
using panel::Panel;
using panel::Year;

/// Fewer children with a percentile than this have no median, as in the reference (ten or more).
constexpr int kFewest = 10;

struct SchoolGrowth {
  double median = estimators::kMissing;
  int children = 0;
};

double median_of(std::vector<float>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  const auto upper = static_cast<double>(*middle);
  if (values.size() % 2 == 1) return upper;
  return 0.5 * (upper + static_cast<double>(*std::max_element(values.begin(), middle)));
}

/// Medians of schools that take all comers, by row of the year's schools.
std::vector<SchoolGrowth> medians(const Year& year, int subject) {
  std::vector<std::vector<float>> of(year.schools.size());
  for (std::size_t i = 0; i < year.students.size(); ++i) {
    const float sgp = year.students.sgp[subject][i];
    const int row = year.schools.row_of(year.students.school[i]);
    if (std::isnan(sgp) || row == panel::kNobody) continue;
    of[static_cast<std::size_t>(row)].push_back(sgp);
  }
  std::vector<SchoolGrowth> growth(of.size());
  for (std::size_t s = 0; s < of.size(); ++s) {
    growth[s].children = static_cast<int>(of[s].size());
    if (growth[s].children >= kFewest && !year.schools.selective[s])
      growth[s].median = median_of(of[s]);
  }
  return growth;
}

/// Spread of medians: all schools, the smaller half, the larger half.
void add_spread(const std::vector<std::vector<SchoolGrowth>>& years, const std::string& m,
                Figures& figures) {
  Average all, small, large;
  for (std::vector<SchoolGrowth> growth : years) {
    std::erase_if(growth, [](const SchoolGrowth& one) { return std::isnan(one.median); });
    std::stable_sort(growth.begin(), growth.end(),
                     [](const auto& a, const auto& b) { return a.children < b.children; });
    Moments both, lower, upper;
    for (std::size_t s = 0; s < growth.size(); ++s) {
      both.add(growth[s].median);
      (2 * s < growth.size() ? lower : upper).add(growth[s].median);
    }
    all.add(both.sd());
    small.add(lower.sd());
    large.add(upper.sd());
  }
  figures["sgp_sd_" + m] = all.value();
  figures["sgp_sd_falls_" + m] = large.value() - small.value();
}

void add_medians(const Panel& panel, int subject, Figures& figures) {
  const std::string m = subject_key(subject);
  std::vector<std::vector<SchoolGrowth>> years;
  Average middle, r;
  for (std::size_t y = 0; y < panel.years.size(); ++y) {
    years.push_back(medians(panel.years[y], subject));
    Moments all, pairs;
    for (std::size_t s = 0; s < years[y].size(); ++s) {
      const double now = years[y][s].median;
      if (std::isnan(now)) continue;
      all.add(now);
      if (y == 0) continue;
      const int row = panel.years[y - 1].schools.row_of(panel.years[y].schools.school[s]);
      if (row == panel::kNobody) continue;
      const double then = years[y - 1][static_cast<std::size_t>(row)].median;
      if (!std::isnan(then)) pairs.add(then, now);
    }
    middle.add(all.mean());
    if (y > 0) r.add(pairs.correlation());
  }
  figures["sgp_mean_" + m] = middle.value();
  figures["sgp_persistence_" + m] = r.value();
  add_spread(years, m, figures);
}

/// A school's published value added in successive years: the correlation is the share of its
/// variance that comes back.
void add_value_added(const Panel& panel, Figures& figures) {
  Average r;
  for (std::size_t y = 1; y < panel.years.size(); ++y) {
    const panel::Schools &before = panel.years[y - 1].schools, &now = panel.years[y].schools;
    Moments pairs;
    for (std::size_t s = 0; s < now.size(); ++s) {
      const int row = before.row_of(now.school[s]);
      if (row == panel::kNobody || now.selective[s]) continue;
      const double then = before.value_added[static_cast<std::size_t>(row)];
      if (!std::isnan(then) && !std::isnan(now.value_added[s])) pairs.add(then, now.value_added[s]);
    }
    r.add(pairs.correlation());
  }
  figures["value_added_persistence"] = r.value();
}

}  // namespace

void add_growth(const Panel& panel, Figures& figures) {
  for (int m = 0; m < kSubjects; ++m) add_medians(panel, m, figures);
  add_value_added(panel, figures);
}

}  // namespace homeroom::patterns
