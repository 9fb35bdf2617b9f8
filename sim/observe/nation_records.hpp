// A nation's year: what is seen of each district, and its sums by class and over all.
#pragma once

#include <string>

#include "sim/observe/public_records.hpp"

namespace homeroom {

/// What a district is, beside what its world tells.
struct DistrictFacts {
  int number = 0;
  std::string_view size_class;
  double area_km2 = 0, segregation_race = 0;
};

/// Sums over districts; a district by itself is the sum of one.
struct NationSums {
  int districts = 0;
  SumsByModel schools;
  std::array<double, kGroups> group{};
  PerSubject<double> score_squares{};  ///< of districts' mean scores, times tested children
  int hires_outside = 0, choosers = 0, participants = 0, got_first = 0;
  double revenue = 0, outlay = 0, cash = 0;

  void add(const NationSums& others);
};
NationSums sums_of_district(const World& world, std::size_t models);

/// One row for a district.
void observe_one_of_many(const World& world, const NationSums& sums, const DistrictFacts& facts,
                         const RowKey& key, Batch& batch);
/// One row for a class of districts.
void observe_size_class(const NationSums& sums, std::string_view size_class, const RowKey& key,
                        Batch& batch);
/// One row for all.
void observe_nation(const NationSums& sums, const RowKey& key, Batch& batch);

}  // namespace homeroom
