// What must be true of any table that a run writes.
#pragma once

#include <string>

#include "sim/records/table.hpp"

namespace homeroom::testing {

/// The first cell that breaks what its column promises, or nothing: shares lie in [0,1], per cent
/// in [0,100], percentiles in [0,100], counts are not negative, no number is infinite, and one is
/// missing only where there is nothing to divide by or the column may be empty.
std::string table_fault(const Batch& batch);

}  // namespace homeroom::testing
