// A table in a few bytes for each column, to see whether two lives wrote the same without keeping
// either: microdata of a large city would fill the memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/records/table.hpp"

namespace homeroom::audits {

struct Fingerprint {
  std::size_t rows = 0;
  std::vector<std::uint64_t> columns;  ///< equal where every cell is, bit by bit, in order
  bool operator==(const Fingerprint&) const = default;
};

Fingerprint fingerprint_of(const Batch& table);

/// The first cell, row by row, in which two tables of one definition differ.
struct CellDifference {
  std::size_t row = 0;     ///< from 0
  std::string name;        ///< of the row: its first cells beyond scenario, replicate and year
  std::string column;      ///< empty: one table has a row more
  std::string one, other;  ///< what stands there; numbers with every digit
};
std::optional<CellDifference> first_difference(const Batch& one, const Batch& other);

}  // namespace homeroom::audits
