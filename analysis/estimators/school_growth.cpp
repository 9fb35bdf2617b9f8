#include "analysis/estimators/school_growth.hpp"

#include <map>

namespace homeroom::estimators {

std::vector<SchoolGrowth> school_growth(const panel::Year& year, const GrowthPercentiles& growth,
                                        int fewest, double confidence) {
  std::map<int, std::vector<double>> by_school;
  for (std::size_t i = 0; i < growth.percentile.size(); ++i) {
    if (growth.percentile[i] == panel::kNobody || year.students.school[i] == panel::kNobody) {
      continue;
    }
    by_school[year.students.school[i]].push_back(growth.percentile[i]);
  }
  std::vector<SchoolGrowth> schools;
  for (auto& [school, percentiles] : by_school) {
    const auto children = static_cast<int>(percentiles.size());
    if (children < fewest) continue;
    schools.push_back({school, children, median_interval(std::move(percentiles), confidence)});
  }
  return schools;
}

}  // namespace homeroom::estimators
