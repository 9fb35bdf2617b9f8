#include "sim/records/hidden/growth_columns.hpp"
#include "sim/records/hidden/hidden_tables.hpp"

namespace homeroom {

const TableDefinition& truth_models_table() {
  static const TableDefinition table = [] {
    std::vector<ColumnDefinition> columns = {
        ColumnDefinition{"model", ColumnKind::Text, "", "key of the school model"}.or_empty(
            "the whole city"),
        {"schools", ColumnKind::Whole, "schools", "schools of the model that taught children"},
        {"children", ColumnKind::Whole, "students",
         "their children, each of equal weight in the means"}};
    append_growth(columns);
    return TableDefinition{"truth_models", with_key(columns),
                           "school model, or the whole city, in a year: the gap between any two "
                           "rows is the sum of the gaps of their terms"};
  }();
  return table;
}

}  // namespace homeroom
