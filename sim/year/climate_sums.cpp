#include "sim/year/climate_sums.hpp"

#include "sim/core/arithmetic.hpp"

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
  std::vector<std::int32_t> points(schools, 0), children(schools, 0);
  for (std::size_t row = 0; row < students.size(); ++row) {
    points[students.school[row]] += students.engagement[row];
    ++children[students.school[row]];
  }
  std::vector<double> mean(schools, 0.0);
  for (std::size_t s = 0; s < schools; ++s) {
    if (children[s] > 0) mean[s] = points[s] / (kPointsPerSd * children[s]);
  }
  return mean;
}

}  // namespace homeroom
