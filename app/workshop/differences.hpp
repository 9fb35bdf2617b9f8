// Pairs of lives as the numbers that a page shows: those of differences.csv, by the same sums.
#pragma once

#include <string>
#include <vector>

#include "app/workshop/life.hpp"

namespace homeroom::workshop {

/// Data of the event "differences": every outcome by school model and year, over pairs of lives in
/// the order of replicates; `of`: pairs that will be lived.
std::string differences_json(const std::vector<LifePointer>& a, const std::vector<LifePointer>& b,
                             int of);

/// Data of the event "schools": one pair of lives, school by school, in `year`.
std::string schools_json(const Life& a, const Life& b, int year);

/// Data of the event "city": its years, models and schools as the first policy year finds them.
std::string city_json(const City& of, const Arm& arm, const KeptCity& city);

}  // namespace homeroom::workshop
