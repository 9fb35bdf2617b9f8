// The measures of a year, model by model.
#pragma once

#include "analysis/truth/city_year.hpp"

namespace homeroom::truth {

/// Every measure of `measures()`; NaN where a table does not have it.
YearValues values_of_year(const YearTables& tables,
                          const std::vector<std::string>& model_of_school);

/// What became of the children whom each model has in the base: writes the measures `own_...` of
/// the alternative's year. Both years have the same children; a base is its own alternative.
void follow_children_of_base(const CityYear& base, CityYear& alternative);

}  // namespace homeroom::truth
