#include "sim/year/climate_sums.hpp"

#include "sim/core/arithmetic.hpp"
#include "sim/core/parallel.hpp"

namespace homeroom {

double StaffSums::spread_of_fit() const {
  if (teachers < 2) return 1.0;
  const double mean = mean_fit();
  const double squares = fit_squared - teachers * mean * mean;
  return squares > 0.0 ? sqrt_of(squares / (teachers - 1)) : 0.0;
}

std::vector<StaffSums> sum_staff(const Teachers& teachers, std::size_t schools) {
  std::vector<StaffSums> sums(schools);
  for (std::size_t row = 0; row < teachers.size(); ++row) {
    if (!teachers.in_school(row)) continue;
    StaffSums& sum = sums[teachers.school[row]];
    const double fit = teachers.fit[row];
    ++sum.teachers;
    sum.forced += teachers.hired[row] == Hire::Forced;
    sum.tenured += teachers.tenured[row] != 0;
    sum.fit += fit;
    sum.fit_squared += fit * fit;
  }
  return sums;
}

std::vector<double> mean_engagement(const Students& students, std::size_t schools) {
  constexpr double kPointsPerSd = 32.0;  // see Students::engagement
  // Points and children of each school, side by side.
  const std::vector<int> sums =
      count_by_parts(students.size(), 2 * schools,
                     [&](std::size_t first, std::size_t past, std::vector<int>& here) {
                       for (std::size_t row = first; row < past; ++row) {
                         int* const of_school = here.data() + 2 * students.school[row];
                         of_school[0] += students.engagement[row];
                         ++of_school[1];
                       }
                     });
  std::vector<double> mean(schools, 0.0);
  for (std::size_t s = 0; s < schools; ++s) {
    const int points = sums[2 * s], children = sums[2 * s + 1];
    if (children > 0) mean[s] = points / (kPointsPerSd * children);
  }
  return mean;
}

}  // namespace homeroom
