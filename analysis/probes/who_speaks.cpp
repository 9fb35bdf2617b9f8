#include "analysis/probes/who_speaks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace homeroom::probes {

double friction_heard(std::vector<SchoolFriction> schools, const std::vector<std::string>& models,
                      const std::vector<int>& years, double share) {
  const auto is_left_out = [&](const SchoolFriction& school) {
    const bool model = std::find(models.begin(), models.end(), school.model) != models.end();
    const bool year =
        years.empty() || std::find(years.begin(), years.end(), school.year) != years.end();
    return !model || !year || std::isnan(school.friction);
  };
  schools.erase(std::remove_if(schools.begin(), schools.end(), is_left_out), schools.end());
  if (schools.empty()) return std::numeric_limits<double>::quiet_NaN();
  std::sort(schools.begin(), schools.end(),
            [](const auto& one, const auto& other) { return one.friction > other.friction; });
  const double asked = std::round(share * static_cast<double>(schools.size()));
  const auto heard = static_cast<std::size_t>(std::max(1.0, asked));
  double sum = 0.0;
  for (std::size_t i = 0; i < heard; ++i) sum += schools[i].friction;
  return sum / static_cast<double>(heard);
}

}  // namespace homeroom::probes
