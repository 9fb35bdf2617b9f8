// A year of a replicate as the truth reads it.
#pragma once

#include "analysis/truth/city_year.hpp"
#include "sim/run/replicate.hpp"

namespace homeroom::app {

/// The year's tables; the plan must have asked for whereabouts.
truth::YearTables tables_of(const ReplicateRecords& year);

}  // namespace homeroom::app
