// What districts leave that live one after the other, until it can be written year by year.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <vector>

#include "sim/records/waiting_rows.hpp"
#include "sim/run/district_life.hpp"
#include "sim/run/experiment.hpp"

namespace homeroom {

/// Threads may share it.
class YearsOfDistricts {
 public:
  /// Years from `first_year` to the run's last; rows wait below `folder`.
  YearsOfDistricts(const Experiment& experiment, const std::filesystem::path& folder,
                   int first_year);

  /// Takes every year of a district. Sums and rows are added in the order of districts. Throws
  /// WriteFailed.
  void add(std::size_t district, std::size_t size_class, std::vector<DistrictYear>&& years);

  /// Sums by class of a year, counted from the first.
  std::vector<NationSums> take_sums(std::size_t year) { return std::move(sums_[year]); }
  /// Passes on rows of a year, a slice of either table at a time.
  void take_rows(std::size_t year,
                 const std::function<void(std::string&& rows, std::string&& school_rows)>& take);

 private:
  struct Early {
    std::size_t size_class = 0;
    std::vector<DistrictYear> years;
  };
  void add_next(const Early& district);

  std::vector<std::vector<NationSums>> sums_;  ///< by year and class
  WaitingRows rows_;                           ///< of districts and of schools, by year
  std::map<std::size_t, Early> early_;
  std::size_t next_ = 0;
  std::mutex mutex_;
};

}  // namespace homeroom
