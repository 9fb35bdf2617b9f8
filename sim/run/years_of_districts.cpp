#include "sim/run/years_of_districts.hpp"

#include <utility>

namespace homeroom {
namespace {

std::size_t years_from(int first_year, const RunPlan& run) {
  return static_cast<std::size_t>(run.last_year() - first_year) + 1;
}

constexpr std::size_t kHeld = 1U << 14U;  // bytes of a queue: there may be hundreds

// Queues of a year's rows.
std::size_t districts_in(std::size_t year) { return 2 * year; }
std::size_t schools_in(std::size_t year) { return 2 * year + 1; }

}  // namespace

YearsOfDistricts::YearsOfDistricts(const Experiment& experiment,
                                   const std::filesystem::path& folder, int first_year)
    : sums_(years_from(first_year, experiment.scenario->run),
            std::vector<NationSums>(experiment.scenario->nation->classes.size())),
      rows_(folder, "of_years", 2 * sums_.size(), kHeld) {}

void YearsOfDistricts::add(std::size_t district, std::size_t size_class,
                           std::vector<DistrictYear>&& years) {
  const std::lock_guard<std::mutex> lock(mutex_);
  early_.emplace(district, Early{size_class, std::move(years)});
  for (; !early_.empty() && early_.begin()->first == next_; ++next_) {
    add_next(early_.begin()->second);
    early_.erase(early_.begin());
  }
}

void YearsOfDistricts::add_next(const Early& district) {
  for (std::size_t year = 0; year < district.years.size(); ++year) {
    sums_[year][district.size_class].add(district.years[year].sums);
    rows_.add(districts_in(year), district.years[year].row);
    rows_.add(schools_in(year), district.years[year].school_rows);
  }
}

void YearsOfDistricts::take_rows(
    std::size_t year,
    const std::function<void(std::string&& rows, std::string&& school_rows)>& take) {
  rows_.take(districts_in(year), [&](std::string&& slice) { take(std::move(slice), {}); });
  rows_.take(schools_in(year), [&](std::string&& slice) { take({}, std::move(slice)); });
}

}  // namespace homeroom
