// The parts of a design that have all their rows: a base point or a trajectory with one row missing
// tells nothing of what was varied in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/sensitivity/design_rows.hpp"

namespace homeroom::sensitivity {

struct WholeParts {
  std::vector<double> values;  ///< outcomes of whole parts, part by part
  std::uint64_t parts = 0;     ///< that are whole
  std::uint64_t left_out = 0;  ///< that are not
};

/// Throws DesignRefused where rows are missing and are not to be left out, and where fewer than two
/// parts are whole. `parts`: what messages call them.
WholeParts whole_parts(const DesignOutcome& outcome, std::uint64_t rows_of_a_part, bool leave_out,
                       const std::string& parts);

}  // namespace homeroom::sensitivity
