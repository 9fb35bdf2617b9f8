// Columns of a batch by their names.
#pragma once

#include <string_view>
#include <vector>

#include "sim/records/table.hpp"

namespace homeroom::panel {

class TableColumns {
 public:
  explicit TableColumns(const Batch& batch) : batch_(&batch) {}
  std::size_t rows() const { return batch_->rows(); }
  /// Throws std::logic_error where the table has no such column, or of another kind.
  const std::vector<std::int64_t>& wholes(std::string_view name) const;
  const std::vector<double>& numbers(std::string_view name) const;
  const std::vector<std::string>& texts(std::string_view name) const;

 private:
  std::size_t place(std::string_view name, ColumnKind kind) const;
  const Batch* batch_;
};

}  // namespace homeroom::panel
