// The superintendent's time in office, the reserve pool, late hiring, the city's last scores.
#include <algorithm>

#include "analysis/patterns/average.hpp"
#include "analysis/patterns/figures.hpp"

namespace homeroom::patterns {

void add_city_hall(const panel::Panel& panel, Figures& figures) {
  Average office, late, novices, vacancies;
  std::vector<double> pool;
  for (const panel::Year& year : panel.years) {
    const panel::District& city = year.district;
    // The table counts completed years; the school year is half over when it is asked.
    office.add(city.superintendent_years + 0.5);
    late.add(city.late_hires / city.hires);
    novices.add(city.novice_share);
    vacancies.add(city.vacancies / city.teachers);
    pool.push_back(city.pool / city.teachers);
  }
  figures["superintendent_years"] = office.value();
  figures["late_hires"] = late.value();
  figures["novice_share"] = novices.value();
  figures["vacancies"] = vacancies.value();
  figures["pool_peak"] = figures["pool_after_peak"] = figures["mean_score_last"] =
      estimators::kMissing;
  if (pool.empty()) return;
  const panel::District& last = panel.years.back().district;
  figures["mean_score_last"] = 0.5 * (last.mean_score_math + last.mean_score_ela);
  const auto peak = std::max_element(pool.begin(), pool.end());
  figures["pool_peak"] = *peak;
  // Four years after the peak, or where the records end; a peak at their end has no after.
  if (pool.end() - peak > 2) {
    const std::ptrdiff_t years = std::min<std::ptrdiff_t>(4, pool.end() - peak - 1);
    figures["pool_after_peak"] = peak[years] / *peak;
  }
}

}  // namespace homeroom::patterns
