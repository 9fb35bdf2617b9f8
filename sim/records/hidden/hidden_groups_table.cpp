#include "sim/records/children_groups.hpp"
#include "sim/records/hidden/hidden_tables.hpp"

namespace homeroom {

const TableDefinition& truth_groups_table() {
  static const TableDefinition table = [] {
    std::vector<ColumnDefinition> columns = columns_of_groups();
    columns.push_back({"level_math", ColumnKind::Number, "state SD",
                       "mean true achievement in mathematics of the children, tested or not"});
    columns.push_back({"level_ela", ColumnKind::Number, "state SD", "the same in ELA"});
    return TableDefinition{"truth_groups", with_key(columns),
                           "group of children of a school model, or of the whole city, in May"};
  }();
  return table;
}

}  // namespace homeroom
