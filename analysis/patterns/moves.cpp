// Moves of children within a year, by school.
#include <cmath>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {

void add_moves(const panel::Panel& panel, Figures& figures) {
  Average mean, sd, slope, correlation;
  for (const panel::Year& year : panel.years) {
    estimators::Moments pairs;
    for (std::size_t s = 0; s < year.schools.size(); ++s) {
      const double rate = year.schools.mobility[s];
      if (std::isnan(rate) || year.schools.selective[s]) continue;
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
