// Columns of a table's rows by their names.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "sim/records/table.hpp"

namespace homeroom::testing {

inline std::size_t column_of(const Batch& batch, std::string_view name) {
  const auto& columns = batch.definition().columns;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (columns[c].name == name) return c;
  }
  throw std::logic_error("no column " + std::string(name));
}
inline const std::vector<double>& numbers_of(const Batch& batch, std::string_view name) {
  return batch.numbers(column_of(batch, name));
}
inline const std::vector<std::int64_t>& wholes_of(const Batch& batch, std::string_view name) {
  return batch.wholes(column_of(batch, name));
}
inline const std::vector<std::string>& texts_of(const Batch& batch, std::string_view name) {
  return batch.texts(column_of(batch, name));
}

}  // namespace homeroom::testing
