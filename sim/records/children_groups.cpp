#include "sim/records/children_groups.hpp"

#include "sim/vocabulary/children_groups.hpp"

namespace homeroom {

std::vector<ColumnDefinition> columns_of_groups() {
  std::vector<Code> words;
  for (const ChildrenGroup& group : kChildrenGroups) words.push_back({group.name, group.meaning});
  return {ColumnDefinition{"model", ColumnKind::Text, "", "key of the school model"}.or_empty(
              "the whole city"),
          ColumnDefinition{"group", ColumnKind::Text, "", "group of children"}.in_words(words),
          {"children", ColumnKind::Whole, "students", "children of the group"}};
}

}  // namespace homeroom
