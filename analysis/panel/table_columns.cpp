#include "analysis/panel/table_columns.hpp"

#include <stdexcept>

namespace homeroom::panel {

std::size_t TableColumns::place(std::string_view name, ColumnKind kind) const {
  const TableDefinition& table = batch_->definition();
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (table.columns[c].name == name && table.columns[c].kind == kind) return c;
  }
  throw std::logic_error("table " + std::string(table.name) + " has no such column as " +
                         std::string(name));
}

const std::vector<std::int64_t>& TableColumns::wholes(std::string_view name) const {
  return batch_->wholes(place(name, ColumnKind::Whole));
}

const std::vector<double>& TableColumns::numbers(std::string_view name) const {
  return batch_->numbers(place(name, ColumnKind::Number));
}

const std::vector<std::string>& TableColumns::texts(std::string_view name) const {
  return batch_->texts(place(name, ColumnKind::Text));
}

}  // namespace homeroom::panel
