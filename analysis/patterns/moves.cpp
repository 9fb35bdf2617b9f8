// Moves of children within a year, by school that teaches elementary grades and is staffed by the
// district, as the 60 schools of the Sustaining Effects Study were: its sample is of 1976 to 1979,
// before there were charter schools. A charter school admits by lot before the year and has both
// fewer moves and other children, so that with a few of them the slope on low income tells sectors
// apart instead of schools.
#include <cmath>
#include <cstdint>
#include <vector>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {
namespace {

constexpr int kLastElementary = 5;

/// Of each row of the year's schools, whether it has children of elementary grades.
std::vector<std::uint8_t> teaches_elementary(const panel::Year& year) {
  std::vector<std::uint8_t> teaches(year.schools.size(), 0);
  for (std::size_t i = 0; i < year.students.size(); ++i) {
    const int row = year.schools.row_of(year.students.school[i]);
    if (row == panel::kNobody || year.students.grade[i] > kLastElementary) continue;
    teaches[static_cast<std::size_t>(row)] = 1;
  }
  return teaches;
}

}  // namespace

void add_moves(const panel::Panel& panel, Figures& figures) {
  Average mean, sd, slope, correlation;
  for (const panel::Year& year : panel.years) {
    const std::vector<std::uint8_t> elementary = teaches_elementary(year);
    estimators::Moments pairs;
    for (std::size_t s = 0; s < year.schools.size(); ++s) {
      const double rate = year.schools.mobility[s];
      if (std::isnan(rate) || year.schools.selective[s] || !elementary[s]) continue;
      if (year.schools.employer[s] != "district") continue;
      pairs.add(year.schools.low_income[s], rate);
    }
    mean.add(pairs.mean_y());
    sd.add(std::sqrt(pairs.variance_y()));
    slope.add(pairs.slope());
    correlation.add(pairs.correlation());
  }
  figures["mobility"] = mean.value();
  figures["mobility_sd"] = sd.value();
  figures["mobility_low_income"] = slope.value();
  figures["mobility_low_income_correlation"] = correlation.value();
}

}  // namespace homeroom::patterns
