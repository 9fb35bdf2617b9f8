// What came of an import, for people.
#pragma once

#include <string>

#include "sim/lists/place_text.hpp"

namespace homeroom::lists {

/// Rows of the lists that were taken, and the children whom they count.
struct ListCounts {
  std::size_t rows = 0;
  double students = 0;
};

/// Schools and children by model, then rows that were left out and what is worth knowing.
std::string report_text(const ListCounts& counts, const PlaceFacts& facts, const Remarks& remarks);

/// Faults, each with what is dropped for it.
std::string dropped_text(const Remarks& remarks);

}  // namespace homeroom::lists
